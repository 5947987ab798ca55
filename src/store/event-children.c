/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the organizations below those that an event ends. */
#include "store/organization-events.h"

/* Who is there no more after @event: the predecessors that do not go on. */
static gboolean
ends (const XcOrganizationEvent *event, gint64 id)
{
  gboolean is_before = FALSE;

  if (event->kind != XC_EVENT_MERGED && event->kind != XC_EVENT_SPLIT && event->kind != XC_EVENT_ABOLISHED)
    return FALSE;
  for (guint i = 0; i < event->predecessors->len; i++)
    is_before = is_before || g_array_index (event->predecessors, gint64, i) == id;
  for (guint i = 0; i < event->successors->len; i++)
    is_before = is_before && g_array_index (event->successors, gint64, i) != id;
  return is_before;
}

static gboolean
is_there (const XcRecord *organization, XcDay day)
{
  XcDay from = xc_record_get_day (organization, "valid_from");
  XcDay to = xc_record_get_day (organization, "valid_to");

  return (!xc_day_is_set (from) || from < day) && (!xc_day_is_set (to) || to > day);
}

/**
 * xc_organization_event_find_children:
 * @event: what happened
 * @store: the ledger
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type gint64): the organizations that are there on the day of @event, and whose
 *   parent is there no more from then on; or %NULL
 */
GArray *
xc_organization_event_find_children (const XcOrganizationEvent *event, XcStore *store, GError **error)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < event->predecessors->len; i++)
    {
      gint64 parent = g_array_index (event->predecessors, gint64, i);
      g_autoptr (GPtrArray) below = ends (event, parent) ? xc_store_load_where (store, XC_TABLE_ORGANIZATION,
                                                                                "parent_id", parent, error)
                                                         : g_ptr_array_new ();

      if (below == NULL)
        return NULL;
      for (guint j = 0; j < below->len; j++)
        {
          gint64 id = xc_record_get_id (below->pdata[j]);

          if (!ends (event, id) && is_there (below->pdata[j], event->day))
            g_array_append_val (children, id);
        }
    }
  return g_steal_pointer (&children);
}

/* The one that is there after a merger; of nothing else there is only one. */
static gboolean
find_successor (XcStore *store, const XcOrganizationEvent *event, gint64 event_id, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) members =
      xc_store_load_where (store, XC_TABLE_EVENT_MEMBER, "event_id", event_id, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; event->kind == XC_EVENT_MERGED && i < members->len; i++)
    if (g_strcmp0 (xc_record_get_text (members->pdata[i], "side"), xc_event_side_to_word (XC_SIDE_AFTER))
        == 0)
      *id = xc_record_get_number (members->pdata[i], "organization_id");
  return TRUE;
}

static gboolean
move_child (XcStore *store, gint64 child, gint64 parent, gint64 event_id, GError **error)
{
  g_autoptr (XcRecord) organization = xc_store_load (store, XC_TABLE_ORGANIZATION, child, error);
  g_autoptr (XcRecord) member = xc_event_member_new (XC_EVENT_MOVED, event_id, child, XC_SIDE_BEFORE);
  g_autoptr (XcRecord) former = NULL;

  if (organization == NULL)
    return FALSE;
  /* What was below a predecessor and succeeds it cannot be below itself: it is where the predecessor was. */
  if (parent == child)
    {
      former = xc_store_load (store, XC_TABLE_ORGANIZATION, xc_record_get_number (organization, "parent_id"),
                              error);
      if (former == NULL)
        return FALSE;
      parent = xc_record_get_number (former, "parent_id");
    }
  xc_event_move_organization (organization, member, "parent_id", parent);
  return xc_store_save (store, member, error) && xc_store_save (store, organization, error);
}

/**
 * xc_organization_event_move_children:
 * @event: what happened
 * @event_id: its row
 * @store: the ledger, inside the action that recorded it
 * @error: return location for a #XcStoreError
 *
 * Moves the organizations below those that ended to where @event says, as an event of the same day, so that it stands in
 * their own stories.
 */
gboolean
xc_organization_event_move_children (const XcOrganizationEvent *event, gint64 event_id, XcStore *store,
                                     GError **error)
{
  g_autoptr (GArray) children = xc_organization_event_find_children (event, store, error);
  g_autoptr (XcRecord) move = xc_record_new (XC_TABLE_ORGANIZATION_EVENT);
  gint64 parent = event->children_parent_id;

  if (children == NULL || (parent == 0 && !find_successor (store, event, event_id, &parent, error)))
    return FALSE;
  if (children->len == 0)
    return TRUE;
  xc_record_set_text (move, "kind", xc_event_kind_to_word (XC_EVENT_MOVED));
  xc_record_set_day (move, "happened_on", event->day);
  xc_record_set_text (move, "document", event->document);
  xc_record_set_text (move, "reason", event->reason);
  if (!xc_store_save (store, move, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!move_child (store, g_array_index (children, gint64, i), parent, xc_record_get_id (move), error))
      return FALSE;
  return TRUE;
}
