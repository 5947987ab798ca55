/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one XML part by a small grammar: what the grammar does not know is skipped with all that it holds, so that
 * the functions only ever see elements where they may stand.
 */
#pragma once

#include "workbook/archive.h"

G_BEGIN_DECLS

#define XC_PART_MAX_DEPTH 64
/* Forty characters and their end. */
#define XC_PART_SHOWN_BYTES 164

typedef struct _XcPart XcPart;

/**
 * XcPartRule:
 * @parent: state of the element that it may stand in; 0 for the root
 * @name: local name
 * @state: what the grammar calls it, more than 0
 */
typedef struct
{
  guint8 parent;
  const char *name;
  guint8 state;
} XcPartRule;

/**
 * XcPartGrammar:
 * @namespaces: the namespaces that its elements may be in, %NULL at the end
 * @rules: the elements it knows, the root first
 * @n_rules: how many
 * @start: (nullable): an element begins
 * @end: (nullable): an element ends
 *
 * @start and @end report a fault with xc_part_set_error() and are then not called again.
 */
typedef struct
{
  const char *const *namespaces;
  const XcPartRule *rules;
  guint n_rules;
  void (*start) (XcPart *part, guint state, const char **attributes);
  void (*end) (XcPart *part, guint state);
} XcPartGrammar;

/**
 * XcPart:
 * @archive: where the part is
 * @grammar: (nullable): what to look for; %NULL only to prove that it is well-formed
 * @data: for the functions of @grammar
 * @place: where the reader is, kept up to date by them
 * @text: texts read since the functions emptied it
 * @outside_us: microseconds that do not count
 * @error: the fault that stops the reading
 *
 * One part being read. Lives on the stack of the reader: set @archive, @grammar, @data, then xc_part_read().
 */
struct _XcPart
{
  XcArchive *archive;
  const XcPartGrammar *grammar;
  gpointer data;
  XcFaultPlace place;
  GString *text;
  gint64 outside_us;
  GError *error;

  /*< private >*/
  gpointer parser;
  guint depth;
  guint skipped;
  guint64 preserve;
  gboolean collecting;
  gsize text_start;
  const char *namespace;
  gsize namespace_size;
  guint8 states[XC_PART_MAX_DEPTH + 1];
  char shown[XC_PART_SHOWN_BYTES];
};

extern const char *const xc_part_main_namespaces[];

gboolean xc_part_read (XcPart *self, const XcEntry *entry, GError **error);
GError **xc_part_set_error (XcPart *self);
const char *xc_part_show (XcPart *self, const char *text);
void xc_part_begin_text (XcPart *self);
void xc_part_end_text (XcPart *self);

const char *xc_part_get_attribute (const char **attributes, const char *name);
gboolean xc_part_get_flag (const char **attributes, const char *name);
gboolean xc_part_parse_number (const char *text, guint max, guint *number);

G_END_DECLS
