/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/entry/paste-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/fields/field-editor.h"
#include "app/text-size.h"
#include "intake/pasted-columns.h"

#define COLUMN_WIDTH_PX 144

struct _XcPasteDialog
{
  XcDialog parent_instance;

  gboolean is_filling;

  /* Owned */
  XcStore *store;
  XcPastedProblems *pasted;
  GPtrArray *bound; /* of GtkListItem, borrowed: those in sight */

  /* Template widgets */
  GtkButton *paste;
  AdwBin *place;
  GtkLabel *summary;
  GtkBox *heads;
  GtkListView *rows;

  /* Borrowed */
  XcFieldEditor *inspection;
};

G_DEFINE_FINAL_TYPE (XcPasteDialog, xc_paste_dialog, XC_TYPE_DIALOG)

static guint pasted_signal;

/* What the rows bring, and what of them they do not bring. */
static char *
dup_gain (XcPasteDialog *self)
{
  guint n_measures = xc_pasted_problems_count_measures (self->pasted);
  guint n_owners = xc_pasted_problems_count_owners (self->pasted);
  guint n_taken = xc_pasted_problems_count_taken (self->pasted);
  guint n_known = n_taken - MIN (n_taken, xc_pasted_problems_count_new (self->pasted));
  g_autofree char *left_out = xc_pasted_problems_dup_left_out (self->pasted);
  GString *words = g_string_new (NULL);

  if (n_known > 0)
    g_string_append_printf (
        words,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u of the problems is in the ledger already, and takes what the row says.",
                     "%u of the problems are in the ledger already, and take what the rows say.", n_known),
        n_known);
  else
    g_string_append (
        words, _ ("All rows become problems, numbered in their order, as one step that can be undone."));
  if (n_measures > 0 || n_owners > 0)
    {
      g_string_append_c (words, '\n');
      /* translators: %1$u measures, %2$u units and people who answer for problems */
      g_string_append_printf (words, _ ("With them come measures: %1$u, responsible units and people: %2$u."),
                              n_measures, n_owners);
    }
  if (left_out != NULL)
    {
      g_string_append_c (words, '\n');
      /* translators: %s headings of columns */
      g_string_append_printf (words, _ ("Left out: %s."), left_out);
    }
  return g_string_free (words, FALSE);
}

static void
show_summary (XcPasteDialog *self, const GError *error)
{
  guint n_taken = xc_pasted_problems_count_taken (self->pasted);
  guint n_faulty = xc_pasted_problems_count_faulty (self->pasted);
  g_autofree char *words = NULL;
  g_autofree char *button = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "_Paste %u Problem", "_Paste %u Problems", n_taken), n_taken);

  if (n_faulty > 0)
    words = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u row cannot become a problem as it is: say what its columns mean, mend it in "
                     "the spreadsheet and paste again, or untick it.",
                     "%u rows cannot become problems as they are: say what their columns mean, "
                     "mend them in the spreadsheet and paste again, or untick them.",
                     n_faulty),
        n_faulty);
  else if (n_taken == 0)
    words = g_strdup (_ ("No row is ticked."));
  else if (error != NULL)
    words = g_strdup (error->message);
  else
    words = dup_gain (self);
  gtk_label_set_text (self->summary, words);
  gtk_button_set_label (self->paste, button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.save", n_taken > 0 && error == NULL);
}

static void
show_cell (XcPasteDialog *self, GtkWidget *label, guint row, guint column)
{
  const char *text = xc_pasted_problems_get_cell (self->pasted, row, column);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_remove_css_class (label, "error");
  gtk_widget_remove_css_class (label, "dim-label");
  if (xc_pasted_problems_is_faulty (self->pasted, row, column))
    gtk_widget_add_css_class (label, "error");
  else if (xc_pasted_problems_get_meaning (self->pasted, column) < 0
           || !xc_pasted_problems_is_taken (self->pasted, row))
    gtk_widget_add_css_class (label, "dim-label");
}

static void
show_row (XcPasteDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *cells = gtk_widget_get_first_child (box);
  GtkWidget *fault = gtk_widget_get_next_sibling (cells);
  GtkWidget *check = gtk_widget_get_first_child (cells);
  GtkWidget *number = gtk_widget_get_next_sibling (check);
  GtkWidget *cell = gtk_widget_get_next_sibling (number);
  guint row = gtk_list_item_get_position (item);
  g_autofree char *words = g_strdup_printf ("%u", row + 1);
  /* translators: %u is the number of a row that was pasted */
  g_autofree char *name = g_strdup_printf (_ ("Take row %u"), row + 1);
  const char *sentence = xc_pasted_problems_get_fault (self->pasted, row);

  self->is_filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), xc_pasted_problems_is_taken (self->pasted, row));
  self->is_filling = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_text (GTK_LABEL (number), words);
  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    show_cell (self, cell, row, i);
  if (!xc_pasted_problems_is_taken (self->pasted, row))
    sentence = NULL;
  gtk_label_set_text (GTK_LABEL (fault), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (fault, sentence != NULL);
}

/* What would become of the rows now. */
static void
refresh (XcPasteDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PROBLEM);

  g_free (xc_field_editor_read (self->inspection, record));
  xc_pasted_problems_set_inspection (self->pasted, xc_record_get_number (record, "inspection_id"));
  xc_pasted_problems_check (self->pasted, self->store, &error);
  show_summary (self, error);
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, self->bound->pdata[i]);
}

static void
toggled_cb (GtkCheckButton *check, GtkListItem *item)
{
  XcPasteDialog *self = XC_PASTE_DIALOG (gtk_widget_get_root (GTK_WIDGET (check)));

  if (self->is_filling)
    return;
  xc_pasted_problems_set_taken (self->pasted, gtk_list_item_get_position (item),
                                gtk_check_button_get_active (check));
  refresh (self);
}

static void
setup_cb (XcPasteDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *fault = gtk_label_new (NULL);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *number = gtk_label_new (NULL);

  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_widget_set_size_request (number, 28, -1);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_box_append (GTK_BOX (cells), check);
  gtk_box_append (GTK_BOX (cells), number);
  for (guint i = 0; i < xc_pasted_problems_count_columns (self->pasted); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_widget_set_size_request (label, xc_text_size_scale (COLUMN_WIDTH_PX), -1);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_width_chars (GTK_LABEL (label), 1);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (cells), label);
    }
  gtk_label_set_xalign (GTK_LABEL (fault), 0);
  gtk_label_set_wrap (GTK_LABEL (fault), TRUE);
  gtk_widget_add_css_class (fault, "error");
  gtk_widget_add_css_class (fault, "caption");
  gtk_widget_set_margin_start (fault, 66);
  gtk_box_append (GTK_BOX (box), cells);
  gtk_box_append (GTK_BOX (box), fault);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (XcPasteDialog *self, GtkListItem *item)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (XcPasteDialog *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
show_heads (XcPasteDialog *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->heads));

  self->is_filling = TRUE;
  for (guint i = 0; head != NULL; i++, head = gtk_widget_get_next_sibling (head))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (head),
                                (guint) (xc_pasted_problems_get_meaning (self->pasted, i) + 1));
  self->is_filling = FALSE;
}

static void
head_selected_cb (XcPasteDialog *self, GParamSpec *pspec, GtkDropDown *head)
{
  GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->heads));

  if (self->is_filling)
    return;
  for (guint i = 0; other != NULL; i++, other = gtk_widget_get_next_sibling (other))
    if (other == GTK_WIDGET (head))
      xc_pasted_problems_set_meaning (self->pasted, i, (int) gtk_drop_down_get_selected (head) - 1);
  show_heads (self);
  refresh (self);
}

static void
add_heads (XcPasteDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) _ ("Leave out"));
  for (guint i = 0; i < xc_pasted_columns_count (); i++)
    g_ptr_array_add (words, (gpointer) xc_pasted_columns_get_heading (i));
  g_ptr_array_add (words, NULL);
  for (guint i = 0; i < xc_pasted_problems_count_columns (self->pasted); i++)
    {
      GtkWidget *head = gtk_drop_down_new (NULL, NULL);
      /* translators: %u is the number of a column that was pasted */
      g_autofree char *name = g_strdup_printf (_ ("Meaning of column %u"), i + 1);

      xc_drop_down_fill (GTK_DROP_DOWN (head), (const char *const *) words->pdata);
      xc_drop_down_name (GTK_DROP_DOWN (head), name);
      gtk_widget_set_size_request (head, xc_text_size_scale (COLUMN_WIDTH_PX), -1);
      g_signal_connect_swapped (head, "notify::selected", G_CALLBACK (head_selected_cb), self);
      gtk_box_append (self->heads, head);
    }
  show_heads (self);
}

static void
add_place (XcPasteDialog *self, gint64 inspection_id)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PROBLEM);

  if (inspection_id != 0)
    xc_record_set_number (record, "inspection_id", inspection_id);
  self->inspection =
      xc_field_editor_new (XC_TABLE_PROBLEM, xc_catalogue_get_field (XC_TABLE_PROBLEM, "inspection_id"));
  xc_field_editor_show (self->inspection, self->store, record);
  adw_bin_set_child (self->place, GTK_WIDGET (self->inspection));
  g_signal_connect_object (self->inspection, "edited", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
add_rows (XcPasteDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < xc_pasted_problems_count (self->pasted); i++)
    gtk_string_list_append (list, "");
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->rows, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (
      self->rows, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list)))));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcPasteDialog *self = XC_PASTE_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (!xc_pasted_problems_save (self->pasted, self->store, &title, &error))
    {
      show_summary (self, error);
      return;
    }
  g_signal_emit (self, pasted_signal, 0, title);
  xc_dialog_finish (XC_DIALOG (self));
}

/* The rows are in the spreadsheet, and still in the clipboard: there is nothing to keep. */
static void
keep (XcDialog *dialog)
{
}

static void
xc_paste_dialog_dispose (GObject *object)
{
  XcPasteDialog *self = XC_PASTE_DIALOG (object);

  /* Rows unbind while the list goes. */
  if (self->rows != NULL)
    gtk_list_view_set_model (self->rows, NULL);
  g_clear_object (&self->store);
  adw_window_set_content (ADW_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_PASTE_DIALOG);
  G_OBJECT_CLASS (xc_paste_dialog_parent_class)->dispose (object);
}

static void
xc_paste_dialog_finalize (GObject *object)
{
  XcPasteDialog *self = XC_PASTE_DIALOG (object);

  g_clear_pointer (&self->pasted, xc_pasted_problems_free);
  g_ptr_array_unref (self->bound);
  G_OBJECT_CLASS (xc_paste_dialog_parent_class)->finalize (object);
}

static void
xc_paste_dialog_class_init (XcPasteDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_paste_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_paste_dialog_finalize;
  XC_DIALOG_CLASS (class)->keep = keep;
  pasted_signal = g_signal_new ("pasted", XC_TYPE_PASTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/entry/paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcPasteDialog, paste);
  gtk_widget_class_bind_template_child (widget_class, XcPasteDialog, place);
  gtk_widget_class_bind_template_child (widget_class, XcPasteDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, XcPasteDialog, heads);
  gtk_widget_class_bind_template_child (widget_class, XcPasteDialog, rows);
  gtk_widget_class_install_action (widget_class, "paste.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paste.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "paste.save", NULL);
}

static void
xc_paste_dialog_init (XcPasteDialog *self)
{
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_paste_dialog_new:
 * @parent: the window that it belongs to
 * @store: a ledger open for writing
 * @inspection_id: where problems were found whose rows do not say it, as a proposal; or 0
 * @pasted: (transfer full): rows
 *
 * Returns: (transfer full): a dialog to be presented
 */
XcPasteDialog *
xc_paste_dialog_new (GtkWindow *parent, XcStore *store, gint64 inspection_id, XcPastedProblems *pasted)
{
  XcPasteDialog *self = g_object_new (XC_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->pasted = pasted;
  add_place (self, inspection_id);
  add_heads (self);
  add_rows (self);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->paste));
  return self;
}
