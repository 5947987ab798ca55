/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scheme/point-editor.h"

#include <glib/gi18n-lib.h>

#include "app/scheme/point-row.h"
#include "app/today.h"

/* What Enter in the entry does. */
typedef enum
{
  MODE_BEHIND, /* a point behind the selected one */
  MODE_BELOW,  /* a point below it */
  MODE_RENAME,
} Mode;

struct _XcPointEditor
{
  AdwBin parent_instance;

  gint64 scheme_id; /* 0: there is none */
  Mode mode;

  /* Owned */
  XcStore *store;
  GPtrArray *points; /* of XcPoint */

  /* Template widgets */
  GtkListBox *rows;
  GtkEntry *title;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (XcPointEditor, xc_point_editor, ADW_TYPE_BIN)

static const XcPoint *
get_point (XcPointEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? self->points->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

/**
 * xc_point_editor_say:
 * @self: an editor
 * @error: (nullable): what was refused; %NULL to say what the keys do
 */
void
xc_point_editor_say (XcPointEditor *self, const GError *error)
{
  gtk_label_set_text (self->fault,
                      error != NULL
                          ? error->message
                          : _ ("In the tree: Enter adds behind, Insert below, F2 renames, Alt with arrows "
                               "moves, Ctrl+Z undoes."));
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->fault), "error");
}

static void
set_mode (XcPointEditor *self, Mode mode)
{
  const XcPoint *point = get_point (self);
  const char *words = NULL;

  if (point == NULL)
    mode = MODE_BEHIND;
  self->mode = mode;
  switch (mode)
    {
    case MODE_BEHIND:
      words = point != NULL ? _ ("New point behind the selected one") : _ ("New point");
      break;
    case MODE_BELOW:
      words = _ ("New point below the selected one");
      break;
    case MODE_RENAME:
      words = _ ("Title of the selected point");
      break;
    default:
      g_return_if_reached ();
    }
  gtk_entry_set_placeholder_text (self->title, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (mode == MODE_RENAME)
    gtk_editable_set_text (GTK_EDITABLE (self->title), point->title);
}

static void
enable (XcPointEditor *self, gboolean is_open)
{
  static const char *const actions[] = { "point.rename", "point.up",     "point.down",     "point.in",
                                         "point.out",    "point.remove", "point.add-below" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title), is_open);
}

/* The tree, with @selected in it, or the row that stands where the selected one stood. */
static void
show_points (XcPointEditor *self, gint64 selected)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  gboolean had_focus = row != NULL && gtk_widget_has_focus (GTK_WIDGET (row));

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->points, g_ptr_array_unref);
  self->points = xc_points_load (self->store, self->scheme_id, NULL);
  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    {
      const XcPoint *point = self->points->pdata[i];

      gtk_list_box_append (self->rows, xc_point_row_new (point));
      if (point->id == selected)
        at = (int) i;
    }
  row = gtk_list_box_get_row_at_index (self->rows, MIN (at, (int) self->points->len - 1));
  gtk_list_box_select_row (self->rows, row);
  if (row != NULL && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  set_mode (self, MODE_BEHIND);
}

/**
 * xc_point_editor_show:
 * @self: an editor
 * @store: a ledger
 * @scheme: (nullable): whose points; %NULL when there is none
 *
 * The selected point stays selected while it is there. What a finished round used can only be looked at.
 */
void
xc_point_editor_show (XcPointEditor *self, XcStore *store, const XcScheme *scheme)
{
  const XcPoint *point = get_point (self);
  gint64 selected = point != NULL ? point->id : 0;

  g_set_object (&self->store, store);
  self->scheme_id = scheme != NULL ? scheme->id : 0;
  show_points (self, selected);
  enable (self, scheme != NULL && !scheme->is_settled && xc_store_is_writable (store));
}

static void
begin (XcPointEditor *self, Mode mode)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
  set_mode (self, mode);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
row_activated_cb (XcPointEditor *self)
{
  begin (self, MODE_BEHIND);
}

static gint64
add_point (XcPointEditor *self, const char *title, GError **error)
{
  const XcPoint *point = get_point (self);
  gint64 parent = 0, after = 0;

  if (point != NULL && self->mode == MODE_BELOW)
    {
      parent = point->id;
      for (guint i = 0; i < self->points->len; i++)
        if (((XcPoint *) self->points->pdata[i])->parent_id == parent)
          after = ((XcPoint *) self->points->pdata[i])->id;
    }
  else if (point != NULL)
    {
      parent = point->parent_id;
      after = point->id;
    }
  return xc_schemes_add_point (self->store, xc_today (), self->scheme_id, parent, after, title, error);
}

/* The next one stands behind the one just added. */
static void
title_activate_cb (XcPointEditor *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  const XcPoint *point = get_point (self);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (*title == '\0' || self->scheme_id == 0)
    return;
  if (self->mode == MODE_RENAME && point != NULL)
    {
      id = point->id;
      xc_schemes_rename_point (self->store, xc_today (), id, title, &error);
    }
  else
    id = add_point (self, title, &error);
  xc_point_editor_say (self, error);
  if (error != NULL)
    return;
  show_points (self, id);
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
}

static void
add_below_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (XC_POINT_EDITOR (widget), MODE_BELOW);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (XC_POINT_EDITOR (widget), MODE_RENAME);
}

static void
move (GtkWidget *widget, XcPointMove where)
{
  XcPointEditor *self = XC_POINT_EDITOR (widget);
  const XcPoint *point = get_point (self);
  g_autoptr (GError) error = NULL;

  if (point != NULL)
    xc_schemes_move_point (self->store, xc_today (), point->id, where, &error);
  xc_point_editor_say (self, error);
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, XC_POINT_UP);
}

static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, XC_POINT_DOWN);
}

static void
in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, XC_POINT_IN);
}

static void
out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, XC_POINT_OUT);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcPointEditor *self = XC_POINT_EDITOR (widget);
  const XcPoint *point = get_point (self);
  g_autoptr (GError) error = NULL;

  if (point != NULL)
    xc_schemes_remove_point (self->store, xc_today (), point->id, &error);
  xc_point_editor_say (self, error);
}

static gboolean
xc_point_editor_grab_focus (GtkWidget *widget)
{
  XcPointEditor *self = XC_POINT_EDITOR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->title));
}

static void
xc_point_editor_dispose (GObject *object)
{
  XcPointEditor *self = XC_POINT_EDITOR (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_POINT_EDITOR);
  G_OBJECT_CLASS (xc_point_editor_parent_class)->dispose (object);
}

static void
xc_point_editor_class_init (XcPointEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_point_editor_dispose;
  widget_class->grab_focus = xc_point_editor_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/scheme/point-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, XcPointEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, XcPointEditor, title);
  gtk_widget_class_bind_template_child (widget_class, XcPointEditor, fault);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activate_cb);
  gtk_widget_class_install_action (widget_class, "point.add-below", NULL, add_below_action);
  gtk_widget_class_install_action (widget_class, "point.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "point.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "point.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "point.in", NULL, in_action);
  gtk_widget_class_install_action (widget_class, "point.out", NULL, out_action);
  gtk_widget_class_install_action (widget_class, "point.remove", NULL, remove_action);
}

static void
xc_point_editor_init (XcPointEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_point_editor_say (self, NULL);
}
