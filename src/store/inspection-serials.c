/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/inspection-serials.h"

#include "store/query.h"

struct _XcInspectionSerials
{
  GHashTable *by_organization; /* gint64 → gint64 */
  gint64 largest;
};

static void
keep (XcInspectionSerials *self, gint64 organization_id, gint64 serial)
{
  self->largest = MAX (self->largest, serial);
  g_hash_table_insert (self->by_organization, g_memdup2 (&organization_id, sizeof organization_id),
                       g_memdup2 (&serial, sizeof serial));
}

/* Those of a higher committee; what is said of a round holds for all of them together. */
static GPtrArray *
load_outside_rounds (XcStore *store, GError **error)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_INSPECTION);
  g_autoptr (GArray) ids = NULL;

  xc_query_add_filter (query, "round_id", XC_RELATION_EMPTY, NULL, 0);
  ids = xc_query_ids (query, store, error);
  return ids != NULL ? xc_store_load_ids (store, XC_TABLE_INSPECTION,
                                          (const gint64 *) (gconstpointer) ids->data, ids->len, error)
                     : NULL;
}

/**
 * xc_inspection_serials_load:
 * @store: a ledger
 * @round_id: a round; 0: outside the rounds
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): the numbers given in the round, or %NULL
 */
XcInspectionSerials *
xc_inspection_serials_load (XcStore *store, gint64 round_id, GError **error)
{
  g_autoptr (GPtrArray) inspections =
      round_id != 0 ? xc_store_load_where (store, XC_TABLE_INSPECTION, "round_id", round_id, error)
                    : load_outside_rounds (store, error);
  XcInspectionSerials *self;

  if (inspections == NULL)
    return NULL;
  self = g_new0 (XcInspectionSerials, 1);
  self->by_organization = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  /* From the last to the first, so that of several numbers of one organization the first one holds. */
  for (guint i = inspections->len; i > 0; i--)
    if (xc_record_is_set (inspections->pdata[i - 1], "serial"))
      keep (self, xc_record_get_number (inspections->pdata[i - 1], "organization_id"),
            xc_record_get_number (inspections->pdata[i - 1], "serial"));
  return self;
}

/**
 * xc_inspection_serials_free:
 * @self: (transfer full): what to free
 */
void
xc_inspection_serials_free (XcInspectionSerials *self)
{
  g_hash_table_unref (self->by_organization);
  g_free (self);
}

/**
 * xc_inspection_serials_take:
 * @self: the numbers of a round
 * @organization_id: an organization
 *
 * Returns: the number that it has there, or else the next one that is free, which is its own from now on
 */
gint64
xc_inspection_serials_take (XcInspectionSerials *self, gint64 organization_id)
{
  const gint64 *known = g_hash_table_lookup (self->by_organization, &organization_id);

  if (known != NULL)
    return *known;
  keep (self, organization_id, self->largest + 1);
  return self->largest;
}
