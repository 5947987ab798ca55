/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/part.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "workbook/escape.h"

#define SEPARATOR '\n'
#define CHUNK_BYTES (64 * 1024)
/* A tag that goes on for longer is no honest one, and expat would read it anew with each chunk. */
#define MAX_TAG_BYTES (1024 * 1024)
/* expat remembers every element and attribute name that it ever met. */
#define MAX_PARSER_BYTES (48 * 1024 * 1024)
/* A character may be written in seven: _x0041_. */
#define ESCAPED_BYTES 7

const char *const xc_part_main_namespaces[] = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  NULL,
};

/* expat hands its allocator no data, so what the parser of this thread holds is counted here. */
static __thread gsize parser_bytes;

typedef union
{
  gsize size;
  max_align_t align;
} Block;

static void *
parser_realloc (void *memory, size_t size)
{
  Block *block = memory != NULL ? (Block *) memory - 1 : NULL;
  gsize before = block != NULL ? block->size : 0;

  if (size > MAX_PARSER_BYTES || parser_bytes - before > MAX_PARSER_BYTES - size)
    return NULL;
  block = realloc (block, sizeof (Block) + size);
  if (block == NULL)
    return NULL;
  block->size = size;
  parser_bytes += size - before;
  return block + 1;
}

static void *
parser_malloc (size_t size)
{
  return parser_realloc (NULL, size);
}

static void
parser_free (void *memory)
{
  if (memory == NULL)
    return;
  parser_bytes -= ((Block *) memory - 1)->size;
  free ((Block *) memory - 1);
}

/**
 * xc_part_set_error:
 * @self: a part being read
 *
 * Stops the reading. What is assigned to the result is what xc_part_read() fails with.
 *
 * Returns: (nullable): where to put the error; %NULL when there is one already
 */
GError **
xc_part_set_error (XcPart *self)
{
  XML_StopParser (self->parser, XML_FALSE);
  return self->error == NULL ? &self->error : NULL;
}

/**
 * xc_part_show:
 * @self: a part being read
 * @text: something from it
 *
 * Returns: (transfer none): @text as it may stand in a sentence: on one line, its first 39 characters; valid until the
 *   next call
 */
const char *
xc_part_show (XcPart *self, const char *text)
{
  if (g_utf8_strlen (text, -1) <= 39)
    g_strlcpy (self->shown, text, sizeof self->shown);
  else
    {
      g_utf8_strncpy (self->shown, text, 39);
      g_strlcat (self->shown, "…", sizeof self->shown);
    }
  for (char *c = self->shown; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return self->shown;
}

/**
 * xc_part_begin_text:
 * @self: a part whose grammar's start function is running
 *
 * Appends the characters of the element that begins to the text, up to its end.
 */
void
xc_part_begin_text (XcPart *self)
{
  self->collecting = TRUE;
  self->text_start = self->text->len;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/**
 * xc_part_end_text:
 * @self: a part whose grammar's end function is running for the element of xc_part_begin_text()
 *
 * Drops the space around what was read, unless xml:space keeps it, and decodes its escapes.
 */
void
xc_part_end_text (XcPart *self)
{
  const XcWorkbookBudget *budget = xc_archive_get_budget (self->archive);
  GString *text = self->text;
  gsize start = self->text_start, from = start;

  self->collecting = FALSE;
  if ((self->preserve & 1) == 0)
    {
      while (text->len > start && is_space (text->str[text->len - 1]))
        g_string_truncate (text, text->len - 1);
      while (from < text->len && is_space (text->str[from]))
        from++;
      if (from > start)
        g_string_erase (text, (gssize) start, (gssize) (from - start));
    }
  g_string_set_size (text, start + xc_escape_decode (text->str + start, text->len - start));
  if (text->len > budget->string_characters
      && g_utf8_strlen (text->str, (gssize) text->len) > (glong) budget->string_characters)
    xc_fault_too_large (&self->place, xc_part_set_error (self), _ ("a text is longer than %u characters"),
                        budget->string_characters);
}

static void XMLCALL
collect_characters (void *data, const XML_Char *text, int size)
{
  XcPart *self = data;

  if (!self->collecting || self->skipped > 0 || self->error != NULL)
    return;
  g_string_append_len (self->text, text, size);
  if (self->text->len > (gsize) xc_archive_get_budget (self->archive)->string_characters * ESCAPED_BYTES)
    xc_fault_too_large (&self->place, xc_part_set_error (self), _ ("a text is longer than %u characters"),
                        xc_archive_get_budget (self->archive)->string_characters);
}

static const char *
get_local_name (XcPart *self, const char *name)
{
  if (self->namespace == NULL)
    for (const char *const *n = self->grammar->namespaces; *n != NULL; n++)
      if (g_str_has_prefix (name, *n) && name[strlen (*n)] == SEPARATOR)
        {
          self->namespace = *n;
          self->namespace_size = strlen (*n);
        }
  if (self->namespace == NULL || strncmp (name, self->namespace, self->namespace_size) != 0
      || name[self->namespace_size] != SEPARATOR)
    return NULL;
  return name + self->namespace_size + 1;
}

static guint8
find_state (XcPart *self, const char *name)
{
  const char *local = self->grammar != NULL ? get_local_name (self, name) : NULL;

  for (guint i = 0; local != NULL && i < self->grammar->n_rules; i++)
    {
      const XcPartRule *rule = &self->grammar->rules[i];

      if (rule->parent == self->states[self->depth] && strcmp (rule->name, local) == 0)
        return rule->state;
    }
  return 0;
}

static gboolean
keeps_space (XcPart *self, const char **attributes)
{
  const char *space = xc_part_get_attribute (attributes, "http://www.w3.org/XML/1998/namespace\nspace");

  return space != NULL ? strcmp (space, "preserve") == 0 : (self->preserve & 1) != 0;
}

static void XMLCALL
start_element (void *data, const XML_Char *name, const XML_Char **attributes)
{
  XcPart *self = data;
  guint8 state;

  if (self->error != NULL)
    return;
  if (self->depth + self->skipped >= xc_archive_get_budget (self->archive)->depth)
    {
      xc_fault_too_large (&self->place, xc_part_set_error (self),
                          _ ("there are more than %u elements in one another"),
                          xc_archive_get_budget (self->archive)->depth);
      return;
    }
  state = self->skipped == 0 ? find_state (self, name) : 0;
  if (state == 0 && self->depth + self->skipped == 0 && self->grammar != NULL)
    {
      xc_fault_damaged (&self->place, xc_part_set_error (self),
                        _ ("this part is of another kind than it should be"));
      return;
    }
  if (state == 0)
    {
      self->skipped++;
      return;
    }
  self->states[++self->depth] = state;
  self->preserve = self->preserve << 1 | (guint64) keeps_space (self, attributes);
  if (self->grammar->start != NULL)
    self->grammar->start (self, state, attributes);
}

static void XMLCALL
end_element (void *data, const XML_Char *name)
{
  XcPart *self = data;

  if (self->error != NULL)
    return;
  if (self->skipped > 0)
    {
      self->skipped--;
      return;
    }
  if (self->grammar->end != NULL)
    self->grammar->end (self, self->states[self->depth]);
  self->preserve >>= 1;
  self->depth--;
}

static void XMLCALL
refuse_doctype (void *data, const XML_Char *name, const XML_Char *system_id, const XML_Char *public_id,
                int has_internal_subset)
{
  XcPart *self = data;

  xc_fault_damaged (&self->place, xc_part_set_error (self),
                    _ ("it holds a document type declaration, which no workbook has"));
}

static gboolean
fail_parsing (XcPart *self)
{
  guint line = (guint) XML_GetCurrentLineNumber (self->parser);
  GError **error = self->error == NULL ? &self->error : NULL;

  switch ((int) XML_GetErrorCode (self->parser))
    {
    case XML_ERROR_NO_MEMORY:
      return xc_fault_too_large (&self->place, error, _ ("there are too many different names in it"));
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return xc_fault_damaged (&self->place, error, _ ("the part is cut off in line %u"), line);
    default:
      return xc_fault_damaged (&self->place, error, _ ("the part is not well-formed in line %u"), line);
    }
}

static gboolean
check_progress (XcPart *self, guint64 fed, gint64 began_us)
{
  const XcWorkbookBudget *budget = xc_archive_get_budget (self->archive);
  XML_Index at = XML_GetCurrentByteIndex (self->parser);

  if (at >= 0 && fed - (guint64) at > MAX_TAG_BYTES)
    return xc_fault_damaged (&self->place, &self->error, _ ("one element is longer than %u KiB"),
                             MAX_TAG_BYTES >> 10);
  if (g_get_monotonic_time () - began_us - self->outside_us > (gint64) budget->time_ms * 1000)
    return xc_fault_too_large (&self->place, &self->error, _ ("reading it takes longer than %u seconds"),
                               budget->time_ms / 1000);
  return TRUE;
}

static gboolean
parse_stream (XcPart *self, XcStream *stream)
{
  gint64 began_us = g_get_monotonic_time ();
  guint64 fed = 0;
  gssize got;

  do
    {
      char *buffer = XML_GetBuffer (self->parser, CHUNK_BYTES);

      if (buffer == NULL)
        return fail_parsing (self);
      got = xc_stream_read (stream, buffer, CHUNK_BYTES, &self->error);
      if (got < 0)
        return FALSE;
      fed += (guint64) got;
      if (XML_ParseBuffer (self->parser, (int) got, got == 0) != XML_STATUS_OK)
        return fail_parsing (self);
      if (self->error != NULL || !check_progress (self, fed, began_us))
        return FALSE;
    }
  while (got > 0);
  return TRUE;
}

/**
 * xc_part_read:
 * @self: the part to read; its place's file and part are set here
 * @entry: where it lies
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _TOO_LARGE or _IO, or what a function of the grammar set
 *
 * Reads the whole part, its checksum included. Document types and entities are refused.
 *
 * Returns: whether all of it was read and nothing was wrong
 */
gboolean
xc_part_read (XcPart *self, const XcEntry *entry, GError **error)
{
  static const XML_Memory_Handling_Suite memory = { parser_malloc, parser_realloc, parser_free };
  const char separator[] = { SEPARATOR, '\0' };
  g_autoptr (XcStream) stream = NULL;
  gsize parser_bytes_outside = parser_bytes;
  gboolean done;

  self->place.file = xc_archive_get_file (self->archive);
  self->place.part = entry->name;
  stream = xc_stream_open (self->archive, entry, &self->place, error);
  if (stream == NULL)
    return FALSE;

  parser_bytes = 0;
  self->parser = XML_ParserCreate_MM (NULL, &memory, separator);
  g_assert (self->parser != NULL);
  self->text = g_string_new (NULL);
  XML_SetUserData (self->parser, self);
  XML_SetElementHandler (self->parser, start_element, end_element);
  XML_SetCharacterDataHandler (self->parser, collect_characters);
  XML_SetStartDoctypeDeclHandler (self->parser, refuse_doctype);
  done = parse_stream (self, stream);
  g_assert (done == (self->error == NULL));
  XML_ParserFree (g_steal_pointer (&self->parser));
  g_string_free (g_steal_pointer (&self->text), TRUE);
  parser_bytes = parser_bytes_outside;
  if (!done)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return done;
}

/**
 * xc_part_get_attribute:
 * @attributes: as given to a start function
 * @name: local name, or namespace, line feed and local name
 *
 * Returns: (transfer none) (nullable): the value, or %NULL
 */
const char *
xc_part_get_attribute (const char **attributes, const char *name)
{
  for (const char **a = attributes; *a != NULL; a += 2)
    if (strcmp (*a, name) == 0)
      return a[1];
  return NULL;
}

/**
 * xc_part_get_flag:
 * @attributes: as given to a start function
 * @name: local name
 *
 * Returns: whether the attribute is there and true
 */
gboolean
xc_part_get_flag (const char **attributes, const char *name)
{
  const char *value = xc_part_get_attribute (attributes, name);

  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

/**
 * xc_part_parse_number:
 * @text: digits
 * @max: the largest number that is allowed
 * @number: (out): the number
 *
 * Returns: whether @text is a whole number from 0 to @max and nothing else
 */
gboolean
xc_part_parse_number (const char *text, guint max, guint *number)
{
  guint64 value = 0;
  const char *c;

  for (c = text; *c >= '0' && *c <= '9' && value <= max; c++)
    value = value * 10 + (guint64) (*c - '0');
  if (c == text || *c != '\0' || value > max)
    return FALSE;
  *number = (guint) value;
  return TRUE;
}
