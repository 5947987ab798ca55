/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/reports-page.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/file-chooser.h"
#include "app/reports/figures-table.h"
#include "app/reports/report-reading.h"
#include "app/text-size.h"
#include "app/today.h"
#include "app/window-work.h"
#include "report/list-marks.h"
#include "report/problem-report-paper.h"
#include "store/row-name.h"

/* Who walks down the rows waits for no sentence. */
#define REST_MS 80

struct _XcReportsPage
{
  XcPage parent_instance;

  /* Template widgets */
  GtkStack *views; /* "figures", "empty" */
  GtkBox *groups;
  GtkDropDown *rounds;
  GtkLabel *note;
  XcFiguresTable *table;
  GtkLabel *sentences;

  /* Owned */
  XcReader *table_reader; /* NULL without a ledger */
  XcReader *row_reader;
  XcProblemReport *report; /* NULL until it was read */
  GArray *round_ids;       /* of gint64: of the drop-down, 0 first for all */

  guint saying; /* source, or 0: another row has the keys */
  XcFiguresGroup group;
  gboolean is_filling;
};

typedef enum
{
  PROP_GROUP = 1,
} XcReportsPageProperty;

static GParamSpec *properties[PROP_GROUP + 1];

G_DEFINE_FINAL_TYPE (XcReportsPage, xc_reports_page, XC_TYPE_PAGE)

static const char *const group_names[XC_N_FIGURES_GROUPS] = { "round", "team", "organization", "point",
                                                              "register" };

/* ---- sentences ---- */

static void
sentences_read_cb (gpointer answer, const GError *error, gpointer data)
{
  XcReportsPage *self = data;
  g_auto (GStrv) sentences = answer;
  g_autofree char *text = sentences != NULL ? g_strjoinv ("\n", sentences) : NULL;

  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
  gtk_label_set_text (self->sentences, text != NULL ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.copy-sentences", text != NULL && *text != '\0');
}

static gboolean
say_row_cb (gpointer data)
{
  XcReportsPage *self = data;

  self->saying = 0;
  if (self->row_reader != NULL && self->report != NULL)
    xc_report_reading_ask_sentences (self->row_reader, self->report, xc_figures_table_get_row (self->table),
                                     sentences_read_cb, self);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (XcReportsPage *self)
{
  g_clear_handle_id (&self->saying, g_source_remove);
  self->saying = g_timeout_add (REST_MS, say_row_cb, self);
}

/* ---- the table ---- */

static void
take_report (XcReportsPage *self, XcProblemReport *report)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_figures = report != NULL && report->rows->len > 1;
  g_autofree char *note = report != NULL ? xc_problem_report_dup_note (report) : NULL;

  g_clear_pointer (&self->report, xc_problem_report_unref);
  self->report = report;
  xc_figures_table_set_report (self->table, report);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  if (report == NULL)
    gtk_label_set_text (self->sentences, "");
  /* While other figures are read, the page stays as it is. */
  if (report != NULL)
    gtk_stack_set_visible_child_name (self->views,
                                      has_figures || report->filter.round_id != 0 ? "figures" : "empty");
  gtk_widget_action_set_enabled (widget, "page.copy-text", has_figures);
  gtk_widget_action_set_enabled (widget, "page.export", has_figures);
  gtk_widget_action_set_enabled (widget, "page.copy-sentences", FALSE);
}

static void
table_read_cb (gpointer answer, const GError *error, gpointer data)
{
  XcReportsPage *self = data;

  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
  if (answer != NULL)
    take_report (self, answer);
}

static gint64
get_round_id (XcReportsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->rounds);

  return chosen < self->round_ids->len ? g_array_index (self->round_ids, gint64, chosen) : 0;
}

static void
ask (XcReportsPage *self)
{
  const XcFiguresFilter filter = {
    .today = xc_today (),
    .term_id = xc_term_choice_get_id (xc_page_get_term_choice (XC_PAGE (self))),
    .round_id = get_round_id (self),
  };

  if (self->table_reader != NULL && filter.term_id != 0)
    xc_report_reading_ask_table (self->table_reader, self->group, &filter, table_read_cb, self);
  else
    gtk_stack_set_visible_child_name (self->views, "empty");
}

static void
round_chosen_cb (XcReportsPage *self)
{
  if (!self->is_filling)
    ask (self);
}

static void
behind_read_cb (gpointer answer, const GError *error, gpointer data)
{
  XcReportsPage *self = data;
  g_autoptr (GArray) ids = answer;
  g_autofree char *title = g_object_steal_data (G_OBJECT (self), "opened");

  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
  if (ids != NULL)
    xc_window_show_rows (XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), XC_TABLE_PROBLEM, title, ids);
}

static void
opened_cb (XcReportsPage *self, guint row, guint column)
{
  const char *name = xc_problem_report_get_row (self->report, row)->title;
  char *title;

  if (column < XC_PROBLEM_REPORT_FIRST_FIGURE)
    title = g_strdup (name);
  else
    /* translators: %1$s is the name of a row, %2$s of a figure */
    title = g_strdup_printf (C_ ("chip", "%1$s: %2$s"), name,
                             xc_problem_report_get_heading (self->report, column));
  g_object_set_data_full (G_OBJECT (self), "opened", title, g_free);
  xc_report_reading_ask_behind (self->row_reader, self->report, row, column, behind_read_cb, self);
}

/* ---- rounds ---- */

static void
fill_rounds (XcReportsPage *self, XcStore *store)
{
  gint64 before = get_round_id (self), all = 0;
  gint64 term_id = xc_term_choice_get_id (xc_page_get_term_choice (XC_PAGE (self)));
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_ROUND);
  g_autoptr (GArray) ids = NULL;
  guint selected = 0;

  xc_query_add_number_filter (query, "term_id", XC_RELATION_IS, term_id);
  xc_query_add_sort (query, "ordinal", TRUE);
  ids = store != NULL ? xc_query_ids (query, store, NULL) : NULL;
  self->is_filling = TRUE;
  g_array_set_size (self->round_ids, 0);
  g_array_append_val (self->round_ids, all);
  g_strv_builder_add (words, _ ("All rounds"));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ROUND, id);

      g_array_append_val (self->round_ids, id);
      g_strv_builder_add (words, name);
      if (id == before)
        selected = i + 1;
    }
  titles = g_strv_builder_end (words);
  xc_drop_down_fill (self->rounds, (const char *const *) titles);
  gtk_drop_down_set_selected (self->rounds, selected);
  self->is_filling = FALSE;
}

/* ---- actions ---- */

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcReportsPage *self = XC_REPORTS_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->report == NULL)
    return;
  text = xc_problem_report_dup_text (self->report);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  xc_window_tell (widget, _ ("The figures are in the clipboard, as text."));
}

static void
copy_sentences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcReportsPage *self = XC_REPORTS_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->sentences));
  xc_window_tell (widget, _ ("The sentences are in the clipboard."));
}

static void
write_report (XcWindow *window, GFile *file, gpointer data)
{
  XcProblemReport *report = data;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;
  g_autoptr (GError) error = NULL;

  if (xc_list_marks_load (xc_window_get_store (window), &unit, &marking, &error)
      && xc_problem_report_write (report, marking != NULL && *marking != '\0' ? marking : NULL, path, TRUE,
                                  &error))
    xc_window_note_export (window, path);
  else
    xc_window_tell_error (GTK_WIDGET (window), error);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.xlsx", NULL };
  XcReportsPage *self = XC_REPORTS_PAGE (widget);
  const XcFileKind kind = { _ ("Workbooks"), patterns };
  char iso[XC_DAY_ISO_SIZE];
  g_autofree char *file_name = NULL;

  if (self->report == NULL)
    return;
  file_name = g_strdup_printf ("%s %s.xlsx", self->report->title,
                               xc_day_format_iso (self->report->filter.today, iso));
  xc_choose_file_to_save_with (XC_WINDOW (gtk_widget_get_root (widget)), _ ("Export the Figures"), &kind,
                               file_name, write_report, xc_problem_report_ref (self->report),
                               (GDestroyNotify) xc_problem_report_unref);
}

static XcPages *
xc_reports_page_make_pages (XcPage *page, GError **error)
{
  XcReportsPage *self = XC_REPORTS_PAGE (page);
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;

  if (self->report == NULL || !xc_list_marks_load (xc_page_get_store (page), &unit, &marking, error))
    return NULL;
  return xc_problem_report_make_pages (self->report, marking != NULL && *marking != '\0' ? marking : NULL);
}

/* ---- the page ---- */

static void
xc_reports_page_follow (XcPage *page, const XcChange *change)
{
  XcReportsPage *self = XC_REPORTS_PAGE (page);
  XcStore *store = xc_page_get_store (page);

  if (change == NULL)
    {
      g_clear_pointer (&self->table_reader, xc_reader_free);
      g_clear_pointer (&self->row_reader, xc_reader_free);
      g_clear_handle_id (&self->saying, g_source_remove);
      take_report (self, NULL);
      if (store == NULL)
        return;
      self->table_reader = xc_reader_new (store);
      self->row_reader = xc_reader_new (store);
    }
  fill_rounds (self, store);
  ask (self);
}

static void
xc_reports_page_show_term (XcPage *page)
{
  XcReportsPage *self = XC_REPORTS_PAGE (page);

  fill_rounds (self, xc_page_get_store (page));
  ask (self);
}

/* Who comes to the page comes to the figures. */
static gboolean
xc_reports_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  XcReportsPage *self = XC_REPORTS_PAGE (widget);

  if (gtk_widget_get_focus_child (widget) == NULL
      && direction == GTK_DIR_TAB_FORWARD
      /* No key would be heard in a table that is not shown. */
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "empty") != 0
      && gtk_widget_grab_focus (GTK_WIDGET (self->table)))
    return TRUE;
  return GTK_WIDGET_CLASS (xc_reports_page_parent_class)->focus (widget, direction);
}

static void
xc_reports_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XcReportsPage *self = XC_REPORTS_PAGE (object);

  switch ((XcReportsPageProperty) id)
    {
    case PROP_GROUP:
      g_value_set_string (value, group_names[self->group]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcReportsPage *self = XC_REPORTS_PAGE (object);

  switch ((XcReportsPageProperty) id)
    {
    case PROP_GROUP:
      for (guint i = 0; i < XC_N_FIGURES_GROUPS; i++)
        if (g_strcmp0 (group_names[i], g_value_get_string (value)) == 0)
          self->group = (XcFiguresGroup) i;
      ask (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_reports_page_dispose (GObject *object)
{
  XcReportsPage *self = XC_REPORTS_PAGE (object);

  g_clear_pointer (&self->table_reader, xc_reader_free);
  g_clear_pointer (&self->row_reader, xc_reader_free);
  g_clear_pointer (&self->report, xc_problem_report_unref);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (xc_page_is_built (XC_PAGE (self)))
    gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_REPORTS_PAGE);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->saying, g_source_remove);
  G_OBJECT_CLASS (xc_reports_page_parent_class)->dispose (object);
}

static void
xc_reports_page_finalize (GObject *object)
{
  g_array_unref (XC_REPORTS_PAGE (object)->round_ids);
  G_OBJECT_CLASS (xc_reports_page_parent_class)->finalize (object);
}

static void
add_group (XcReportsPage *self, XcFiguresGroup group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (xc_figures_group_get_title (group));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", group_names[group]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.group");
  gtk_box_append (self->groups, button);
}

/* Large text leaves no room for the rule beside what is chosen: it stands below. */
static void
place_note (XcReportsPage *self)
{
  GtkWidget *bar = gtk_widget_get_parent (GTK_WIDGET (self->note));
  GtkWidget *last = gtk_widget_get_last_child (bar);

  if (!xc_text_size_is_large ())
    return;
  gtk_widget_set_hexpand (last, TRUE);
  gtk_widget_set_halign (last, GTK_ALIGN_END);
  g_object_ref (self->note);
  gtk_box_remove (GTK_BOX (bar), GTK_WIDGET (self->note));
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (bar)), GTK_WIDGET (self->note), bar);
  g_object_unref (self->note);
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_justify (self->note, GTK_JUSTIFY_LEFT);
  gtk_widget_set_margin_start (GTK_WIDGET (self->note), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->note), 12);
}

static void
xc_reports_page_build (XcPage *page)
{
  XcReportsPage *self = XC_REPORTS_PAGE (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  place_note (self);
  xc_drop_down_name (self->rounds, C_ ("figures by", "Round"));
  for (guint i = 0; i < XC_N_FIGURES_GROUPS; i++)
    add_group (self, (XcFiguresGroup) i);
}

static void
xc_reports_page_class_init (XcReportsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = xc_reports_page_dispose;
  object_class->finalize = xc_reports_page_finalize;
  object_class->get_property = xc_reports_page_get_property;
  object_class->set_property = xc_reports_page_set_property;
  widget_class->focus = xc_reports_page_focus;
  XC_PAGE_CLASS (class)->build = xc_reports_page_build;
  XC_PAGE_CLASS (class)->follow = xc_reports_page_follow;
  XC_PAGE_CLASS (class)->show_term = xc_reports_page_show_term;
  XC_PAGE_CLASS (class)->make_pages = xc_reports_page_make_pages;
  properties[PROP_GROUP] =
      g_param_spec_string ("group", NULL, NULL, group_names[0], G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_type_ensure (XC_TYPE_FIGURES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/reports/reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcReportsPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcReportsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, XcReportsPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, XcReportsPage, note);
  gtk_widget_class_bind_template_child (widget_class, XcReportsPage, table);
  gtk_widget_class_bind_template_child (widget_class, XcReportsPage, sentences);
  gtk_widget_class_bind_template_callback (widget_class, round_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "page.copy-sentences", NULL, copy_sentences_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_property_action (widget_class, "page.group", "group");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy-text", NULL);
}

static void
xc_reports_page_init (XcReportsPage *self)
{
  self->round_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}
