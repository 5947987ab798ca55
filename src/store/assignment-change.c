/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to inspections that a team has: another team, another kind, other days; or they are taken back. */
#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/value.h"
#include "store/assignment.h"
#include "store/row-name.h"

static char *
dup_organization (XcStore *store, const XcRecord *inspection)
{
  return xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ORGANIZATION,
                          xc_record_get_number (inspection, "organization_id"));
}

static gboolean
means (const XcAssignmentChange *self, const char *field)
{
  return g_strv_contains (self->fields, field);
}

static gboolean
check_place (XcStore *store, const XcRecord *inspection, const char *field, XcTable table, GError **error)
{
  g_autoptr (XcRecord) place = NULL;
  g_autofree char *name = NULL;

  if (!xc_record_is_set (inspection, field))
    return TRUE;
  place = xc_store_load (store, table, xc_record_get_number (inspection, field), error);
  if (place == NULL)
    return FALSE;
  if (xc_record_get_number (place, "round_id") == xc_record_get_number (inspection, "round_id"))
    return TRUE;
  name = dup_organization (store, inspection);
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
      /* translators: %s is the name of an organization */
      _ ("The inspection of “%s” is in another round than that team or batch. Nothing was changed; "
         "choose one of its own round."),
      name);
}

/* Days that were the window of the batch go on to be that; others were somebody's own choice. */
static gboolean
follow_batch (XcStore *store, XcRecord *inspection, gint64 former_batch, GError **error)
{
  gint64 round = xc_record_get_number (inspection, "round_id");
  gint64 batch = xc_record_get_number (inspection, "batch_id");
  XcDaySpan former, window;

  if (batch == former_batch || round == 0)
    return TRUE;
  if (!xc_assignment_get_window (store, round, former_batch, &former, error)
      || !xc_assignment_get_window (store, round, batch, &window, error))
    return FALSE;
  if (xc_record_get_day (inspection, "planned_enters_on") == former.from
      && xc_record_get_day (inspection, "planned_leaves_on") == former.to)
    {
      xc_record_set_day (inspection, "planned_enters_on", window.from);
      xc_record_set_day (inspection, "planned_leaves_on", window.to);
    }
  return TRUE;
}

static gboolean
save (XcStore *store, XcRecord *inspection, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  if (xc_store_save (store, inspection, &reason))
    return TRUE;
  if (!g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  name = dup_organization (store, inspection);
  /* translators: %1$s is the name of an organization, %2$s a sentence that says what is wrong */
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                  _ ("The inspection of “%1$s” cannot be like that: %2$s Nothing was changed."), name,
                  reason->message);
}

static void
copy_field (XcRecord *to, const XcRecord *from, const char *field)
{
  guint index = (guint) xc_catalogue_find_field (XC_TABLE_INSPECTION, field);

  if (!xc_record_is_set_at (from, index))
    xc_record_clear_at (to, index);
  else if (xc_field_is_textual (&xc_catalogue_get (XC_TABLE_INSPECTION)->fields[index]))
    xc_record_set_text_at (to, index, xc_record_get_text_at (from, index));
  else
    xc_record_set_number_at (to, index, xc_record_get_number_at (from, index));
}

/* What goes on from an inspection is the same team's: a village is visited by those who inspect its town. */
static gboolean
move_extensions (XcStore *store, gint64 id, gint64 former_team, gint64 team, GError **error)
{
  g_autoptr (GPtrArray) extensions =
      xc_store_load_where (store, XC_TABLE_INSPECTION, "extends_id", id, error);

  if (extensions == NULL)
    return FALSE;
  for (guint i = 0; i < extensions->len; i++)
    {
      XcRecord *extension = extensions->pdata[i];

      if (xc_record_get_number (extension, "team_id") != former_team)
        continue;
      xc_record_set_number (extension, "team_id", team);
      if (!check_place (store, extension, "team_id", XC_TABLE_TEAM, error) || !save (store, extension, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_one (XcStore *store, const XcAssignmentChange *self, gint64 id, GError **error)
{
  g_autoptr (XcRecord) inspection = xc_store_load (store, XC_TABLE_INSPECTION, id, error);
  gint64 former_batch, former_team;

  if (inspection == NULL)
    return FALSE;
  former_batch = xc_record_get_number (inspection, "batch_id");
  former_team = xc_record_get_number (inspection, "team_id");
  for (guint i = 0; self->fields[i] != NULL; i++)
    copy_field (inspection, self->values, self->fields[i]);
  if (means (self, "counts") && g_strcmp0 (xc_record_get_text (inspection, "counts"), "by_kind") == 0)
    xc_record_clear (inspection, "counts_reason");
  if (means (self, "batch_id") && !means (self, "planned_enters_on") && !means (self, "planned_leaves_on")
      && !follow_batch (store, inspection, former_batch, error))
    return FALSE;
  if (!check_place (store, inspection, "team_id", XC_TABLE_TEAM, error)
      || !check_place (store, inspection, "batch_id", XC_TABLE_BATCH, error)
      || !save (store, inspection, error))
    return FALSE;
  return !means (self, "team_id") || former_team == xc_record_get_number (inspection, "team_id")
         || former_team == 0
         || move_extensions (store, id, former_team, xc_record_get_number (inspection, "team_id"), error);
}

/**
 * xc_assignment_change:
 * @store: a ledger, inside an action
 * @change: (type XcAssignmentChange): what is to be
 * @error: return location; %XC_STORE_ERROR_REFUSED when an inspection would be wrong, which the sentence names
 *
 * An #XcStoreAction: all or none. Planned days that are those of the batch follow it to another one; extensions
 * follow to another team.
 */
gboolean
xc_assignment_change (XcStore *store, gpointer change, GError **error)
{
  const XcAssignmentChange *self = change;

  for (guint i = 0; i < self->inspections->len; i++)
    if (!change_one (store, self, g_array_index (self->inspections, gint64, i), error))
      return FALSE;
  return TRUE;
}

static char *
dup_value (XcStore *store, const XcRecord *values, const char *name)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_INSPECTION, name);
  XcValue value = xc_value_of_record (values, (guint) xc_catalogue_find_field (XC_TABLE_INSPECTION, name));

  if (!value.is_set)
    return g_strdup (C_ ("choice", "None"));
  if (field->kind == XC_FIELD_REFERENCE)
    return xc_row_dup_name (xc_store_get_database (store), field->target, value.number);
  return xc_value_format (XC_TABLE_INSPECTION, field, &value);
}

static char *
dup_first (XcStore *store, const GArray *inspections)
{
  g_autoptr (XcRecord) inspection = NULL;

  if (inspections->len > 0)
    inspection = xc_store_load (store, XC_TABLE_INSPECTION, g_array_index (inspections, gint64, 0), NULL);
  return inspection != NULL ? dup_organization (store, inspection) : g_strdup ("");
}

static char *
dup_move_title (const char *team, const char *first, guint n)
{
  if (n == 1)
    /* translators: %1$s is a team, %2$s an organization that another team had before */
    return g_strdup_printf (_ ("%1$s: took over %2$s"), team, first);
  return g_strdup_printf (
      /* translators: %1$s is a team, %2$u a number of organizations that other teams had before */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: took over %2$u organization", "%1$s: took over %2$u organizations",
                   n),
      team, n);
}

/**
 * xc_assignment_change_dup_title:
 * @self: a change
 * @store: the ledger, before it is done
 *
 * Returns: (transfer full): what the history calls it
 */
char *
xc_assignment_change_dup_title (const XcAssignmentChange *self, XcStore *store)
{
  g_autofree char *first = dup_first (store, self->inspections);
  g_autofree char *value = NULL;
  const char *field;
  guint n = self->inspections->len;

  if (self->fields[0] == NULL || self->fields[1] != NULL)
    {
      if (n == 1)
        /* translators: %s is the name of an organization */
        return g_strdup_printf (_ ("Inspection of %s changed"), first);
      /* translators: %u is a number of inspections */
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u inspection changed", "%u inspections changed", n), n);
    }
  value = dup_value (store, self->values, self->fields[0]);
  if (means (self, "team_id"))
    return dup_move_title (value, first, n);
  field = xc_field_title (XC_TABLE_INSPECTION, xc_catalogue_get_field (XC_TABLE_INSPECTION, self->fields[0]));
  if (n == 1)
    /* translators: %1$s is the name of an organization, %2$s the title of a field, %3$s its value */
    return g_strdup_printf (_ ("Inspection of %1$s: %2$s is now “%3$s”"), first, field, value);
  return g_strdup_printf (
      /* translators: %1$s is the title of a table, %2$'u a number of rows, %3$s the title of a field, %4$s its value */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: in %2$'u row %3$s is now “%4$s”",
                   "%1$s: in %2$'u rows %3$s is now “%4$s”", n),
      xc_catalogue_title (XC_TABLE_INSPECTION), n, field, value);
}

/**
 * xc_assignment_move:
 * @store: a ledger
 * @inspections: (element-type gint64): which
 * @team_id: to which team of their round
 * @error: return location for a #XcStoreError
 *
 * One step of the history.
 *
 * Returns: whether they are that team's
 */
gboolean
xc_assignment_move (XcStore *store, const GArray *inspections, gint64 team_id, GError **error)
{
  static const char *const fields[] = { "team_id", NULL };
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_INSPECTION);
  XcAssignmentChange change = { inspections, values, fields };
  g_autofree char *title = NULL;

  xc_record_set_number (values, "team_id", team_id);
  title = xc_assignment_change_dup_title (&change, store);
  return xc_store_run (store, title, xc_assignment_change, &change, error);
}

static gboolean
holds (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
say (GString *list, const char *title, const char *value)
{
  if (list->len > 0)
    g_string_append (list, C_ ("between names", ", "));
  /* translators: %1$s is the title of a field, %2$s its value */
  g_string_append_printf (list, C_ ("field", "%1$s: %2$s"), title, value);
}

static void
say_days (const XcRecord *inspection, GString *list)
{
  static const char *const days[] = { "notified_on", "enters_on",        "leaves_on",         "reported_on",
                                      "fed_back_on", "plan_received_on", "report_received_on" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (xc_record_is_set (inspection, days[i]))
      {
        g_autofree char *day = xc_day_format (xc_record_get_day (inspection, days[i]));

        say (list,
             xc_field_title (XC_TABLE_INSPECTION, xc_catalogue_get_field (XC_TABLE_INSPECTION, days[i])),
             day);
      }
}

/* Rulings of avoidance are about the inspection itself and go with it. */
static gboolean
goes_along (XcTable table, const char *field)
{
  return table == XC_TABLE_AVOIDANCE || g_str_equal (field, "extends_id");
}

static gboolean
say_rows (XcStore *store, gint64 id, GString *list, GError **error)
{
  for (guint table = 0; table < XC_N_TABLES; table++)
    {
      const XcCatalogueTable *entry = xc_catalogue_get (table);

      for (guint i = 0; i < entry->n_fields; i++)
        {
          g_autoptr (GPtrArray) rows = NULL;
          g_autofree char *count = NULL;

          if (entry->fields[i].kind != XC_FIELD_REFERENCE || entry->fields[i].target != XC_TABLE_INSPECTION
              || goes_along (table, entry->fields[i].name))
            continue;
          rows = xc_store_load_where (store, table, entry->fields[i].name, id, error);
          if (rows == NULL)
            return FALSE;
          if (rows->len == 0)
            continue;
          count = g_strdup_printf ("%u", rows->len);
          say (list, xc_catalogue_title (table), count);
        }
    }
  return TRUE;
}

static gboolean
check_free (XcStore *store, const XcRecord *inspection, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *name = NULL;

  say_days (inspection, list);
  if (!say_rows (store, xc_record_get_id (inspection), list, error))
    return FALSE;
  if (list->len == 0)
    return TRUE;
  name = dup_organization (store, inspection);
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
      /* translators: %1$s is the name of an organization, %2$s what is recorded, as “Enters: 2021-09-01,
                   * Problems: 3” */
      _ ("“%1$s” cannot be taken back, because something hangs on its inspection: %2$s. Nothing was "
         "changed; clear that first, or give it to another team."),
      name, list->str);
}

static gboolean
remove_rulings (XcStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rulings = xc_store_load_where (store, XC_TABLE_AVOIDANCE, "inspection_id", id, error);

  for (guint i = 0; rulings != NULL && i < rulings->len; i++)
    if (!xc_store_remove (store, XC_TABLE_AVOIDANCE, xc_record_get_id (rulings->pdata[i]), error))
      return FALSE;
  return rulings != NULL;
}

/* @ids grows while it is gone through: what goes on from an inspection is nothing without it. */
static gboolean
add_extensions (XcStore *store, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) extensions = xc_store_load_where (store, XC_TABLE_INSPECTION, "extends_id",
                                                              g_array_index (ids, gint64, i), error);

      if (extensions == NULL)
        return FALSE;
      for (guint j = 0; j < extensions->len; j++)
        {
          gint64 id = xc_record_get_id (extensions->pdata[j]);

          if (!holds (ids, id))
            g_array_append_val (ids, id);
        }
    }
  return TRUE;
}

static const XcRecord *
find_record (const GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (xc_record_get_id (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

/* How many of @records it goes on from, one after the other. */
static guint
get_depth (const GPtrArray *records, const XcRecord *inspection)
{
  const XcRecord *former = find_record (records, xc_record_get_number (inspection, "extends_id"));
  guint depth = 0;

  while (former != NULL && depth + 1 < records->len)
    {
      former = find_record (records, xc_record_get_number (former, "extends_id"));
      depth++;
    }
  return depth;
}

static gboolean
remove_one (XcStore *store, const XcRecord *inspection, GError **error)
{
  gint64 id = xc_record_get_id (inspection);

  return check_free (store, inspection, error) && remove_rulings (store, id, error)
         && xc_store_remove (store, XC_TABLE_INSPECTION, id, error);
}

/**
 * xc_assignment_take_back:
 * @store: a ledger, inside an action
 * @inspections: (type GArray) (element-type gint64): which
 * @error: return location; %XC_STORE_ERROR_REFUSED when one has begun or rows refer to it, which the sentence names
 *
 * An #XcStoreAction: removes inspections of which nothing has happened yet, the extensions of them, and what was ruled
 * of avoidance in them; all or none.
 */
gboolean
xc_assignment_take_back (XcStore *store, gpointer inspections, GError **error)
{
  g_autoptr (GArray) ids = g_array_copy (inspections);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_record_unref);

  if (!add_extensions (store, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      XcRecord *inspection =
          xc_store_load (store, XC_TABLE_INSPECTION, g_array_index (ids, gint64, i), error);

      if (inspection == NULL)
        return FALSE;
      g_ptr_array_add (records, inspection);
    }
  /* An extension before what it goes on from. */
  for (guint depth = records->len; depth > 0; depth--)
    for (guint i = 0; i < records->len; i++)
      if (get_depth (records, records->pdata[i]) == depth - 1
          && !remove_one (store, records->pdata[i], error))
        return FALSE;
  return TRUE;
}

/**
 * xc_assignment_take_back_dup_title:
 * @inspections: (element-type gint64): which
 * @store: the ledger, before it is done
 *
 * Returns: (transfer full): what the history calls it
 */
char *
xc_assignment_take_back_dup_title (const GArray *inspections, XcStore *store)
{
  g_autofree char *first = dup_first (store, inspections);

  if (inspections->len == 1)
    /* translators: %s is the name of an organization */
    return g_strdup_printf (_ ("%s taken back"), first);
  return g_strdup_printf (
      /* translators: %u is a number of organizations */
      g_dngettext (GETTEXT_PACKAGE, "%u organization taken back", "%u organizations taken back",
                   inspections->len),
      inspections->len);
}
