/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the template's own files write its sheets down. */
#pragma once

#include <glib/gi18n-lib.h>

#include "core/template.h"

/* A column that is a field: its id is made of the sheet's and the field's. */
#define COLUMN(what, of_table, sheet, name, english, chinese, ...)                                           \
  {                                                                                                          \
    .id = sheet "." name, .table = XC_TABLE_##of_table, .field = name, .kind = XC_TEMPLATE_##what,           \
    .en = english, .zh = chinese, __VA_ARGS__                                                                \
  }
#define SPECIAL(what, column_id, english, chinese, ...)                                                      \
  {                                                                                                          \
    .id = column_id, .table = XC_TABLE_NONE, .kind = XC_TEMPLATE_##what, .en = english, .zh = chinese,       \
    __VA_ARGS__                                                                                              \
  }
#define SHEET(name, english, chinese, other, words, list)                                                    \
  {                                                                                                          \
    .id = name, .en = english, .zh = chinese, .synonyms = other, .hint = words, .columns = list,             \
    .n_columns = G_N_ELEMENTS (list)                                                                         \
  }

extern const XcTemplateTable xc_template_sheets[XC_N_TEMPLATE_SHEETS];
