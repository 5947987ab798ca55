/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/assignment.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "store/inspection-serials.h"
#include "store/row-name.h"

/**
 * xc_assignment_new:
 * @round_id: a round
 * @team_id: a team of it
 * @batch_id: a batch of it, or 0
 *
 * Returns: (transfer full): an assignment of nobody yet
 */
XcAssignment *
xc_assignment_new (gint64 round_id, gint64 team_id, gint64 batch_id)
{
  XcAssignment *self = g_new0 (XcAssignment, 1);

  self->round_id = round_id;
  self->team_id = team_id;
  self->batch_id = batch_id;
  self->organizations = g_array_new (FALSE, FALSE, sizeof (XcAssignedOrganization));
  return self;
}

/**
 * xc_assignment_free:
 * @self: (transfer full): what to free
 */
void
xc_assignment_free (XcAssignment *self)
{
  g_array_unref (self->organizations);
  g_free (self);
}

/**
 * xc_assignment_add:
 * @self: an assignment
 * @organization_id: who is given, too; nothing is added when it is there already
 * @parent_id: with whom it comes along, or 0
 * @kind: of its inspection
 */
void
xc_assignment_add (XcAssignment *self, gint64 organization_id, gint64 parent_id, XcInspectionKind kind)
{
  XcAssignedOrganization row = { organization_id, parent_id, kind };

  for (guint i = 0; i < self->organizations->len; i++)
    if (g_array_index (self->organizations, XcAssignedOrganization, i).organization_id == organization_id)
      return;
  g_array_append_val (self->organizations, row);
}

static gboolean
read_span (const XcRecord *row, const char *from, const char *to, XcDaySpan *span)
{
  XcDaySpan read = { xc_record_get_day (row, from), xc_record_get_day (row, to) };

  if (!xc_day_span_is_set (read))
    return FALSE;
  *span = read;
  return TRUE;
}

/* When the teams are planned to be on site; @batch_id 0 asks for what is planned for the whole round. */
static gboolean
find_on_site (const GPtrArray *stages, gint64 batch_id, XcDaySpan *span)
{
  for (guint i = 0; i < stages->len; i++)
    if (g_strcmp0 (xc_record_get_text (stages->pdata[i], "stage"), "on_site") == 0
        && xc_record_get_number (stages->pdata[i], "batch_id") == batch_id
        && read_span (stages->pdata[i], "planned_from", "planned_to", span))
      return TRUE;
  return FALSE;
}

/**
 * xc_assignment_get_window:
 * @store: a ledger
 * @round_id: a round
 * @batch_id: a batch of it, or 0
 * @window: (out): the days on which its teams are planned to be on site: those of that stage of the batch, else those
 *   of the batch, else the same of the round; %XC_DAY_SPAN_NONE when nothing says it
 * @error: return location for a #XcStoreError
 *
 * Returns: whether the ledger could be read
 */
gboolean
xc_assignment_get_window (XcStore *store, gint64 round_id, gint64 batch_id, XcDaySpan *window, GError **error)
{
  g_autoptr (XcRecord) round = xc_store_load (store, XC_TABLE_ROUND, round_id, error);
  g_autoptr (XcRecord) batch = NULL;
  g_autoptr (GPtrArray) stages = NULL;

  *window = XC_DAY_SPAN_NONE;
  if (round == NULL)
    return FALSE;
  stages = xc_store_load_where (store, XC_TABLE_ROUND_STAGE, "round_id", round_id, error);
  if (stages == NULL)
    return FALSE;
  if (batch_id != 0)
    {
      batch = xc_store_load (store, XC_TABLE_BATCH, batch_id, error);
      if (batch == NULL)
        return FALSE;
      if (find_on_site (stages, batch_id, window) || read_span (batch, "starts_on", "ends_on", window))
        return TRUE;
    }
  if (!find_on_site (stages, 0, window))
    read_span (round, "starts_on", "ends_on", window);
  return TRUE;
}

static gboolean
belongs_to_round (XcStore *store, XcTable table, gint64 id, gint64 round_id, GError **error)
{
  g_autoptr (XcRecord) row = xc_store_load (store, table, id, error);

  if (row == NULL)
    return FALSE;
  return xc_record_get_number (row, "round_id") == round_id
         || xc_fail (
             error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
             _ ("The team or batch belongs to another round. Nothing was given; choose one of the round "
                "itself."));
}

/* One inspection of a kind is enough in a round. */
static gboolean
check_not_given (XcStore *store, const XcAssignment *self, const XcAssignedOrganization *given,
                 const GPtrArray *others, GError **error)
{
  const char *kind = xc_inspection_kind_to_word (given->kind);

  for (guint i = 0; i < others->len; i++)
    {
      const XcRecord *other = others->pdata[i];
      gint64 team = xc_record_get_number (other, "team_id");
      g_autofree char *name = NULL;
      g_autofree char *team_name = NULL;

      if (xc_record_get_number (other, "round_id") != self->round_id
          || g_strcmp0 (xc_record_get_text (other, "kind"), kind) != 0)
        continue;
      name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ORGANIZATION, given->organization_id);
      team_name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_TEAM, team);
      if (team == 0)
        return xc_fail (
            error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
            /* translators: %s is the name of an organization */
            _ ("“%s” has an inspection of this kind in this round already. Nothing was given; give "
               "that one to a team instead."),
            name);
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
          /* translators: %1$s is the name of an organization, %2$s of a team */
          _ ("“%1$s” was given to %2$s with this kind of inspection already. Nothing was given; move "
             "it from there instead."),
          name, team_name);
    }
  return TRUE;
}

static gboolean
give_one (XcStore *store, const XcAssignment *self, guint index, XcDaySpan window,
          XcInspectionSerials *serials, gint64 *ids, GError **error)
{
  const XcAssignedOrganization *given = &g_array_index (self->organizations, XcAssignedOrganization, index);
  g_autoptr (GPtrArray) others =
      xc_store_load_where (store, XC_TABLE_INSPECTION, "organization_id", given->organization_id, error);
  g_autoptr (XcRecord) inspection = xc_record_new (XC_TABLE_INSPECTION);

  if (others == NULL || !check_not_given (store, self, given, others, error))
    return FALSE;
  xc_record_set_number (inspection, "round_id", self->round_id);
  xc_record_set_number (inspection, "team_id", self->team_id);
  if (self->batch_id != 0)
    xc_record_set_number (inspection, "batch_id", self->batch_id);
  xc_record_set_number (inspection, "organization_id", given->organization_id);
  xc_record_set_number (inspection, "serial", xc_inspection_serials_take (serials, given->organization_id));
  xc_record_set_text (inspection, "kind", xc_inspection_kind_to_word (given->kind));
  xc_record_set_day (inspection, "planned_enters_on", window.from);
  xc_record_set_day (inspection, "planned_leaves_on", window.to);
  for (guint i = 0; i < index && given->kind == XC_INSPECTION_EXTENDED; i++)
    if (g_array_index (self->organizations, XcAssignedOrganization, i).organization_id == given->parent_id)
      xc_record_set_number (inspection, "extends_id", ids[i]);
  if (!xc_store_save (store, inspection, error))
    return FALSE;
  ids[index] = xc_record_get_id (inspection);
  return TRUE;
}

/**
 * xc_assignment_give:
 * @store: a ledger, inside an action
 * @assignment: (type XcAssignment): who is given to whom
 * @error: return location; %XC_STORE_ERROR_REFUSED when an organization has such an inspection in the round already,
 *   or team or batch are of another round
 *
 * An #XcStoreAction: each organization gets an inspection with its number in the round, planned for the days of
 * xc_assignment_get_window().
 */
gboolean
xc_assignment_give (XcStore *store, gpointer assignment, GError **error)
{
  const XcAssignment *self = assignment;
  g_autoptr (XcInspectionSerials) serials = NULL;
  g_autofree gint64 *ids = g_new0 (gint64, self->organizations->len + 1);
  XcDaySpan window;

  if (!belongs_to_round (store, XC_TABLE_TEAM, self->team_id, self->round_id, error)
      || (self->batch_id != 0
          && !belongs_to_round (store, XC_TABLE_BATCH, self->batch_id, self->round_id, error))
      || !xc_assignment_get_window (store, self->round_id, self->batch_id, &window, error))
    return FALSE;
  serials = xc_inspection_serials_load (store, self->round_id, error);
  if (serials == NULL)
    return FALSE;
  for (guint i = 0; i < self->organizations->len; i++)
    if (!give_one (store, self, i, window, serials, ids, error))
      return FALSE;
  return TRUE;
}

/**
 * xc_assignment_dup_title:
 * @self: an assignment
 * @store: the ledger
 *
 * Returns: (transfer full): what the history calls it
 */
char *
xc_assignment_dup_title (const XcAssignment *self, XcStore *store)
{
  XcDatabase *database = xc_store_get_database (store);
  g_autofree char *team = xc_row_dup_name (database, XC_TABLE_TEAM, self->team_id);
  g_autofree char *name = NULL;
  guint n = self->organizations->len;

  if (n == 1)
    {
      name = xc_row_dup_name (database, XC_TABLE_ORGANIZATION,
                              g_array_index (self->organizations, XcAssignedOrganization, 0).organization_id);
      /* translators: %1$s is a team, %2$s an organization that is now its to inspect */
      return g_strdup_printf (_ ("%1$s: given %2$s"), team, name);
    }
  return g_strdup_printf (
      /* translators: %1$s is a team, %2$u a number of organizations that are now its to inspect */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: given %2$u organization", "%1$s: given %2$u organizations", n),
      team, n);
}
