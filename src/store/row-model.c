/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-model.h"

#include "store/id-list.h"
#include "store/row-loader.h"
#include "store/seeker.h"

/* Rows are loaded with their neighbours, which will be looked at next. */
#define PAGE_ROWS 64
/* Rows that the model holds itself, so that scrolling back a little loads nothing. */
#define KEPT_ROWS 256
/* As many rows as a view has widgets for. */
#define SHOWN_ROWS 256
/* Up to so many changed rows are put to their new places one by one. */
#define FEW_ROWS 64
/* What is found within so many milliseconds is there at once; for all else nobody waits. */
#define AT_ONCE_MS 20

struct _XcRowModel
{
  GObject parent_instance;

  /* Owned */
  XcStore *store;
  GStrv columns;
  XcRowLoader *source;
  XcQuery *query;     /* NULL until one is set */
  GArray *ids;        /* of gint64: what the query found */
  GHashTable *living; /* id → XcRow, not owned: rows leave it when they are freed */
  GQueue kept;        /* of XcRow */
  GPtrArray *spare;   /* of XcRow or NULL: rows that others come in the place of, while that is told */
  XcSeeker *seeker;   /* NULL until something takes longer */
  XcQuery *sought;    /* what it seeks, or NULL */

  XcTable table;
  guint spare_from; /* the position of the first of them */
  guint n_loaded;
  gboolean is_behind; /* a change could not be followed */
  gboolean seeks;     /* nobody waits, for changes neither */
  gulong changed_handler;
};

static void xc_row_model_list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XcRowModel, xc_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, xc_row_model_list_init))

typedef enum
{
  PROP_N_ITEMS = 1,
  PROP_IS_SEEKING,
} XcRowModelProperty;

static GParamSpec *properties[PROP_IS_SEEKING + 1];
static guint failed_signal;

static void
tell_failure (XcRowModel *self, const GError *error)
{
  g_signal_emit (self, failed_signal, 0, error);
}

/* A row that is new, or one that lives and has another content now. */
static void
take_content (gint64 id, XcRowContent *content, gpointer data)
{
  XcRowModel *self = data;
  XcRow *row = g_hash_table_lookup (self->living, &id);

  self->n_loaded++;
  if (row != NULL)
    {
      xc_row_fill (row, content);
      return;
    }
  row = xc_row_new (id, self->living);
  xc_row_fill (row, content);
  g_queue_push_tail (&self->kept, row);
}

static XcRow *
find_loaded (XcRowModel *self, gint64 id)
{
  XcRow *row = g_hash_table_lookup (self->living, &id);

  return row != NULL && xc_row_is_loaded (row) ? row : NULL;
}

/* The row that stood at @position goes on as what comes there. */
static void
reuse_row (XcRowModel *self, guint position, gint64 id)
{
  guint index = position - self->spare_from;
  XcRow *row = self->spare != NULL && position >= self->spare_from && index < self->spare->len
                   ? self->spare->pdata[index]
                   : NULL;

  if (row == NULL || g_hash_table_contains (self->living, &id))
    return;
  self->spare->pdata[index] = NULL;
  xc_row_become (row, id);
  g_queue_push_tail (&self->kept, row);
}

static void
load_page (XcRowModel *self, guint position)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  guint start = position - position % PAGE_ROWS;

  for (guint i = start; i < self->ids->len && i < start + PAGE_ROWS; i++)
    if (find_loaded (self, g_array_index (self->ids, gint64, i)) == NULL)
      {
        reuse_row (self, i, g_array_index (self->ids, gint64, i));
        g_array_append_val (wanted, g_array_index (self->ids, gint64, i));
      }
  if (!xc_row_loader_load (self->source, self->store, (const gint64 *) (void *) wanted->data, wanted->len,
                           take_content, self, &error))
    tell_failure (self, error);
}

static void
forget_some (XcRowModel *self)
{
  while (self->kept.length > KEPT_ROWS)
    g_object_unref (g_queue_pop_head (&self->kept));
}

static GType
xc_row_model_get_item_type (GListModel *list)
{
  return XC_TYPE_ROW;
}

static guint
xc_row_model_get_n_items (GListModel *list)
{
  return XC_ROW_MODEL (list)->ids->len;
}

static gpointer
xc_row_model_get_item (GListModel *list, guint position)
{
  XcRowModel *self = XC_ROW_MODEL (list);
  XcRow *row;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  if (find_loaded (self, id) == NULL)
    load_page (self, position);
  row = g_hash_table_lookup (self->living, &id);
  /* What could not be read is a row all the same, or positions would not hold. */
  row = row != NULL ? g_object_ref (row) : xc_row_new (id, self->living);
  forget_some (self);
  return row;
}

static void
xc_row_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = xc_row_model_get_item_type;
  interface->get_n_items = xc_row_model_get_n_items;
  interface->get_item = xc_row_model_get_item;
}

/* Rows that live, stand in the list as @step finds it, and are not among those that come. */
static GPtrArray *
list_spare (XcRowModel *self, const XcIdStep *step, const GArray *after)
{
  guint n = MIN (SHOWN_ROWS, MIN (step->removed, step->added));
  GPtrArray *spare = g_ptr_array_new_full (n, NULL);
  g_autoptr (GHashTable) coming = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; n > 0 && i < step->added; i++)
    g_hash_table_add (coming, &g_array_index (after, gint64, step->position + i));
  for (guint i = 0; i < n; i++)
    {
      gint64 *id = &g_array_index (self->ids, gint64, step->position + i);
      XcRow *row = g_hash_table_contains (coming, id) ? NULL : g_hash_table_lookup (self->living, id);

      g_ptr_array_add (spare, row != NULL ? g_object_ref (row) : NULL);
    }
  return spare;
}

/* A view throws away the widgets of rows that go and makes others for those that come, which takes it longer than a
 * person should wait. So rows that go become those that come in their place. */
static void
take_step (XcRowModel *self, const XcIdStep *step, const GArray *after)
{
  GPtrArray *spare = list_spare (self, step, after);

  self->spare = spare;
  self->spare_from = step->position;
  xc_id_list_apply (self->ids, step, after);
  g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
  self->spare = NULL;
  for (guint i = 0; i < spare->len; i++)
    g_clear_object ((XcRow **) &spare->pdata[i]);
  g_ptr_array_unref (spare);
}

/* All go, and all come. The first ones, which mostly are those on the screen, are told of by themselves: a view asks for
 * every row that comes where others go. */
static void
replace_all (XcRowModel *self, const XcIdStep *gone, const XcIdStep *come, const GArray *after)
{
  guint n_shown = MIN (SHOWN_ROWS, MIN (gone->removed, come->added));
  guint rest = gone->position + n_shown;
  const XcIdStep steps[] = {
    { gone->position, n_shown, n_shown },
    { rest, gone->removed - n_shown, 0 },
    { rest, 0, come->added - n_shown },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].removed > 0 || steps[i].added > 0)
      take_step (self, &steps[i], after);
}

/* Tells what @after changes. */
static void
take_ids (XcRowModel *self, GArray *after, XcIdFunc may_move, gpointer data)
{
  g_autoptr (GArray) steps = xc_id_list_compare (self->ids, after, may_move, data);
  const XcIdStep *first = steps->len == 2 ? &g_array_index (steps, XcIdStep, 0) : NULL;
  guint n_before = self->ids->len;

  if (first != NULL && first->added == 0 && first[1].removed == 0 && first->position == first[1].position)
    replace_all (self, &first[0], &first[1], after);
  else
    for (guint i = 0; i < steps->len; i++)
      take_step (self, &g_array_index (steps, XcIdStep, i), after);
  if (self->ids->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Rows keep themselves alive while they are filled: who is told of one may let go of another. */
static GPtrArray *
list_living (XcRowModel *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  return rows;
}

static void
note_content (gint64 id, XcRowContent *content, gpointer data)
{
  GHashTable *contents = data;

  g_hash_table_insert (contents, g_memdup2 (&id, sizeof id), content);
}

/* All of @rows anew; those that are no more are not loaded. When they cannot be read they stay as they are. */
static void
reload (XcRowModel *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) contents =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) xc_row_content_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = xc_row_get_id (rows->pdata[i]);

      g_array_append_val (ids, id);
    }
  if (!xc_row_loader_load (self->source, self->store, (const gint64 *) (void *) ids->data, ids->len,
                           note_content, contents, &error))
    {
      tell_failure (self, error);
      return;
    }
  self->n_loaded += g_hash_table_size (contents);
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer id = NULL, content = NULL;

      g_hash_table_steal_extended (contents, &g_array_index (ids, gint64, i), &id, &content);
      xc_row_fill (rows->pdata[i], content);
      g_free (id);
    }
}

static void
reload_changed (XcRowModel *self, const XcChange *change)
{
  g_autoptr (GPtrArray) living = NULL;
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();

  if (!xc_row_loader_is_touched (self->source, change))
    return;
  living = list_living (self);
  for (guint i = 0; i < living->len; i++)
    if (xc_row_loader_touches (self->source, change, living->pdata[i]))
      g_ptr_array_add (touched, living->pdata[i]);
  if (touched->len > 0)
    reload (self, touched);
}

typedef struct
{
  XcTable table;
  const XcChange *change;
} Moving;

static gboolean
may_move (gint64 id, gpointer data)
{
  const Moving *moving = data;

  return xc_change_has_row (moving->change, moving->table, id);
}

static GArray *
list_changed (XcRowModel *self, const XcChange *change)
{
  static const XcChangeKind kinds[] = { XC_CHANGE_INSERTED, XC_CHANGE_UPDATED, XC_CHANGE_REMOVED };
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n_ids;
      const gint64 *ids = xc_change_get_ids (change, self->table, kinds[i], &n_ids);

      if (n_ids > 0)
        g_array_append_vals (changed, ids, n_ids);
    }
  return changed;
}

/* Whether rows may be found, or ordered, differently because of other rows than themselves. */
static gboolean
uses_changed_table (XcRowModel *self, const XcChange *change)
{
  for (guint i = 0; i < XC_N_TABLES; i++)
    if (xc_change_has_table (change, (XcTable) i) && xc_query_uses_table (self->query, (XcTable) i))
      return TRUE;
  return FALSE;
}

static GArray *
find_ids (XcRowModel *self, const XcChange *change, GError **error)
{
  g_autoptr (GArray) changed = NULL;
  GArray *ids;

  if (self->is_behind || uses_changed_table (self, change))
    return xc_query_ids (self->query, self->store, error);
  changed = list_changed (self, change);
  if (changed->len > FEW_ROWS)
    return xc_query_ids (self->query, self->store, error);
  if (changed->len == 0)
    return g_array_ref (self->ids);
  return xc_query_update_ids (self->query, self->store, (const gint64 *) (void *) changed->data, changed->len,
                              self->ids, &ids, error)
             ? ids
             : NULL;
}

static void seek_in_thread (XcRowModel *self, const XcQuery *query);

static GArray *
find_ids_at_once (XcRowModel *self, const XcChange *change, GError **error)
{
  XcDatabase *database = xc_store_get_database (self->store);
  GArray *ids;

  if (self->seeks)
    xc_database_limit_time (database, AT_ONCE_MS);
  ids = find_ids (self, change, error);
  xc_database_limit_time (database, 0);
  return ids;
}

static void
store_changed_cb (XcStore *store, XcChange *change, XcRowModel *self)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  Moving moving = { self->table, change };

  if (self->query == NULL)
    return;
  ids = find_ids_at_once (self, change, &error);
  self->is_behind = ids == NULL;
  reload_changed (self, change);
  if (ids == NULL && g_error_matches (error, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED))
    {
      /* What is being sought already is sought anew by itself. */
      if (self->sought == NULL)
        seek_in_thread (self, self->query);
    }
  else if (ids == NULL)
    tell_failure (self, error);
  else if (ids != self->ids)
    take_ids (self, ids, may_move, &moving);
}

static void
xc_row_model_dispose (GObject *object)
{
  XcRowModel *self = XC_ROW_MODEL (object);

  g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_pointer (&self->seeker, xc_seeker_free);
  g_queue_clear_full (&self->kept, g_object_unref);
  G_OBJECT_CLASS (xc_row_model_parent_class)->dispose (object);
}

static void
xc_row_model_finalize (GObject *object)
{
  XcRowModel *self = XC_ROW_MODEL (object);

  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->source, xc_row_loader_free);
  g_clear_pointer (&self->query, xc_query_free);
  g_clear_pointer (&self->sought, xc_query_free);
  g_array_unref (self->ids);
  g_hash_table_unref (self->living);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (xc_row_model_parent_class)->finalize (object);
}

static void
xc_row_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((XcRowModelProperty) id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, XC_ROW_MODEL (object)->ids->len);
      break;
    case PROP_IS_SEEKING:
      g_value_set_boolean (value, XC_ROW_MODEL (object)->sought != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_row_model_class_init (XcRowModelClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = xc_row_model_dispose;
  object_class->finalize = xc_row_model_finalize;
  object_class->get_property = xc_row_model_get_property;

  properties[PROP_N_ITEMS] =
      g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_SEEKING] =
      g_param_spec_boolean ("is-seeking", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * XcRowModel::failed:
   * @self: the model
   * @error: a #XcStoreError
   *
   * The ledger could not be read: the list stays as it was, and may be behind.
   */
  failed_signal = g_signal_new ("failed", XC_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
xc_row_model_init (XcRowModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->living = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_queue_init (&self->kept);
}

/**
 * xc_row_model_new:
 * @store: a ledger; the model follows what is done to it
 * @table: whose rows
 * @columns: (array zero-terminated=1): what the rows show, by path: no references and no ids
 *
 * All of it is done at once in the thread that owns @store.
 *
 * Returns: (transfer full): a model without rows until it is given a query
 */
XcRowModel *
xc_row_model_new (XcStore *store, XcTable table, const char *const *columns)
{
  XcRowModel *self = g_object_new (XC_TYPE_ROW_MODEL, NULL);

  self->store = g_object_ref (store);
  self->table = table;
  self->columns = g_strdupv ((char **) columns);
  self->source = xc_row_loader_new (table, columns);
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
  return self;
}

/**
 * xc_row_model_get_store:
 * @self: a model
 *
 * Returns: (transfer none): its ledger
 */
XcStore *
xc_row_model_get_store (XcRowModel *self)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), NULL);
  return self->store;
}

/**
 * xc_row_model_set_columns:
 * @self: a model
 * @columns: (array zero-terminated=1): what the rows show from now on, by path
 *
 * Living rows are filled anew; positions stay.
 */
void
xc_row_model_set_columns (XcRowModel *self, const char *const *columns)
{
  g_autoptr (GPtrArray) living = NULL;

  g_return_if_fail (XC_IS_ROW_MODEL (self));
  if (g_strv_equal ((const char *const *) self->columns, columns))
    return;
  g_strfreev (self->columns);
  self->columns = g_strdupv ((char **) columns);
  xc_row_loader_free (self->source);
  self->source = xc_row_loader_new (self->table, columns);
  living = list_living (self);
  if (living->len > 0)
    reload (self, living);
}

/**
 * xc_row_model_get_columns:
 * @self: a model
 *
 * Returns: (transfer none) (array zero-terminated=1): what the rows show, by path
 */
const char *const *
xc_row_model_get_columns (XcRowModel *self)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), NULL);
  return (const char *const *) self->columns;
}

static void
set_sought (XcRowModel *self, const XcQuery *query)
{
  gboolean was_seeking = self->sought != NULL;

  g_clear_pointer (&self->sought, xc_query_free);
  if (query != NULL)
    self->sought = xc_query_copy (query);
  else if (self->seeker != NULL)
    xc_seeker_stop (self->seeker);
  if (was_seeking != (query != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SEEKING]);
}

static gboolean
has_query (XcRowModel *self, const XcQuery *query)
{
  return self->query != NULL && !self->is_behind && xc_query_equal (self->query, query);
}

static void
take_query (XcRowModel *self, const XcQuery *query, GArray *ids)
{
  g_autoptr (XcQuery) taken = xc_query_copy (query);

  g_clear_pointer (&self->query, xc_query_free);
  self->query = g_steal_pointer (&taken);
  self->is_behind = FALSE;
  take_ids (self, ids, NULL, NULL);
  set_sought (self, NULL);
}

/**
 * xc_row_model_set_query:
 * @self: a model
 * @query: which rows, in which order; of the model's table
 * @error: return location for a #XcStoreError
 *
 * Returns: whether they were found; if not, the model keeps its former ones
 */
gboolean
xc_row_model_set_query (XcRowModel *self, const XcQuery *query, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (XC_IS_ROW_MODEL (self), FALSE);
  g_return_val_if_fail (query != NULL && xc_query_get_table (query) == self->table, FALSE);
  self->seeks = FALSE;
  if (has_query (self, query))
    {
      set_sought (self, NULL);
      return TRUE;
    }
  ids = xc_query_ids (query, self->store, error);
  if (ids == NULL)
    return FALSE;
  take_query (self, query, ids);
  return TRUE;
}

static void
found_cb (GArray *ids, const GError *error, gpointer data)
{
  XcRowModel *self = data;

  if (ids != NULL)
    {
      take_query (self, self->sought, ids);
      return;
    }
  set_sought (self, NULL);
  tell_failure (self, error);
}

static void
seek_in_thread (XcRowModel *self, const XcQuery *query)
{
  if (self->seeker == NULL)
    self->seeker = xc_seeker_new (self->store);
  set_sought (self, query);
  xc_seeker_seek (self->seeker, query, found_cb, self);
}

/**
 * xc_row_model_seek:
 * @self: a model
 * @query: which rows, in which order; of the model's table
 *
 * As xc_row_model_set_query(), but nobody waits: what is not found at once is sought in a thread, and so are the rows
 * after a later change of the ledger. The model keeps its former rows meanwhile and says by its property "is-seeking" that others come. When they cannot be found it keeps
 * them, and "failed" says why.
 */
void
xc_row_model_seek (XcRowModel *self, const XcQuery *query)
{
  XcDatabase *database;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XC_IS_ROW_MODEL (self));
  g_return_if_fail (query != NULL && xc_query_get_table (query) == self->table);
  self->seeks = TRUE;
  if (has_query (self, query))
    {
      set_sought (self, NULL);
      return;
    }
  database = xc_store_get_database (self->store);
  xc_database_limit_time (database, AT_ONCE_MS);
  ids = xc_query_ids (query, self->store, &error);
  xc_database_limit_time (database, 0);
  if (ids != NULL)
    {
      take_query (self, query, ids);
      return;
    }
  if (!g_error_matches (error, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED))
    {
      set_sought (self, NULL);
      tell_failure (self, error);
      return;
    }
  seek_in_thread (self, query);
}

gboolean
xc_row_model_is_seeking (XcRowModel *self)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), FALSE);
  return self->sought != NULL;
}

/**
 * xc_row_model_get_query:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): its query; for acts on all its rows, and to change a copy of it
 */
const XcQuery *
xc_row_model_get_query (XcRowModel *self)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), NULL);
  return self->query;
}

/**
 * xc_row_model_get_id:
 * @self: a model
 * @position: from 0
 *
 * Returns: the id of the row there, which is not loaded for it; 0 past the end
 */
gint64
xc_row_model_get_id (XcRowModel *self, guint position)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), 0);
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * xc_row_model_find:
 * @self: a model
 * @id: a row
 * @position: (out): where it is
 *
 * To bring a row back into view: a change of the order that moves many rows takes them all away first.
 *
 * Returns: whether it is among the rows
 */
gboolean
xc_row_model_find (XcRowModel *self, gint64 id, guint *position)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), FALSE);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * xc_row_model_get_n_loaded:
 * @self: a model
 *
 * Returns: how many rows were read from the ledger since it was made
 */
guint
xc_row_model_get_n_loaded (XcRowModel *self)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), 0);
  return self->n_loaded;
}

/**
 * xc_row_model_get_n_living:
 * @self: a model
 *
 * Returns: how many rows are in memory, whoever holds them
 */
guint
xc_row_model_get_n_living (XcRowModel *self)
{
  g_return_val_if_fail (XC_IS_ROW_MODEL (self), 0);
  return g_hash_table_size (self->living);
}
