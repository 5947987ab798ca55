/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/rounds-page.h"

#include <glib/gi18n-lib.h>

#include "app/fold.h"
#include "app/list/list-export.h"
#include "app/rounds/round-documents.h"
#include "app/rounds/round-row.h"
#include "app/rounds/round-stages.h"
#include "app/rounds/round-tasks.h"
#include "app/rounds/round-teams.h"
#include "app/rounds/round-timetable.h"
#include "app/rounds/round-words.h"
#include "app/scheme/scheme-dialog.h"
#include "app/tab-stop.h"
#include "app/text-size.h"
#include "app/today.h"
#include "core/round-plan.h"

/* The room of a round, beside the list of rounds. */
#define NARROWEST 450

struct _XcRoundsPage
{
  XcRowsPage parent_instance;

  gint64 shown;        /* id of the round at the right; 0: of a new one, or of none */
  gboolean is_filling; /* rows come and go, and nobody selects */
  gboolean is_stale;   /* the ledger was changed while nobody looked */

  /* Owned */
  GPtrArray *rounds; /* of XcRoundFigures; nullable */

  /* Template widgets */
  GtkStack *views;
  GtkWidget *list_pane;
  GtkListBox *rows;
  GtkLabel *head;
  GtkLabel *figures;
  XcFormPane *pane;
  XcRoundTeams *teams;
  XcRoundTasks *tasks;
  XcRoundTimetable *timetable;
};

G_DEFINE_FINAL_TYPE (XcRoundsPage, xc_rounds_page, XC_TYPE_ROWS_PAGE)

static const char *const export_columns[] = { "ordinal", "title",           "starts_on",
                                              "ends_on", "scheme_id.title", NULL };

static gint64
get_term_id (XcRoundsPage *self)
{
  return xc_term_choice_get_id (xc_page_get_term_choice (XC_PAGE (self)));
}

/* 第六轮 · 常规 + 提级 · 2021-09-01 – 2021-11-30 · 部署 */
static void
show_head (XcRoundsPage *self)
{
  const XcRoundFigures *round =
      self->rounds != NULL ? xc_round_figures_find (self->rounds, self->shown) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;
  g_autofree char *figures = NULL;

  if (round != NULL)
    {
      char *const texts[] = { xc_round_words_dup_ordinal (XC_TABLE_ROUND, round->ordinal),
                              xc_round_words_dup_kinds (round->kinds),
                              xc_round_words_dup_days (round->starts, round->ends),
                              g_strdup (xc_round_state_title (round->state)) };

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (*texts[i] != '\0')
          g_ptr_array_add (parts, texts[i]);
        else
          g_free (texts[i]);
      figures = xc_round_row_dup_figures (round);
    }
  else if (self->shown == 0 && xc_form_get_record (xc_form_pane_get_form (self->pane)) != NULL)
    g_ptr_array_add (parts, g_strdup (_ ("New Round")));
  g_ptr_array_add (parts, NULL);
  words = g_strjoinv (C_ ("between facts about a round", " · "), (char **) parts->pdata);
  gtk_label_set_text (self->head, words);
  gtk_label_set_text (self->figures, figures != NULL ? figures : "");
}

static gboolean
has_focus_in_rows (XcRoundsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows));
}

static GtkListBoxRow *
find_row (XcRoundsPage *self, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (xc_round_row_get_id (row) == id)
      return row;
  return NULL;
}

/* The same round is shown as before, unless it is gone. */
static void
fill_rows (XcRoundsPage *self)
{
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  gboolean had_focus = has_focus_in_rows (self);
  GtkListBoxRow *row;

  self->is_stale = FALSE;
  self->is_filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  if (store != NULL)
    self->rounds = xc_round_figures_load (store, xc_today (), NULL);
  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    if (((XcRoundFigures *) self->rounds->pdata[i])->term_id == get_term_id (self))
      gtk_list_box_append (self->rows, xc_round_row_new (self->rounds->pdata[i]));
  row = find_row (self, self->shown);
  gtk_list_box_select_row (self->rows, row);
  self->is_filling = FALSE;
  if (row != NULL && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  show_head (self);
}

/* The newest, when none is shown. */
static void
show_any (XcRoundsPage *self)
{
  if (self->shown == 0 && xc_form_get_record (xc_form_pane_get_form (self->pane)) == NULL)
    gtk_list_box_select_row (self->rows, gtk_list_box_get_row_at_index (self->rows, 0));
}

static void
row_selected_cb (XcRoundsPage *self, GtkListBoxRow *row)
{
  if (!self->is_filling && row != NULL && xc_round_row_get_id (row) != self->shown)
    xc_rows_page_show_selected (XC_ROWS_PAGE (self));
}

static void
row_activated_cb (XcRoundsPage *self)
{
  xc_rows_page_open (XC_ROWS_PAGE (self));
}

static void
teams_wanted_cb (XcRoundsPage *self)
{
  xc_form_pane_show_tab (self->pane, "teams");
  xc_form_pane_focus (self->pane);
}

static void
xc_rounds_page_take_store (XcRowsPage *page, XcStore *store)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);

  self->shown = 0;
  fill_rows (self);
  show_any (self);
}

static GArray *
xc_rounds_page_dup_selected (XcRowsPage *page)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (XC_ROUNDS_PAGE (page)->rows);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row != NULL)
    {
      gint64 id = xc_round_row_get_id (row);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
xc_rounds_page_select (XcRowsPage *page, gint64 id)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);
  GtkListBoxRow *row = find_row (self, id);

  gtk_list_box_select_row (self->rows, row);
  return row != NULL;
}

static void
xc_rounds_page_focus_rows (XcRowsPage *page)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  gtk_widget_set_visible (self->list_pane, TRUE);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->rows));
}

static void
xc_rounds_page_narrow (XcRowsPage *page, XcQuery *query)
{
  xc_query_add_number_filter (query, "term_id", XC_RELATION_IS, get_term_id (XC_ROUNDS_PAGE (page)));
}

static void
xc_rounds_page_export_rows (XcRowsPage *page)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_ROUND);
  g_autoptr (XcColumnSet) columns = xc_column_set_new_usual (XC_TABLE_ROUND, export_columns);

  xc_rounds_page_narrow (page, query);
  xc_query_add_sort (query, "ordinal", FALSE);
  xc_list_export_ask (GTK_WIDGET (page), xc_page_get_store (XC_PAGE (page)), query, columns);
}

/* What an office pins to the wall of a round. */
static XcPages *
xc_rounds_page_make_pages (XcPage *page, GError **error)
{
  return xc_round_timetable_make_pages (XC_ROUNDS_PAGE (page)->timetable, error);
}

/* The day after which a new round can begin; of a term that is over, that of its last round. */
static XcDay
get_earliest (XcRoundsPage *self)
{
  XcRecord *term = xc_page_get_term (XC_PAGE (self));

  return term != NULL && xc_record_get_day (term, "ends_on") < xc_today ()
             ? xc_record_get_day (term, "starts_on")
             : xc_today ();
}

/* The list is short: it goes to the first of them. */
static void
xc_rounds_page_show_only (XcRowsPage *page, const char *title, const GArray *ids)
{
  if (ids != NULL && ids->len > 0)
    xc_rounds_page_select (page, g_array_index (ids, gint64, 0));
}

static int
compare_ordinals (gconstpointer a, gconstpointer b)
{
  return (*(const XcRoundFigures *const *) a)->ordinal - (*(const XcRoundFigures *const *) b)->ordinal;
}

/* The next number, days as they were before, the scheme that the last round had. */
static gboolean
xc_rounds_page_prepare (XcRowsPage *page, XcRecord *record)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (XcRoundDays));
  const XcRoundFigures *last;
  XcRoundDays next;

  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    if (((XcRoundFigures *) self->rounds->pdata[i])->term_id == get_term_id (self))
      g_ptr_array_add (rounds, self->rounds->pdata[i]);
  g_ptr_array_sort (rounds, compare_ordinals);
  for (guint i = 0; i < rounds->len; i++)
    {
      const XcRoundFigures *round = rounds->pdata[i];
      XcRoundDays of_round = { round->starts, round->ends };

      g_array_append_val (days, of_round);
    }
  last = rounds->len > 0 ? rounds->pdata[rounds->len - 1] : NULL;
  next = xc_round_plan_next (&g_array_index (days, XcRoundDays, 0), days->len, get_earliest (self));
  xc_record_set_number (record, "term_id", get_term_id (self));
  xc_record_set_number (record, "ordinal", last != NULL ? last->ordinal + 1 : 1);
  xc_record_set_day (record, "starts_on", next.starts);
  xc_record_set_day (record, "ends_on", next.ends);
  if (last != NULL)
    {
      g_autoptr (XcRecord) before =
          xc_store_load (xc_page_get_store (XC_PAGE (page)), XC_TABLE_ROUND, last->id, NULL);

      if (before != NULL && xc_record_is_set (before, "scheme_id"))
        xc_record_set_number (record, "scheme_id", xc_record_get_number (before, "scheme_id"));
    }
  return TRUE;
}

static void
xc_rounds_page_shown (XcRowsPage *page, gint64 id)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);

  self->shown = id;
  if (id == 0)
    gtk_list_box_unselect_all (self->rows);
  show_head (self);
}

static gboolean
moves_figures (const XcChange *change)
{
  static const XcTable tables[] = { XC_TABLE_TERM,
                                    XC_TABLE_REGISTER,
                                    XC_TABLE_ORGANIZATION,
                                    XC_TABLE_EVENT_MEMBER,
                                    XC_TABLE_ORGANIZATION_EVENT,
                                    XC_TABLE_ROUND,
                                    XC_TABLE_ROUND_STAGE,
                                    XC_TABLE_TEAM,
                                    XC_TABLE_INSPECTION,
                                    XC_TABLE_PROBLEM };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (xc_change_has_table (change, tables[i]))
      return TRUE;
  return FALSE;
}

static void
xc_rounds_page_follow (XcPage *page, const XcChange *change)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);

  XC_PAGE_CLASS (xc_rounds_page_parent_class)->follow (page, change);
  if (change == NULL || !moves_figures (change))
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (page)))
    {
      self->is_stale = TRUE;
      return;
    }
  fill_rows (self);
  /* Undone, or removed. */
  if (self->shown != 0 && find_row (self, self->shown) == NULL)
    {
      xc_form_pane_show (self->pane, xc_page_get_store (page), NULL);
      self->shown = 0;
    }
  show_any (self);
}

static void
xc_rounds_page_show_term (XcPage *page)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);

  xc_form_pane_show (self->pane, xc_page_get_store (page), NULL);
  xc_rounds_page_take_store (XC_ROWS_PAGE (page), xc_page_get_store (page));
}

/* Also a team, or an inspection, in its round. */
static gboolean
xc_rounds_page_lists (XcPage *page, XcTable table)
{
  return table == XC_TABLE_TEAM || table == XC_TABLE_INSPECTION
         || XC_PAGE_CLASS (xc_rounds_page_parent_class)->lists (page, table);
}

static gboolean
xc_rounds_page_show_row (XcPage *page, XcTable table, gint64 id)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);
  XcStore *store = xc_page_get_store (page);
  g_autoptr (XcRecord) record = NULL;

  if ((table != XC_TABLE_TEAM && table != XC_TABLE_INSPECTION) || store == NULL)
    return XC_PAGE_CLASS (xc_rounds_page_parent_class)->show_row (page, table, id);
  record = xc_store_load (store, table, id, NULL);
  if (record == NULL
      || !xc_rounds_page_select (XC_ROWS_PAGE (page), xc_record_get_number (record, "round_id")))
    return FALSE;
  xc_form_pane_show_tab (self->pane, table == XC_TABLE_TEAM ? "teams" : "tasks");
  xc_fold_show (GTK_WIDGET (self->pane));
  return table == XC_TABLE_TEAM ? xc_round_teams_select (self->teams, id)
                                : xc_round_tasks_select (self->tasks, id);
}

static void
toggle_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (widget);

  if (xc_fold_hides (GTK_WIDGET (self->pane)))
    xc_form_pane_focus (self->pane);
  else if (xc_fold_covers (GTK_WIDGET (self->pane)))
    gtk_widget_activate_action (widget, "page.leave-form", NULL);
  else
    gtk_widget_set_visible (self->list_pane, !gtk_widget_get_visible (self->list_pane));
}

static void
xc_rounds_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xc_rounds_page_parent_class)->map (widget);
  if (XC_ROUNDS_PAGE (widget)->is_stale)
    {
      fill_rows (XC_ROUNDS_PAGE (widget));
      show_any (XC_ROUNDS_PAGE (widget));
    }
}

static void
xc_rounds_page_build (XcPage *page)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* With large text the teams and the board need what the list takes. */
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), xc_text_size_scale (NARROWEST), -1);
  xc_tab_stop_set_up (GTK_WIDGET (self->rows));
  xc_rows_page_set_up (XC_ROWS_PAGE (self), self->views, self->pane);
}

static void
xc_rounds_page_dispose (GObject *object)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (object);

  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_page_is_built (XC_PAGE (self)))
    gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_ROUNDS_PAGE);
  G_OBJECT_CLASS (xc_rounds_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/rounds/rounds-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, rows);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, head);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, teams);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, XcRoundsPage, timetable);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, teams_wanted_cb);
}

/* The points by which the round inspects. */
static void
scheme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundsPage *self = XC_ROUNDS_PAGE (widget);
  XcStore *store = xc_page_get_store (XC_PAGE (self));

  if (store != NULL)
    gtk_window_present (
        GTK_WINDOW (xc_scheme_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), store, self->shown)));
}

static void
xc_rounds_page_class_init (XcRoundsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  XcPageClass *page_class = XC_PAGE_CLASS (class);
  XcRowsPageClass *rows_class = XC_ROWS_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_rounds_page_dispose;
  widget_class->map = xc_rounds_page_map;
  page_class->build = xc_rounds_page_build;
  page_class->follow = xc_rounds_page_follow;
  page_class->show_term = xc_rounds_page_show_term;
  page_class->lists = xc_rounds_page_lists;
  page_class->show_row = xc_rounds_page_show_row;
  page_class->make_pages = xc_rounds_page_make_pages;
  rows_class->take_store = xc_rounds_page_take_store;
  rows_class->dup_selected = xc_rounds_page_dup_selected;
  rows_class->select = xc_rounds_page_select;
  rows_class->focus_rows = xc_rounds_page_focus_rows;
  rows_class->focus_search = xc_rounds_page_focus_rows;
  rows_class->export_rows = xc_rounds_page_export_rows;
  rows_class->show_only = xc_rounds_page_show_only;
  rows_class->narrow = xc_rounds_page_narrow;
  rows_class->prepare = xc_rounds_page_prepare;
  rows_class->shown = xc_rounds_page_shown;
  g_type_ensure (XC_TYPE_ROUND_DOCUMENTS);
  g_type_ensure (XC_TYPE_ROUND_STAGES);
  g_type_ensure (XC_TYPE_ROUND_TASKS);
  g_type_ensure (XC_TYPE_ROUND_TEAMS);
  g_type_ensure (XC_TYPE_ROUND_TIMETABLE);
  bind_template (widget_class);
  /* What is beside the list needs the room more than the form does elsewhere: F9 hides the list. */
  gtk_widget_class_install_action (widget_class, "page.toggle-form", NULL, toggle_list_action);
  gtk_widget_class_install_action (widget_class, "round.scheme", NULL, scheme_action);
}

static void
xc_rounds_page_init (XcRoundsPage *self)
{
  xc_rows_page_set_table (XC_ROWS_PAGE (self), XC_TABLE_ROUND);
}
