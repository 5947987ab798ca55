/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/organization-list.h"

#include <glib/gi18n-lib.h>

#include "app/list/narrow-chip.h"
#include "app/organizations/scope-box.h"
#include "app/tab-stop.h"
#include "app/text-size.h"
#include "core/text.h"

/* Where the state of the coverage stands in its row of choices; 0 is all. */
#define STATE_VALUE(state) ((gint64) (state) + 1)

/* GTK builds some two hundred rows at once, in sight or not: it is given them in pieces, the first of which fills a
 * screen. */
#define PIECE_ROWS 24
#define BUILT_ROWS 200

struct _XcOrganizationList
{
  AdwBin parent_instance;

  /* Template widgets */
  XcNarrowChip *narrowed;
  GtkFlowBox *registers;
  GtkFlowBox *states;
  GtkSearchEntry *search;
  GtkToggleButton *as_tree;
  GtkColumnView *view;
  GtkLabel *rows_label;

  /* Owned */
  GPtrArray *rows;      /* of XcOrganizationRow: all */
  GHashTable *only;     /* nullable: the ids of the rows that are shown, whatever else they are */
  GListStore *roots;    /* those shown at the left edge */
  GPtrArray *coming;    /* of XcOrganizationRow: all at the left edge, or NULL when @roots has them */
  GHashTable *children; /* id → GPtrArray of rows shown under it; empty while the list is flat */
  GtkMultiSelection *selection;

  guint growing; /* source, or 0 */
  gboolean is_filling;
};

typedef enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
} XcOrganizationListSignal;

static guint signals[SIGNAL_ACTIVATED + 1];

G_DEFINE_FINAL_TYPE (XcOrganizationList, xc_organization_list, ADW_TYPE_BIN)

static XcOrganizationRow *
get_row (XcOrganizationList *self, guint position)
{
  g_autoptr (GtkTreeListRow) place = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (XcOrganizationRow) row = place != NULL ? gtk_tree_list_row_get_item (place) : NULL;

  return row; /* the list keeps it */
}

static GListModel *
make_children (gpointer item, gpointer data)
{
  XcOrganizationList *self = data;
  gint64 id = xc_organization_row_get_id (item);
  GPtrArray *rows = g_hash_table_lookup (self->children, &id);
  GListStore *store;

  if (rows == NULL)
    return NULL;
  store = g_list_store_new (XC_TYPE_ORGANIZATION_ROW);
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}

static gboolean
is_shown (XcOrganizationList *self, XcOrganizationRow *row, const char *typed)
{
  gint64 place = xc_scope_box_get_chosen (self->registers);
  gint64 state = xc_scope_box_get_chosen (self->states);
  gint64 id = xc_organization_row_get_id (row);

  return (self->only == NULL || g_hash_table_contains (self->only, &id))
         && (place == 0 || xc_organization_row_get_register (row) == place)
         && (state == 0 || STATE_VALUE (xc_organization_row_get_state (row)) == state)
         && (*typed == '\0' || xc_organization_row_matches (row, typed));
}

static void
put_under_parent (XcOrganizationList *self, XcOrganizationRow *row, gint64 parent)
{
  GPtrArray *under = g_hash_table_lookup (self->children, &parent);

  if (under == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = parent;
      under = g_ptr_array_new ();
      g_hash_table_insert (self->children, key, under);
    }
  g_ptr_array_add (under, row);
}

/* Whether @id is @row's own, or one that it is found under: then the two would hide each other. */
static gboolean
is_in_circle (GHashTable *shown, XcOrganizationRow *row)
{
  gint64 id = xc_organization_row_get_id (row);
  XcOrganizationRow *above = row;

  for (guint depth = 0; depth < 32; depth++)
    {
      gint64 parent = xc_organization_row_get_parent (above);

      above = g_hash_table_lookup (shown, &parent);
      if (above == NULL)
        return FALSE;
      if (parent == id)
        return TRUE;
    }
  return TRUE;
}

static void
tell_rows (XcOrganizationList *self, guint n_rows)
{
  /* translators: %u is a number of organizations */
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u organization", "%u organizations", n_rows), n_rows);

  gtk_label_set_text (self->rows_label, words);
}

static void
add_roots (XcOrganizationList *self, guint n_rows)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->roots));
  guint n_added = MIN (n_rows, self->coming->len - n_before);

  g_list_store_splice (self->roots, n_before, 0, self->coming->pdata + n_before, n_added);
  if (n_before + n_added == self->coming->len)
    g_clear_pointer (&self->coming, g_ptr_array_unref);
}

static gboolean
grow_cb (gpointer data)
{
  XcOrganizationList *self = data;
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->roots));

  add_roots (self, n_before < BUILT_ROWS ? PIECE_ROWS : G_MAXUINT);
  if (self->coming != NULL)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

static void
complete (XcOrganizationList *self)
{
  if (self->coming == NULL)
    return;
  g_clear_handle_id (&self->growing, g_source_remove);
  add_roots (self, G_MAXUINT);
}

/* A list that is sorted by a heading is given whole: its first rows are known only when all are. */
static void
show_roots (XcOrganizationList *self, GPtrArray *roots)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->roots));
  gboolean is_sorted =
      gtk_sorter_get_order (gtk_column_view_get_sorter (self->view)) != GTK_SORTER_ORDER_NONE;

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->is_filling = TRUE;
  if (is_sorted || roots->len <= BUILT_ROWS)
    g_list_store_splice (self->roots, 0, n_before, roots->pdata, roots->len);
  else
    {
      g_list_store_splice (self->roots, 0, n_before, roots->pdata, PIECE_ROWS);
      self->coming = g_ptr_array_ref (roots);
      /* After what is drawn, so that each piece is seen before the next one comes. */
      self->growing = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, grow_cb, self, NULL);
    }
  self->is_filling = FALSE;
}

static void
fill (XcOrganizationList *self)
{
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean as_tree = gtk_toggle_button_get_active (self->as_tree);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  g_autoptr (GArray) selected = xc_organization_list_get_selected (self);

  if (self->rows == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (is_shown (self, self->rows->pdata[i], typed))
      {
        gint64 *key = g_new (gint64, 1);

        *key = xc_organization_row_get_id (self->rows->pdata[i]);
        g_hash_table_insert (shown, key, self->rows->pdata[i]);
        g_ptr_array_add (list, self->rows->pdata[i]);
      }
  g_hash_table_remove_all (self->children);
  for (guint i = 0; i < list->len; i++)
    {
      gint64 parent = xc_organization_row_get_parent (list->pdata[i]);

      if (as_tree && g_hash_table_contains (shown, &parent) && !is_in_circle (shown, list->pdata[i]))
        put_under_parent (self, list->pdata[i], parent);
      else
        g_ptr_array_add (roots, list->pdata[i]);
    }
  show_roots (self, roots);
  tell_rows (self, list->len);
  if (selected->len == 0 || !xc_organization_list_select (self, g_array_index (selected, gint64, 0)))
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
filter_changed_cb (XcOrganizationList *self)
{
  if (!self->is_filling)
    fill (self);
}

static void
narrow_removed_cb (XcOrganizationList *self)
{
  xc_organization_list_narrow (self, NULL, NULL);
}

static void
selection_changed_cb (XcOrganizationList *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
row_activated_cb (XcOrganizationList *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
stop_search_cb (XcOrganizationList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Made when it is asked for: a tooltip for each cell takes longer than the cells. */
static gboolean
query_tooltip_cb (GtkWidget *text, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (text)));
  return TRUE;
}

/* To what was found; the first of it unless one of the rows is selected already. */
static void
search_activate_cb (XcOrganizationList *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  filter_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_is_empty (selected))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  /* Takes the room that it is given, which a label would have to measure. */
  GtkWidget *text = gtk_inscription_new (NULL);
  GtkWidget *expander;

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_hexpand (text, TRUE);
  if (GPOINTER_TO_UINT (data) != XC_ORGANIZATION_NAME)
    {
      gtk_list_item_set_child (item, text);
      return;
    }
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  expander = gtk_tree_expander_new ();
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), text);
  gtk_list_item_set_child (item, expander);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkTreeListRow *place = gtk_list_item_get_item (item);
  g_autoptr (XcOrganizationRow) row = gtk_tree_list_row_get_item (place);
  g_autofree char *text = xc_organization_row_dup_text (row, GPOINTER_TO_UINT (data));
  GtkWidget *child = gtk_list_item_get_child (item);

  if (GTK_IS_TREE_EXPANDER (child))
    {
      gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), place);
      child = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child));
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer data)
{
  return xc_organization_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (data));
}

static void
add_columns (XcOrganizationList *self)
{
  static const struct
  {
    const char *title; /* message id in the context "column" */
    int width;
  } columns[XC_N_ORGANIZATION_COLUMNS] = {
    [XC_ORGANIZATION_NAME] = { NC_ ("column", "Name"), 240 },
    [XC_ORGANIZATION_COVERAGE] = { NC_ ("column", "Coverage"), 135 },
    [XC_ORGANIZATION_COVERED_ON] = { NC_ ("column", "Covered On"), 125 },
    [XC_ORGANIZATION_REGISTER] = { NC_ ("column", "Register"), 110 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter) sorter = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GUINT_TO_POINTER (i));
      column =
          gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i].title), factory);
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, GUINT_TO_POINTER (i), NULL));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == XC_ORGANIZATION_NAME);
      gtk_column_view_column_set_fixed_width (column, xc_text_size_scale (columns[i].width));
      gtk_column_view_append_column (self->view, column);
    }
}

static void
set_up_view (XcOrganizationList *self)
{
  GtkTreeListModel *tree;
  GtkTreeListRowSorter *sorter;
  GtkSortListModel *sorted;

  add_columns (self);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->roots)), FALSE, FALSE, make_children,
                                  self, NULL);
  sorter = gtk_tree_list_row_sorter_new (g_object_ref (gtk_column_view_get_sorter (self->view)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (tree), GTK_SORTER (sorter));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
}

static void
xc_organization_list_dispose (GObject *object)
{
  XcOrganizationList *self = XC_ORGANIZATION_LIST (object);

  g_clear_pointer (&self->coming, g_ptr_array_unref);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->roots);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_ORGANIZATION_LIST);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->growing, g_source_remove);
  G_OBJECT_CLASS (xc_organization_list_parent_class)->dispose (object);
}

static void
xc_organization_list_finalize (GObject *object)
{
  XcOrganizationList *self = XC_ORGANIZATION_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->only, g_hash_table_unref);
  g_clear_pointer (&self->children, g_hash_table_unref);
  G_OBJECT_CLASS (xc_organization_list_parent_class)->finalize (object);
}

static void
xc_organization_list_class_init (XcOrganizationListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = xc_organization_list_dispose;
  object_class->finalize = xc_organization_list_finalize;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", XC_TYPE_ORGANIZATION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", XC_TYPE_ORGANIZATION_LIST, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (XC_TYPE_NARROW_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/organizations/organization-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationList, narrowed);
  gtk_widget_class_bind_template_callback (widget_class, narrow_removed_cb);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationList, registers);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationList, states);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationList, search);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationList, as_tree);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationList, view);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationList, rows_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  /* Only here: in the form these keys belong to what is typed. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "page.repeat", NULL);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
xc_organization_list_init (XcOrganizationList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_tab_stop_set_up (GTK_WIDGET (self->registers));
  xc_tab_stop_set_up (GTK_WIDGET (self->states));
  xc_tab_stop_set_up (GTK_WIDGET (self->view));
  self->roots = g_list_store_new (XC_TYPE_ORGANIZATION_ROW);
  self->children =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  set_up_view (self);
}

static char *
dup_figures (const XcCoverageFigures *figures)
{
  return g_strdup_printf ("%u/%u", figures->covered, figures->owed);
}

static void
fill_scopes (XcOrganizationList *self, const XcLedgerCoverage *coverage)
{
  const GArray *registers = xc_coverage_get_input (coverage->coverage)->registers;
  gint64 place = xc_scope_box_get_chosen (self->registers);
  gint64 state = xc_scope_box_get_chosen (self->states);
  guint counts[XC_COVERAGE_COVERED + 1] = { 0 };
  g_autofree char *total = dup_figures (&coverage->day->total);
  g_autofree char *all = g_strdup_printf ("%u", coverage->day->n_organizations);

  xc_scope_box_clear (self->registers);
  xc_scope_box_add (self->registers, C_ ("register", "All"), total, 0);
  for (guint i = 0; i < registers->len; i++)
    {
      const XcCoverageRegister *row = &g_array_index (registers, XcCoverageRegister, i);
      g_autofree char *figures = dup_figures (&coverage->day->registers[i]);

      xc_scope_box_add (self->registers, row->title, figures, row->id);
    }
  for (guint o = 0; o < coverage->day->n_organizations; o++)
    counts[coverage->day->organizations[o].state]++;
  xc_scope_box_clear (self->states);
  xc_scope_box_add (self->states, C_ ("coverage state", "All"), all, 0);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      /* What is not owed last: it is asked for least. */
      XcCoverageState shown =
          i + 1 < G_N_ELEMENTS (counts) ? (XcCoverageState) (i + 1) : XC_COVERAGE_NOT_OWED;
      g_autofree char *count = g_strdup_printf ("%u", counts[shown]);
      g_autofree char *title =
          g_strdup_printf ("%s %s", xc_coverage_state_symbol (shown), xc_coverage_state_title (shown));

      xc_scope_box_add (self->states, title, count, STATE_VALUE (shown));
    }
  xc_scope_box_choose (self->registers, place);
  xc_scope_box_choose (self->states, state);
}

/**
 * xc_organization_list_show:
 * @self: a list
 * @coverage: (nullable): what to show
 *
 * Keeps what is chosen and selected.
 */
void
xc_organization_list_show (XcOrganizationList *self, const XcLedgerCoverage *coverage)
{
  g_autoptr (GPtrArray) rows = coverage != NULL ? xc_organization_rows_load (coverage, NULL) : NULL;
  g_autoptr (GPtrArray) old = NULL;

  if (rows == NULL)
    rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_filling = TRUE;
  if (coverage != NULL)
    fill_scopes (self, coverage);
  self->is_filling = FALSE;
  /* The old rows are in the view until it is filled anew. */
  old = g_steal_pointer (&self->rows);
  self->rows = g_steal_pointer (&rows);
  fill (self);
}

/**
 * xc_organization_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer full) (element-type gint64): the ids of the selected rows
 */
GArray *
xc_organization_list_get_selected (XcOrganizationList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = xc_organization_row_get_id (get_row (self, position));

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * xc_organization_list_select:
 * @self: a list
 * @id: an organization
 *
 * Returns: whether it is in the list as it is filtered now, and is selected
 */
gboolean
xc_organization_list_select (XcOrganizationList *self, gint64 id)
{
  guint n;

  complete (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    if (xc_organization_row_get_id (get_row (self, i)) == id)
      {
        GtkWidget *inner = gtk_widget_get_last_child (GTK_WIDGET (self->view));

        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
        gtk_widget_activate_action (inner, "list.scroll-to-item", "u", i);
        return TRUE;
      }
  return FALSE;
}

/**
 * xc_organization_list_focus:
 * @self: a list
 *
 * Puts the focus on its rows; when there are none, where it was said what is searched for.
 */
void
xc_organization_list_focus (XcOrganizationList *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_widget_grab_focus (has_rows ? GTK_WIDGET (self->view) : GTK_WIDGET (self->search));
}

void
xc_organization_list_focus_search (XcOrganizationList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * xc_organization_list_narrow:
 * @self: a list
 * @title: (nullable): what rows these are
 * @ids: (nullable) (element-type gint64): the only organizations to be shown; %NULL for all
 *
 * Whatever else was chosen goes, so that the rows are those; a chip says so, and takes it away.
 */
void
xc_organization_list_narrow (XcOrganizationList *self, const char *title, const GArray *ids)
{
  g_clear_pointer (&self->only, g_hash_table_unref);
  if (ids != NULL)
    {
      self->only = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < ids->len; i++)
        g_hash_table_add (self->only, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
      self->is_filling = TRUE;
      xc_scope_box_choose (self->registers, 0);
      xc_scope_box_choose (self->states, 0);
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      self->is_filling = FALSE;
    }
  xc_narrow_chip_show (self->narrowed, ids != NULL ? title : NULL);
  fill (self);
}
