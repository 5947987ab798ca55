/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scheme/scheme-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/today.h"
#include "store/points.h"
#include "store/row-name.h"
#include "store/schemes.h"

#define INDENT_PX 24

/* What Enter in the entry does. */
typedef enum
{
  MODE_BEHIND, /* a point behind the selected one */
  MODE_BELOW,  /* a point below it */
  MODE_RENAME,
} Mode;

struct _XcSchemeDialog
{
  XcDialog parent_instance;

  gint64 round_id; /* for which a scheme is looked for, or 0 */
  Mode mode;
  gboolean is_filling;

  /* Owned */
  XcStore *store;
  GPtrArray *list;   /* of XcScheme */
  GPtrArray *points; /* of XcPoint, of the scheme that is shown */

  /* Template widgets */
  GtkDropDown *schemes;
  GtkMenuButton *presets;
  GtkLabel *sentence;
  GtkWidget *give;
  GtkListBox *rows;
  GtkEntry *title;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (XcSchemeDialog, xc_scheme_dialog, XC_TYPE_DIALOG)

static const XcScheme *
get_scheme (XcSchemeDialog *self)
{
  guint at = gtk_drop_down_get_selected (self->schemes);

  return at < self->list->len ? self->list->pdata[at] : NULL;
}

static const XcPoint *
get_point (XcSchemeDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? self->points->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

/* What was refused, or what the keys do. */
static void
say (XcSchemeDialog *self, const GError *error)
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
set_mode (XcSchemeDialog *self, Mode mode)
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

static GtkWidget *
make_row (const XcPoint *point)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *code = gtk_label_new (point->code);
  GtkWidget *title = gtk_label_new (point->title);
  g_autofree char *count =
      point->n_problems > 0 ? g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%'u problem", "%'u problems", point->n_problems), point->n_problems)
                            : NULL;
  GtkWidget *problems = gtk_label_new (count);
  g_autofree char *name = g_strdup_printf ("%s %s%s%s", point->code, point->title, count != NULL ? ", " : "",
                                           count != NULL ? count : "");

  gtk_widget_add_css_class (code, "dim-label");
  gtk_widget_add_css_class (code, "numeric");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  if (!point->is_leaf)
    gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (problems, "caption");
  gtk_widget_add_css_class (problems, "dim-label");
  gtk_widget_set_margin_start (box, 12 + (int) point->depth * INDENT_PX);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), problems);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_sentence (XcSchemeDialog *self)
{
  const XcScheme *scheme = get_scheme (self);
  g_autofree char *words = NULL;

  if (scheme == NULL)
    words = g_strdup (_ ("There is no scheme yet: make one, empty or from an outline."));
  else if (scheme->is_settled)
    /* translators: %s are rounds */
    words = g_strdup_printf (
        _ ("Used by %s, which is finished: it stays as it is. Make a new version to change it."),
        scheme->rounds);
  else if (scheme->n_rounds > 0)
    /* translators: %s are rounds */
    words = g_strdup_printf (_ ("Used by %s. Problems are classified by the last level."), scheme->rounds);
  else
    words = g_strdup (_ ("Used by no round yet. Problems are classified by the last level."));
  gtk_label_set_text (self->sentence, words);
}

static void
enable (XcSchemeDialog *self)
{
  static const char *const actions[] = { "point.rename", "point.up",     "point.down",     "point.in",
                                         "point.out",    "point.remove", "point.add-below" };
  const XcScheme *scheme = get_scheme (self);
  gboolean is_open = scheme != NULL && !scheme->is_settled && xc_store_is_writable (self->store);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title), is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.new-version",
                                 scheme != NULL && xc_store_is_writable (self->store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.remove",
                                 scheme != NULL && scheme->n_rounds == 0
                                     && xc_store_is_writable (self->store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.give",
                                 scheme != NULL && xc_store_is_writable (self->store));
}

/* The tree of the scheme, with @selected in it, or the row that stands where the selected one stood. */
static void
show_points (XcSchemeDialog *self, gint64 selected)
{
  const XcScheme *scheme = get_scheme (self);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  gboolean had_focus = row != NULL && gtk_widget_has_focus (GTK_WIDGET (row));

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->points, g_ptr_array_unref);
  self->points = xc_points_load (self->store, scheme != NULL ? scheme->id : 0, NULL);
  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    {
      const XcPoint *point = self->points->pdata[i];

      gtk_list_box_append (self->rows, make_row (point));
      if (point->id == selected)
        at = (int) i;
    }
  row = gtk_list_box_get_row_at_index (self->rows, MIN (at, (int) self->points->len - 1));
  gtk_list_box_select_row (self->rows, row);
  if (row != NULL && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  show_sentence (self);
  enable (self);
  set_mode (self, MODE_BEHIND);
}

/* The schemes, @shown among them. */
static void
show_schemes (XcSchemeDialog *self, gint64 shown)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint at = 0;

  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = xc_schemes_load (self->store, xc_today (), NULL);
  for (guint i = 0; i < self->list->len; i++)
    {
      const XcScheme *scheme = self->list->pdata[i];

      /* translators: %1$s is a scheme, %2$d its version */
      g_ptr_array_add (words, g_strdup_printf (_ ("%1$s, version %2$d"), scheme->title, scheme->version));
      if (scheme->id == shown)
        at = i;
    }
  g_ptr_array_add (words, NULL);
  self->is_filling = TRUE;
  xc_drop_down_fill (self->schemes, (const char *const *) words->pdata);
  gtk_drop_down_set_selected (self->schemes, self->list->len > 0 ? at : GTK_INVALID_LIST_POSITION);
  self->is_filling = FALSE;
}

static void
changed_cb (XcSchemeDialog *self)
{
  const XcScheme *scheme = get_scheme (self);
  const XcPoint *point = get_point (self);
  gint64 selected = point != NULL ? point->id : 0;

  show_schemes (self, scheme != NULL ? scheme->id : 0);
  show_points (self, selected);
}

static void
scheme_selected_cb (XcSchemeDialog *self)
{
  if (self->is_filling || self->list == NULL)
    return;
  show_points (self, 0);
  say (self, NULL);
}

static void
begin (XcSchemeDialog *self, Mode mode)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
  set_mode (self, mode);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
row_activated_cb (XcSchemeDialog *self)
{
  begin (self, MODE_BEHIND);
}

static gint64
add_point (XcSchemeDialog *self, const char *title, GError **error)
{
  const XcPoint *point = get_point (self);
  const XcScheme *scheme = get_scheme (self);
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
  return xc_schemes_add_point (self->store, xc_today (), scheme->id, parent, after, title, error);
}

/* The next one stands behind the one just added. */
static void
title_activate_cb (XcSchemeDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  const XcPoint *point = get_point (self);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (*title == '\0' || get_scheme (self) == NULL)
    return;
  if (self->mode == MODE_RENAME && point != NULL)
    {
      id = point->id;
      xc_schemes_rename_point (self->store, xc_today (), id, title, &error);
    }
  else
    id = add_point (self, title, &error);
  say (self, error);
  if (error != NULL)
    return;
  show_points (self, id);
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
}

static void
add_below_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (XC_SCHEME_DIALOG (widget), MODE_BELOW);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (XC_SCHEME_DIALOG (widget), MODE_RENAME);
}

static void
move (GtkWidget *widget, XcPointMove where)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  const XcPoint *point = get_point (self);
  g_autoptr (GError) error = NULL;

  if (point != NULL)
    xc_schemes_move_point (self->store, xc_today (), point->id, where, &error);
  say (self, error);
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
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  const XcPoint *point = get_point (self);
  g_autoptr (GError) error = NULL;

  if (point != NULL)
    xc_schemes_remove_point (self->store, xc_today (), point->id, &error);
  say (self, error);
}

static void
show_new (XcSchemeDialog *self, gint64 id, const GError *error)
{
  if (id != 0)
    {
      show_schemes (self, id);
      show_points (self, 0);
    }
  say (self, error);
}

static void
new_version_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  show_new (self, xc_schemes_add_version (self->store, get_scheme (self)->id, &error), error);
}

/* Which outline; the one behind the last is empty. */
static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  const char *const *preset = xc_scheme_presets_get ()[g_variant_get_int32 (parameter)];
  g_autoptr (GError) error = NULL;
  gint64 id = preset != NULL ? xc_schemes_add (self->store, preset[0], preset + 1, &error)
                             : xc_schemes_add (self->store, _ ("Own scheme"), NULL, &error);

  show_new (self, id, error);
}

static void
remove_scheme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  xc_schemes_remove (self->store, get_scheme (self)->id, &error);
  say (self, error);
}

static void
give_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  xc_schemes_give_to_round (self->store, get_scheme (self)->id, self->round_id, &error);
  say (self, error);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  (g_str_equal (name, "scheme.undo") ? xc_store_undo : xc_store_redo) (self->store, NULL, &error);
  say (self, error);
}

static void
xc_scheme_dialog_dispose (GObject *object)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  adw_window_set_content (ADW_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_SCHEME_DIALOG);
  G_OBJECT_CLASS (xc_scheme_dialog_parent_class)->dispose (object);
}

/* Each step is in the ledger: there is nothing to keep. */
static void
keep (XcDialog *dialog)
{
}

static void
xc_scheme_dialog_class_init (XcSchemeDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_scheme_dialog_dispose;
  XC_DIALOG_CLASS (class)->keep = keep;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/scheme/scheme-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, schemes);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, presets);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, give);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, title);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, fault);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activate_cb);
  gtk_widget_class_install_action (widget_class, "point.add-below", NULL, add_below_action);
  gtk_widget_class_install_action (widget_class, "point.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "point.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "point.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "point.in", NULL, in_action);
  gtk_widget_class_install_action (widget_class, "point.out", NULL, out_action);
  gtk_widget_class_install_action (widget_class, "point.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "scheme.new-version", NULL, new_version_action);
  gtk_widget_class_install_action (widget_class, "scheme.new", "i", new_action);
  gtk_widget_class_install_action (widget_class, "scheme.remove", NULL, remove_scheme_action);
  gtk_widget_class_install_action (widget_class, "scheme.give", NULL, give_action);
  gtk_widget_class_install_action (widget_class, "scheme.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "scheme.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "scheme.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "scheme.redo", NULL);
}

static void
xc_scheme_dialog_init (XcSchemeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_presets (XcSchemeDialog *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = 0;; i++)
    {
      const char *const *preset = xc_scheme_presets_get ()[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (preset != NULL ? preset[0] : _ ("Empty"), NULL);

      g_menu_item_set_action_and_target (item, "scheme.new", "i", i);
      g_menu_append_item (menu, item);
      if (preset == NULL)
        break;
    }
  gtk_menu_button_set_menu_model (self->presets, G_MENU_MODEL (menu));
}

/**
 * xc_scheme_dialog_new:
 * @parent: the window that it belongs to
 * @store: a ledger
 * @round_id: a round, whose scheme is shown and which can be given another one; or 0
 *
 * Returns: (transfer full): a dialog to be presented
 */
XcSchemeDialog *
xc_scheme_dialog_new (GtkWindow *parent, XcStore *store, gint64 round_id)
{
  XcSchemeDialog *self = g_object_new (XC_TYPE_SCHEME_DIALOG, "transient-for", parent, NULL);
  g_autoptr (XcRecord) round = round_id != 0 ? xc_store_load (store, XC_TABLE_ROUND, round_id, NULL) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *button = NULL;

  self->store = g_object_ref (store);
  self->round_id = round != NULL ? round_id : 0;
  gtk_widget_set_visible (self->give, round != NULL);
  if (round != NULL)
    {
      name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ROUND, round_id);
      /* translators: %s is a round */
      button = g_strdup_printf (_ ("Use in %s"), name);
      gtk_button_set_label (GTK_BUTTON (self->give), button);
    }
  xc_drop_down_name (self->schemes, _ ("Scheme"));
  add_presets (self);
  show_schemes (self, round != NULL ? xc_record_get_number (round, "scheme_id") : 0);
  show_points (self, 0);
  say (self, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->rows) != NULL
                                         ? GTK_WIDGET (gtk_list_box_get_selected_row (self->rows))
                                         : GTK_WIDGET (self->title)));
  return self;
}
