/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stable formats of the command line: what scripts read. */
#pragma once

#include <json-glib/json-glib.h>

#include "command/command.h"

G_BEGIN_DECLS

typedef enum
{
  XC_FORMAT_TEXT,
  XC_FORMAT_CSV,
  XC_FORMAT_JSON,
} XcFormat;

gboolean xc_format_read (const XcVerb *verb, const char *typed, XcFormat *format);
void xc_format_print_csv_row (const char *const *cells, guint n_cells);
void xc_format_print_json (JsonBuilder *builder);
void xc_format_add_text (JsonBuilder *builder, const char *key, const char *text);
void xc_format_add_number (JsonBuilder *builder, const char *key, gint64 number);

G_END_DECLS
