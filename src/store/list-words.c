/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/numeral.h"

#define SEPARATOR "、"

/* Whether one of the parts of @list, parted by @separator, is @part. */
static gboolean
holds_part (const GString *list, const char *separator, const char *part)
{
  gsize length = strlen (part);

  for (const char *at = strstr (list->str, part); at != NULL; at = strstr (at + 1, part))
    {
      gboolean begins = at == list->str
                        || (at - list->str >= (gssize) strlen (separator)
                            && strncmp (at - strlen (separator), separator, strlen (separator)) == 0);
      if (begins && (at[length] == '\0' || strncmp (at + length, separator, strlen (separator)) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
add_part (GString *list, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0' || holds_part (list, separator, part))
    return;
  if (list->len > 0)
    g_string_append (list, separator);
  g_string_append (list, part);
}

static gboolean
names_persons (XcRole role)
{
  switch (role)
    {
    case XC_ROLE_FIRST:
    case XC_ROLE_LEADER:
    case XC_ROLE_PERSON:
      return TRUE;
    case XC_ROLE_LEAD_DEPARTMENT:
    case XC_ROLE_DEPARTMENT:
    case XC_ROLE_COOPERATING:
    case XC_ROLE_SUPERVISING:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/* A person with unit and post before the name; a unit with the person behind it. */
static char *
name_responsible (const XcListResponsibility *who)
{
  const char *unit = who->unit != NULL ? who->unit : "", *post = who->post != NULL ? who->post : "";
  gboolean has_name = who->name != NULL && *who->name != '\0';

  if (!has_name)
    return g_strconcat (unit, post, NULL);
  if (names_persons (who->role) || *unit == '\0')
    return g_strconcat (unit, post, *unit != '\0' || *post != '\0' ? " " : "", who->name, NULL);
  return g_strconcat (unit, "（", post, *post != '\0' ? " " : "", who->name, "）", NULL);
}

/**
 * xc_list_words_role:
 * @text: where to
 * @responsibilities: (array length=n): of a problem, in their order
 * @n: how many
 * @role: whose names are wanted
 */
void
xc_list_words_role (GString *text, const XcListResponsibility *responsibilities, guint n, XcRole role)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    if (responsibilities[i].role == role)
      {
        g_autofree char *name = name_responsible (&responsibilities[i]);

        add_part (text, SEPARATOR, name);
      }
}

/**
 * xc_list_words_numbered:
 * @text: where to, when it has to be put together
 * @measures: (array length=n): in their order
 * @n: how many
 * @offset: of a long text of them
 *
 * Returns: (nullable): the texts, numbered when there are several measures
 */
const char *
xc_list_words_numbered (GString *text, const XcListMeasure *measures, guint n, gsize offset)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    {
      const char *part = G_STRUCT_MEMBER (const char *, &measures[i], offset);

      if (n == 1)
        return part;
      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%u. %s", text->len > 0 ? "\n" : "", i + 1, part);
    }
  return text->str;
}

/**
 * xc_list_words_choice:
 * @field: a choice
 * @word: (nullable): a word of it
 * @titles: (element-type utf8 utf8): of @field, by their words: looking them up among the translations takes longer than
 *   all else of a cell
 *
 * Returns: (nullable): the title
 */
const char *
xc_list_words_choice (const XcField *field, const char *word, GHashTable *titles)
{
  const char *title = word != NULL ? g_hash_table_lookup (titles, word) : NULL;

  if (title == NULL && word != NULL)
    {
      const XcChoice *choice = xc_field_find_choice (field, word);

      /* The schema allows these words only. */
      g_return_val_if_fail (choice != NULL, NULL);
      title = xc_choice_title (choice);
      g_hash_table_insert (titles, (gpointer) choice->word, (gpointer) title);
    }
  return title;
}

/**
 * xc_list_words_choices:
 * @text: where to, when it has to be put together
 * @measures: (array length=n): in their order
 * @n: how many
 * @offset: of a word of them
 * @field: of the word
 * @titles: see xc_list_words_choice()
 *
 * Returns: (nullable): the titles, each once
 */
const char *
xc_list_words_choices (GString *text, const XcListMeasure *measures, guint n, gsize offset,
                       const XcField *field, GHashTable *titles)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    {
      const char *word = G_STRUCT_MEMBER (const char *, &measures[i], offset);
      const char *title = xc_list_words_choice (field, word, titles);

      if (n == 1)
        return title;
      add_part (text, SEPARATOR, title);
    }
  return text->str;
}

/**
 * xc_list_words_limits:
 * @text: where to
 * @measures: (array length=n): in their order
 * @n: how many
 *
 * The words that stand beside the days of the limits, as “by the end of the year, then lasting”.
 */
void
xc_list_words_limits (GString *text, const XcListMeasure *measures, guint n)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    add_part (text, "；", measures[i].due_wording);
}

gboolean
xc_list_words_is_immediate (const XcListMeasure *measures, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (measures[i].type, "immediate") == 0)
      return TRUE;
  return FALSE;
}

/**
 * xc_list_words_done_on:
 * @measures: (array length=n): in any order
 * @n: how many
 *
 * Returns: done when all is done, on the last of the days; else %XC_DAY_NONE
 */
XcDay
xc_list_words_done_on (const XcListMeasure *measures, guint n)
{
  XcDay day = XC_DAY_NONE;

  for (guint i = 0; i < n; i++)
    {
      if (!xc_day_is_set (measures[i].done_on))
        return XC_DAY_NONE;
      day = MAX (day, measures[i].done_on);
    }
  return day;
}

/**
 * xc_list_words_due:
 * @measures: (array length=n): in any order
 * @n: how many
 * @state: of the problem
 * @today: the day on which one asks
 * @due: (out caller-allocates): what follows
 */
void
xc_list_words_due (const XcListMeasure *measures, guint n, XcRectificationState state, XcDay today,
                   XcProblemDue *due)
{
  XcDueTally tally = XC_DUE_TALLY_NONE;

  for (guint i = 0; i < n; i++)
    {
      XcDueMeasure measure = { XC_MEASURE_NOT_STARTED, g_strcmp0 (measures[i].type, "immediate") == 0,
                               measures[i].due_on, measures[i].done_on };

      xc_measure_state_from_word (measures[i].state, &measure.state);
      xc_due_tally_add (&tally, &measure);
    }
  xc_due_conclude (&tally, state, today, due);
}

/**
 * xc_list_words_team:
 * @title: (nullable): what the team is called, when it has a name of its own
 * @ordinal: its number in the round
 *
 * Returns: (transfer full) (nullable): what people call it
 */
char *
xc_list_words_team (const char *title, int ordinal)
{
  g_autofree char *numeral = NULL;

  if (title != NULL || ordinal <= 0)
    return g_strdup (title);
  numeral = xc_numeral_name (ordinal);
  /* translators: a number, as the language writes it */
  return g_strdup_printf (_ ("Team %1$s"), numeral);
}
