/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/child-row.h"

#include <glib/gi18n-lib.h>

#include "app/list/record-column.h"

struct _XcChildRow
{
  GtkListBoxRow parent_instance;

  gint64 id; /* 0 of a new one that was left in the middle */
};

G_DEFINE_FINAL_TYPE (XcChildRow, xc_child_row, GTK_TYPE_LIST_BOX_ROW)

static void
xc_child_row_class_init (XcChildRowClass *class)
{
}

static void
xc_child_row_init (XcChildRow *self)
{
}

/* A day or a number says nothing without the title of its field; words speak for themselves. */
static gboolean
needs_title (const XcField *field)
{
  switch (field->kind)
    {
    case XC_FIELD_DAY:
    case XC_FIELD_INSTANT:
    case XC_FIELD_NUMBER:
    case XC_FIELD_MONEY:
    case XC_FIELD_YES_NO:
      return TRUE;
    case XC_FIELD_TEXT:
    case XC_FIELD_LONG_TEXT:
    case XC_FIELD_CHOICE:
    case XC_FIELD_REFERENCE:
      return FALSE;
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* The first that says anything is the title. */
static void
read_row (XcTable table, const char *const *paths, XcRow *row, GString *title, GString *rest)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      const char *text = xc_row_get_text (row, i);
      GString *target = title->len == 0 ? title : rest;

      if (text == NULL || *text == '\0')
        continue;
      if (target->len > 0)
        g_string_append (target, " · ");
      if (needs_title (xc_record_column_get_field (table, paths[i], NULL)))
        /* translators: %1$s is the title of a field, %2$s its value */
        g_string_append_printf (target, C_ ("field", "%1$s %2$s"),
                                xc_record_column_get_title (table, paths[i]), text);
      else
        g_string_append (target, text);
    }
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * xc_child_row_new:
 * @table: of the row
 * @paths: (array zero-terminated=1): what it says
 * @row: (nullable): the row with the texts of @paths; %NULL for a new one that was left in the middle
 * @detail: (nullable): what it says beyond that; nothing when it is empty
 * @has_draft: whether something is typed into it that is not saved
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
xc_child_row_new (XcTable table, const char *const *paths, XcRow *row, const char *detail, gboolean has_draft)
{
  XcChildRow *self = g_object_new (XC_TYPE_CHILD_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *name = NULL;

  if (row != NULL)
    {
      self->id = xc_row_get_id (row);
      read_row (table, paths, row, title, rest);
    }
  else
    g_string_assign (title, _ ("New row"));
  if (detail != NULL && *detail != '\0')
    g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "", detail);
  gtk_widget_add_css_class (box, "child-row");
  gtk_box_append (GTK_BOX (box), make_label (title->str, NULL));
  if (rest->len > 0)
    {
      gtk_box_append (GTK_BOX (box), make_label (rest->str, "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
    }
  if (has_draft)
    {
      gtk_box_append (GTK_BOX (box), make_label (_ ("✎ Typed, not saved yet"), "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "draft");
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name = g_strdup_printf ("%s%s%s%s%s", title->str, rest->len > 0 ? ", " : "", rest->str,
                          has_draft ? ", " : "", has_draft ? _ ("✎ Typed, not saved yet") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

gint64
xc_child_row_get_id (XcChildRow *self)
{
  return self->id;
}
