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
  g_clear_pointer (&self->parent, xc_record_unref);
  g_clear_pointer (&self->place, xc_record_unref);
  g_free (self->team);
}

/**
 * xc_board_item_new:
 * @organization: an organization
 * @inspection: (nullable): what a team was given
 * @parent: (nullable): the organization above it
 * @place: (nullable): the organization's register
 *
 * Returns: (transfer full): an item without children
 */
XcBoardItem *
xc_board_item_new (XcRecord *organization, XcRecord *inspection, XcRecord *parent, XcRecord *place)
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
  self->parent = parent != NULL ? xc_record_ref (parent) : NULL;
  self->place = place != NULL ? xc_record_ref (place) : NULL;
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
add_number (GString *text, const char *separator, guint number)
{
  g_autofree char *words = g_strdup_printf ("%u", number);

  add_words (text, separator, words);
}

const char *
xc_board_item_get_place (const XcBoardItem *self)
{
  return self->place != NULL ? xc_record_get_text (self->place, "title") : "";
}

/**
 * xc_board_item_count_conflicts:
 * @self: an item
 *
 * Returns: what stands against it and those under it
 */
guint
xc_board_item_count_conflicts (const XcBoardItem *self)
{
  guint n = self->n_conflicts;

  for (guint i = 0; i < self->children->len; i++)
    n += xc_board_item_count_conflicts (self->children->pdata[i]);
  return n;
}

/**
 * xc_board_item_count_waived:
 * @self: an item
 *
 * Returns: what stood against it and those under it if nobody had waived it
 */
guint
xc_board_item_count_waived (const XcBoardItem *self)
{
  guint n = self->n_waived;

  for (guint i = 0; i < self->children->len; i++)
    n += xc_board_item_count_waived (self->children->pdata[i]);
  return n;
}

/**
 * xc_board_item_dup_detail:
 * @self: an item
 *
 * Returns: (transfer full): in short, kind and days of what was given; attention class and work of one that waits
 */
char *
xc_board_item_dup_detail (const XcBoardItem *self)
{
  GString *text = g_string_new (NULL);

  if (self->inspection != NULL)
    {
      g_autofree char *days = dup_days (self->inspection);

      add_words (text, " · ", get_choice (self->inspection, "kind"));
      add_words (text, " · ", get_counting (self->inspection));
      add_words (text, " ", days);
    }
  else
    {
      add_words (text, " ", get_choice (self->organization, "attention"));
      if (!self->is_assumed)
        add_number (text, " ", self->work);
    }
  return g_string_free (text, FALSE);
}

static void
say_card (const XcBoardItem *self, GString *label, const char *comma)
{
  g_autofree char *days = dup_days (self->inspection);

  add_words (label, comma, get_choice (self->inspection, "kind"));
  add_words (label, comma, get_counting (self->inspection));
  add_words (label, comma, self->team);
  add_words (label, comma, days);
  if (xc_record_is_set (self->inspection, "enters_on"))
    add_words (label, comma, _ ("has begun"));
}

static void
say_waiting (const XcBoardItem *self, GString *label, const char *comma)
{
  const char *attention = get_choice (self->organization, "attention");
  g_autofree char *work = self->is_assumed ? NULL : dup_work (self);
  g_autofree char *class = NULL;

  if (attention != NULL)
    /* translators: %s is A, B or C */
    class = g_strdup_printf (_ ("attention class %s"), attention);
  add_words (label, comma, class);
  add_words (label, comma, work);
  add_words (label, comma, xc_board_item_get_place (self));
}

static char *
dup_children (const XcBoardItem *self)
{
  if (self->children->len == 0)
    return NULL;
  /* translators: %1$u is a number of organizations, %2$s the title of their register */
  return g_strdup_printf (_ ("with %1$u under it (%2$s)"), self->children->len,
                          xc_board_item_get_place (self->children->pdata[0]));
}

/**
 * xc_board_item_dup_label:
 * @self: an item
 *
 * Returns: (transfer full): all of it, as it is read out
 */
char *
xc_board_item_dup_label (const XcBoardItem *self)
{
  const char *comma = C_ ("between names", ", ");
  GString *label = g_string_new (xc_board_item_get_name (self));
  g_autofree char *children = dup_children (self);

  if (self->inspection != NULL)
    say_card (self, label, comma);
  else
    say_waiting (self, label, comma);
  add_words (label, comma, children);
  if (xc_board_item_count_conflicts (self) > 0)
    add_words (label, comma, _ ("avoidance conflict"));
  else if (xc_board_item_count_waived (self) > 0)
    add_words (label, comma, _ ("avoidance conflict, waived"));
  return g_string_free (label, FALSE);
}

/**
 * xc_board_item_dup_tip:
 * @self: an item
 *
 * Returns: (transfer full): what there is no room for in a row
 */
char *
xc_board_item_dup_tip (const XcBoardItem *self)
{
  GString *tip = g_string_new (xc_board_item_get_name (self));
  g_autofree char *children = dup_children (self);
  g_autofree char *work = dup_work (self);
  g_autofree char *detail = self->inspection != NULL ? xc_board_item_dup_detail (self) : NULL;

  add_words (tip, "\n", detail);
  add_words (tip, "\n", children);
  add_words (tip, "\n", self->parent != NULL ? xc_record_get_text (self->parent, "name") : NULL);
  add_words (tip, "\n", xc_board_item_get_place (self));
  add_words (tip, "\n", work);
  if (self->inspection != NULL)
    add_words (tip, "\n", xc_record_get_text (self->inspection, "counts_reason"));
  return g_string_free (tip, FALSE);
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
  g_autofree char *label_a = NULL;
  g_autofree char *label_b = NULL;

  if (a->children->len != b->children->len || a->organization != b->organization || a->parent != b->parent
      || a->place != b->place)
    return FALSE;
  if (a->inspection == NULL)
    return TRUE;
  label_a = xc_board_item_dup_label (a);
  label_b = xc_board_item_dup_label (b);
  return g_str_equal (label_a, label_b);
}
