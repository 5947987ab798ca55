/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/workbook.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "workbook/escape.h"
#include "workbook/part.h"
#include "workbook/relationships.h"
#include "workbook/sheet.h"

typedef struct
{
  char *name;
  const XcEntry *entry;
  gboolean hidden;
} Sheet;

struct _XcWorkbook
{
  XcArchive *archive;
  XcRelationships *relationships;
  XcSharedStrings *strings;
  XcStyles *styles;
  GArray *sheets;
  GHashTable *names;
  GHashTable *parts;
  gboolean is_1904;
};

/* 1,000,000 rows of 20 cells, and 100,000 with long texts, are within it. */
const XcWorkbookBudget xc_workbook_default_budget = {
  .unpacked_bytes = G_GUINT64_CONSTANT (4) << 30,
  .part_bytes = G_GUINT64_CONSTANT (3) << 30,
  .cells = 32 * 1000 * 1000,
  .strings = 10 * 1000 * 1000,
  .string_bytes = 768 * 1024 * 1024,
  .text_bytes = G_GUINT64_CONSTANT (4) << 30,
  .string_characters = 32767,
  .depth = XC_PART_MAX_DEPTH,
  .time_ms = 300 * 1000,
};

typedef enum
{
  WORKBOOK = 1,
  PROPERTIES,
  SHEETS,
  SHEET,
} State;

static const XcPartRule rules[] = {
  { 0, "workbook", WORKBOOK },
  { WORKBOOK, "workbookPr", PROPERTIES },
  { WORKBOOK, "sheets", SHEETS },
  { SHEETS, "sheet", SHEET },
};

static void
clear_sheet (gpointer sheet)
{
  g_free (((Sheet *) sheet)->name);
}

static const char *
get_relationship_id (const char **attributes)
{
  const char *id = xc_part_get_attribute (
      attributes, "http://schemas.openxmlformats.org/officeDocument/2006/relationships\nid");

  return id != NULL ? id
                    : xc_part_get_attribute (attributes,
                                             "http://purl.oclc.org/ooxml/officeDocument/relationships\nid");
}

/* Some programs write a part's name percent-encoded where they refer to it. */
static const XcEntry *
find_entry (XcArchive *archive, const char *name)
{
  const XcEntry *entry = xc_archive_find (archive, name);
  g_autofree char *decoded = entry == NULL ? g_uri_unescape_string (name, NULL) : NULL;

  return decoded != NULL ? xc_archive_find (archive, decoded) : entry;
}

static void
read_sheet (XcPart *part, const char **attributes)
{
  XcWorkbook *self = part->data;
  const char *name = xc_part_get_attribute (attributes, "name");
  const char *state = xc_part_get_attribute (attributes, "state");
  const char *id = get_relationship_id (attributes);
  const char *kind = NULL;
  const char *target = id != NULL ? xc_relationships_find_id (self->relationships, id, &kind) : NULL;
  Sheet sheet = { .hidden = state != NULL && strcmp (state, "visible") != 0 };

  if (name == NULL || name[0] == '\0')
    {
      xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("a sheet has no name"));
      return;
    }
  part->place.sheet = xc_part_show (part, name);
  if (target == NULL)
    {
      xc_fault_damaged (&part->place, xc_part_set_error (part),
                        _ ("the file does not say where the sheet is"));
      return;
    }
  /* Sheets that are a chart, a dialog or macros hold no cells. */
  if (strcmp (kind, "worksheet") != 0)
    return;
  sheet.entry = find_entry (self->archive, target);
  sheet.name = g_strdup (name);
  sheet.name[xc_escape_decode (sheet.name, strlen (sheet.name))] = '\0';
  g_array_append_val (self->sheets, sheet);
  if (sheet.entry == NULL)
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("the part of the sheet is missing"));
  else if (!g_hash_table_add (self->parts, (gpointer) sheet.entry))
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("the sheet is the same as another one"));
  else if (!g_hash_table_add (self->names, g_utf8_casefold (sheet.name, -1)))
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("two sheets have this name"));
}

static void
start_element (XcPart *part, guint state, const char **attributes)
{
  XcWorkbook *self = part->data;

  switch ((State) state)
    {
    case PROPERTIES:
      self->is_1904 = xc_part_get_flag (attributes, "date1904");
      break;
    case SHEET:
      read_sheet (part, attributes);
      part->place.sheet = NULL;
      break;
    case WORKBOOK:
    case SHEETS:
      break;
    }
}

static gboolean
fail_not_workbook (XcWorkbook *self, GError **error)
{
  return xc_fail (
      error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_NOT_WORKBOOK,
      /* translators: %s is the name of a file */
      _ ("“%s” is not an .xlsx workbook and was not read. Open it in WPS or Excel, save it as .xlsx, and "
         "then try again."),
      xc_archive_get_file (self->archive));
}

/* The main part, when the package is a workbook in XML: not a text document, and not the binary .xlsb. */
static const XcEntry *
find_main_part (XcWorkbook *self, GError **error)
{
  g_autoptr (XcRelationships) package = NULL;
  const char *target;
  const XcEntry *entry;

  if (xc_archive_find (self->archive, "[Content_Types].xml") == NULL)
    {
      fail_not_workbook (self, error);
      return NULL;
    }
  package = xc_relationships_read (self->archive, "", error);
  if (package == NULL)
    return NULL;
  target = xc_relationships_find_kind (package, "officeDocument");
  entry = target != NULL ? find_entry (self->archive, target) : NULL;
  if (target != NULL && entry == NULL)
    {
      XcFaultPlace place = { .file = xc_archive_get_file (self->archive), .part = target };

      xc_fault_damaged (&place, error, _ ("the part is missing"));
    }
  else if (entry == NULL || !g_str_has_suffix (entry->name, ".xml")
           || g_str_has_suffix (entry->name, "document.xml")
           || g_str_has_suffix (entry->name, "presentation.xml"))
    {
      fail_not_workbook (self, error);
      entry = NULL;
    }
  return entry;
}

static gboolean
find_kind (XcWorkbook *self, const char *kind, const XcEntry **entry, GError **error)
{
  const char *target = xc_relationships_find_kind (self->relationships, kind);
  XcFaultPlace place = { .file = xc_archive_get_file (self->archive), .part = target };

  *entry = target != NULL ? find_entry (self->archive, target) : NULL;
  if (target != NULL && *entry == NULL)
    return xc_fault_damaged (&place, error, _ ("the part is missing"));
  return TRUE;
}

static gboolean
read_main_part (XcWorkbook *self, GError **error)
{
  static const XcPartGrammar grammar = { xc_part_main_namespaces, rules, G_N_ELEMENTS (rules), start_element,
                                         NULL };
  XcPart part = { .archive = self->archive, .grammar = &grammar, .data = self };
  const XcEntry *entry = find_main_part (self, error);

  if (entry == NULL)
    return FALSE;
  self->relationships = xc_relationships_read (self->archive, entry->name, error);
  if (self->relationships == NULL || !xc_part_read (&part, entry, error))
    return FALSE;
  part.place.sheet = NULL;
  if (self->sheets->len == 0)
    return xc_fault_damaged (&part.place, error, _ ("the workbook has no sheet with cells"));
  return TRUE;
}

/**
 * xc_workbook_open:
 * @path: the file
 * @budget: (nullable): how much may be read; %NULL for %xc_workbook_default_budget
 * @error: return location: any %XC_WORKBOOK_ERROR
 *
 * Opens a workbook and reads all but its sheets. The file is held open until the workbook is freed. A workbook is used
 * by one thread at a time.
 *
 * Returns: (transfer full): the workbook, or %NULL
 */
XcWorkbook *
xc_workbook_open (const char *path, const XcWorkbookBudget *budget, GError **error)
{
  g_autoptr (XcWorkbook) self = g_new0 (XcWorkbook, 1);
  const XcEntry *strings = NULL, *styles = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (budget == NULL || (budget->depth > 0 && budget->depth <= XC_PART_MAX_DEPTH), NULL);

  self->sheets = g_array_new (FALSE, TRUE, sizeof (Sheet));
  g_array_set_clear_func (self->sheets, clear_sheet);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->parts = g_hash_table_new (NULL, NULL);
  self->archive = xc_archive_open (path, budget != NULL ? budget : &xc_workbook_default_budget, error);
  if (self->archive == NULL || !read_main_part (self, error)
      || !find_kind (self, "sharedStrings", &strings, error) || !find_kind (self, "styles", &styles, error))
    return NULL;
  self->strings = xc_shared_strings_read (self->archive, strings, error);
  if (self->strings == NULL)
    return NULL;
  self->styles = xc_styles_read (self->archive, styles, error);
  return self->styles != NULL ? g_steal_pointer (&self) : NULL;
}

void
xc_workbook_free (XcWorkbook *self)
{
  if (self == NULL)
    return;
  xc_styles_free (self->styles);
  xc_shared_strings_free (self->strings);
  xc_relationships_free (self->relationships);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->sheets, g_array_unref);
  xc_archive_free (self->archive);
  g_free (self);
}

/**
 * xc_workbook_get_n_sheets:
 * @self: a workbook
 *
 * Returns: the number of its sheets that hold cells, hidden ones included; at least 1
 */
guint
xc_workbook_get_n_sheets (XcWorkbook *self)
{
  return self->sheets->len;
}

/**
 * xc_workbook_get_sheet_name:
 * @self: a workbook
 * @sheet: 0-based, in the order of the tabs
 *
 * Returns: (transfer none): the name of the sheet; no two differ only in case
 */
const char *
xc_workbook_get_sheet_name (XcWorkbook *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return g_array_index (self->sheets, Sheet, sheet).name;
}

/**
 * xc_workbook_is_sheet_hidden:
 * @self: a workbook
 * @sheet: 0-based, in the order of the tabs
 *
 * Returns: whether people do not see the sheet
 */
gboolean
xc_workbook_is_sheet_hidden (XcWorkbook *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, FALSE);

  return g_array_index (self->sheets, Sheet, sheet).hidden;
}

/**
 * xc_workbook_read_sheet:
 * @self: a workbook
 * @sheet: 0-based, in the order of the tabs
 * @func: (scope call): called for each row that has a cell that is not empty, from the top
 * @data: for @func
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _TOO_LARGE or _IO, or what @func set
 *
 * Reads a sheet, merged cells included, whose value is in their first cell. It may be read again. The size that the
 * sheet gives of itself is not believed.
 *
 * Returns: whether the whole sheet was read. When not, it is not known to be right, and the caller must drop
 *   everything that @func was given
 */
gboolean
xc_workbook_read_sheet (XcWorkbook *self, guint sheet, XcWorkbookRowFunc func, gpointer data, GError **error)
{
  XcSheetContext context;

  g_return_val_if_fail (sheet < self->sheets->len, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  context = (XcSheetContext){ self->archive, self->strings, self->styles, self->is_1904 };
  return xc_sheet_read (&context, g_array_index (self->sheets, Sheet, sheet).entry,
                        g_array_index (self->sheets, Sheet, sheet).name, func, data, error);
}

static gboolean
prove_bytes (XcWorkbook *self, const XcEntry *entry, GError **error)
{
  XcFaultPlace place = { .file = xc_archive_get_file (self->archive), .part = entry->name };
  g_autoptr (XcStream) stream = xc_stream_open (self->archive, entry, &place, error);
  char buffer[4096];
  gssize got = 1;

  while (stream != NULL && got > 0)
    got = xc_stream_read (stream, buffer, sizeof buffer, error);
  return stream != NULL && got == 0;
}

/**
 * xc_workbook_prove_parts:
 * @self: a workbook
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _TOO_LARGE or _IO
 *
 * Unpacks every part of the file, checks its length and its checksum, and that XML is well-formed: for a file that was
 * just written.
 *
 * Returns: whether all of it is whole
 */
gboolean
xc_workbook_prove_parts (XcWorkbook *self, GError **error)
{
  for (guint i = 0; i < xc_archive_get_n_entries (self->archive); i++)
    {
      const XcEntry *entry = xc_archive_get_entry (self->archive, i);
      gboolean is_xml = g_str_has_suffix (entry->name, ".xml") || g_str_has_suffix (entry->name, ".rels");
      XcPart part = { .archive = self->archive };

      if (is_xml ? !xc_part_read (&part, entry, error) : !prove_bytes (self, entry, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const XcWorkbookCell *one = a, *other = b;

  return one->column < other->column ? -1 : one->column > other->column;
}

/**
 * xc_workbook_row_get_cell:
 * @row: a row
 * @column: 0-based
 *
 * Returns: (transfer none) (nullable): the cell, or %NULL when it is empty
 */
const XcWorkbookCell *
xc_workbook_row_get_cell (const XcWorkbookRow *row, guint column)
{
  XcWorkbookCell key = { .column = column };

  return bsearch (&key, row->cells, row->n_cells, sizeof key, compare_columns);
}
