/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-private.h"

struct _XcRow
{
  GObject parent_instance;

  gint64 id;

  /* Owned */
  GHashTable *living;
  XcRowContent *content; /* NULL until it is loaded */
};

G_DEFINE_FINAL_TYPE (XcRow, xc_row, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (XcRecord, xc_record, xc_record_ref, xc_record_unref)

typedef enum
{
  PROP_ID = 1,
  PROP_LOADED,
  PROP_RECORD,
} XcRowProperty;

static GParamSpec *properties[PROP_RECORD + 1];

static void
clear_cell (gpointer data)
{
  XcRowCell *cell = data;

  g_free ((char *) cell->value.text);
  g_free (cell->shown);
}

XcRowContent *
xc_row_content_new (void)
{
  XcRowContent *content = g_new0 (XcRowContent, 1);

  content->cells = g_array_new (FALSE, FALSE, sizeof (XcRowCell));
  g_array_set_clear_func (content->cells, clear_cell);
  content->joined = g_array_new (FALSE, FALSE, sizeof (gint64));
  return content;
}

void
xc_row_content_add (XcRowContent *content, XcTable table, const XcField *field, const XcValue *value)
{
  XcRowCell cell = { .value = *value };

  cell.value.text = g_strdup (value->text);
  if (value->text == NULL || field->kind == XC_FIELD_CHOICE)
    cell.shown = xc_value_format (table, field, value);
  g_array_append_val (content->cells, cell);
}

/* Another value in a column that has one; takes @shown over. */
void
xc_row_content_set (XcRowContent *content, guint column, const XcValue *value, char *shown)
{
  XcRowCell *cell = &g_array_index (content->cells, XcRowCell, column);

  clear_cell (cell);
  cell->value = *value;
  cell->value.text = g_strdup (value->text);
  cell->shown = shown;
}

void
xc_row_content_free (XcRowContent *content)
{
  if (content == NULL)
    return;
  g_clear_pointer (&content->record, xc_record_unref);
  g_array_unref (content->cells);
  g_array_unref (content->joined);
  g_free (content);
}

static gboolean
has_same_value (const XcValue *one, const XcValue *other)
{
  return one->is_set == other->is_set && one->number == other->number
         && g_strcmp0 (one->text, other->text) == 0;
}

static gboolean
is_same_content (const XcRowContent *one, const XcRowContent *other)
{
  const XcCatalogueTable *entry = xc_catalogue_get (xc_record_get_table (one->record));

  if (one->cells->len != other->cells->len)
    return FALSE;
  for (guint i = 0; i < one->cells->len; i++)
    if (!has_same_value (&g_array_index (one->cells, XcRowCell, i).value,
                         &g_array_index (other->cells, XcRowCell, i).value)
        || g_strcmp0 (g_array_index (one->cells, XcRowCell, i).shown,
                      g_array_index (other->cells, XcRowCell, i).shown)
               != 0)
      return FALSE;
  for (guint i = 0; i < entry->n_fields; i++)
    {
      XcValue a = xc_value_of_record (one->record, i);
      XcValue b = xc_value_of_record (other->record, i);

      if (!has_same_value (&a, &b))
        return FALSE;
    }
  return TRUE;
}

static void
xc_row_finalize (GObject *object)
{
  XcRow *self = XC_ROW (object);

  g_hash_table_remove (self->living, &self->id);
  g_hash_table_unref (self->living);
  g_clear_pointer (&self->content, xc_row_content_free);
  G_OBJECT_CLASS (xc_row_parent_class)->finalize (object);
}

static void
xc_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XcRow *self = XC_ROW (object);

  switch ((XcRowProperty) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, xc_row_is_loaded (self));
      break;
    case PROP_RECORD:
      g_value_set_boxed (value, xc_row_get_record (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_row_class_init (XcRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = xc_row_finalize;
  object_class->get_property = xc_row_get_property;

  properties[PROP_ID] =
      g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] =
      g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * XcRow:record:
   *
   * Also notified when only a text of a column from another table is a new one.
   */
  properties[PROP_RECORD] =
      g_param_spec_boxed ("record", NULL, NULL, XC_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
xc_row_init (XcRow *self)
{
}

XcRow *
xc_row_new (gint64 id, GHashTable *living)
{
  XcRow *self = g_object_new (XC_TYPE_ROW, NULL);

  self->id = id;
  self->living = g_hash_table_ref (living);
  g_hash_table_insert (living, &self->id, self);
  return self;
}

void
xc_row_become (XcRow *self, gint64 id)
{
  g_hash_table_remove (self->living, &self->id);
  g_clear_pointer (&self->content, xc_row_content_free);
  self->id = id;
  g_hash_table_insert (self->living, &self->id, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

void
xc_row_fill (XcRow *self, XcRowContent *content)
{
  g_autoptr (XcRowContent) former = g_steal_pointer (&self->content);

  self->content = content;
  if (former != NULL && content != NULL && is_same_content (former, content))
    return;
  if ((former != NULL) != (content != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  if (former != NULL || content != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

gint64
xc_row_get_joined_id (XcRow *self, guint join)
{
  if (self->content == NULL || join >= self->content->joined->len)
    return 0;
  return g_array_index (self->content->joined, gint64, join);
}

gint64
xc_row_get_id (XcRow *self)
{
  g_return_val_if_fail (XC_IS_ROW (self), 0);
  return self->id;
}

/**
 * xc_row_is_loaded:
 * @self: a row
 *
 * Returns: %FALSE when the row was removed since, or could not be read
 */
gboolean
xc_row_is_loaded (XcRow *self)
{
  g_return_val_if_fail (XC_IS_ROW (self), FALSE);
  return self->content != NULL;
}

/**
 * xc_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the row's own values, to be read only; copy it to change it
 */
XcRecord *
xc_row_get_record (XcRow *self)
{
  g_return_val_if_fail (XC_IS_ROW (self), NULL);
  return self->content != NULL ? self->content->record : NULL;
}

/**
 * xc_row_get_text:
 * @self: a row
 * @column: one of the columns given to the model
 *
 * Returns: (transfer none): what the column shows, valid until the row is filled again; empty when it has no value
 */
const char *
xc_row_get_text (XcRow *self, guint column)
{
  const XcRowCell *cell;

  g_return_val_if_fail (XC_IS_ROW (self), "");
  if (self->content == NULL || column >= self->content->cells->len)
    return "";
  cell = &g_array_index (self->content->cells, XcRowCell, column);
  return cell->shown != NULL ? cell->shown : cell->value.text;
}

/**
 * xc_row_get_value:
 * @self: a row
 * @column: one of the columns given to the model
 *
 * Returns: the value behind the text, for what is decided by it; its own text is valid until the row is filled again
 */
XcValue
xc_row_get_value (XcRow *self, guint column)
{
  g_return_val_if_fail (XC_IS_ROW (self), XC_VALUE_NONE);
  if (self->content == NULL || column >= self->content->cells->len)
    return XC_VALUE_NONE;
  return g_array_index (self->content->cells, XcRowCell, column).value;
}
