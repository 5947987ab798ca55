/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/story-view.h"

#include <glib/gi18n-lib.h>

/**
 * xc_story_label_new:
 * @text: what it says
 * @style: (nullable): a class of the style sheet
 *
 * Returns: (transfer floating): a label that is as narrow as it must be
 */
GtkWidget *
xc_story_label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
make_heading (const XcRowStory *story)
{
  const char *table = xc_catalogue_title (story->table);

  switch (story->kind)
    {
    case XC_CHANGE_INSERTED:
      /* translators: %1$s is the title of a table, %2$s the name of a row */
      return g_strdup_printf (_ ("%1$s: added %2$s"), table, story->name);
    case XC_CHANGE_UPDATED:
      /* translators: %1$s is the title of a table, %2$s the name of a row */
      return g_strdup_printf (_ ("%1$s: changed %2$s"), table, story->name);
    case XC_CHANGE_REMOVED:
      /* translators: %1$s is the title of a table, %2$s the name of a row */
      return g_strdup_printf (_ ("%1$s: removed %2$s"), table, story->name);
    default:
      g_return_val_if_reached (NULL);
    }
}

static GtkWidget *
make_fields (const XcRowStory *story)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < story->fields->len; i++)
    {
      const XcFieldStory *field = story->fields->pdata[i];
      const char *before = field->before != NULL ? field->before : C_ ("no value", "—");
      const char *after = field->after != NULL ? field->after : C_ ("no value", "—");
      GtkWidget *title = xc_story_label_new (xc_field_title (story->table, field->field), "field-title");
      g_autofree char *words = NULL;
      GtkWidget *values;

      if (story->kind == XC_CHANGE_UPDATED)
        /* translators: %1$s is a value before a change, %2$s the value after it */
        words = g_strdup_printf (_ ("%1$s → %2$s"), before, after);
      values = xc_story_label_new (words != NULL                       ? words
                                   : story->kind == XC_CHANGE_INSERTED ? after
                                                                       : before,
                                   NULL);
      gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD);
      gtk_label_set_width_chars (GTK_LABEL (title), 10);
      gtk_label_set_max_width_chars (GTK_LABEL (title), 14);
      gtk_widget_set_hexpand (values, TRUE);
      gtk_grid_attach (GTK_GRID (grid), title, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), values, 1, (int) i, 1, 1);
    }
  return grid;
}

/**
 * xc_story_view_new:
 * @story: what a step did to a row
 *
 * Returns: (transfer floating): it in words
 */
GtkWidget *
xc_story_view_new (const XcRowStory *story)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *heading = make_heading (story);

  gtk_box_append (GTK_BOX (box), xc_story_label_new (heading, "heading"));
  gtk_box_append (GTK_BOX (box), make_fields (story));
  return box;
}
