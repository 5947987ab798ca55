/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each sentence is whole, one for each set of what is known: a post may lack its title and its days. */
#include "core/avoidance-words.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"

/* Long enough for "2019-03" and its end. */
#define MONTH_SIZE 8

/**
 * xc_avoidance_ground_title:
 * @ground: why somebody must not inspect
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
xc_avoidance_ground_title (XcAvoidanceGround ground)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_AVOIDANCE, "ground");

  return xc_choice_title (xc_field_find_choice (field, xc_avoidance_ground_to_word (ground)));
}

static char *
name_ordinal (XcTable table, int ordinal)
{
  XcValue value = XC_VALUE_NUMBER (ordinal);

  return xc_value_format (table, xc_catalogue_get_field (table, "ordinal"), &value);
}

/**
 * xc_avoidance_team_name:
 * @team: a team
 *
 * Returns: (transfer full): what people call it
 */
char *
xc_avoidance_team_name (const XcAvoidanceTeam *team)
{
  return name_ordinal (XC_TABLE_TEAM, team->ordinal);
}

/* Résumés give months. */
static const char *
format_month (XcDay value, char buffer[MONTH_SIZE])
{
  int year, month, day;

  xc_day_get (value, &year, &month, &day);
  g_snprintf (buffer, MONTH_SIZE, "%04d-%02d", year, month);
  return buffer;
}

/* Of the post that is told of; what somebody is now says nothing of the past. */
static const char *
get_title (const XcAvoidanceConflict *conflict)
{
  const char *title = conflict->post != NULL                       ? conflict->post->title
                      : conflict->ground != XC_AVOIDANCE_PAST_POST ? conflict->person->post
                                                                   : NULL;

  return title != NULL && *title != '\0' ? title : NULL;
}

static char *
describe_home (const XcAvoidanceConflict *conflict)
{
  const char *title = get_title (conflict);

  if (title != NULL)
    /* translators: %1$s is a person, %2$s an organization, %3$s a post there */
    return g_strdup_printf (_ ("%1$s is %3$s of %2$s."), conflict->person->name, conflict->related->name,
                            title);
  /* translators: %1$s is a person, %2$s an organization */
  return g_strdup_printf (_ ("%1$s works at %2$s."), conflict->person->name, conflict->related->name);
}

static char *
describe_present_post (const XcAvoidanceConflict *conflict)
{
  const char *title = get_title (conflict);
  char since[MONTH_SIZE];

  if (!xc_day_is_set (conflict->since))
    return describe_home (conflict);
  format_month (conflict->since, since);
  if (title != NULL)
    /* translators: %1$s is a person, %2$s an organization, %3$s a post there, %4$s a month as 2019-03 */
    return g_strdup_printf (_ ("%1$s has been %3$s of %2$s since %4$s."), conflict->person->name,
                            conflict->related->name, title, since);
  /* translators: %1$s is a person, %2$s an organization, %3$s a month as 2019-03 */
  return g_strdup_printf (_ ("%1$s has worked at %2$s since %3$s."), conflict->person->name,
                          conflict->related->name, since);
}

static char *
describe_past_post (const XcAvoidanceConflict *conflict, guint years)
{
  const char *title = get_title (conflict);
  const char *person = conflict->person->name;
  const char *organization = conflict->related->name;
  char since[MONTH_SIZE], until[MONTH_SIZE];

  format_month (conflict->until, until);
  if (!xc_day_is_set (conflict->since) && title != NULL)
    return g_strdup_printf (
        /* translators: %1$s is a person, %2$s an organization, %3$s a post there, %4$s a month as 2021-05,
         * %5$u the years that must have gone by since */
        g_dngettext (GETTEXT_PACKAGE, "%1$s was %3$s of %2$s until %4$s, less than %5$u year before.",
                     "%1$s was %3$s of %2$s until %4$s, less than %5$u years before.", years),
        person, organization, title, until, years);
  if (!xc_day_is_set (conflict->since))
    return g_strdup_printf (
        /* translators: %1$s is a person, %2$s an organization, %3$s a month as 2021-05, %4$u the years that must
         * have gone by since */
        g_dngettext (GETTEXT_PACKAGE, "%1$s worked at %2$s until %3$s, less than %4$u year before.",
                     "%1$s worked at %2$s until %3$s, less than %4$u years before.", years),
        person, organization, until, years);
  format_month (conflict->since, since);
  if (title != NULL)
    return g_strdup_printf (
        /* translators: %1$s is a person, %2$s an organization, %3$s a post there, %4$s and %5$s are months as
         * 2019-03, %6$u the years that must have gone by since */
        g_dngettext (GETTEXT_PACKAGE, "%1$s was %3$s of %2$s from %4$s to %5$s, less than %6$u year before.",
                     "%1$s was %3$s of %2$s from %4$s to %5$s, less than %6$u years before.", years),
        person, organization, title, since, until, years);
  return g_strdup_printf (
      /* translators: %1$s is a person, %2$s an organization, %3$s and %4$s are months as 2019-03, %5$u the years
       * that must have gone by since */
      g_dngettext (GETTEXT_PACKAGE, "%1$s worked at %2$s from %3$s to %4$s, less than %5$u year before.",
                   "%1$s worked at %2$s from %3$s to %4$s, less than %5$u years before.", years),
      person, organization, since, until, years);
}

static char *
describe_long_service (const XcAvoidanceConflict *conflict, guint years)
{
  char since[MONTH_SIZE], until[MONTH_SIZE];

  return g_strdup_printf (
      /* translators: %1$s is a person, %2$s an organization, %3$s and %4$s are months as 2019-03, %5$u a number of
       * years */
      g_dngettext (GETTEXT_PACKAGE, "%1$s served at %2$s for more than %5$u year in all, from %3$s to %4$s.",
                   "%1$s served at %2$s for more than %5$u years in all, from %3$s to %4$s.", years),
      conflict->person->name, conflict->related->name, format_month (conflict->since, since),
      format_month (conflict->until, until), years);
}

static char *
describe_kin (const XcAvoidanceConflict *conflict)
{
  const XcAvoidanceKin *kin = conflict->kin;

  if (kin->title != NULL && *kin->title != '\0')
    /* translators: %1$s is a person, %2$s how a relative is related, %3$s an organization, %4$s the relative's post */
    return g_strdup_printf (_ ("A relative of %1$s (%2$s) is %4$s of %3$s."), conflict->person->name,
                            kin->relation, conflict->related->name, kin->title);
  /* translators: %1$s is a person, %2$s how a relative is related, %3$s an organization */
  return g_strdup_printf (_ ("A relative of %1$s (%2$s) works at %3$s."), conflict->person->name,
                          kin->relation, conflict->related->name);
}

static char *
describe_earlier (const XcAvoidance *avoidance, const XcAvoidanceConflict *conflict)
{
  const XcAvoidanceTeam *team = xc_avoidance_find_team (avoidance, conflict->other->team_id);
  g_autofree char *round = name_ordinal (XC_TABLE_ROUND, team->round_ordinal);
  g_autofree char *name = xc_avoidance_team_name (team);
  char since[MONTH_SIZE];

  if (!xc_day_is_set (conflict->since))
    /* translators: %1$s is a person, %2$s an organization, %3$s a round, %4$s a team */
    return g_strdup_printf (_ ("%1$s inspected %2$s before: %3$s, %4$s."), conflict->person->name,
                            conflict->related->name, round, name);
  /* translators: %1$s is a person, %2$s an organization, %3$s a round, %4$s a team, %5$s a month as 2019-03 */
  return g_strdup_printf (_ ("%1$s inspected %2$s before: %3$s, %4$s, %5$s."), conflict->person->name,
                          conflict->related->name, round, name, format_month (conflict->since, since));
}

static char *
describe_two_teams (const XcAvoidance *avoidance, const XcAvoidanceConflict *conflict)
{
  const XcAvoidanceTeam *team = xc_avoidance_find_team (avoidance, conflict->other->team_id);
  g_autofree char *round = name_ordinal (XC_TABLE_ROUND, team->round_ordinal);
  g_autofree char *name = xc_avoidance_team_name (team);
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  if (!xc_day_is_set (conflict->since) || !xc_day_is_set (conflict->until))
    /* translators: %1$s is a person, %2$s a round, %3$s a team */
    return g_strdup_printf (_ ("%1$s is in another team at the same time: %2$s, %3$s."),
                            conflict->person->name, round, name);
  since = xc_day_format (conflict->since);
  until = xc_day_format (conflict->until);
  /* translators: %1$s is a person, %2$s a round, %3$s a team, %4$s and %5$s are days */
  return g_strdup_printf (_ ("%1$s is in another team from %4$s to %5$s: %2$s, %3$s."),
                          conflict->person->name, round, name, since, until);
}

/* What the organization in which the reason lies has to do with the one that is inspected. */
static char *
describe_tie (const XcAvoidanceConflict *conflict)
{
  const char *related = conflict->related->name;
  const char *organization = conflict->organization->name;

  switch (conflict->tie)
    {
    case XC_TIE_SAME:
      return NULL;
    case XC_TIE_PREDECESSOR:
      /* translators: %1$s and %2$s are organizations, one merged into the other or split */
      return g_strdup_printf (_ ("%2$s came from %1$s."), related, organization);
    case XC_TIE_ABOVE:
      /* translators: %1$s and %2$s are organizations */
      return g_strdup_printf (_ ("%2$s belongs to %1$s."), related, organization);
    case XC_TIE_BELOW:
      /* translators: %1$s and %2$s are organizations */
      return g_strdup_printf (_ ("%1$s belongs to %2$s."), related, organization);
    }
  g_return_val_if_reached (NULL);
}

static char *
describe_ground (const XcAvoidance *avoidance, const XcAvoidanceConflict *conflict)
{
  const XcAvoidanceRule *rule = &xc_avoidance_get_input (avoidance)->rule;

  switch (conflict->ground)
    {
    case XC_AVOIDANCE_RULED:
      /* translators: %1$s is a person, %2$s an organization, %3$s the reason in the office's own words */
      return g_strdup_printf (_ ("It was ruled that %1$s avoids %2$s: %3$s"), conflict->person->name,
                              conflict->related->name, conflict->ruling->reason);
    case XC_AVOIDANCE_HOME:
      return describe_home (conflict);
    case XC_AVOIDANCE_PRESENT_POST:
      return describe_present_post (conflict);
    case XC_AVOIDANCE_PAST_POST:
      return describe_past_post (conflict, rule->past_years);
    case XC_AVOIDANCE_LONG_SERVICE:
      return describe_long_service (conflict, rule->long_years);
    case XC_AVOIDANCE_KIN:
      return describe_kin (conflict);
    case XC_AVOIDANCE_INSPECTED_BEFORE:
      return describe_earlier (avoidance, conflict);
    case XC_AVOIDANCE_TWO_TEAMS:
      return describe_two_teams (avoidance, conflict);
    }
  g_return_val_if_reached (NULL);
}

/**
 * xc_avoidance_describe:
 * @avoidance: where the conflict is from
 * @conflict: a conflict
 *
 * Returns: (transfer full): who, which ground and since when, in one sentence or two
 */
char *
xc_avoidance_describe (const XcAvoidance *avoidance, const XcAvoidanceConflict *conflict)
{
  g_autofree char *ground = describe_ground (avoidance, conflict);
  g_autofree char *tie = conflict->related != NULL ? describe_tie (conflict) : NULL;

  if (tie == NULL)
    return g_steal_pointer (&ground);
  /* translators: two sentences, one after the other */
  return g_strdup_printf (C_ ("avoidance", "%1$s %2$s"), ground, tie);
}

/**
 * xc_avoidance_describe_waiver:
 * @conflict: a conflict
 *
 * Returns: (transfer full) (nullable): by what it is waived; %NULL when it is not
 */
char *
xc_avoidance_describe_waiver (const XcAvoidanceConflict *conflict)
{
  g_autofree char *day = NULL;

  if (conflict->waiver == NULL)
    return NULL;
  if (!xc_day_is_set (conflict->waiver->ruled_on))
    /* translators: %s is the reason in the office's own words */
    return g_strdup_printf (_ ("Waived: %s"), conflict->waiver->reason);
  day = xc_day_format (conflict->waiver->ruled_on);
  /* translators: %1$s is a day, %2$s the reason in the office's own words */
  return g_strdup_printf (_ ("Waived on %1$s: %2$s"), day, conflict->waiver->reason);
}
