/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/settings.h"

#include "core/numeral.h"

static XcRecord *
find (XcStore *store, const char *name, gboolean *failed, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (xc_store_get_database (store), "SELECT id FROM setting WHERE name = ?1", error);
  XcRecord *record = NULL;
  gboolean row = FALSE;

  *failed = TRUE;
  if (statement == NULL)
    return NULL;
  xc_statement_bind_text (statement, 1, name);
  if (!xc_statement_step (statement, &row, error))
    return NULL;
  if (row)
    record = xc_store_load (store, XC_TABLE_SETTING, xc_statement_get_integer (statement, 0), error);
  *failed = row && record == NULL;
  return record;
}

/**
 * xc_store_settings_get:
 * @store: a ledger
 * @name: of a setting
 * @value: (out) (nullable) (transfer full): what it was set to; %NULL when it was not
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be read
 */
gboolean
xc_store_settings_get (XcStore *store, const char *name, char **value, GError **error)
{
  gboolean failed;
  g_autoptr (XcRecord) record = find (store, name, &failed, error);

  *value = record != NULL ? g_strdup (xc_record_get_text (record, "value")) : NULL;
  return !failed;
}

/**
 * xc_store_settings_get_number:
 * @store: a ledger
 * @name: of a setting
 * @least: smallest number that makes sense
 * @most: largest one
 * @number: (inout): stays as it is when it was not set, or to none that makes sense
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be read
 */
gboolean
xc_store_settings_get_number (XcStore *store, const char *name, guint least, guint most, guint *number,
                              GError **error)
{
  g_autofree char *value = NULL;
  int parsed;

  if (!xc_store_settings_get (store, name, &value, error))
    return FALSE;
  if (value != NULL && xc_numeral_parse (value, &parsed) && parsed >= 0 && (guint) parsed >= least
      && (guint) parsed <= most)
    *number = (guint) parsed;
  return TRUE;
}

/**
 * xc_store_settings_put:
 * @store: a ledger, inside an action
 * @name: of a setting
 * @value: (nullable): what it is set to; %NULL or nothing for what is shipped
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_store_settings_put (XcStore *store, const char *name, const char *value, GError **error)
{
  gboolean failed;
  g_autoptr (XcRecord) record = find (store, name, &failed, error);

  if (failed)
    return FALSE;
  if (value == NULL || *value == '\0')
    return record == NULL || xc_store_remove (store, XC_TABLE_SETTING, xc_record_get_id (record), error);
  if (record == NULL)
    {
      record = xc_record_new (XC_TABLE_SETTING);
      xc_record_set_text (record, "name", name);
    }
  xc_record_set_text (record, "value", value);
  return xc_store_save (store, record, error);
}
