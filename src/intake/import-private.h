/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of an import share: the draft that it makes, how its rows find each other, and how faults are said. */
#pragma once

#include "core/rectification.h"
#include "intake/cell-reader.h"
#include "intake/draft.h"
#include "intake/import.h"
#include "intake/item-index.h"
#include "intake/organization-index.h"
#include "intake/person-index.h"

G_BEGIN_DECLS

/**
 * XcTypedRow:
 * @number: 1-based, or 0 for none
 * @present: columns of the template in which something stands, as bits
 * @given: those whose values are in @record
 * @record: (owned): the values
 *
 * A row of a sheet as it was typed.
 */
typedef struct
{
  guint number;
  guint64 present;
  guint64 given;
  XcRecord *record;
} XcTypedRow;

/**
 * XcImport:
 * @is_incomplete: some rows of that sheet could not be taken, so who refers to them is not to blame
 * @doubtful: keys of names of organizations that faulty rows would have made known
 * @term: (nullable): the term of rows that do not say which; %NULL when there is none, or several
 *
 * An import at work.
 */
typedef struct
{
  /* Borrowed */
  XcStore *store;
  XcImportReport *report;
  const XcRowSource *source;
  const XcImportContext *context;

  /* Owned */
  XcDraft *draft;
  XcSheetTable *sheets[XC_N_TEMPLATE_SHEETS];
  GArray *outcomes[XC_N_TEMPLATE_SHEETS];
  gboolean is_incomplete[XC_N_TEMPLATE_SHEETS];
  GHashTable *doubtful;
  GHashTable *suggestions;

  XcOrganizationIndex *organizations;
  GPtrArray *organization_rows;
  XcItemIndex *members_of_events;
  XcItemIndex *teams;
  XcItemIndex *inspections;
  GHashTable *largest_serials;
  GHashTable *point_paths;
  GHashTable *problems;
  char *last_number;
  XcItem *last_problem;
  GArray *closings;
  GHashTable *problem_rows; /* row of the sheet of problems → XcItem */
  GHashTable *stated;       /* &problem->id, of problems whose state stands in their own row */

  XcItem *term;
} XcImport;

/* Rows */
void xc_typed_row_clear (XcTypedRow *self);
void xc_typed_row_free (XcTypedRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XcTypedRow, xc_typed_row_clear)

XcTypedRow xc_import_read_row (XcImport *self, XcCellReader *reader, const XcSheetRow *row, XcTable table);
void xc_typed_row_set_reference (XcTypedRow *row, const XcSheetTable *sheet, int column, const XcItem *item);
gboolean xc_typed_row_has (const XcTypedRow *row, const XcSheetTable *sheet, const char *column_id);
XcItem *xc_import_put (XcImport *self, const XcSheetTable *sheet, XcTypedRow *row, XcItem *existing);
void xc_import_count (XcImport *self, const XcSheetTable *sheet, guint row, const XcItem *item);
gboolean xc_import_is_free (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                            const XcItem *item);
void xc_import_check (XcImport *self, const XcSheetTable *sheet, const XcTypedRow *row, const XcItem *item);
void xc_import_refuse (XcImport *self, const XcSheetTable *sheet, guint row, int column, char *what,
                       const char *expected);

/* References: %NULL when there is no such row; then it was said in the report, unless another fault says it */
XcItem *xc_import_find_titled (XcImport *self, XcTable table, const char *field, const char *title);
XcItem *xc_import_find_register (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                                 const char *text);
XcItem *xc_import_find_organization (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                                     const char *text);
XcItem *xc_import_find_scheme (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                               const char *text);
XcItem *xc_import_find_round (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                              gint64 ordinal);
XcItem *xc_import_find_team (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                             const XcItem *round, gint64 ordinal);
XcItem *xc_import_find_point (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                              gint64 scheme_id, const char *text);
gboolean xc_import_find_linked (XcImport *self, const XcSheetTable *sheet, guint row, XcItem **problem);
XcItem *xc_import_find_problem (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                                const char *number);
void xc_import_refuse_unknown (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                               const char *text, XcTemplateSheet target, const GPtrArray *known);
void xc_import_refuse_ambiguous (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                                 const char *text, const GPtrArray *candidates);
void xc_import_refuse_organizations (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                                     const char *text, const GPtrArray *found);

/* Sheets, in the order in which they are taken; each is left alone when the workbook does not have it */
gboolean xc_import_terms (XcImport *self, GError **error);
gboolean xc_import_registers (XcImport *self, GError **error);
gboolean xc_import_organizations (XcImport *self, GError **error);
gboolean xc_import_events (XcImport *self, GError **error);
gboolean xc_import_points (XcImport *self, GError **error);
gboolean xc_import_rounds (XcImport *self, GError **error);
gboolean xc_import_teams (XcImport *self, GError **error);
gboolean xc_import_inspections (XcImport *self, GError **error);
gboolean xc_import_problems (XcImport *self, GError **error);
gboolean xc_import_measures (XcImport *self, GError **error);
gboolean xc_import_responsibilities (XcImport *self, GError **error);

/* Organizations: rows wait until their parents are known, perhaps by an event */
gboolean xc_import_place_organizations (XcImport *self);
void xc_import_finish_organizations (XcImport *self);

/* Inspections */
gint64 xc_import_give_serial (XcImport *self, XcItem *inspection);

/* Problems by number, and their states */
gboolean xc_import_load_problems (XcImport *self, GError **error);
void xc_import_add_problem (XcImport *self, XcItem *problem);
GPtrArray *xc_import_get_problems (XcImport *self, const char *number, gint64 term_id);
gint64 xc_import_get_term (XcImport *self, const XcItem *problem);
gboolean xc_import_set_state (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                              XcItem *problem, XcRectificationState state);
void xc_import_note_closing (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                             const XcItem *problem);
void xc_import_check_closings (XcImport *self);

G_END_DECLS
