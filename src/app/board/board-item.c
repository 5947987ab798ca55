/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/board-item.h"

#include <glib/gi18n-lib.h>

#include "core/team-load.h"

static void
clear (gpointer data)
{
  XcBoardItem *self = data;

  g_clear_pointer (&self->inspection, xc_record_unref);
  g_clear_pointer (&self->organization, xc_record_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->place);
  g_free (self->detail);
  g_free (self->label);
  g_free (self->tip);
}

/**
 * xc_board_item_new:
 * @organization: an organization
 * @inspection: (nullable): what a team was given
 * @place: title of the organization's register
 *
 * Returns: (transfer full): an item without children, which xc_board_item_describe() has to complete
 */
XcBoardItem *
xc_board_item_new (XcRecord *organization, XcRecord *inspection, const char *place)
{
  XcBoardItem *self = g_rc_box_new0 (XcBoardItem);
  XcTeamTask task = { .work = (guint) xc_record_get_number (organization, "work_days") };

  self->organization = xc_record_ref (organization);
  if (inspection != NULL)
    {
      self->inspection = xc_record_ref (inspection);
      xc_inspection_kind_from_word (xc_record_get_text (inspection, "kind"), &task.kind);
    }
  self->id = xc_record_get_id (inspection != NULL ? inspection : organization);
  self->place = g_strdup (place);
  self->work = xc_team_task_get_work (&task);
  self->is_assumed = task.work == 0;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_board_item_unref);
  return self;
}

XcBoardItem *
xc_board_item_ref (XcBoardItem *self)
{
  return g_rc_box_acquire (self);
}

void
xc_board_item_unref (XcBoardItem *self)
{
  g_rc_box_release_full (self, clear);
}

const char *
xc_board_item_get_name (const XcBoardItem *self)
{
  return xc_record_get_text (self->organization, "name");
}

gint64
xc_board_item_get_organization (const XcBoardItem *self)
{
  return xc_record_get_id (self->organization);
}

gint64
xc_board_item_get_parent (const XcBoardItem *self)
{
  return xc_record_get_number (self->organization, "parent_id");
}

static const char *
get_choice (const XcRecord *record, const char *field)
{
  const XcField *entry = xc_catalogue_get_field (xc_record_get_table (record), field);
  const XcChoice *choice = xc_field_find_choice (entry, xc_record_get_text (record, field));

  return choice != NULL ? xc_choice_title (choice) : NULL;
}

/* "09-01 – 11-30", what happened before what is planned. */
static char *
dup_days (const XcRecord *inspection)
{
  XcDay days[] = { xc_record_get_day (inspection, "enters_on"), xc_record_get_day (inspection, "leaves_on") };
  static const char *const planned[] = { "planned_enters_on", "planned_leaves_on" };
  char text[2][XC_DAY_ISO_SIZE] = { "", "" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (!xc_day_is_set (days[i]))
        days[i] = xc_record_get_day (inspection, planned[i]);
      if (xc_day_is_set (days[i]))
        xc_day_format_iso (days[i], text[i]);
    }
  if (*text[0] == '\0' && *text[1] == '\0')
    return NULL;
  /* The year is the round's, and columns are narrow. */
  return g_strdup_printf ("%s–%s", *text[0] != '\0' ? text[0] + 5 : "?",
                          *text[1] != '\0' ? text[1] + 5 : "?");
}

static void
add_words (GString *text, const char *separator, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, words);
}

/* Says more than the kind does only where the kind alone would say otherwise. */
static const char *
get_counting (const XcRecord *inspection)
{
  const char *counts = xc_record_get_text (inspection, "counts");

  return g_strcmp0 (counts, "by_kind") != 0 ? get_choice (inspection, "counts") : NULL;
}

static char *
dup_work (const XcBoardItem *self)
{
  /* translators: %u is a number of team-days */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u team-day", "%u team-days", self->work),
                          self->work);
}

static void
describe_card (XcBoardItem *self, const char *team, GString *detail, GString *label)
{
  const char *comma = C_ ("between names", ", ");
  const char *kind = get_choice (self->inspection, "kind");
  const char *counting = get_counting (self->inspection);
  g_autofree char *days = dup_days (self->inspection);

  add_words (detail, " · ", kind);
  add_words (detail, " · ", counting);
  add_words (detail, " ", days);
  add_words (label, comma, kind);
  add_words (label, comma, counting);
  add_words (label, comma, team);
  add_words (label, comma, days);
  if (xc_record_is_set (self->inspection, "enters_on"))
    add_words (label, comma, _ ("has begun"));
}

static void
describe_waiting (XcBoardItem *self, GString *detail, GString *label)
{
  const char *comma = C_ ("between names", ", ");
  const char *attention = get_choice (self->organization, "attention");
  g_autofree char *work = dup_work (self);
  g_autofree char *class = NULL;
  g_autofree char *number = g_strdup_printf ("%u", self->work);

  add_words (detail, " · ", attention);
  if (!self->is_assumed)
    add_words (detail, " ", number);
  if (attention != NULL)
    /* translators: %s is A, B or C */
    class = g_strdup_printf (_ ("attention class %s"), attention);
  add_words (label, comma, class);
  if (!self->is_assumed)
    add_words (label, comma, work);
  add_words (label, comma, self->place);
}

/**
 * xc_board_item_describe:
 * @self: an item with all its children
 * @team: (nullable): whose it is
 * @parent: (nullable): the name of the organization above it
 *
 * Puts into words what is shown of it.
 */
void
xc_board_item_describe (XcBoardItem *self, const char *team, const char *parent)
{
  const char *comma = C_ ("between names", ", ");
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autoptr (GString) label = g_string_new (xc_board_item_get_name (self));
  g_autoptr (GString) tip = g_string_new (xc_board_item_get_name (self));
  g_autofree char *work = dup_work (self);

  if (self->inspection != NULL)
    describe_card (self, team, detail, label);
  else
    describe_waiting (self, detail, label);
  if (self->children->len > 0)
    {
      const XcBoardItem *first = self->children->pdata[0];
      g_autofree char *under = NULL;

      /* translators: %1$u is a number of organizations, %2$s the title of their register */
      under = g_strdup_printf (_ ("with %1$u under it (%2$s)"), self->children->len, first->place);
      add_words (label, comma, under);
      add_words (tip, "\n", under);
    }
  if (self->n_conflicts > 0)
    add_words (label, comma, _ ("avoidance conflict"));
  add_words (tip, "\n", parent);
  add_words (tip, "\n", self->place);
  add_words (tip, "\n", work);
  if (self->inspection != NULL && xc_record_is_set (self->inspection, "counts_reason"))
    add_words (tip, "\n", xc_record_get_text (self->inspection, "counts_reason"));
  self->detail = g_string_free (g_steal_pointer (&detail), FALSE);
  self->label = g_string_free (g_steal_pointer (&label), FALSE);
  self->tip = g_string_free (g_steal_pointer (&tip), FALSE);
}

/**
 * xc_board_item_equal:
 * @a: an item
 * @b: another one of the same row
 *
 * Returns: whether they show the same
 */
gboolean
xc_board_item_equal (const XcBoardItem *a, const XcBoardItem *b)
{
  return a->n_conflicts == b->n_conflicts && a->children->len == b->children->len
         && g_strcmp0 (a->detail, b->detail) == 0 && g_strcmp0 (a->label, b->label) == 0
         && g_strcmp0 (a->tip, b->tip) == 0;
}
