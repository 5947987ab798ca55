/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/typed-measure.h"

#include <string.h>

#include "core/text.h"

static gboolean
has_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* “立行立改” alone is no limit, only the way. */
static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * xc_typed_limit_read:
 * @typed: a day in any usual form, words, or both: “2024-8-16”, “立行立改”, “年底前，并长期坚持”
 * @today: for days typed without a year
 * @limit: (out caller-allocates): what it says; to be cleared
 *
 * Words are never refused: offices write limits in many ways.
 */
void
xc_typed_limit_read (const char *typed, XcDay today, XcTypedLimit *limit)
{
  static const char *const immediate[] = { "立行立改", "立查立改", "立即", "即知即改", NULL };
  static const char *const lasting[] = { "长期坚持", "长期", "持续", NULL };
  g_autofree char *clean = xc_text_clean (typed);

  *limit = (XcTypedLimit){ .due_on = XC_DAY_NONE };
  if (*clean == '\0')
    return;
  limit->has_type = TRUE;
  limit->due_on = xc_day_parse (clean, today);
  if (xc_day_is_set (limit->due_on))
    limit->type = XC_RECTIFICATION_BY_DATE;
  else
    {
      if (has_one_of (clean, immediate))
        limit->type = XC_RECTIFICATION_IMMEDIATE;
      else
        limit->type = has_one_of (clean, lasting) ? XC_RECTIFICATION_LASTING : XC_RECTIFICATION_BY_DATE;
      if (!is_one_of (clean, immediate) && !is_one_of (clean, lasting))
        limit->wording = g_steal_pointer (&clean);
    }
}

void
xc_typed_limit_clear (XcTypedLimit *self)
{
  g_clear_pointer (&self->wording, g_free);
}

/**
 * xc_typed_owner_new:
 * @unit: (nullable): a department
 * @name: (nullable): a person
 * @post: (nullable): the person's post
 *
 * Returns: (transfer full): who answers
 */
XcTypedOwner *
xc_typed_owner_new (const char *unit, const char *name, const char *post)
{
  XcTypedOwner *self = g_new0 (XcTypedOwner, 1);

  self->unit = g_strdup (unit);
  self->name = g_strdup (name);
  self->post = g_strdup (post);
  return self;
}

void
xc_typed_owner_free (XcTypedOwner *self)
{
  g_free (self->unit);
  g_free (self->name);
  g_free (self->post);
  g_free (self);
}

/* What stands in the parentheses at the end of @text, which loses them; %NULL when there are none. */
static char *
take_parentheses (char *text)
{
  static const struct
  {
    const char *open;
    const char *close;
  } kinds[] = { { "（", "）" }, { "(", ")" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      char *open = strstr (text, kinds[i].open);
      char *inside;

      if (open == NULL || open == text || !g_str_has_suffix (open, kinds[i].close))
        continue;
      inside = g_strndup (open + strlen (kinds[i].open),
                          strlen (open) - strlen (kinds[i].open) - strlen (kinds[i].close));
      *open = '\0';
      g_strstrip (text);
      return inside;
    }
  return NULL;
}

/* Cuts the first word off @text; gives the rest, or %NULL. */
static char *
cut_word (char *text)
{
  char *space = strchr (text, ' ');

  if (space == NULL)
    return NULL;
  *space = '\0';
  return space + 1;
}

static gboolean
is_post (const char *text)
{
  static const char *const ends[] = { "书记", "主任",   "长",   "委员", "科员",
                                      "干部", "负责人", "经理", "主席", "专员" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

/* “张某 主任”, or the post first, as in “主任 张某”. */
static void
read_person (char *text, const char **name, const char **post)
{
  char *second = cut_word (text);
  gboolean is_post_first = second != NULL && is_post (text) && !is_post (second);

  *name = is_post_first ? second : text;
  *post = is_post_first ? text : second;
}

static XcTypedOwner *
read_unit (char *text)
{
  g_autofree char *whole = g_strdup (text);
  g_autofree char *inside = take_parentheses (text);
  char *rest = inside != NULL ? inside : cut_word (text);
  const char *name = NULL, *post = NULL;

  if (rest != NULL)
    read_person (rest, &name, &post);
  /* What stands in parentheses behind a unit is often a part of its name. */
  if (inside != NULL && (post == NULL || !is_post (post)))
    return xc_typed_owner_new (whole, NULL, NULL);
  return xc_typed_owner_new (text, name, post);
}

static XcTypedOwner *
read_owner (const char *piece, gboolean is_unit)
{
  g_autofree char *text = g_strdup (piece);
  g_autofree char *inside = NULL;
  const char *name = NULL, *post = NULL;

  if (is_unit)
    return read_unit (text);
  inside = take_parentheses (text);
  read_person (text, &name, &post);
  if (post == NULL && inside != NULL && is_post (inside))
    return xc_typed_owner_new (NULL, name, inside);
  return xc_typed_owner_new (inside, name, post);
}

/**
 * xc_typed_owners_read:
 * @typed: several separated by 、 or semicolons; of a role that departments have “办公室 张某 主任” or “办公室（主任 张某）”,
 *   of one that people have “张某 主任（办公室）”, “张某（主任）” or “办公室主任 张某”, each with as much as is known
 * @are_units: which of both
 *
 * Returns: (transfer full) (element-type XcTypedOwner): who answers
 */
GPtrArray *
xc_typed_owners_read (const char *typed, gboolean are_units)
{
  GPtrArray *owners = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_typed_owner_free);
  g_autofree char *clean = xc_text_clean (typed);
  g_autoptr (GString) text = g_string_new (clean);
  g_auto (GStrv) pieces = NULL;

  for (guint i = 0; i < 3; i++)
    g_string_replace (text, ((const char *[]){ "、", "；", "　" })[i], i < 2 ? ";" : " ", 0);
  pieces = g_strsplit (text->str, ";", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *piece = xc_text_clean (pieces[i]);

      if (*piece != '\0')
        g_ptr_array_add (owners, read_owner (piece, are_units));
    }
  return owners;
}

/**
 * xc_typed_owner_format:
 * @self: who answers
 * @is_unit: whether in a role that departments have
 *
 * Returns: (transfer full): as xc_typed_owners_read() reads it
 */
char *
xc_typed_owner_format (const XcTypedOwner *self, gboolean is_unit)
{
  GString *text = g_string_new (is_unit ? self->unit : self->name);

  if (is_unit && self->name != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", self->name);
  if (self->post != NULL && self->name != NULL)
    g_string_append_printf (text, " %s", self->post);
  if (!is_unit && self->unit != NULL)
    g_string_append_printf (text, text->len > 0 ? "（%s）" : "%s", self->unit);
  return g_string_free (text, FALSE);
}
