/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings.h"

#include "app/application.h"

/**
 * xc_settings_get:
 *
 * A program that was copied without being installed has no description of its settings; GSettings would end it. It works
 * as after its first start then, and remembers nothing.
 *
 * Returns: (transfer none) (nullable): the settings, or %NULL when their schema is not installed
 */
GSettings *
xc_settings_get (void)
{
  static GSettings *settings;
  static gboolean is_looked_up;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (is_looked_up)
    return settings;
  is_looked_up = TRUE;
  if (g_settings_schema_source_get_default () != NULL)
    schema =
        g_settings_schema_source_lookup (g_settings_schema_source_get_default (), XC_APPLICATION_ID, TRUE);
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  return settings;
}
