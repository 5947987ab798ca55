/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/row-selection.h"

/* GTK builds some two hundred rows at once for a list, however few are in sight, and the window stands still meanwhile: a
 * list that was empty is given them in such pieces. The first fills a screen. */
#define PIECE_ROWS 24
#define BUILT_ROWS 200

struct _XcRowSelection
{
  GObject parent_instance;

  /* Owned */
  XcRowModel *model;
  GHashTable *ids; /* a set of gint64 */

  guint n_given; /* while the list grows, how many of the rows GTK knows */
  guint growing; /* source, or 0 */
  guint pruning; /* source, or 0 */
};

static guint changed_signal;

static GType
get_item_type (GListModel *list)
{
  return XC_TYPE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  XcRowSelection *self = XC_ROW_SELECTION (list);

  return self->growing != 0 ? self->n_given : g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static gpointer
get_item (GListModel *list, guint position)
{
  if (position >= get_n_items (list))
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (XC_ROW_SELECTION (list)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
has_position (XcRowSelection *self, guint position)
{
  gint64 id = xc_row_model_get_id (self->model, position);

  return g_hash_table_contains (self->ids, &id);
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  XcRowSelection *self = XC_ROW_SELECTION (model);

  return position < get_n_items (G_LIST_MODEL (self)) && has_position (self, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  XcRowSelection *self = XC_ROW_SELECTION (model);
  guint end = (guint) MIN ((guint64) position + n_items, get_n_items (G_LIST_MODEL (self)));
  GtkBitset *bits = gtk_bitset_new_empty ();

  for (guint i = position; i < end && g_hash_table_size (self->ids) > 0; i++)
    if (has_position (self, i))
      gtk_bitset_add (bits, i);
  return bits;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  XcRowSelection *self = XC_ROW_SELECTION (model);
  guint n_items = get_n_items (G_LIST_MODEL (self)), first = G_MAXUINT, last = 0, position;
  GtkBitsetIter iter;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more && position < n_items;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = xc_row_model_get_id (self->model, position);
      gboolean wanted = gtk_bitset_contains (selected, position);

      if (wanted == g_hash_table_contains (self->ids, &id))
        continue;
      if (wanted)
        g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
      else
        g_hash_table_remove (self->ids, &id);
      first = MIN (first, position);
      last = position;
    }
  if (first == G_MAXUINT)
    return TRUE;
  gtk_selection_model_selection_changed (model, first, last - first + 1);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) all = NULL;

  xc_row_selection_complete (XC_ROW_SELECTION (model));
  all = gtk_bitset_new_range (0, get_n_items (G_LIST_MODEL (model)));
  return gtk_selection_model_set_selection (model, all, all);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->select_all = select_all;
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (XcRowSelection, xc_row_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* Forgets the rows that are not in the list any more. */
static gboolean
prune (gpointer data)
{
  XcRowSelection *self = data;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GHashTable) former = self->ids;

  self->pruning = 0;
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n_items && g_hash_table_size (self->ids) < g_hash_table_size (former); i++)
    {
      gint64 id = xc_row_model_get_id (self->model, i);

      if (g_hash_table_contains (former, &id))
        g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
    }
  if (g_hash_table_size (self->ids) < g_hash_table_size (former))
    g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static gboolean
grow_cb (gpointer data)
{
  XcRowSelection *self = data;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_before = self->n_given;
  gboolean is_last = n_before + PIECE_ROWS >= MIN (BUILT_ROWS, n_rows);

  /* Before anybody is told: whoever is may ask for other rows, which begin to grow anew. */
  if (is_last)
    self->growing = 0;
  self->n_given = is_last ? n_rows : n_before + PIECE_ROWS;
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_given - n_before);
  return is_last ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* What of a change is within the rows that were given; the others come as they are now. */
static void
change_while_growing (XcRowSelection *self, guint position, guint removed, guint added)
{
  if (position >= self->n_given)
    return;
  if (position + removed > self->n_given)
    {
      removed = self->n_given - position;
      added = 0;
    }
  self->n_given += added - removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
give_change (XcRowSelection *self, guint position, guint removed, guint added)
{
  if (self->growing != 0)
    change_while_growing (self, position, removed, added);
  else if (added > PIECE_ROWS && added == g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    {
      /* After what is drawn, so that each piece is seen before the next one comes. */
      self->growing = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, grow_cb, self, NULL);
      self->n_given = PIECE_ROWS;
      g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, PIECE_ROWS);
    }
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* A row that moves is taken out and put in again by two signals: what is gone is known only when all came. */
static void
items_changed_cb (XcRowSelection *self, guint position, guint removed, guint added)
{
  give_change (self, position, removed, added);
  if (removed > 0 && self->pruning == 0 && g_hash_table_size (self->ids) > 0)
    self->pruning = g_idle_add (prune, self);
}

static void
xc_row_selection_dispose (GObject *object)
{
  XcRowSelection *self = XC_ROW_SELECTION (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_handle_id (&self->pruning, g_source_remove);
  G_OBJECT_CLASS (xc_row_selection_parent_class)->dispose (object);
}

static void
xc_row_selection_finalize (GObject *object)
{
  XcRowSelection *self = XC_ROW_SELECTION (object);

  g_object_unref (self->model);
  g_hash_table_unref (self->ids);
  G_OBJECT_CLASS (xc_row_selection_parent_class)->finalize (object);
}

static void
xc_row_selection_class_init (XcRowSelectionClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_row_selection_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_row_selection_finalize;

  /**
   * XcRowSelection::changed:
   * @self: a selection
   *
   * Other rows are selected: by the user, or because selected rows left the list.
   */
  changed_signal =
      g_signal_new ("changed", XC_TYPE_ROW_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xc_row_selection_init (XcRowSelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * xc_row_selection_new:
 * @model: rows
 *
 * Returns: (transfer full): a selection of none of them
 */
XcRowSelection *
xc_row_selection_new (XcRowModel *model)
{
  XcRowSelection *self = g_object_new (XC_TYPE_ROW_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * xc_row_selection_complete:
 * @self: a selection
 *
 * A long list is given to its view piece by piece. Gives it the rest at once: for whoever is about to use a position.
 */
void
xc_row_selection_complete (XcRowSelection *self)
{
  guint n_before = self->n_given;

  if (self->growing == 0)
    return;
  g_clear_handle_id (&self->growing, g_source_remove);
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0,
                              g_list_model_get_n_items (G_LIST_MODEL (self->model)) - n_before);
}

/**
 * xc_row_selection_get_n:
 * @self: a selection
 *
 * Returns: how many rows are selected
 */
guint
xc_row_selection_get_n (XcRowSelection *self)
{
  return g_hash_table_size (self->ids);
}

/**
 * xc_row_selection_dup_ids:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): the selected rows, in the order of the list
 */
GArray *
xc_row_selection_dup_ids (XcRowSelection *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_items && ids->len < g_hash_table_size (self->ids); i++)
    if (has_position (self, i))
      {
        gint64 id = xc_row_model_get_id (self->model, i);

        g_array_append_val (ids, id);
      }
  return ids;
}
