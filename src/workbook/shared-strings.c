/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/shared-strings.h"

#include <glib/gi18n-lib.h>

#include "workbook/arena.h"
#include "workbook/part.h"

struct _XcSharedStrings
{
  XcArena *arena;
  GPtrArray *texts;
};

typedef enum
{
  SST = 1,
  ITEM,
  TEXT,
  RUN,
  RUN_TEXT,
} State;

/* Phonetic runs (rPh) hold the reading of the text, not text, and are not listed. */
static const XcPartRule rules[] = {
  { 0, "sst", SST }, { SST, "si", ITEM }, { ITEM, "t", TEXT }, { ITEM, "r", RUN }, { RUN, "t", RUN_TEXT },
};

static void
start_element (XcPart *part, guint state, const char **attributes)
{
  switch ((State) state)
    {
    case ITEM:
      g_string_truncate (part->text, 0);
      break;
    case TEXT:
    case RUN_TEXT:
      xc_part_begin_text (part);
      break;
    case SST:
    case RUN:
      break;
    }
}

static void
end_item (XcPart *part)
{
  XcSharedStrings *self = part->data;
  const XcWorkbookBudget *budget = xc_archive_get_budget (part->archive);

  if (self->texts->len >= budget->strings)
    {
      xc_fault_too_large (&part->place, xc_part_set_error (part),
                          _ ("there are more than %u different texts"), (guint) budget->strings);
      return;
    }
  g_ptr_array_add (self->texts, (gpointer) xc_arena_add (self->arena, part->text->str, part->text->len));
  if (xc_arena_get_bytes (self->arena) > budget->string_bytes)
    xc_fault_too_large (&part->place, xc_part_set_error (part),
                        _ ("the texts are longer than %u MiB together"),
                        (guint) (budget->string_bytes >> 20));
}

static void
end_element (XcPart *part, guint state)
{
  switch ((State) state)
    {
    case ITEM:
      end_item (part);
      break;
    case TEXT:
    case RUN_TEXT:
      xc_part_end_text (part);
      break;
    case SST:
    case RUN:
      break;
    }
}

/**
 * xc_shared_strings_read:
 * @archive: a workbook
 * @entry: (nullable): the part that holds them, or %NULL when there is none
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _TOO_LARGE or _IO
 *
 * Reads all shared strings. The number that the part itself gives is not believed.
 *
 * Returns: (transfer full): the strings, or %NULL
 */
XcSharedStrings *
xc_shared_strings_read (XcArchive *archive, const XcEntry *entry, GError **error)
{
  static const XcPartGrammar grammar = { xc_part_main_namespaces, rules, G_N_ELEMENTS (rules), start_element,
                                         end_element };
  g_autoptr (XcSharedStrings) self = g_new0 (XcSharedStrings, 1);
  XcPart part = { .archive = archive, .grammar = &grammar, .data = self };

  self->arena = xc_arena_new ();
  self->texts = g_ptr_array_new ();
  if (entry != NULL && !xc_part_read (&part, entry, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
xc_shared_strings_free (XcSharedStrings *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  xc_arena_free (self->arena);
  g_free (self);
}

/**
 * xc_shared_strings_get_size:
 * @self: the strings
 *
 * Returns: how many there are
 */
guint
xc_shared_strings_get_size (XcSharedStrings *self)
{
  return self->texts->len;
}

/**
 * xc_shared_strings_get:
 * @self: the strings
 * @index: below xc_shared_strings_get_size()
 *
 * Returns: (transfer none): the string
 */
const char *
xc_shared_strings_get (XcSharedStrings *self, guint index)
{
  g_return_val_if_fail (index < self->texts->len, "");

  return g_ptr_array_index (self->texts, index);
}
