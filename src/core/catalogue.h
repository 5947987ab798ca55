/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One description of every table of a ledger: from it come forms, columns, headings of workbooks, the words of the
 * history, and the SQL of load, insert and update. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parents before children: rows are inserted in this order and deleted in the reverse one. */
typedef enum
{
  XC_TABLE_TERM,
  XC_TABLE_REGISTER,
  XC_TABLE_ORGANIZATION,
  XC_TABLE_ORGANIZATION_EVENT,
  XC_TABLE_EVENT_MEMBER,
  XC_TABLE_SCHEME,
  XC_TABLE_POINT,
  XC_TABLE_ROUND,
  XC_TABLE_BATCH,
  XC_TABLE_ROUND_STAGE,
  XC_TABLE_ROUND_DOCUMENT,
  XC_TABLE_TEAM,
  XC_TABLE_PERSON,
  XC_TABLE_PERSON_POST,
  XC_TABLE_PERSON_KIN,
  XC_TABLE_TEAM_MEMBER,
  XC_TABLE_INSPECTION,
  XC_TABLE_AVOIDANCE,
  XC_TABLE_DEADLINE,
  XC_TABLE_DEADLINE_EXTENSION,
  XC_TABLE_PLAN_REVIEW,
  XC_TABLE_PROBLEM,
  XC_TABLE_MEASURE,
  XC_TABLE_RESPONSIBILITY,
  XC_TABLE_EXTENSION,
  XC_TABLE_CLOSING_STEP,
  XC_TABLE_EVIDENCE,
  XC_TABLE_LETTER,
  XC_TABLE_LETTER_ITEM,
  XC_TABLE_DEADLINE_RULE,
  XC_TABLE_HOLIDAY,
  XC_TABLE_LIST_LAYOUT,
  XC_TABLE_LIST_COLUMN,
  XC_TABLE_SAVED_VIEW,
  XC_TABLE_SETTING,
} XcTable;

#define XC_N_TABLES (XC_TABLE_SETTING + 1)
/* No table: the target of a field that is not a reference. */
#define XC_TABLE_NONE ((XcTable) -1)

typedef enum
{
  XC_FIELD_TEXT = 1, /* one line */
  XC_FIELD_LONG_TEXT,
  XC_FIELD_DAY,     /* XcDay */
  XC_FIELD_INSTANT, /* microseconds since 1970-01-01 UTC */
  XC_FIELD_NUMBER,  /* whole, in the field's unit */
  XC_FIELD_MONEY,   /* whole fen */
  XC_FIELD_CHOICE,  /* one of the field's words */
  XC_FIELD_YES_NO,
  XC_FIELD_REFERENCE, /* the id of a row of the target table */
} XcFieldKind;

/**
 * XcChoice:
 * @word: what the ledger keeps; never translated, never changed
 * @title: what people see, as message id in the context "choice"
 * @typed: (nullable): how else people write it in workbooks, separated by "|"
 */
typedef struct
{
  const char *word;
  const char *title;
  const char *typed;
} XcChoice;

/**
 * XcField:
 * @name: the SQL column, and the field's name in .ui files
 * @title: message id in the context of the table's name
 * @hint: (nullable): message id in the context of the table's name: what belongs here
 * @unit: (nullable): message id in the context "unit"
 * @choices: (nullable) (array zero-terminated=1): of a choice, in the order shown
 * @target: of a reference
 * @is_required: whether a row without it is refused
 * @is_name: whether it is (part of) what people call the row by
 * @is_code: whether it is a text made of numbers of fixed width, which sorts as it stands
 * @is_repeated: whether, of rows typed one after the other, the next one begins with what this one says
 * @initial: (nullable): value of a new row, as the word or the number in digits
 * @minimum: smallest number, when @maximum is above it
 * @maximum: largest number
 */
typedef struct
{
  const char *name;
  XcFieldKind kind;
  const char *title;
  const char *hint;
  const char *unit;
  const XcChoice *choices;
  XcTable target;
  gboolean is_required;
  gboolean is_name;
  gboolean is_code;
  gboolean is_repeated;
  const char *initial;
  gint64 minimum;
  gint64 maximum;
} XcField;

/**
 * XcCatalogueTable:
 * @name: the SQL table, singular
 * @title: message id in the context "table", plural
 * @fields: in the order of forms and lists
 * @n_fields: how many
 */
typedef struct
{
  const char *name;
  const char *title;
  const XcField *fields;
  guint n_fields;
} XcCatalogueTable;

const XcCatalogueTable *xc_catalogue_get (XcTable table);
XcTable xc_catalogue_find (const char *name);
int xc_catalogue_find_field (XcTable table, const char *name);
const XcField *xc_catalogue_get_field (XcTable table, const char *name);

const XcField *xc_catalogue_get_count (XcTable table);
const XcField *xc_catalogue_list_derived (XcTable table, guint *n_fields);
const XcField *xc_catalogue_get_derived (XcTable table, const char *name);

const char *xc_catalogue_title (XcTable table);
gboolean xc_field_is_textual (const XcField *field);
const char *xc_field_title (XcTable table, const XcField *field);
const char *xc_field_hint (XcTable table, const XcField *field);
const char *xc_choice_title (const XcChoice *choice);
const XcChoice *xc_field_find_choice (const XcField *field, const char *word);
const XcChoice *xc_field_read_choice (const XcField *field, const char *typed);

G_END_DECLS
