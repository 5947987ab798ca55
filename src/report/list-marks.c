/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-marks.h"

#include <glib/gi18n-lib.h>

#include "report/list-layout.h"

typedef struct
{
  const char *unit;
  const char *marking;
} Marks;

/**
 * xc_list_marks_load:
 * @store: a ledger
 * @unit: (out) (nullable): who issues its lists
 * @marking: (out) (nullable): the marking line
 * @error: return location for a #XcStoreError
 *
 * Returns: whether they could be read; lists that differ are told by the first
 */
gboolean
xc_list_marks_load (XcStore *store, char **unit, char **marking, GError **error)
{
  g_autoptr (XcListLayout) layout = NULL;

  g_return_val_if_fail (XC_IS_STORE (store) && unit != NULL && marking != NULL, FALSE);

  layout = xc_list_layout_load (store, XC_LIST_PROBLEM, error);
  if (layout == NULL)
    return FALSE;
  *unit = g_steal_pointer (&layout->unit);
  *marking = g_steal_pointer (&layout->marking);
  return TRUE;
}

static XcRecord *
find_layout (GPtrArray *layouts, XcList list)
{
  XcRecord *layout;

  for (guint i = 0; i < layouts->len; i++)
    if (g_strcmp0 (xc_record_get_text (layouts->pdata[i], "list"), xc_list_to_word (list)) == 0)
      return xc_record_ref (layouts->pdata[i]);
  layout = xc_record_new (XC_TABLE_LIST_LAYOUT);
  xc_record_set_text (layout, "list", xc_list_to_word (list));
  return layout;
}

/**
 * xc_list_marks_put:
 * @store: a ledger, inside an action
 * @unit: (nullable): who issues its lists
 * @marking: (nullable): the marking line
 * @error: return location for a #XcStoreError
 *
 * For actions of which this is only a part. Every list gets both; the rest of its layout stays as it is.
 *
 * Returns: whether they are in the ledger
 */
gboolean
xc_list_marks_put (XcStore *store, const char *unit, const char *marking, GError **error)
{
  g_autoptr (GPtrArray) layouts = xc_store_load_all (store, XC_TABLE_LIST_LAYOUT, error);

  if (layouts == NULL)
    return FALSE;
  for (guint i = 0; i < XC_N_LISTS; i++)
    {
      g_autoptr (XcRecord) layout = find_layout (layouts, (XcList) i);

      xc_record_set_text (layout, "unit", unit);
      xc_record_set_text (layout, "marking", marking);
      if (!xc_store_save (store, layout, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put (XcStore *store, gpointer data, GError **error)
{
  const Marks *marks = data;

  return xc_list_marks_put (store, marks->unit, marks->marking, error);
}

/**
 * xc_list_marks_save:
 * @store: a ledger
 * @unit: (nullable): who issues its lists
 * @marking: (nullable): the marking line
 * @error: return location for a #XcStoreError
 *
 * Writes both as one step that can be undone.
 *
 * Returns: whether they are in the ledger
 */
gboolean
xc_list_marks_save (XcStore *store, const char *unit, const char *marking, GError **error)
{
  Marks marks = { unit, marking };

  g_return_val_if_fail (XC_IS_STORE (store), FALSE);
  return xc_store_run (store, _ ("What lists carry"), put, &marks, error);
}
