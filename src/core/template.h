/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workbook that offices fill in: its sheets, their columns, and what may stand in them. Writing the empty workbook
 * and reading a filled one go by this one description. Headings are literal in both languages, because a workbook goes
 * from one desk to another; what explains them is translated.
 */
#pragma once

#include "core/catalogue.h"

G_BEGIN_DECLS

/* In the order of the workbook; rows of a sheet refer to rows of sheets before it, and events to organizations. */
typedef enum
{
  XC_TEMPLATE_TERM,
  XC_TEMPLATE_REGISTER,
  XC_TEMPLATE_ORGANIZATION,
  XC_TEMPLATE_EVENT,
  XC_TEMPLATE_POINT,
  XC_TEMPLATE_ROUND,
  XC_TEMPLATE_TEAM,
  XC_TEMPLATE_INSPECTION,
  XC_TEMPLATE_PROBLEM,
  XC_TEMPLATE_MEASURE,
  XC_TEMPLATE_RESPONSIBILITY,
} XcTemplateSheet;

#define XC_N_TEMPLATE_SHEETS (XC_TEMPLATE_RESPONSIBILITY + 1)

/**
 * XcTemplateKind:
 * @XC_TEMPLATE_TEXT: one line
 * @XC_TEMPLATE_LONG_TEXT: several lines
 * @XC_TEMPLATE_DAY: a day in any usual form
 * @XC_TEMPLATE_LIMIT: a day, or words that stand for one ("2024年底前，并长期坚持")
 * @XC_TEMPLATE_NUMBER: a whole number, in digits
 * @XC_TEMPLATE_ORDINAL: a number in any form, 6, 六 or 第六轮, with the column's @suffixes
 * @XC_TEMPLATE_MONEY: yuan, with at most two decimals
 * @XC_TEMPLATE_CHOICE: one of the choices of the column
 * @XC_TEMPLATE_YES_NO: 是 or 否, yes or no
 * @XC_TEMPLATE_NAME: the name of a row of another sheet or of the ledger; with its parent where it is not unique
 *   (凤桥镇/中心社区)
 * @XC_TEMPLATE_NAMES: several of them, separated by 、
 * @XC_TEMPLATE_PATH: the title of a point, or the titles from the first level down to it, separated by /
 *
 * What stands in the cells of a column.
 */
typedef enum
{
  XC_TEMPLATE_TEXT,
  XC_TEMPLATE_LONG_TEXT,
  XC_TEMPLATE_DAY,
  XC_TEMPLATE_LIMIT,
  XC_TEMPLATE_NUMBER,
  XC_TEMPLATE_ORDINAL,
  XC_TEMPLATE_MONEY,
  XC_TEMPLATE_CHOICE,
  XC_TEMPLATE_YES_NO,
  XC_TEMPLATE_NAME,
  XC_TEMPLATE_NAMES,
  XC_TEMPLATE_PATH,
} XcTemplateKind;

/**
 * XcTemplateColumn:
 * @id: "sheet.field"; stable, unique in the workbook
 * @table: the table of the field, or %XC_TABLE_NONE when the column stands for more than one field
 * @field: (nullable): the field of @table that the column is
 * @kind: what stands in its cells
 * @is_required: whether a row without it is refused; a blank cell elsewhere leaves a row in the ledger as it is, and
 *   gives a new one the initial value of the catalogue
 * @en: English heading
 * @zh: Chinese heading
 * @synonyms: (nullable): other headings that mean the same, separated by "|"
 * @suffixes: (nullable): of an ordinal, the words that may follow it, separated by "|"
 * @hint: (nullable): message id in the context "template": what belongs here
 * @example: (nullable): message id in the context "template example"
 *
 * The columns that are no field of one table:
 *
 * event.before, event.after: organizations on the two sides of the event. A new one that is not known yet is founded by
 * the event, in the register of its first predecessor. A renamed organization stands before under its old name and
 * after under its new one, and stays the same row. A moved or abolished one stands before only.
 * team.leader, team.deputies, team.commissioners, team.liaisons, team.members: names of persons.
 * point.level_1 to point.level_3: one row a leaf, the levels above it repeated or left blank as in the row above.
 * inspection.extends: the organization of the same round whose inspection this one extends.
 * problem.round, problem.organization, problem.kind: they find the inspection; the kind is needed only where an
 * organization was inspected twice in one round.
 * measure.due: a day is kept as the limit, other words as its wording.
 * measure.state: a state of the measure, or of its problem where only problems have it (closed, returned …).
 * measure.closed_on: the day on which the problem was closed.
 */
typedef struct
{
  const char *id;
  XcTable table;
  const char *field;
  XcTemplateKind kind;
  gboolean is_required;
  const char *en;
  const char *zh;
  const char *synonyms;
  const char *suffixes;
  const char *hint;
  const char *example;
} XcTemplateColumn;

/**
 * XcTemplateTable:
 * @id: stable
 * @en: English name of the sheet
 * @zh: Chinese name of the sheet
 * @synonyms: (nullable): other names, separated by "|"
 * @hint: message id in the context "template": what a row is
 * @columns: in the order of the sheet
 * @n_columns: how many
 */
typedef struct
{
  const char *id;
  const char *en;
  const char *zh;
  const char *synonyms;
  const char *hint;
  const XcTemplateColumn *columns;
  guint n_columns;
} XcTemplateTable;

const XcTemplateTable *xc_template_get (XcTemplateSheet sheet);
gboolean xc_template_find (const char *name, XcTemplateSheet *sheet);
gboolean xc_template_is_aside (const char *name);

int xc_template_find_column (XcTemplateSheet sheet, const char *heading);
int xc_template_find_column_by_id (XcTemplateSheet sheet, const char *id);

const char *xc_template_title (XcTemplateSheet sheet);
const char *xc_template_hint (XcTemplateSheet sheet);

/* The one that the column is, or whose choices it takes. */
const XcField *xc_template_column_get_field (const XcTemplateColumn *column);
const char *xc_template_column_heading (const XcTemplateColumn *column);
const char *xc_template_column_hint (const XcTemplateColumn *column);
const char *xc_template_column_example (const XcTemplateColumn *column);
char **xc_template_column_dup_suffixes (const XcTemplateColumn *column);
GStrv xc_template_column_dup_choices (const XcTemplateColumn *column);

G_END_DECLS
