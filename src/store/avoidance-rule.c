/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/avoidance-rule.h"

#include <glib/gi18n-lib.h>

#include "store/settings.h"

#define GROUNDS "avoidance.grounds"
#define PAST_YEARS "avoidance.past-years"
#define LONG_YEARS "avoidance.long-years"
#define INSPECTED_YEARS "avoidance.inspected-years"
#define BASIS "avoidance.basis"

/* Words that are not known, as of a newer program, are passed over. */
static guint
read_grounds (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  guint grounds = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      XcAvoidanceGround ground;

      if (xc_avoidance_ground_from_word (list[i], &ground))
        grounds |= XC_AVOIDANCE_MASK (ground);
    }
  return grounds;
}

/* What was ruled is always looked for, so the list is never empty. */
static char *
write_grounds (guint grounds)
{
  GString *words = g_string_new (xc_avoidance_ground_to_word (XC_AVOIDANCE_RULED));

  for (guint i = XC_AVOIDANCE_RULED + 1; i < XC_N_AVOIDANCE_GROUNDS; i++)
    if ((grounds & XC_AVOIDANCE_MASK (i)) != 0)
      g_string_append_printf (words, " %s", xc_avoidance_ground_to_word ((XcAvoidanceGround) i));
  return g_string_free (words, FALSE);
}

/**
 * xc_avoidance_rule_load:
 * @store: a ledger
 * @rule: (out caller-allocates): its rule; what was not set is as shipped
 * @basis: (out) (optional) (nullable) (transfer full): the document that the office follows, in its own words
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be read
 */
gboolean
xc_avoidance_rule_load (XcStore *store, XcAvoidanceRule *rule, char **basis, GError **error)
{
  g_autofree char *words = NULL;

  xc_avoidance_rule_init (rule);
  if (!xc_store_settings_get (store, GROUNDS, &words, error)
      || !xc_store_settings_get_number (store, PAST_YEARS, 1, XC_AVOIDANCE_YEARS_MAX, &rule->past_years,
                                        error)
      || !xc_store_settings_get_number (store, LONG_YEARS, 1, XC_AVOIDANCE_YEARS_MAX, &rule->long_years,
                                        error)
      || !xc_store_settings_get_number (store, INSPECTED_YEARS, 0, XC_AVOIDANCE_YEARS_MAX,
                                        &rule->inspected_years, error))
    return FALSE;
  if (words != NULL)
    rule->grounds = read_grounds (words) | XC_AVOIDANCE_MASK (XC_AVOIDANCE_RULED);
  return basis == NULL || xc_store_settings_get (store, BASIS, basis, error);
}

typedef struct
{
  const XcAvoidanceRule *rule;
  const char *basis;
} Saving;

static gboolean
put_number (XcStore *store, const char *name, guint number, guint shipped, GError **error)
{
  g_autofree char *digits = number == shipped ? NULL : g_strdup_printf ("%u", number);

  return xc_store_settings_put (store, name, digits, error);
}

static gboolean
put (XcStore *store, gpointer data, GError **error)
{
  const Saving *saving = data;
  g_autofree char *words = NULL;
  XcAvoidanceRule shipped;

  xc_avoidance_rule_init (&shipped);
  if ((saving->rule->grounds | XC_AVOIDANCE_MASK (XC_AVOIDANCE_RULED)) != shipped.grounds)
    words = write_grounds (saving->rule->grounds);
  return xc_store_settings_put (store, GROUNDS, words, error)
         && put_number (store, PAST_YEARS, saving->rule->past_years, shipped.past_years, error)
         && put_number (store, LONG_YEARS, saving->rule->long_years, shipped.long_years, error)
         && put_number (store, INSPECTED_YEARS, saving->rule->inspected_years, shipped.inspected_years, error)
         && xc_store_settings_put (store, BASIS, saving->basis, error);
}

/**
 * xc_avoidance_rule_save:
 * @store: a ledger
 * @rule: its rule from now on
 * @basis: (nullable): the document that the office follows
 * @error: return location for a #XcStoreError
 *
 * One step that can be undone. What is as shipped is not written down, so that it follows the program.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_avoidance_rule_save (XcStore *store, const XcAvoidanceRule *rule, const char *basis, GError **error)
{
  Saving saving = { rule, basis };

  return xc_store_run (store, _ ("Rule of avoidance"), put, &saving, error);
}
