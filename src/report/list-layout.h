/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lists are called and which columns they have: as shipped, or as the office set it. */
#pragma once

#include "core/words.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  XC_LIST_PROBLEM,
  XC_LIST_RECTIFICATION,
  XC_LIST_RESPONSIBILITY,
} XcList;

#define XC_N_LISTS (XC_LIST_RESPONSIBILITY + 1)

XC_DECLARE_WORDS (XcList, xc_list);

/* What a column can show. The words under which layouts keep them are these, small and with "_". */
typedef enum
{
  XC_LIST_FIELD_SERIAL,
  XC_LIST_FIELD_NUMBER,
  XC_LIST_FIELD_ORGANIZATION,
  XC_LIST_FIELD_ROUND,
  XC_LIST_FIELD_TEAM,
  XC_LIST_FIELD_LEVEL_1,
  XC_LIST_FIELD_LEVEL_2,
  XC_LIST_FIELD_POINT,
  XC_LIST_FIELD_WORDING,
  XC_LIST_FIELD_FACTS,
  XC_LIST_FIELD_KEY,
  XC_LIST_FIELD_COMMONNESS,
  XC_LIST_FIELD_IMMEDIATE,
  XC_LIST_FIELD_FOUND_AT,
  XC_LIST_FIELD_SOURCE,
  XC_LIST_FIELD_AMOUNT,
  XC_LIST_FIELD_SECOND_BODY,
  XC_LIST_FIELD_FED_BACK_ON,
  XC_LIST_FIELD_MEASURE,
  XC_LIST_FIELD_TYPE,
  XC_LIST_FIELD_DUE,
  XC_LIST_FIELD_PROGRESS,
  XC_LIST_FIELD_RESULT,
  XC_LIST_FIELD_MEASURE_STATE,
  XC_LIST_FIELD_STATE,
  XC_LIST_FIELD_DONE_ON,
  XC_LIST_FIELD_CLOSED_ON,
  XC_LIST_FIELD_FIRST,
  XC_LIST_FIELD_LEADER,
  XC_LIST_FIELD_LEAD_DEPARTMENT,
  XC_LIST_FIELD_DEPARTMENT,
  XC_LIST_FIELD_PERSON,
  XC_LIST_FIELD_COOPERATING,
  XC_LIST_FIELD_SUPERVISING,
} XcListField;

#define XC_N_LIST_FIELDS (XC_LIST_FIELD_SUPERVISING + 1)

XC_DECLARE_WORDS (XcListField, xc_list_field);

/**
 * XcListColumn:
 * @field: what it shows
 * @title: its heading
 * @width: in millimetres, before the page is made to fit
 */
typedef struct
{
  XcListField field;
  char *title;
  double width;
} XcListColumn;

/**
 * XcListLayout:
 * @list: of which list
 * @title: of the list
 * @annex: (nullable): what its first row says when the office set it
 * @unit: (nullable): who issues it, when the office set it
 * @marking: (nullable): the marking line, when the office set it
 * @columns: (element-type XcListColumn): in their order, at least one
 */
typedef struct
{
  XcList list;
  char *title;
  char *annex;
  char *unit;
  char *marking;
  GArray *columns;
} XcListLayout;

XcListLayout *xc_list_layout_load (XcStore *store, XcList list, GError **error);
void xc_list_layout_free (XcListLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcListLayout, xc_list_layout_free)

const char *xc_list_title (XcList list);

G_END_DECLS
