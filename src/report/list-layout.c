/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-layout.h"

#include <glib/gi18n-lib.h>

XC_DEFINE_WORDS (XcList, xc_list, "problem", "rectification", "responsibility")

XC_DEFINE_WORDS (XcListField, xc_list_field, "serial", "number", "organization", "round", "team", "level_1",
                 "level_2", "point", "wording", "facts", "key", "commonness", "immediate", "found_at",
                 "source", "amount", "second_body", "fed_back_on", "measure", "type", "due", "progress",
                 "result", "measure_state", "state", "done_on", "closed_on", "first", "leader",
                 "lead_department", "department", "person", "cooperating", "supervising")

/* Headings and widths as shipped; the width is what the heading and the usual content need at the size of the body. */
static const struct
{
  const char *title;
  double width;
} fields[XC_N_LIST_FIELDS] = {
  [XC_LIST_FIELD_SERIAL] = { NC_ ("list", "No."), 11 },
  [XC_LIST_FIELD_NUMBER] = { NC_ ("list", "Problem number"), 25 },
  [XC_LIST_FIELD_ORGANIZATION] = { NC_ ("list", "Inspected organization"), 28 },
  [XC_LIST_FIELD_ROUND] = { NC_ ("list", "Round"), 16 },
  [XC_LIST_FIELD_TEAM] = { NC_ ("list", "Team"), 20 },
  [XC_LIST_FIELD_LEVEL_1] = { NC_ ("list", "Category (level 1)"), 27 },
  [XC_LIST_FIELD_LEVEL_2] = { NC_ ("list", "Category (level 2)"), 25 },
  [XC_LIST_FIELD_POINT] = { NC_ ("list", "Point"), 27 },
  [XC_LIST_FIELD_WORDING] = { NC_ ("list", "Problem"), 47 },
  [XC_LIST_FIELD_FACTS] = { NC_ ("list", "Facts"), 55 },
  [XC_LIST_FIELD_KEY] = { NC_ ("list", "Key"), 12 },
  [XC_LIST_FIELD_COMMONNESS] = { NC_ ("list", "Common or individual"), 16 },
  [XC_LIST_FIELD_IMMEDIATE] = { NC_ ("list", "Immediate"), 15 },
  [XC_LIST_FIELD_FOUND_AT] = { NC_ ("list", "Stage found"), 20 },
  [XC_LIST_FIELD_SOURCE] = { NC_ ("list", "Source"), 22 },
  [XC_LIST_FIELD_AMOUNT] = { NC_ ("list", "Amount (yuan)"), 25 },
  [XC_LIST_FIELD_SECOND_BODY] = { NC_ ("list", "Second responsible body"), 28 },
  [XC_LIST_FIELD_FED_BACK_ON] = { NC_ ("list", "Fed back on"), 24 },
  [XC_LIST_FIELD_MEASURE] = { NC_ ("list", "Measure"), 47 },
  [XC_LIST_FIELD_TYPE] = { NC_ ("list", "Rectification type"), 17 },
  [XC_LIST_FIELD_DUE] = { NC_ ("list", "Time limit"), 25 },
  [XC_LIST_FIELD_PROGRESS] = { NC_ ("list", "Progress"), 38 },
  [XC_LIST_FIELD_RESULT] = { NC_ ("list", "Result"), 35 },
  [XC_LIST_FIELD_MEASURE_STATE] = { NC_ ("list", "State of the measure"), 18 },
  [XC_LIST_FIELD_STATE] = { NC_ ("list", "Rectification state"), 18 },
  [XC_LIST_FIELD_DONE_ON] = { NC_ ("list", "Done on"), 24 },
  [XC_LIST_FIELD_CLOSED_ON] = { NC_ ("list", "Closed on"), 24 },
  [XC_LIST_FIELD_FIRST] = { NC_ ("list", "First responsible person"), 26 },
  [XC_LIST_FIELD_LEADER] = { NC_ ("list", "Leader in charge"), 26 },
  [XC_LIST_FIELD_LEAD_DEPARTMENT] = { NC_ ("list", "Lead department"), 26 },
  [XC_LIST_FIELD_DEPARTMENT] = { NC_ ("list", "Responsible department"), 28 },
  [XC_LIST_FIELD_PERSON] = { NC_ ("list", "Responsible person"), 26 },
  [XC_LIST_FIELD_COOPERATING] = { NC_ ("list", "Cooperating units"), 28 },
  [XC_LIST_FIELD_SUPERVISING] = { NC_ ("list", "Supervising unit"), 26 },
};

#define END ((XcListField) -1)

static const XcListField shipped[XC_N_LISTS][16] = {
  [XC_LIST_PROBLEM] = { XC_LIST_FIELD_SERIAL, XC_LIST_FIELD_NUMBER, XC_LIST_FIELD_ORGANIZATION,
                        XC_LIST_FIELD_TEAM, XC_LIST_FIELD_LEVEL_1, XC_LIST_FIELD_LEVEL_2,
                        XC_LIST_FIELD_WORDING, XC_LIST_FIELD_FACTS, XC_LIST_FIELD_KEY,
                        XC_LIST_FIELD_COMMONNESS, XC_LIST_FIELD_IMMEDIATE, XC_LIST_FIELD_FED_BACK_ON, END },
  [XC_LIST_RECTIFICATION] = { XC_LIST_FIELD_SERIAL, XC_LIST_FIELD_NUMBER, XC_LIST_FIELD_ORGANIZATION,
                              XC_LIST_FIELD_WORDING, XC_LIST_FIELD_MEASURE, XC_LIST_FIELD_TYPE,
                              XC_LIST_FIELD_DUE, XC_LIST_FIELD_PROGRESS, XC_LIST_FIELD_RESULT,
                              XC_LIST_FIELD_STATE, XC_LIST_FIELD_DONE_ON, XC_LIST_FIELD_CLOSED_ON, END },
  [XC_LIST_RESPONSIBILITY] = { XC_LIST_FIELD_SERIAL, XC_LIST_FIELD_NUMBER, XC_LIST_FIELD_ORGANIZATION,
                               XC_LIST_FIELD_WORDING, XC_LIST_FIELD_FIRST, XC_LIST_FIELD_LEADER,
                               XC_LIST_FIELD_LEAD_DEPARTMENT, XC_LIST_FIELD_DEPARTMENT, XC_LIST_FIELD_PERSON,
                               XC_LIST_FIELD_COOPERATING, XC_LIST_FIELD_DUE, XC_LIST_FIELD_SUPERVISING, END },
};

/**
 * xc_list_title:
 * @list: which
 *
 * Returns: (transfer none): what the list is called as shipped, translated
 */
const char *
xc_list_title (XcList list)
{
  switch (list)
    {
    case XC_LIST_PROBLEM:
      return C_ ("choice", "Problem list");
    case XC_LIST_RECTIFICATION:
      return C_ ("choice", "Rectification list");
    case XC_LIST_RESPONSIBILITY:
      return C_ ("choice", "Responsibility list");
    default:
      g_assert_not_reached ();
    }
}

static const char *
title_of_field (XcList list, XcListField field)
{
  /* Beside its measures a problem is what was fed back; in the first list it is what was found. */
  if (field == XC_LIST_FIELD_WORDING && list != XC_LIST_PROBLEM)
    return C_ ("list", "Problem fed back");
  return g_dpgettext2 (GETTEXT_PACKAGE, "list", fields[field].title);
}

static void
column_clear (gpointer data)
{
  g_free (((XcListColumn *) data)->title);
}

static void
add_column (XcListLayout *self, XcListField field, const char *title, double width)
{
  XcListColumn column = {
    .field = field,
    .title = g_strdup (title != NULL ? title : title_of_field (self->list, field)),
    .width = width > 0 ? width : fields[field].width,
  };

  g_array_append_val (self->columns, column);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 first = xc_record_get_number (*(XcRecord *const *) a, "position");
  gint64 second = xc_record_get_number (*(XcRecord *const *) b, "position");

  return (first > second) - (first < second);
}

static gboolean
load_columns (XcListLayout *self, XcStore *store, gint64 layout_id, GError **error)
{
  g_autoptr (GPtrArray) records =
      xc_store_load_where (store, XC_TABLE_LIST_COLUMN, "layout_id", layout_id, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_positions);
  for (guint i = 0; i < records->len; i++)
    {
      const XcRecord *record = g_ptr_array_index (records, i);
      XcListField field;

      /* A newer program may know more fields than this one. */
      if (xc_list_field_from_word (xc_record_get_text (record, "field"), &field))
        add_column (self, field, xc_record_get_text (record, "title"),
                    (double) xc_record_get_number (record, "width"));
    }
  return TRUE;
}

static gboolean
load_office_layout (XcListLayout *self, XcStore *store, GError **error)
{
  g_autoptr (GPtrArray) records = xc_store_load_all (store, XC_TABLE_LIST_LAYOUT, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const XcRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (xc_record_get_text (record, "list"), xc_list_to_word (self->list)) != 0)
        continue;
      self->title = g_strdup (xc_record_get_text (record, "title"));
      self->annex = g_strdup (xc_record_get_text (record, "annex"));
      self->unit = g_strdup (xc_record_get_text (record, "unit"));
      self->marking = g_strdup (xc_record_get_text (record, "marking"));
      return load_columns (self, store, xc_record_get_id (record), error);
    }
  return TRUE;
}

/**
 * xc_list_layout_load:
 * @store: a ledger
 * @list: which list
 * @error: return location for an %XC_STORE_ERROR
 *
 * What the office did not set is as shipped; columns that it set replace all shipped ones.
 *
 * Returns: (transfer full): how the list looks, or %NULL with @error set
 */
XcListLayout *
xc_list_layout_load (XcStore *store, XcList list, GError **error)
{
  g_autoptr (XcListLayout) self = g_new0 (XcListLayout, 1);

  self->list = list;
  self->columns = g_array_new (FALSE, FALSE, sizeof (XcListColumn));
  g_array_set_clear_func (self->columns, column_clear);
  if (!load_office_layout (self, store, error))
    return NULL;
  if (self->title == NULL)
    self->title = g_strdup (xc_list_title (list));
  if (self->columns->len == 0)
    for (guint i = 0; shipped[list][i] != END; i++)
      add_column (self, shipped[list][i], NULL, 0);
  return g_steal_pointer (&self);
}

/**
 * xc_list_layout_free:
 * @self: (nullable): a layout
 */
void
xc_list_layout_free (XcListLayout *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->annex);
  g_free (self->unit);
  g_free (self->marking);
  g_array_unref (self->columns);
  g_free (self);
}
