/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-pages.h"

#include <glib/gi18n-lib.h>

#include "store/path.h"
#include "store/row-walk.h"

/* In points. */
#define TITLE_SIZE 14
#define BODY_SIZE 9
#define SMALL_SIZE 8
#define PADDING 3
#define COLUMN_MIN 24
/* Rows that are read and measured at once: a moment's work. */
#define ROWS_AT_ONCE 128

typedef struct
{
  char *path;
  char *title;
  double weight; /* its width on the screen */
  gboolean is_number;
  double x, width; /* on this paper */
} Column;

typedef struct
{
  guint first, n_rows;
} Page;

typedef struct
{
  XcStore *store;
  XcTable table;
  GArray *ids;
  GArray *columns; /* of Column */
  char *title;
  char *note; /* nullable: beside the title, instead of how many rows there are */
  char *marking;
  XcDay day;

  /* Kept once they are read, so that all pages are of one moment. */
  GStringChunk *texts;
  GPtrArray *cells; /* of const char *, row by row */

  double width, height;
  double heading_height;
  guint lines_max;
  XcPicture *measure;
  GArray *heights; /* of double, of the rows measured for this paper */
  GArray *pages;   /* of Page */
  double used;     /* of the last page */
} ListPages;

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->path);
  g_free (column->title);
}

static const Column *
get_column (const ListPages *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

static guint
count_read (const ListPages *self)
{
  return self->cells->len / self->columns->len;
}

/* ---- measuring ---- */

/* Lines of @text in a column. No letter is wider than the type is high: most cells need no layout. */
static double
measure_cell (ListPages *self, const char *text, const Column *column, gboolean is_heading)
{
  double room = column->width - 2 * PADDING;
  XcText asked = {
    .words = text, .size = BODY_SIZE, .bold = is_heading, .width = room, .lines = (int) self->lines_max
  };

  if (text == NULL || *text == '\0' || (double) g_utf8_strlen (text, -1) * BODY_SIZE <= room)
    return BODY_SIZE * XC_LINE_HEIGHT;
  return xc_picture_measure (self->measure, &asked).height;
}

static double
measure_row (ListPages *self, guint row)
{
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    height = MAX (height, measure_cell (self, self->cells->pdata[row * self->columns->len + i],
                                        get_column (self, i), FALSE));
  return xc_snap (height + 2 * PADDING);
}

static double
get_top (const ListPages *self)
{
  return XC_PAGE_MARGIN + xc_snap (TITLE_SIZE * XC_LINE_PITCH + 8);
}

static double
get_room (const ListPages *self)
{
  return self->height - XC_PAGE_MARGIN - 6 - get_top (self) - self->heading_height;
}

static void
spread_columns (ListPages *self)
{
  double inner = self->width - 2 * XC_PAGE_MARGIN, sum = 0, x = XC_PAGE_MARGIN;

  for (guint i = 0; i < self->columns->len; i++)
    sum += get_column (self, i)->weight;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);
      double right = i + 1 == self->columns->len ? self->width - XC_PAGE_MARGIN
                                                 : xc_snap (x + inner * column->weight / sum);

      column->x = x;
      column->width = MAX (right - x, 1);
      x = right;
    }
}

static void
begin (gpointer data, double width, double height)
{
  ListPages *self = data;
  Page first = { 0, 0 };

  self->width = width;
  self->height = height;
  self->lines_max = MAX (1, (guint) ((height - 2 * XC_PAGE_MARGIN - 120) / (BODY_SIZE * XC_LINE_PITCH)));
  g_clear_pointer (&self->measure, xc_picture_free);
  self->measure = xc_picture_new (width, height);
  spread_columns (self);
  self->heading_height = 0;
  for (guint i = 0; i < self->columns->len; i++)
    self->heading_height = MAX (self->heading_height,
                                measure_cell (self, get_column (self, i)->title, get_column (self, i), TRUE));
  self->heading_height = xc_snap (self->heading_height + 2 * PADDING + 2);
  g_array_set_size (self->heights, 0);
  g_array_set_size (self->pages, 0);
  g_array_append_val (self->pages, first);
  self->used = 0;
}

/* ---- reading ---- */

static gboolean
take_row (XcRow *row, gpointer data)
{
  ListPages *self = data;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *text = xc_row_get_text (row, i);
      g_ptr_array_add (self->cells, text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL);
    }
  return TRUE;
}

/* What was removed since the list was asked is passed over. */
static gboolean
read_rows (ListPages *self, GError **error)
{
  guint n_ids = MIN (ROWS_AT_ONCE, self->ids->len);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree const char **paths = g_new0 (const char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    paths[i] = get_column (self, i)->path;
  g_array_append_vals (ids, self->ids->data, n_ids);
  if (!xc_row_walk (self->store, self->table, paths, ids, take_row, self, error))
    return FALSE;
  g_array_remove_range (self->ids, 0, n_ids);
  return TRUE;
}

static void
place_row (ListPages *self, guint row)
{
  Page *page = &g_array_index (self->pages, Page, self->pages->len - 1);
  double height = measure_row (self, row);

  g_array_append_val (self->heights, height);
  if (page->n_rows > 0 && self->used + height > get_room (self))
    {
      Page next = { row, 0 };
      g_array_append_val (self->pages, next);
      page = &g_array_index (self->pages, Page, self->pages->len - 1);
      self->used = 0;
    }
  page->n_rows++;
  self->used += height;
}

static gboolean
go_on (gpointer data, gboolean *is_whole, GError **error)
{
  ListPages *self = data;
  guint until;

  if (self->heights->len == count_read (self) && self->ids->len > 0 && !read_rows (self, error))
    return FALSE;
  until = MIN (count_read (self), self->heights->len + ROWS_AT_ONCE);
  for (guint row = self->heights->len; row < until; row++)
    place_row (self, row);
  *is_whole = self->ids->len == 0 && self->heights->len == count_read (self);
  return TRUE;
}

static guint
count (gpointer data)
{
  return ((ListPages *) data)->pages->len;
}

/* ---- drawing ---- */

static char *
dup_note (ListPages *self)
{
  g_autofree char *day = xc_day_format (self->day);

  if (self->note != NULL)
    return g_strdup (self->note);
  return g_strdup_printf (
      /* translators: at the head of a printed list: %1$'u how many rows it has, %2$s a day */
      g_dngettext (GETTEXT_PACKAGE, "%1$'u row as of %2$s", "%1$'u rows as of %2$s", count_read (self)),
      count_read (self), day);
}

static void
add_title (ListPages *self, XcPicture *picture)
{
  double inner = self->width - 2 * XC_PAGE_MARGIN;
  g_autofree char *words = dup_note (self);
  XcText text = { .words = words,
                  .size = self->note != NULL ? SMALL_SIZE : BODY_SIZE,
                  .ink = XC_INK_MUTED,
                  .align = 1,
                  .x = self->width - XC_PAGE_MARGIN,
                  .y = XC_PAGE_MARGIN + (TITLE_SIZE - BODY_SIZE) * XC_LINE_ASCENT,
                  .width = inner * (self->note != NULL ? 0.6 : 0.4) };
  const XcLabel *label = xc_picture_add_text (picture, &text);

  text = (XcText){ .words = self->title,
                   .size = TITLE_SIZE,
                   .bold = TRUE,
                   .ink = XC_INK_TEXT,
                   .x = XC_PAGE_MARGIN,
                   .y = XC_PAGE_MARGIN,
                   .width = inner - label->box.width - 20 };
  xc_picture_add_text (picture, &text);
}

static void
add_cell (ListPages *self, XcPicture *picture, const Column *column, const char *words, double y,
          double height, gboolean is_heading)
{
  gboolean at_right = column->is_number && !is_heading;
  XcText text = { .words = words,
                  .size = BODY_SIZE,
                  .bold = is_heading,
                  .ink = XC_INK_TEXT,
                  .align = is_heading ? 0.5
                           : at_right ? 1
                                      : 0,
                  .y = y + PADDING,
                  .width = column->width - 2 * PADDING,
                  .lines = (int) self->lines_max };

  if (words == NULL || *words == '\0')
    return;
  text.x = column->x + (is_heading ? column->width / 2 : at_right ? column->width - PADDING : PADDING);
  if (is_heading)
    text.y = y + (height - xc_picture_measure (picture, &text).height) / 2;
  xc_picture_add_text (picture, &text);
}

static void
add_rule (XcPicture *picture, double x, double y, double to_x, double to_y)
{
  xc_picture_add_line (picture, (XcPoint[]){ { x, y }, { to_x, to_y } }, 2, XC_INK_RULE, XC_STYLE_LINE, 0.5);
}

static XcPicture *
lay_out (gpointer data, guint index)
{
  ListPages *self = data;
  const Page *page = &g_array_index (self->pages, Page, index);
  XcPicture *picture = xc_picture_new (self->width, self->height);
  double left = XC_PAGE_MARGIN, right = self->width - XC_PAGE_MARGIN, top = get_top (self), y = top;

  xc_picture_set_title (picture, self->title);
  add_title (self, picture);
  xc_picture_add_box (picture, (XcBox){ left, top, right - left, self->heading_height }, XC_INK_GRID,
                      XC_STYLE_FILL, 0);
  add_rule (picture, left, y, right, y);
  for (guint i = 0; i < self->columns->len; i++)
    add_cell (self, picture, get_column (self, i), get_column (self, i)->title, y, self->heading_height,
              TRUE);
  y += self->heading_height;
  add_rule (picture, left, y, right, y);
  for (guint row = page->first; row < page->first + page->n_rows; row++)
    {
      double height = g_array_index (self->heights, double, row);

      for (guint i = 0; i < self->columns->len; i++)
        add_cell (self, picture, get_column (self, i), self->cells->pdata[row * self->columns->len + i], y,
                  height, FALSE);
      y += height;
      add_rule (picture, left, y, right, y);
    }
  for (guint i = 0; i < self->columns->len; i++)
    add_rule (picture, get_column (self, i)->x, top, get_column (self, i)->x, y);
  add_rule (picture, right, top, right, y);
  xc_page_add_foot (picture, SMALL_SIZE, self->marking, index, self->pages->len);
  return picture;
}

static void
free_pages (gpointer data)
{
  ListPages *self = data;

  g_clear_object (&self->store);
  g_clear_pointer (&self->ids, g_array_unref);
  g_array_unref (self->columns);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->heights);
  g_array_unref (self->pages);
  g_clear_pointer (&self->measure, xc_picture_free);
  g_free (self->title);
  g_free (self->note);
  g_free (self->marking);
  g_free (self);
}

static const XcPagesKind kind = { begin, go_on, count, lay_out, free_pages };

static ListPages *
list_pages_new (const char *title, const char *marking, XcDay day)
{
  ListPages *self = g_new0 (ListPages, 1);

  self->title = g_strdup (title);
  self->marking = g_strdup (marking);
  self->day = day;
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->texts = g_string_chunk_new (4096);
  self->cells = g_ptr_array_new ();
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  return self;
}

static void
take_columns (ListPages *self, const XcRowWorkbookOptions *options)
{
  for (guint i = 0; i < options->n_columns; i++)
    {
      const XcRowWorkbookColumn *from = &options->columns[i];
      Column column = { .path = g_strdup (from->path),
                        .title = g_strdup (from->title),
                        .weight = MAX (from->width_px, COLUMN_MIN) };
      XcPath path;

      if (xc_path_read (self->table, from->path, &path) && path.field != NULL)
        column.is_number = path.field->kind == XC_FIELD_NUMBER || path.field->kind == XC_FIELD_MONEY;
      g_array_append_val (self->columns, column);
    }
}

/**
 * xc_list_pages_new:
 * @store: a ledger, read as the pages are found
 * @query: which rows, in which order
 * @options: what of them
 * @error: return location for a #XcStoreError
 *
 * The columns share the width of the paper as they share that of the screen.
 *
 * Returns: (transfer full) (nullable): the pages of the list
 */
XcPages *
xc_list_pages_new (XcStore *store, const XcQuery *query, const XcRowWorkbookOptions *options, GError **error)
{
  g_autoptr (GArray) ids = xc_query_ids (query, store, error);
  ListPages *self;

  g_return_val_if_fail (options->n_columns > 0 && xc_day_is_set (options->day), NULL);
  if (ids == NULL)
    return NULL;
  self = list_pages_new (options->title, options->marking, options->day);
  self->store = g_object_ref (store);
  self->table = xc_query_get_table (query);
  self->ids = g_steal_pointer (&ids);
  take_columns (self, options);
  return xc_pages_new (&kind, options->title, options->day, self);
}

/**
 * xc_list_pages_new_of_table:
 * @table: what is there already; copied
 *
 * Returns: (transfer full): a table, as any list is printed
 */
XcPages *
xc_list_pages_new_of_table (const XcListPagesTable *table)
{
  ListPages *self = list_pages_new (table->title, table->marking, table->day);

  g_assert (table->n_columns > 0 && table->n_cells % table->n_columns == 0);
  self->note = g_strdup (table->note);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < table->n_columns; i++)
    {
      const Column column = { .title = g_strdup (table->headings[i]),
                              .weight = MAX (table->weights[i], COLUMN_MIN),
                              .is_number = i > 0 };

      g_array_append_val (self->columns, column);
    }
  for (guint i = 0; i < table->n_cells; i++)
    g_ptr_array_add (self->cells, g_string_chunk_insert_const (self->texts, table->cells[i]));
  return xc_pages_new (&kind, table->title, table->day, self);
}
