/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/organization-events.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "store/row-name.h"

/**
 * xc_organization_event_new:
 * @kind: what happened
 *
 * Returns: (transfer full): an event of nobody yet
 */
XcOrganizationEvent *
xc_organization_event_new (XcEventKind kind)
{
  XcOrganizationEvent *event = g_new0 (XcOrganizationEvent, 1);

  event->kind = kind;
  event->day = XC_DAY_NONE;
  event->decided_on = XC_DAY_NONE;
  event->predecessors = g_array_new (FALSE, FALSE, sizeof (gint64));
  event->successors = g_array_new (FALSE, FALSE, sizeof (gint64));
  event->founded = g_ptr_array_new_with_free_func (g_free);
  return event;
}

/**
 * xc_organization_event_free:
 * @event: (transfer full): what to free
 */
void
xc_organization_event_free (XcOrganizationEvent *event)
{
  g_free (event->document);
  g_free (event->reason);
  g_array_unref (event->predecessors);
  g_array_unref (event->successors);
  g_ptr_array_unref (event->founded);
  g_free (event);
}

static gboolean
holds (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Says what is missing, or nothing. */
static const char *
find_missing (const XcOrganizationEvent *event)
{
  guint n_before = event->predecessors->len;
  guint n_after = event->successors->len + event->founded->len;

  if (!xc_day_is_set (event->day))
    return _ ("The day of the event is missing. Nothing was recorded; type the day.");
  switch (event->kind)
    {
    case XC_EVENT_FOUNDED:
      return event->founded->len > 0 ? NULL
                                     : _ ("No name is given. Nothing was recorded; type the name of the new "
                                          "organization.");
    case XC_EVENT_RENAMED:
      return n_before == 1 && event->founded->len == 1
                 ? NULL
                 : _ ("A renaming needs one organization and its new name. Nothing was recorded; type both.");
    case XC_EVENT_MERGED:
      return n_before > 0 && n_after == 1
                     && !(n_before == 1 && event->successors->len == 1
                          && holds (event->predecessors, g_array_index (event->successors, gint64, 0)))
                 ? NULL
                 : _ ("A merger needs the organizations that were there before and the one that is there "
                      "after. Nothing was recorded; type both.");
    case XC_EVENT_SPLIT:
      return n_before == 1 && n_after > 1
                 ? NULL
                 : _ ("A split needs one organization before and at least two after. Nothing was recorded; "
                      "type them.");
    case XC_EVENT_ABOLISHED:
      return n_before > 0 ? NULL
                          : _ ("No organization is given. Nothing was recorded; type the one that was "
                               "abolished.");
    case XC_EVENT_MOVED:
      return n_before > 0 && (event->register_id != 0 || event->parent_id != 0)
                 ? NULL
                 : _ ("A move needs an organization and its new register or parent. Nothing was recorded; "
                      "type both.");
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
fail_for (XcEventFault fault, const XcRecord *organization, GError **error)
{
  g_autofree char *what = xc_event_fault_describe (fault, organization);

  /* translators: %s is a sentence that says what is the matter */
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                  _ ("%s Nothing was recorded. Check the day of the event and the organization."), what);
}

static gboolean
add_member (XcStore *store, const XcOrganizationEvent *event, gint64 event_id, gint64 organization_id,
            XcEventSide side, GError **error)
{
  g_autoptr (XcRecord) member = xc_event_member_new (event->kind, event_id, organization_id, side);

  if (side == XC_SIDE_AFTER && xc_event_kind_passes_coverage (event->kind))
    {
      xc_record_set_text (member, "passes", xc_passes_to_word (event->passes));
      if (event->passes != XC_PASSES_TO_CONFIRM)
        xc_record_set_day (member, "decided_on", event->decided_on);
    }
  return xc_store_save (store, member, error);
}

/* Two that are there at once under one name could not be told apart in any list. */
static gboolean
check_name (XcStore *store, const char *name, XcDay day, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT 1 FROM organization WHERE name = ?1 AND (valid_to IS NULL OR valid_to > ?2)", error);
  char iso[XC_DAY_ISO_SIZE];
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_text (statement, 1, name);
  xc_statement_bind_text (statement, 2, xc_day_format_iso (day, iso));
  if (!xc_statement_step (statement, &row, error))
    return FALSE;
  return !row
         || xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                     /* translators: %s is the name of an organization */
                     _ ("There is an organization called “%s” already. Nothing was recorded; choose it from "
                        "the suggestions, or type another name."),
                     name);
}

/* What was recorded of a later day says what held before it, and would be wrong. */
static gboolean
check_order (XcStore *store, const XcOrganizationEvent *event, const XcRecord *organization, GError **error)
{
  g_autoptr (GPtrArray) members = xc_store_load_where (store, XC_TABLE_EVENT_MEMBER, "organization_id",
                                                       xc_record_get_id (organization), error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      g_autoptr (XcRecord) other = xc_store_load (
          store, XC_TABLE_ORGANIZATION_EVENT, xc_record_get_number (members->pdata[i], "event_id"), error);
      XcDay day = other != NULL ? xc_record_get_day (other, "happened_on") : XC_DAY_NONE;
      char iso[XC_DAY_ISO_SIZE];

      if (other == NULL)
        return FALSE;
      if (g_strcmp0 (xc_record_get_text (other, "kind"), xc_event_kind_to_word (event->kind)) == 0
          && day > event->day)
        return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                        /* translators: %1$s is the name of an organization, %2$s a day */
                        _ ("The same happened to “%1$s” on %2$s, which is later. Nothing was recorded; check "
                           "the day, or undo the later event first."),
                        xc_record_get_text (organization, "name"), xc_day_format_iso (day, iso));
    }
  return members != NULL;
}

static gboolean
go_on (XcStore *store, const XcOrganizationEvent *event, gint64 event_id, gint64 id, GError **error)
{
  g_autoptr (XcRecord) organization = xc_store_load (store, XC_TABLE_ORGANIZATION, id, error);
  g_autoptr (XcRecord) member = xc_event_member_new (event->kind, event_id, id, XC_SIDE_BEFORE);
  XcDay from, to;

  if (organization == NULL)
    return FALSE;
  from = xc_record_get_day (organization, "valid_from");
  to = xc_record_get_day (organization, "valid_to");
  if (xc_day_is_set (from) && from >= event->day)
    return fail_for (XC_EVENT_FAULT_NOT_YET, organization, error);
  if (xc_day_is_set (to) && to <= event->day)
    return fail_for (XC_EVENT_FAULT_ENDED, organization, error);
  if (!check_order (store, event, organization, error))
    return FALSE;
  if (event->kind == XC_EVENT_RENAMED)
    {
      if (!check_name (store, event->founded->pdata[0], event->day, error)
          || !add_member (store, event, event_id, id, XC_SIDE_AFTER, error))
        return FALSE;
      xc_event_rename_organization (organization, member, event->founded->pdata[0]);
    }
  if (event->register_id != 0)
    xc_event_move_organization (organization, member, "register_id", event->register_id);
  if (event->parent_id != 0)
    xc_event_move_organization (organization, member, "parent_id", event->parent_id);
  if (!xc_record_is_changed (organization))
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    /* translators: %s is the name of an organization */
                    _ ("“%s” is in that register and under that parent already. Nothing was recorded; choose "
                       "where it is from now on."),
                    xc_record_get_text (organization, "name"));
  return xc_store_save (store, member, error) && xc_store_save (store, organization, error);
}

static gboolean
end_predecessor (XcStore *store, const XcOrganizationEvent *event, gint64 event_id, gint64 id, GError **error)
{
  g_autoptr (XcRecord) organization = xc_store_load (store, XC_TABLE_ORGANIZATION, id, error);
  XcEventFault fault;

  if (organization == NULL)
    return FALSE;
  if (!holds (event->successors, id))
    {
      fault = xc_event_end_organization (organization, event->day);
      if (fault != XC_EVENT_FAULT_NONE)
        return fail_for (fault, organization, error);
    }
  return xc_store_save (store, organization, error)
         && add_member (store, event, event_id, id, XC_SIDE_BEFORE, error);
}

static gboolean
begin_successor (XcStore *store, const XcOrganizationEvent *event, gint64 event_id, gint64 id, GError **error)
{
  g_autoptr (XcRecord) organization = xc_store_load (store, XC_TABLE_ORGANIZATION, id, error);
  XcDay to = organization != NULL ? xc_record_get_day (organization, "valid_to") : XC_DAY_NONE;
  XcEventFault fault = XC_EVENT_FAULT_NONE;
  gboolean goes_on;

  if (organization == NULL)
    return FALSE;
  if (xc_day_is_set (to) && to <= event->day)
    return fail_for (XC_EVENT_FAULT_ENDED, organization, error);
  goes_on = holds (event->predecessors, id);
  if (!goes_on)
    fault =
        xc_event_begin_organization (organization, event->kind, event->predecessors->len, event->day, FALSE);
  /* Nothing says since when, so it was there all the while, and takes the others in: it stands on both sides. */
  if (fault == XC_EVENT_FAULT_SINCE_WHEN && event->kind == XC_EVENT_MERGED)
    {
      if (!add_member (store, event, event_id, id, XC_SIDE_BEFORE, error))
        return FALSE;
      fault = XC_EVENT_FAULT_NONE;
    }
  if (fault != XC_EVENT_FAULT_NONE)
    return fail_for (fault, organization, error);
  return add_member (store, event, event_id, id, XC_SIDE_AFTER, error);
}

static gboolean
found_successor (XcStore *store, const XcOrganizationEvent *event, gint64 event_id, const char *name,
                 GError **error)
{
  g_autoptr (XcRecord) model = NULL;
  g_autoptr (XcRecord) organization = NULL;

  if (!check_name (store, name, event->day, error))
    return FALSE;
  if (event->predecessors->len > 0)
    {
      model =
          xc_store_load (store, XC_TABLE_ORGANIZATION, g_array_index (event->predecessors, gint64, 0), error);
      if (model == NULL)
        return FALSE;
    }
  organization = xc_event_found_organization (model, name, event->day);
  if (event->register_id != 0)
    xc_record_set_number (organization, "register_id", event->register_id);
  if (event->parent_id != 0)
    xc_record_set_number (organization, "parent_id", event->parent_id);
  if (!xc_record_is_set (organization, "register_id"))
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    /* translators: %s is the name of an organization */
                    _ ("Nothing says in which register the new “%s” is. Nothing was recorded; choose it."),
                    name);
  return xc_store_save (store, organization, error)
         && add_member (store, event, event_id, xc_record_get_id (organization), XC_SIDE_AFTER, error);
}

/* Founded, merged, split, abolished. */
static gboolean
change_hands (XcStore *store, const XcOrganizationEvent *event, gint64 event_id, GError **error)
{
  for (guint i = 0; i < event->founded->len; i++)
    if (!found_successor (store, event, event_id, event->founded->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < event->successors->len; i++)
    if (!begin_successor (store, event, event_id, g_array_index (event->successors, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < event->predecessors->len; i++)
    if (!end_predecessor (store, event, event_id, g_array_index (event->predecessors, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * xc_organization_event_apply:
 * @store: a ledger, inside an action
 * @event: (type XcOrganizationEvent): what happened
 * @error: return location; %XC_STORE_ERROR_REFUSED when it cannot have happened like that
 *
 * An #XcStoreAction: records the event and does to the organizations what it did.
 */
gboolean
xc_organization_event_apply (XcStore *store, gpointer event, GError **error)
{
  const XcOrganizationEvent *self = event;
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION_EVENT);
  const char *missing = find_missing (self);

  if (missing != NULL)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED, "%s", missing);
  xc_record_set_text (record, "kind", xc_event_kind_to_word (self->kind));
  xc_record_set_day (record, "happened_on", self->day);
  xc_record_set_text (record, "document", self->document);
  xc_record_set_text (record, "reason", self->reason);
  if (!xc_store_save (store, record, error))
    return FALSE;
  if (self->kind != XC_EVENT_RENAMED && self->kind != XC_EVENT_MOVED)
    return change_hands (store, self, xc_record_get_id (record), error)
           && (!self->moves_children
               || xc_organization_event_move_children (self, xc_record_get_id (record), store, error));
  for (guint i = 0; i < self->predecessors->len; i++)
    if (!go_on (store, self, xc_record_get_id (record), g_array_index (self->predecessors, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * xc_organization_event_dup_title:
 * @event: what happened
 * @store: the ledger, before it is recorded
 *
 * Returns: (transfer full): what the history calls it
 */
char *
xc_organization_event_dup_title (const XcOrganizationEvent *event, XcStore *store)
{
  const XcField *kind = xc_catalogue_get_field (XC_TABLE_ORGANIZATION_EVENT, "kind");
  const char *words = xc_choice_title (xc_field_find_choice (kind, xc_event_kind_to_word (event->kind)));
  g_autofree char *name = NULL;

  if (event->predecessors->len > 0)
    name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ORGANIZATION,
                            g_array_index (event->predecessors, gint64, 0));
  else if (event->founded->len > 0)
    name = g_strdup (event->founded->pdata[0]);
  if (event->predecessors->len > 1)
    /* translators: %1$s is what happened, as “Merged”, %2$s the name of an organization */
    return g_strdup_printf (_ ("%1$s: %2$s and others"), words, name);
  /* translators: %1$s is what happened, as “Renamed”, %2$s the name of an organization */
  return g_strdup_printf (_ ("%1$s: %2$s"), words, name != NULL ? name : "");
}

/**
 * xc_passing_decision_apply:
 * @store: a ledger, inside an action
 * @decision: (type XcPassingDecision): what was decided of whom
 * @error: return location; %XC_STORE_ERROR_REFUSED without a day, or with one before the event
 *
 * An #XcStoreAction: coverage that was to be confirmed is confirmed, or is refused, from the day of the decision.
 */
gboolean
xc_passing_decision_apply (XcStore *store, gpointer decision, GError **error)
{
  const XcPassingDecision *self = decision;

  if (self->members->len == 0)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
        _ ("No organization is chosen. Nothing was recorded; choose those that were decided on."));
  if (!xc_day_is_set (self->decided_on))
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    _ ("The day of the decision is missing. Nothing was recorded; type the day."));
  for (guint i = 0; i < self->members->len; i++)
    {
      g_autoptr (XcRecord) member =
          xc_store_load (store, XC_TABLE_EVENT_MEMBER, g_array_index (self->members, gint64, i), error);
      g_autoptr (XcRecord) event = member == NULL
                                       ? NULL
                                       : xc_store_load (store, XC_TABLE_ORGANIZATION_EVENT,
                                                        xc_record_get_number (member, "event_id"), error);
      char iso[XC_DAY_ISO_SIZE];

      if (event == NULL)
        return FALSE;
      if (self->decided_on < xc_record_get_day (event, "happened_on"))
        return xc_fail (
            error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
            /* translators: %s is a day */
            _ ("The decision would be before the event of %s. Nothing was recorded; check the day."),
            xc_day_format_iso (xc_record_get_day (event, "happened_on"), iso));
      xc_record_set_text (member, "passes", xc_passes_to_word (self->passes));
      xc_record_set_day (member, "decided_on", self->decided_on);
      if (!xc_store_save (store, member, error))
        return FALSE;
    }
  return TRUE;
}
