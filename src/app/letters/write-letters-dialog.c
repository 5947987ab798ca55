/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/write-letters-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/form/field-view.h"
#include "app/letters/letter-editor.h"
#include "app/letters/letter-output.h"
#include "app/today.h"
#include "store/reader.h"

#define DRAFT "write-letters"

/* The gravest first, as the letters come. */
static const XcDeadlineWarning colours[] = { XC_DEADLINE_WARNING_RED, XC_DEADLINE_WARNING_YELLOW,
                                             XC_DEADLINE_WARNING_GREEN };

#define N_COLOURS G_N_ELEMENTS (colours)

struct _XcWriteLettersDialog
{
  XcDialog parent_instance;

  gboolean is_ticking; /* many are ticked at once */

  /* Template widgets */
  GtkStack *views;
  GtkBox *colour_box;
  GtkListView *list;
  GtkLabel *repeated;
  XcFieldView *day;
  XcLetterEditor *editor;
  AdwStatusPage *nothing;
  AdwStatusPage *issued;

  /* Borrowed: of the own tree */
  GtkCheckButton *checks[N_COLOURS];

  /* Owned */
  XcStore *store;
  XcReader *reader;
  GListStore *drafts; /* of XcLetterDraft */
  GArray *ids;        /* of gint64: the letters that were issued, or NULL */
};

/* What was read: proposals, and how many were made before. */
typedef struct
{
  GPtrArray *letters;
  guint n_repeated;
} Proposed;

typedef struct
{
  XcDay today;
  gint64 term_id;
} Question;

G_DEFINE_FINAL_TYPE (XcWriteLettersDialog, xc_write_letters_dialog, XC_TYPE_DIALOG)

static void
proposed_free (gpointer data)
{
  Proposed *self = data;

  g_ptr_array_unref (self->letters);
  g_free (self);
}

static gpointer
propose (XcStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (XcDueList) due = xc_due_list_load (store, question->today, question->term_id, error);
  Proposed *proposed = g_new0 (Proposed, 1);

  if (due != NULL)
    proposed->letters = xc_letters_propose (store, due, 0, &proposed->n_repeated, error);
  if (proposed->letters != NULL)
    return proposed;
  g_free (proposed);
  return NULL;
}

static const XcReaderKind proposing = { propose, g_free, proposed_free };

static XcLetterDraft *
get_draft (XcWriteLettersDialog *self, guint i)
{
  g_autoptr (XcLetterDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);

  return draft;
}

static guint
get_n (XcWriteLettersDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->drafts));
}

static XcDay
read_day (XcWriteLettersDialog *self, gboolean tells)
{
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_LETTER);
  g_autofree char *fault = xc_field_editor_read (xc_field_view_get_editor (self->day), values);

  if (tells)
    xc_field_view_set_fault (self->day, fault);
  return fault == NULL ? xc_record_get_day (values, "issued_on") : XC_DAY_NONE;
}

/* ---- which are ticked ---- */

static void
count_colour (XcWriteLettersDialog *self, XcDeadlineWarning colour, guint *n, guint *n_ticked)
{
  *n = *n_ticked = 0;
  for (guint i = 0; i < get_n (self); i++)
    if (xc_letter_draft_get_letter (get_draft (self, i))->colour == colour)
      {
        *n += 1;
        *n_ticked += xc_letter_draft_is_ticked (get_draft (self, i)) ? 1 : 0;
      }
}

static void
update (XcWriteLettersDialog *self)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_LETTER, "colour");
  guint n_all = 0;

  self->is_ticking = TRUE;
  for (guint i = 0; i < N_COLOURS; i++)
    {
      const char *title =
          xc_choice_title (xc_field_find_choice (field, xc_deadline_colour_to_word (colours[i])));
      guint n, n_ticked;
      g_autofree char *label = NULL;

      count_colour (self, colours[i], &n, &n_ticked);
      /* translators: 1 a color, 2 how many letters are ticked, 3 of how many */
      label = g_strdup_printf (C_ ("letters", "%1$s %2$u/%3$u"), title, n_ticked, n);
      gtk_check_button_set_label (self->checks[i], label);
      gtk_check_button_set_active (self->checks[i], n_ticked == n);
      gtk_check_button_set_inconsistent (self->checks[i], n_ticked > 0 && n_ticked < n);
      gtk_widget_set_visible (GTK_WIDGET (self->checks[i]), n > 0);
      n_all += n_ticked;
    }
  self->is_ticking = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.issue", n_all > 0);
}

static void
ticked_cb (XcWriteLettersDialog *self)
{
  if (!self->is_ticking)
    update (self);
}

static void
colour_toggled_cb (XcWriteLettersDialog *self, GtkCheckButton *check)
{
  if (self->is_ticking)
    return;
  self->is_ticking = TRUE;
  for (guint c = 0; c < N_COLOURS; c++)
    for (guint i = 0; self->checks[c] == check && i < get_n (self); i++)
      if (xc_letter_draft_get_letter (get_draft (self, i))->colour == colours[c]
          && xc_letter_draft_get_n_items (get_draft (self, i)) > 0)
        xc_letter_draft_set_ticked (get_draft (self, i), gtk_check_button_get_active (check));
  self->is_ticking = FALSE;
  update (self);
}

/* ---- the list ---- */

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *title = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "detail");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_widget_set_focusable (check, FALSE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "child-row");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  XcLetterDraft *draft = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *check = gtk_widget_get_first_child (box);
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_next_sibling (check));
  const char *organization = xc_letter_draft_get_letter (draft)->organization;
  g_autofree char *title = xc_letter_draft_dup_title (draft);
  /* translators: 1 an organization, 2 what kind of letter it gets */
  g_autofree char *label = g_strdup_printf (C_ ("letter in a list", "%1$s, %2$s"), organization, title);

  gtk_label_set_text (GTK_LABEL (name), organization);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_object_set_data_full (
      G_OBJECT (item), "binding",
      g_object_ref (g_object_bind_property (draft, "is-ticked", check, "active",
                                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)),
      g_object_unref);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GBinding *binding = g_object_get_data (G_OBJECT (item), "binding");

  g_binding_unbind (binding);
  g_object_set_data (G_OBJECT (item), "binding", NULL);
}

/* Enter ticks a letter and takes its tick away. */
static void
activate_cb (XcWriteLettersDialog *self, guint position)
{
  XcLetterDraft *draft = get_draft (self, position);

  if (xc_letter_draft_get_n_items (draft) > 0)
    xc_letter_draft_set_ticked (draft, !xc_letter_draft_is_ticked (draft));
}

static void
selected_cb (XcWriteLettersDialog *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);

  if (model != NULL)
    xc_letter_editor_show (self->editor, self->store,
                           gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)));
}

static void
day_edited_cb (XcWriteLettersDialog *self)
{
  xc_letter_editor_set_day (self->editor, read_day (self, FALSE));
}

/* ---- proposals ---- */

static void
show_nothing (XcWriteLettersDialog *self, const char *sentence)
{
  adw_status_page_set_description (self->nothing, sentence);
  gtk_stack_set_visible_child_name (self->views, "nothing");
}

static char *
dup_repeated (guint n)
{
  /* translators: %u problems or measures that a letter was written about before */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is left out: a letter has said it already.",
                                       "%u are left out: letters have said them already.", n),
                          n);
}

static void
show_letters (XcWriteLettersDialog *self, Proposed *proposed)
{
  g_autofree char *repeated = dup_repeated (proposed->n_repeated);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  if (proposed->letters->len == 0)
    {
      show_nothing (self, proposed->n_repeated > 0 ? repeated
                                                   : _ ("Nothing is overdue, and no time limit comes near."));
      return;
    }
  gtk_label_set_text (self->repeated, repeated);
  gtk_widget_set_visible (GTK_WIDGET (self->repeated), proposed->n_repeated > 0);
  g_ptr_array_set_free_func (proposed->letters, NULL);
  for (guint i = 0; i < proposed->letters->len; i++)
    {
      XcLetterDraft *draft = xc_letter_draft_new (proposed->letters->pdata[i]);

      g_signal_connect_object (draft, "notify::is-ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (drafts, draft);
    }
  /* All at once: the view looks at its rows again whenever one comes. */
  g_list_store_splice (self->drafts, 0, 0, drafts->pdata, drafts->len);
  gtk_stack_set_visible_child_name (self->views, "letters");
  xc_dialog_take_up_draft (XC_DIALOG (self), self->store, DRAFT);
  selected_cb (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
proposed_cb (gpointer answer, const GError *error, gpointer data)
{
  XcWriteLettersDialog *self = data;

  if (answer == NULL)
    {
      show_nothing (self, error->message);
      return;
    }
  show_letters (self, answer);
  proposed_free (answer);
}

/* ---- what was typed ---- */

static void
xc_write_letters_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  XcWriteLettersDialog *self = XC_WRITE_LETTERS_DIALOG (dialog);

  for (guint i = 0; i < get_n (self); i++)
    g_hash_table_insert (typed, xc_letter_draft_dup_key (get_draft (self, i)),
                         xc_letter_draft_dup_typed (get_draft (self, i)));
}

static void
xc_write_letters_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  XcWriteLettersDialog *self = XC_WRITE_LETTERS_DIALOG (dialog);

  for (guint i = 0; i < get_n (self); i++)
    {
      g_autofree char *key = xc_letter_draft_dup_key (get_draft (self, i));
      const char *text = g_hash_table_lookup (typed, key);

      if (text != NULL)
        xc_letter_draft_put_typed (get_draft (self, i), text);
    }
  selected_cb (self);
  update (self);
}

/* ---- issuing ---- */

/* 示巡督函〔2026〕1号 – 示巡督函〔2026〕5号, for each row of numbers */
static char *
dup_numbers (XcStore *store, const GArray *ids)
{
  g_autoptr (GPtrArray) letters =
      xc_letters_load (store, (const gint64 *) (gconstpointer) ids->data, ids->len, NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    {
      const XcLetter *letter = letters->pdata[i];
      const XcLetter *before = i > 0 ? letters->pdata[i - 1] : NULL;
      const XcLetter *after = i + 1 < letters->len ? letters->pdata[i + 1] : NULL;
      gboolean begins = before == NULL || g_strcmp0 (before->prefix, letter->prefix) != 0;
      gboolean ends = after == NULL || g_strcmp0 (after->prefix, letter->prefix) != 0;
      g_autofree char *number = xc_letter_dup_number (letter);

      if (begins && words->len > 0)
        g_string_append_c (words, '\n');
      if (begins || ends)
        g_string_append_printf (words, "%s%s", begins ? "" : " – ", number);
    }
  return g_string_free (words, FALSE);
}

static void
show_issued (XcWriteLettersDialog *self)
{
  g_autofree char *numbers = dup_numbers (self->store, self->ids);
  /* translators: %'u is a number of letters */
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Issued %'u warning letter",
                                                         "Issued %'u warning letters", self->ids->len),
                                            self->ids->len);

  adw_status_page_set_title (self->issued, title);
  adw_status_page_set_description (self->issued, numbers);
  gtk_stack_set_visible_child_name (self->views, "issued");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.issue", FALSE);
  xc_window_tell_done (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), title);
  gtk_widget_child_focus (GTK_WIDGET (self->issued), GTK_DIR_TAB_FORWARD);
}

static void
issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWriteLettersDialog *self = XC_WRITE_LETTERS_DIALOG (widget);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_letter_free);
  g_autoptr (GError) error = NULL;
  XcDay day = read_day (self, TRUE);

  if (!xc_day_is_set (day))
    return;
  for (guint i = 0; i < get_n (self); i++)
    if (xc_letter_draft_is_ticked (get_draft (self, i)))
      g_ptr_array_add (letters, xc_letter_draft_dup_letter (get_draft (self, i), XC_DAY_NONE));
  self->ids = xc_letters_issue (self->store, letters, day, &error);
  if (self->ids == NULL)
    {
      xc_window_tell_error (widget, error);
      return;
    }
  xc_dialog_drop_draft (self->store, DRAFT);
  g_list_store_remove_all (self->drafts);
  show_issued (self);
}

static void
output_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWriteLettersDialog *self = XC_WRITE_LETTERS_DIALOG (widget);
  g_autoptr (XcWindow) window = XC_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GArray) ids = self->ids != NULL ? g_array_ref (self->ids) : NULL;

  g_object_ref (window);
  if (ids == NULL)
    return;
  xc_dialog_finish (XC_DIALOG (self));
  if (g_str_equal (name, "letters.print"))
    xc_letter_output_print (window, ids);
  else if (g_str_equal (name, "letters.save"))
    xc_letter_output_save (window, ids);
  else if (g_str_equal (name, "letters.save-each"))
    xc_letter_output_save_each (window, ids);
  else
    {
      xc_window_show_rows (window, XC_TABLE_LETTER, _ ("The letters issued last"), ids);
      /* Whoever looks at them goes on with them: past the buttons. */
      gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "page.leave-form", NULL);
    }
}

static void
xc_write_letters_dialog_dispose (GObject *object)
{
  XcWriteLettersDialog *self = XC_WRITE_LETTERS_DIALOG (object);

  g_clear_pointer (&self->reader, xc_reader_free);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->drafts);
  g_clear_object (&self->store);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_WRITE_LETTERS_DIALOG);
  G_OBJECT_CLASS (xc_write_letters_dialog_parent_class)->dispose (object);
}

static void
xc_write_letters_dialog_class_init (XcWriteLettersDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_write_letters_dialog_dispose;
  XC_DIALOG_CLASS (class)->read_typed = xc_write_letters_dialog_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_write_letters_dialog_put_typed;
  g_type_ensure (XC_TYPE_LETTER_EDITOR);
  g_type_ensure (XC_TYPE_FIELD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/letters/write-letters-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, views);
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, colour_box);
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, list);
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, repeated);
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, day);
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, editor);
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, XcWriteLettersDialog, issued);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "letters.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "letters.print", NULL, output_action);
  gtk_widget_class_install_action (widget_class, "letters.save", NULL, output_action);
  gtk_widget_class_install_action (widget_class, "letters.save-each", NULL, output_action);
  gtk_widget_class_install_action (widget_class, "letters.show", NULL, output_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "letters.issue", NULL);
}

static void
set_up_list (XcWriteLettersDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  self->drafts = g_list_store_new (XC_TYPE_LETTER_DRAFT);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->drafts)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_unref (selection);
}

static void
xc_write_letters_dialog_init (XcWriteLettersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_field_view_set_table (self->day, XC_TABLE_LETTER);
  for (guint i = 0; i < N_COLOURS; i++)
    {
      self->checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
      gtk_box_append (self->colour_box, GTK_WIDGET (self->checks[i]));
      g_signal_connect_object (self->checks[i], "toggled", G_CALLBACK (colour_toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
  set_up_list (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.issue", FALSE);
}

static void
show_today (XcWriteLettersDialog *self)
{
  g_autoptr (XcRecord) proposed = xc_record_new (XC_TABLE_LETTER);

  xc_record_set_day (proposed, "issued_on", xc_today ());
  xc_field_editor_show (xc_field_view_get_editor (self->day), self->store, proposed);
  xc_letter_editor_set_day (self->editor, xc_today ());
  g_signal_connect_object (xc_field_view_get_editor (self->day), "edited", G_CALLBACK (day_edited_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * xc_write_letters_dialog_present:
 * @window: a window with a ledger that can be written to
 */
void
xc_write_letters_dialog_present (XcWindow *window)
{
  XcWriteLettersDialog *self = g_object_new (XC_TYPE_WRITE_LETTERS_DIALOG, "transient-for", window, NULL);
  Question *question = g_new (Question, 1);

  self->store = g_object_ref (xc_window_get_store (window));
  self->reader = xc_reader_new (self->store);
  question->today = xc_today ();
  question->term_id = xc_term_choice_get_id (xc_window_get_term_choice (window));
  show_today (self);
  gtk_window_present (GTK_WINDOW (self));
  xc_reader_ask (self->reader, &proposing, question, proposed_cb, self);
}
