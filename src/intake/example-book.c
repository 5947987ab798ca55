/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/example-book.h"

#include <gio/gio.h>
#include <string.h>

#include "example-resource.h"

/* In the order of the template; the problems follow. */
static const struct
{
  const char *file;
  const char *name;
} imported[] = {
  { "term", "届次" },      { "register", "口径" },       { "organization", "被巡察党组织" },
  { "event", "组织沿革" }, { "point", "监督重点" },      { "round", "轮次" },
  { "team", "巡察组" },    { "inspection", "巡察任务" },
};

static XcTextSheet *
load (const char *file, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/xuncha/example/%s.tsv", file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (xc_example_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* It is part of the program. */
  g_assert_no_error (error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return xc_text_sheet_parse (name, text);
}

static void
free_sheet (gpointer sheet)
{
  xc_text_sheet_free (sheet);
}

/**
 * xc_example_book_new:
 *
 * Returns: (transfer full): the sheets as they are shipped
 */
XcExampleBook *
xc_example_book_new (void)
{
  XcExampleBook *self = g_new0 (XcExampleBook, 1);

  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  for (guint i = 0; i < G_N_ELEMENTS (imported); i++)
    {
      XcTextSheet *sheet = load (imported[i].file, imported[i].name);

      g_ptr_array_add (self->sheets, sheet);
      if (strcmp (imported[i].file, "organization") == 0)
        self->organizations = sheet;
      if (strcmp (imported[i].file, "inspection") == 0)
        self->inspections = sheet;
    }
  self->topics = load ("topic", "topic");
  self->phrases = load ("problems", "problems");
  self->remedies = load ("remedy", "remedy");
  self->sections = load ("section", "section");
  self->persons = load ("person", "person");
  self->states = load ("state", "state");
  return self;
}

void
xc_example_book_free (XcExampleBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  xc_text_sheet_free (self->topics);
  xc_text_sheet_free (self->phrases);
  xc_text_sheet_free (self->remedies);
  xc_text_sheet_free (self->sections);
  xc_text_sheet_free (self->persons);
  xc_text_sheet_free (self->states);
  g_free (self);
}

/**
 * xc_example_book_find:
 * @sheet: a sheet
 * @heading: one of its headings
 * @text: what stands under it, in one row at least
 *
 * Returns: the first row that has it
 */
guint
xc_example_book_find (const XcTextSheet *sheet, const char *heading, const char *text)
{
  for (guint row = 1; row < xc_text_sheet_count (sheet); row++)
    if (strcmp (xc_text_sheet_get (sheet, row, heading), text) == 0)
      return row;
  g_error ("The example's sheet \"%s\" has no row \"%s\".", xc_text_sheet_get_name (sheet), text);
}

/**
 * xc_example_book_find_organization:
 * @self: the sheets
 * @name: a name, after that of the parent and a slash where it is not unique
 *
 * Returns: its row in the sheet of organizations
 */
guint
xc_example_book_find_organization (const XcExampleBook *self, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", 2);

  if (parts[1] == NULL)
    return xc_example_book_find (self->organizations, "名称", name);
  for (guint row = 1; row < xc_text_sheet_count (self->organizations); row++)
    if (strcmp (xc_text_sheet_get (self->organizations, row, "名称"), parts[1]) == 0
        && strcmp (xc_text_sheet_get (self->organizations, row, "上级组织"), parts[0]) == 0)
      return row;
  g_error ("The example has no organization \"%s\".", name);
}

/**
 * xc_example_book_get_person:
 * @self: the sheets
 * @number: any number
 *
 * Returns: (transfer none): an invented name, always the same for the same number
 */
const char *
xc_example_book_get_person (const XcExampleBook *self, guint number)
{
  return xc_text_sheet_get_at (self->persons, 1 + number % (xc_text_sheet_count (self->persons) - 1), 0);
}
