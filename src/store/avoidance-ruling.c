/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/avoidance-ruling.h"

#include <glib/gi18n-lib.h>

#include "core/avoidance-words.h"
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

static gboolean
refuse (const char *sentence, GError **error)
{
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED, "%s", sentence);
}

static gboolean
is_waiver (const XcRecord *record)
{
  return g_strcmp0 (xc_record_get_text (record, "ruling"), xc_ruling_to_word (XC_RULING_WAIVED)) == 0;
}

static gboolean
is_changed (const XcRecord *record, const char *field)
{
  return xc_record_is_changed_at (record, (guint) xc_catalogue_find_field (XC_TABLE_AVOIDANCE, field));
}

/* Whether two rulings are about just the same. */
static gboolean
has_same_subject (const XcRecord *one, const XcRecord *other)
{
  return xc_record_get_number (one, "person_id") == xc_record_get_number (other, "person_id")
         && xc_record_get_number (one, "organization_id") == xc_record_get_number (other, "organization_id")
         && xc_record_get_number (one, "inspection_id") == xc_record_get_number (other, "inspection_id");
}

static gboolean
check_ground (const XcRecord *record, GError **error)
{
  XcAvoidanceGround ground;
  gboolean has_ground = xc_avoidance_ground_from_word (xc_record_get_text (record, "ground"), &ground);

  if (!is_waiver (record))
    return !has_ground
           || refuse (
               _ ("A ruling to avoid holds whatever else is known. Leave empty what is waived, or choose "
                  "that it is waived."),
               error);
  /* One that was written before waivers had to say it stays as it is. */
  if (!has_ground && xc_record_get_id (record) != 0 && !is_changed (record, "ground")
      && !is_changed (record, "ruling"))
    return TRUE;
  if (!has_ground)
    return refuse (_ ("A waiver covers one kind of conflict. Nothing was waived; choose what is waived."),
                   error);
  return !xc_avoidance_is_by_inspection (ground) || xc_record_is_set (record, "inspection_id")
         || refuse (
             _ ("A ruling to avoid, and a place in two teams, are waived for one inspection only. Choose "
                "the inspection."),
             error);
}

static gboolean
check_inspection (XcStore *store, const XcRecord *record, GError **error)
{
  g_autoptr (XcRecord) inspection = NULL;

  if (!xc_record_is_set (record, "inspection_id"))
    return TRUE;
  inspection =
      xc_store_load (store, XC_TABLE_INSPECTION, xc_record_get_number (record, "inspection_id"), NULL);
  /* One that is not there is refused for that. */
  return inspection == NULL
         || xc_record_get_number (inspection, "organization_id")
                == xc_record_get_number (record, "organization_id")
         || refuse (
             _ ("The inspection is of another organization. Choose one of the organization, or leave it "
                "empty to mean every one."),
             error);
}

/* One ruling says the contrary of the other: which holds is not for the program to say. */
static gboolean
fail_contrary (XcStore *store, const XcRecord *record, GError **error)
{
  g_autofree char *person = name_person (store, xc_record_get_number (record, "person_id"));
  g_autofree char *organization = name_organization (store, xc_record_get_number (record, "organization_id"));

  if (is_waiver (record))
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    /* translators: %1$s is a person, %2$s an organization */
                    _ ("It was ruled that %1$s avoids %2$s. Nothing was waived; withdraw that ruling first."),
                    person, organization);
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                  /* translators: %1$s is a person, %2$s an organization */
                  _ ("Avoidance was waived for %1$s at %2$s. Nothing was ruled; withdraw the waiver first."),
                  person, organization);
}

static gboolean
check_others (XcStore *store, const XcRecord *record, GError **error)
{
  g_autoptr (GPtrArray) others = xc_store_load_where (store, XC_TABLE_AVOIDANCE, "person_id",
                                                      xc_record_get_number (record, "person_id"), error);

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      const XcRecord *other = others->pdata[i];

      if (xc_record_get_id (other) == xc_record_get_id (record) || !has_same_subject (other, record))
        continue;
      if (is_waiver (other) != is_waiver (record))
        return fail_contrary (store, record, error);
      if (g_strcmp0 (xc_record_get_text (other, "ground"), xc_record_get_text (record, "ground")) == 0)
        return refuse (_ ("The same was ruled before. Nothing was ruled again; change the reason of that "
                          "ruling instead."),
                       error);
    }
  return TRUE;
}

/**
 * xc_avoidance_ruling_check:
 * @store: a ledger
 * @record: a ruling that is to be saved
 * @error: return location; %XC_STORE_ERROR_REFUSED when it contradicts another or does not say what it is about
 *
 * A waiver names the one ground that it covers, a ruling to avoid none; of the same person, organization and inspection
 * it is ruled one way, and once for each ground.
 *
 * Returns: whether it may be
 */
gboolean
xc_avoidance_ruling_check (XcStore *store, const XcRecord *record, GError **error)
{
  return check_ground (record, error) && check_inspection (store, record, error)
         && check_others (store, record, error);
}

static XcRecord *
make_ruling (const XcAvoidanceDecision *decision, const XcAvoidanceSubject *subject)
{
  XcRecord *record = xc_record_new (XC_TABLE_AVOIDANCE);

  xc_record_set_number (record, "person_id", subject->person_id);
  xc_record_set_number (record, "organization_id", subject->organization_id);
  if (subject->inspection_id != 0)
    xc_record_set_number (record, "inspection_id", subject->inspection_id);
  xc_record_set_text (record, "ruling", xc_ruling_to_word (decision->ruling));
  if (decision->ruling == XC_RULING_WAIVED)
    xc_record_set_text (record, "ground", xc_avoidance_ground_to_word (subject->ground));
  return record;
}

/* A second ruling of the same kind takes the place of the first: the history has both. */
static gboolean
decide_one (XcStore *store, const XcAvoidanceDecision *decision, const XcAvoidanceSubject *subject,
            GError **error)
{
  g_autoptr (GPtrArray) rulings =
      xc_store_load_where (store, XC_TABLE_AVOIDANCE, "person_id", subject->person_id, error);
  g_autoptr (XcRecord) record = make_ruling (decision, subject);

  if (rulings == NULL)
    return FALSE;
  for (guint i = 0; i < rulings->len; i++)
    if (has_same_subject (rulings->pdata[i], record) && is_waiver (rulings->pdata[i]) == is_waiver (record)
        && g_strcmp0 (xc_record_get_text (rulings->pdata[i], "ground"), xc_record_get_text (record, "ground"))
               == 0)
      {
        xc_record_unref (record);
        record = xc_record_ref (rulings->pdata[i]);
        break;
      }
  xc_record_set_text (record, "reason", decision->reason);
  xc_record_set_day (record, "ruled_on", decision->ruled_on);
  return xc_avoidance_ruling_check (store, record, error) && xc_store_save (store, record, error);
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

/* What is waived for the first person at the first organization. */
static char *
name_grounds (const GArray *subjects)
{
  const XcAvoidanceSubject *first = &g_array_index (subjects, XcAvoidanceSubject, 0);
  guint grounds = 0;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < subjects->len; i++)
    {
      const XcAvoidanceSubject *subject = &g_array_index (subjects, XcAvoidanceSubject, i);

      if (subject->person_id == first->person_id && subject->organization_id == first->organization_id)
        grounds |= XC_AVOIDANCE_MASK (subject->ground);
    }
  for (guint ground = 0; ground < XC_N_AVOIDANCE_GROUNDS; ground++)
    if ((grounds & XC_AVOIDANCE_MASK (ground)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("avoidance", ", ") : "",
                              xc_avoidance_ground_title ((XcAvoidanceGround) ground));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
has_others (const GArray *subjects)
{
  const XcAvoidanceSubject *first = &g_array_index (subjects, XcAvoidanceSubject, 0);

  for (guint i = 1; i < subjects->len; i++)
    if (g_array_index (subjects, XcAvoidanceSubject, i).person_id != first->person_id
        || g_array_index (subjects, XcAvoidanceSubject, i).organization_id != first->organization_id)
      return TRUE;
  return FALSE;
}

static char *
dup_title (XcStore *store, const XcAvoidanceDecision *decision)
{
  const XcAvoidanceSubject *first = &g_array_index (decision->subjects, XcAvoidanceSubject, 0);
  g_autofree char *person = name_person (store, first->person_id);
  g_autofree char *organization = name_organization (store, first->organization_id);
  g_autofree char *grounds = NULL;

  if (decision->ruling == XC_RULING_AVOID)
    /* translators: %1$s is a person, %2$s an organization */
    return g_strdup_printf (_ ("Ruled to avoid: %1$s, %2$s"), person, organization);
  grounds = name_grounds (decision->subjects);
  if (has_others (decision->subjects))
    /* translators: %1$s is a person, %2$s an organization, %3$s one or more kinds of conflict, as "Past post" */
    return g_strdup_printf (_ ("Avoidance waived: %1$s, %2$s (%3$s), and others"), person, organization,
                            grounds);
  /* translators: %1$s is a person, %2$s an organization, %3$s one or more kinds of conflict, as "Past post" */
  return g_strdup_printf (_ ("Avoidance waived: %1$s, %2$s (%3$s)"), person, organization, grounds);
}

/**
 * xc_avoidance_decide:
 * @store: a ledger, not in an action
 * @decision: what is decided
 * @title: (out) (optional): what the history calls it
 * @error: return location; %XC_STORE_ERROR_REFUSED without a reason, about nothing, or where the contrary was ruled
 *
 * A waiver covers the ground that it names and no other. What was ruled in the same way before is replaced.
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
  XcAvoidanceGround ground;

  g_return_val_if_fail (rulings->len > 0, FALSE);
  first = xc_store_load (store, XC_TABLE_AVOIDANCE, g_array_index (rulings, gint64, 0), error);
  if (first == NULL)
    return FALSE;
  person = name_person (store, xc_record_get_number (first, "person_id"));
  organization = name_organization (store, xc_record_get_number (first, "organization_id"));
  if (xc_avoidance_ground_from_word (xc_record_get_text (first, "ground"), &ground))
    /* translators: %1$s is a person, %2$s an organization, %3$s a kind of conflict, as "Past post" */
    words = g_strdup_printf (_ ("Waiver withdrawn: %1$s, %2$s (%3$s)"), person, organization,
                             xc_avoidance_ground_title (ground));
  else if (is_waiver (first))
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
