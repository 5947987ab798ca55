/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What events do to organizations: they begin, end, get another name, another register, another parent. */
#include "intake/event-row.h"

#include <glib/gi18n-lib.h>

#include "intake/name.h"
#include "store/organization-events.h"

static gboolean
is_given (const XcImport *self, const XcEventRow *row, const char *column_id)
{
  int column = xc_sheet_table_get_column (self->sheets[XC_TEMPLATE_EVENT], column_id);

  return (row->member_given & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

static XcItem *
add_member (XcImport *self, XcEventRow *row, XcItem *organization, XcEventSide side)
{
  XcRecord *record = xc_event_member_new (row->kind, row->event->id, organization->id, side);
  gboolean is_heir = side == XC_SIDE_AFTER && xc_event_kind_passes_coverage (row->kind);
  XcItem *member;

  if (is_heir && is_given (self, row, "event.passes"))
    xc_record_set_text (record, "passes", xc_record_get_text (row->member, "passes"));
  if (is_heir)
    xc_record_set_day (record, "decided_on", xc_record_get_day (row->member, "decided_on"));
  member = xc_draft_add (self->draft, record);
  xc_item_index_add (self->members_of_events, member);
  return member;
}

/* What is expected instead, by fault. */
static const char *const expected_before[XC_N_EVENT_FAULTS] = {
  [XC_EVENT_FAULT_NOT_YET] =
      N_ ("Write an organization that was there before the event, or mend one of the two days."),
  [XC_EVENT_FAULT_ENDED] =
      N_ ("Write an organization that was there until the event, or mend one of the two days."),
};

static const char *const expected_after[XC_N_EVENT_FAULTS] = {
  [XC_EVENT_FAULT_NOT_YET] = N_ ("The successor exists on the day of the event; mend one of the two days."),
  [XC_EVENT_FAULT_THERE_ALREADY] =
      N_ ("What goes on stands on both sides; what is new has the day of the event as its first day."),
  [XC_EVENT_FAULT_SINCE_WHEN] = N_ (
      "If it is new, write its first day into the sheet of organizations; if it goes on, write it on both "
      "sides."),
};

static void
refuse_fault (XcImport *self, XcEventRow *row, const char *column_id, const XcItem *organization,
              XcEventFault fault, const char *const *expected)
{
  if (fault != XC_EVENT_FAULT_NONE)
    xc_event_row_refuse (self, row, column_id, xc_event_fault_describe (fault, organization->record),
                         _ (expected[fault]));
}

/* The name without the parent before it, and the parent. */
static const char *
split_path (XcImport *self, const char *path, XcItem **parent)
{
  for (const char *slash = strrchr (path, '/'); slash != NULL && slash > path && slash[1] != '\0';
       slash = NULL)
    {
      g_autofree char *above = g_strndup (path, (gsize) (slash - path));
      g_autoptr (GPtrArray) found = xc_organization_index_find (self->organizations, above);

      if (found->len != 1)
        return path;
      *parent = found->pdata[0];
      return slash + 1;
    }
  return path;
}

static XcItem *
find_place (XcImport *self, XcEventRow *row, const char *column_id, const char *text)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_EVENT];
  int column = xc_sheet_table_get_column (sheet, column_id);
  gboolean is_register =
      g_str_has_suffix (column_id, "register") || g_str_has_suffix (column_id, "register_id");
  XcItem *item;

  if (text == NULL)
    return NULL;
  item = is_register ? xc_import_find_register (self, sheet, row->typed.number, column, text)
                     : xc_import_find_organization (self, sheet, row->typed.number, column, text);
  row->is_refused |= item == NULL;
  return item;
}

/* In the register, and under the parent, of the first predecessor, unless the row says otherwise. */
static XcItem *
found_organization (XcImport *self, XcEventRow *row, const char *path)
{
  const XcItem *model = row->predecessors->len == 0 ? NULL : row->predecessors->pdata[0];
  XcItem *new_register = find_place (self, row, "event.new_register", row->new_register);
  XcItem *parent = find_place (self, row, "event.new_parent", row->new_parent);
  const char *name = split_path (self, path, &parent);
  XcRecord *record = xc_event_found_organization (model == NULL ? NULL : model->record, name, row->day);
  XcItem *organization;

  if (new_register != NULL)
    xc_record_set_number (record, "register_id", new_register->id);
  if (parent != NULL)
    xc_record_set_number (record, "parent_id", parent->id);
  if (!xc_record_is_set (record, "register_id") && !row->is_refused)
    xc_event_row_refuse (
        self, row, "event.after",
        /* translators: %s is the name of an organization */
        g_strdup_printf (_ ("Nothing says in which register the new “%s” is."), name),
        _ ("Add it to the sheet of organizations, or write its register as the new one here."));
  organization = xc_draft_add (self->draft, record);
  xc_organization_index_add (self->organizations, organization);
  xc_import_report_add_note (
      self->report,
      /* translators: %1$s is the name of an organization, %2$d the number of a row */
      g_strdup_printf (_ ("“%1$s” is new by the event in row %2$d."), name, (int) row->typed.number));
  return organization;
}

/* Founded, merged, split, abolished. */
static void
change_hands (XcImport *self, XcEventRow *row)
{
  static const char *const foreign[] = { "event.former_register_id", "event.former_parent_id" };
  const char *texts[] = { row->former_register, row->former_parent };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (texts[i] != NULL)
      xc_event_row_refuse (self, row, foreign[i], g_strdup (_ ("Only a move or a renaming has this.")),
                           _ ("Leave the cell empty, or write the move in a row of its own."));
  for (guint i = 0; i < row->successors->len; i++)
    if (row->successors->pdata[i] == NULL)
      row->successors->pdata[i] = found_organization (self, row, row->after[i]);
    else if (!g_ptr_array_find (row->predecessors, row->successors->pdata[i], NULL))
      {
        XcItem *item = row->successors->pdata[i];
        XcEventFault fault = xc_event_begin_organization (item->record, row->kind, row->predecessors->len,
                                                          row->day, item->is_new);

        refuse_fault (self, row, "event.after", item, fault, expected_after);
      }
  for (guint i = 0; i < row->predecessors->len; i++)
    if (!g_ptr_array_find (row->successors, row->predecessors->pdata[i], NULL))
      {
        XcItem *item = row->predecessors->pdata[i];

        refuse_fault (self, row, "event.before", item, xc_event_end_organization (item->record, row->day),
                      expected_before);
      }
}

/* Sets @field of @organization to what is new, and @former_field of @member to what was until then. Returns whether
 * anything is said of it. */
static gboolean
move_field (XcImport *self, XcEventRow *row, XcItem *organization, XcRecord *member, const char *field,
            const char *former_field, const XcItem *new_place, const XcItem *former, const char *column_id)
{
  if (new_place == NULL && former == NULL)
    return FALSE;
  if (former != NULL)
    xc_record_set_number (member, former_field, former->id);
  if (new_place != NULL)
    xc_event_move_organization (organization->record, member, field, new_place->id);
  if (xc_record_get_number (member, former_field) == xc_record_get_number (organization->record, field))
    xc_event_row_refuse (self, row, column_id,
                         /* translators: %s is the name of an organization */
                         g_strdup_printf (_ ("“%s” would be moved to where it was."),
                                          xc_record_get_text (organization->record, "name")),
                         _ ("Write where it was and where it is now; the two differ."));
  else if (!xc_record_is_set (member, former_field) && g_str_equal (field, "register_id"))
    xc_event_row_refuse (self, row, column_id,
                         /* translators: %s is the name of an organization */
                         g_strdup_printf (_ ("“%s” is there already, and the row does not say where it was."),
                                          xc_record_get_text (organization->record, "name")),
                         _ ("Write the former register as well."));
  return TRUE;
}

static gboolean
move (XcImport *self, XcEventRow *row, XcItem *organization, XcRecord *member)
{
  XcItem *new_register = find_place (self, row, "event.new_register", row->new_register);
  XcItem *new_parent = find_place (self, row, "event.new_parent", row->new_parent);
  XcItem *former_register = find_place (self, row, "event.former_register_id", row->former_register);
  XcItem *former_parent = find_place (self, row, "event.former_parent_id", row->former_parent);
  gboolean is_moved;

  if (row->is_refused)
    return TRUE;
  is_moved =
      move_field (self, row, organization, member, "register_id", "former_register_id", new_register,
                  former_register, new_register != NULL ? "event.new_register" : "event.former_register_id");
  is_moved |= move_field (self, row, organization, member, "parent_id", "former_parent_id", new_parent,
                          former_parent, new_parent != NULL ? "event.new_parent" : "event.former_parent_id");
  if (is_given (self, row, "event.former_listed"))
    {
      xc_record_set_yes (member, "former_listed", xc_record_get_yes (row->member, "former_listed"));
      is_moved = TRUE;
    }
  return is_moved;
}

static XcItem *
rename_organization (XcImport *self, XcEventRow *row, XcRecord *member)
{
  XcItem *old = row->predecessors->pdata[0];
  XcItem *new = row->successors->pdata[0];
  XcItem *organization = old == NULL ? new : old;
  XcItem *parent = NULL;
  const char *old_name = split_path (self, row->before[0], &parent);
  const char *new_name = split_path (self, row->after[0], &parent);

  if (old != NULL && new != NULL && old != new)
    {
      xc_event_row_refuse (
          self, row, "event.after",
          /* translators: both are names of organizations */
          g_strdup_printf (_ ("“%1$s” and “%2$s” are two organizations, so none of them was renamed."),
                           old_name, new_name),
          _ ("Keep one of the two in the sheet of organizations, or record a merger."));
      return organization;
    }
  if (old != NULL && !xc_organization_index_is_current_name (self->organizations, organization, new_name)
      && (new == NULL || xc_organization_index_is_current_name (self->organizations, organization, old_name)))
    {
      xc_event_rename_organization (organization->record, member, new_name);
      xc_organization_index_add (self->organizations, organization);
    }
  else
    {
      xc_record_set_text (member, "former_name", old_name);
    }
  xc_organization_index_add_former (self->organizations, organization, old_name);
  row->predecessors->pdata[0] = row->successors->pdata[0] = organization;
  return organization;
}

/* Renamed, moved: the same organization before and after. */
static void
go_on (XcImport *self, XcEventRow *row)
{
  g_autoptr (GPtrArray) organizations = g_ptr_array_new ();
  g_autoptr (XcRecord) changes = xc_record_new (XC_TABLE_EVENT_MEMBER);

  if (row->kind == XC_EVENT_RENAMED)
    g_ptr_array_add (organizations, rename_organization (self, row, changes));
  else
    for (guint i = 0; i < row->predecessors->len + row->successors->len; i++)
      {
        XcItem *item = i < row->predecessors->len ? row->predecessors->pdata[i]
                                                  : row->successors->pdata[i - row->predecessors->len];

        if (!g_ptr_array_find (organizations, item, NULL))
          g_ptr_array_add (organizations, item);
      }
  for (guint i = 0; i < organizations->len && !row->is_refused; i++)
    {
      XcItem *organization = organizations->pdata[i];
      XcItem *member;

      if (!move (self, row, organization, changes) && row->kind == XC_EVENT_MOVED)
        xc_event_row_refuse (self, row, "event.kind",
                             g_strdup (_ ("The row does not say what was moved where.")),
                             _ ("Write the new register or parent, or the former one when the sheet of "
                                "organizations has the new one."));
      if (row->is_refused)
        return;
      member = add_member (self, row, organization, XC_SIDE_BEFORE);
      xc_record_set_text (member->record, "former_name", xc_record_get_text (changes, "former_name"));
      xc_record_set_number (member->record, "former_register_id",
                            xc_record_get_number (changes, "former_register_id"));
      xc_record_set_number (member->record, "former_parent_id",
                            xc_record_get_number (changes, "former_parent_id"));
      if (xc_record_is_set (changes, "former_listed"))
        xc_record_set_yes (member->record, "former_listed", xc_record_get_yes (changes, "former_listed"));
      if (row->kind == XC_EVENT_RENAMED)
        add_member (self, row, organization, XC_SIDE_AFTER);
      /* Each has been somewhere else. */
      xc_record_clear (changes, "former_register_id");
      xc_record_clear (changes, "former_parent_id");
    }
}

/* Whether the organizations of @event on @side are @items; for renamings and moves the side does not matter. */
static gboolean
has_organizations (XcImport *self, const XcItem *event, gboolean any_side, XcEventSide side,
                   const GPtrArray *items)
{
  g_autoptr (GHashTable) members = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_EVENT_MEMBER); i++)
    {
      XcItem *member = xc_draft_get (self->draft, XC_TABLE_EVENT_MEMBER, i);
      XcItem *organization;

      if (xc_record_get_number (member->record, "event_id") != event->id
          || (!any_side
              && g_strcmp0 (xc_record_get_text (member->record, "side"), xc_event_side_to_word (side)) != 0))
        continue;
      organization = xc_draft_find (self->draft, XC_TABLE_ORGANIZATION,
                                    xc_record_get_number (member->record, "organization_id"));
      g_hash_table_add (members, &organization->id);
    }
  for (guint i = 0; i < items->len; i++)
    if (items->pdata[i] == NULL || !g_hash_table_contains (members, &((XcItem *) items->pdata[i])->id))
      return FALSE;
  return g_hash_table_size (members) == items->len;
}

static XcItem *
find_event (XcImport *self, const XcEventRow *row)
{
  gboolean any_side = row->kind == XC_EVENT_RENAMED || row->kind == XC_EVENT_MOVED;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < row->predecessors->len + row->successors->len; i++)
    {
      XcItem *item = i < row->predecessors->len ? row->predecessors->pdata[i]
                                                : row->successors->pdata[i - row->predecessors->len];

      if (!g_ptr_array_find (all, item, NULL))
        g_ptr_array_add (all, item);
    }
  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_ORGANIZATION_EVENT); i++)
    {
      XcItem *event = xc_draft_get (self->draft, XC_TABLE_ORGANIZATION_EVENT, i);

      if (xc_record_get_day (event->record, "happened_on") != row->day
          || g_strcmp0 (xc_record_get_text (event->record, "kind"), xc_event_kind_to_word (row->kind)) != 0)
        continue;
      if (any_side ? has_organizations (self, event, TRUE, XC_SIDE_BEFORE, all)
                   : has_organizations (self, event, FALSE, XC_SIDE_BEFORE, row->predecessors)
                         && has_organizations (self, event, FALSE, XC_SIDE_AFTER, row->successors))
        return event;
    }
  return NULL;
}

/* A known event: only what was decided about it may have changed. */
static void
refresh (XcImport *self, XcEventRow *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_EVENT];

  if (!xc_event_kind_passes_coverage (row->kind))
    return;
  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_EVENT_MEMBER); i++)
    {
      XcItem *member = xc_draft_get (self->draft, XC_TABLE_EVENT_MEMBER, i);

      if (xc_record_get_number (member->record, "event_id") != row->event->id
          || g_strcmp0 (xc_record_get_text (member->record, "side"), xc_event_side_to_word (XC_SIDE_AFTER))
                 != 0)
        continue;
      if (is_given (self, row, "event.passes"))
        xc_record_set_text (member->record, "passes", xc_record_get_text (row->member, "passes"));
      if (is_given (self, row, "event.decided_on"))
        xc_record_set_day (member->record, "decided_on", xc_record_get_day (row->member, "decided_on"));
      xc_import_count (self, sheet, row->typed.number, member);
    }
}

/**
 * xc_event_row_apply:
 * @self: an import
 * @row: a row whose organizations were found
 *
 * Makes the event and does what it did, unless it is known already.
 */
void
xc_event_row_apply (XcImport *self, XcEventRow *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_EVENT];
  XcItem *known = find_event (self, row);

  if (known != NULL
      && !xc_import_is_free (self, sheet, row->typed.number, xc_sheet_table_get_column (sheet, "event.kind"),
                             known))
    {
      row->is_refused = TRUE;
      return;
    }
  row->event = xc_import_put (self, sheet, &row->typed, known);
  if (known != NULL)
    refresh (self, row);
  else if (row->kind == XC_EVENT_RENAMED || row->kind == XC_EVENT_MOVED)
    go_on (self, row);
  else
    change_hands (self, row);
  if (known == NULL && !row->is_refused && row->kind != XC_EVENT_RENAMED && row->kind != XC_EVENT_MOVED)
    {
      for (guint i = 0; i < row->predecessors->len; i++)
        add_member (self, row, row->predecessors->pdata[i], XC_SIDE_BEFORE);
      for (guint i = 0; i < row->successors->len; i++)
        add_member (self, row, row->successors->pdata[i], XC_SIDE_AFTER);
    }
  xc_import_check (self, sheet, &row->typed, row->event);
}
