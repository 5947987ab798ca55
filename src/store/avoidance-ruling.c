/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/avoidance-ruling.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/text.h"
#include "store/row-name.h"

static char *
name_person (XcStore *store, gint64 id)
{
  g_autoptr (XcRecord) person = xc_store_load (store, XC_TABLE_PERSON, id, NULL);

  return g_strdup (person != NULL ? xc_record_get_text (person, "name") : "");
}

static char *
name_organization (XcStore *store, gint64 id)
{
  return xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ORGANIZATION, id);
}

/* What was ruled for just the same, if anything. */
static XcRecord *
find_ruling (const GPtrArray *rulings, const XcAvoidanceSubject *subject)
{
  for (guint i = 0; i < rulings->len; i++)
    if (xc_record_get_number (rulings->pdata[i], "organization_id") == subject->organization_id
        && xc_record_get_number (rulings->pdata[i], "inspection_id") == subject->inspection_id)
      return rulings->pdata[i];
  return NULL;
}

/* One ruling says the contrary of the other: which holds is not for the program to say. */
static gboolean
fail_contrary (XcStore *store, const XcAvoidanceDecision *decision, const XcAvoidanceSubject *subject,
               GError **error)
{
  g_autofree char *person = name_person (store, subject->person_id);
  g_autofree char *organization = name_organization (store, subject->organization_id);

  if (decision->ruling == XC_RULING_WAIVED)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    /* translators: %1$s is a person, %2$s an organization */
                    _ ("It was ruled that %1$s avoids %2$s. Nothing was waived; withdraw that ruling first."),
                    person, organization);
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                  /* translators: %1$s is a person, %2$s an organization */
                  _ ("Avoidance was waived for %1$s at %2$s. Nothing was ruled; withdraw the waiver first."),
                  person, organization);
}

/* A second ruling of the same kind takes the place of the first: the history has both. */
static gboolean
decide_one (XcStore *store, const XcAvoidanceDecision *decision, const XcAvoidanceSubject *subject,
            GError **error)
{
  g_autoptr (GPtrArray) rulings =
      xc_store_load_where (store, XC_TABLE_AVOIDANCE, "person_id", subject->person_id, error);
  const char *word = xc_ruling_to_word (decision->ruling);
  g_autoptr (XcRecord) record = NULL;

  if (rulings == NULL)
    return FALSE;
  record = find_ruling (rulings, subject);
  if (record != NULL)
    xc_record_ref (record);
  else
    {
      record = xc_record_new (XC_TABLE_AVOIDANCE);
      xc_record_set_number (record, "person_id", subject->person_id);
      xc_record_set_number (record, "organization_id", subject->organization_id);
      if (subject->inspection_id != 0)
        xc_record_set_number (record, "inspection_id", subject->inspection_id);
      xc_record_set_text (record, "ruling", word);
    }
  if (g_strcmp0 (xc_record_get_text (record, "ruling"), word) != 0)
    return fail_contrary (store, decision, subject, error);
  xc_record_set_text (record, "reason", decision->reason);
  xc_record_set_day (record, "ruled_on", decision->ruled_on);
  return xc_store_save (store, record, error);
}

static gboolean
decide (XcStore *store, gpointer data, GError **error)
{
  const XcAvoidanceDecision *decision = data;

  for (guint i = 0; i < decision->subjects->len; i++)
    if (!decide_one (store, decision, &g_array_index (decision->subjects, XcAvoidanceSubject, i), error))
      return FALSE;
  return TRUE;
}

static char *
dup_title (XcStore *store, const XcAvoidanceDecision *decision)
{
  const XcAvoidanceSubject *first = &g_array_index (decision->subjects, XcAvoidanceSubject, 0);
  g_autofree char *person = name_person (store, first->person_id);
  g_autofree char *organization = name_organization (store, first->organization_id);

  if (decision->ruling == XC_RULING_AVOID)
    /* translators: %1$s is a person, %2$s an organization */
    return g_strdup_printf (_ ("Ruled to avoid: %1$s, %2$s"), person, organization);
  if (decision->subjects->len > 1)
    /* translators: %1$s is a person, %2$s an organization */
    return g_strdup_printf (_ ("Avoidance waived: %1$s, %2$s and others"), person, organization);
  /* translators: %1$s is a person, %2$s an organization */
  return g_strdup_printf (_ ("Avoidance waived: %1$s, %2$s"), person, organization);
}

/**
 * xc_avoidance_decide:
 * @store: a ledger, not in an action
 * @decision: what is decided
 * @title: (out) (optional): what the history calls it
 * @error: return location; %XC_STORE_ERROR_REFUSED without a reason, about nothing, or where the contrary was ruled
 *
 * A waiver for one inspection covers all that stands against the person there. What was ruled in the same way before
 * is replaced.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_avoidance_decide (XcStore *store, const XcAvoidanceDecision *decision, char **title, GError **error)
{
  g_autofree char *reason = xc_text_clean (decision->reason != NULL ? decision->reason : "");
  XcAvoidanceDecision clean = *decision;
  g_autofree char *words = NULL;

  if (*reason == '\0' && decision->ruling == XC_RULING_WAIVED)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
        _ ("Avoidance is waived only with a written reason. Nothing was waived; type who allows it "
           "and why."));
  if (*reason == '\0')
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    _ ("A ruling to avoid needs a written reason. Nothing was ruled; type it."));
  if (decision->subjects->len == 0)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    _ ("Nobody is chosen. Nothing was recorded; choose a person and an organization."));
  clean.reason = reason;
  words = dup_title (store, &clean);
  if (!xc_store_run (store, words, decide, &clean, error))
    return FALSE;
  if (title != NULL)
    *title = g_steal_pointer (&words);
  return TRUE;
}

static gboolean
withdraw (XcStore *store, gpointer data, GError **error)
{
  const GArray *rulings = data;

  for (guint i = 0; i < rulings->len; i++)
    if (!xc_store_remove (store, XC_TABLE_AVOIDANCE, g_array_index (rulings, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * xc_avoidance_withdraw:
 * @store: a ledger, not in an action
 * @rulings: (element-type gint64): what holds no more
 * @title: (out) (optional): what the history calls it
 * @error: return location; %XC_STORE_ERROR_NOT_FOUND when the first is no longer there
 *
 * Returns: whether it was withdrawn
 */
gboolean
xc_avoidance_withdraw (XcStore *store, const GArray *rulings, char **title, GError **error)
{
  g_autoptr (XcRecord) first = NULL;
  g_autofree char *person = NULL;
  g_autofree char *organization = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (rulings->len > 0, FALSE);
  first = xc_store_load (store, XC_TABLE_AVOIDANCE, g_array_index (rulings, gint64, 0), error);
  if (first == NULL)
    return FALSE;
  person = name_person (store, xc_record_get_number (first, "person_id"));
  organization = name_organization (store, xc_record_get_number (first, "organization_id"));
  if (g_strcmp0 (xc_record_get_text (first, "ruling"), xc_ruling_to_word (XC_RULING_WAIVED)) == 0)
    /* translators: %1$s is a person, %2$s an organization */
    words = g_strdup_printf (_ ("Waiver withdrawn: %1$s, %2$s"), person, organization);
  else
    /* translators: %1$s is a person, %2$s an organization */
    words = g_strdup_printf (_ ("Ruling to avoid withdrawn: %1$s, %2$s"), person, organization);
  if (!xc_store_run (store, words, withdraw, (gpointer) rulings, error))
    return FALSE;
  if (title != NULL)
    *title = g_steal_pointer (&words);
  return TRUE;
}
