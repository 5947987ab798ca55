/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small ledger in which problems are rectified: a term, a round, inspections of three organizations, all invented. */
#pragma once

#include "core/day.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The day on which they were fed back: 2024-05-16. */
#define XC_TEST_FED_BACK ((XcDay) 19859)
#define XC_TEST_N_INSPECTIONS 3

typedef struct
{
  XcStore *store;
  char *folder;
  gint64 round;
  gint64 team;
  gint64 point;
  gint64 organizations[XC_TEST_N_INSPECTIONS];
  gint64 inspections[XC_TEST_N_INSPECTIONS];
} XcTestRectification;

void xc_test_rectification_set_up (XcTestRectification *self, gconstpointer data);
void xc_test_rectification_tear_down (XcTestRectification *self, gconstpointer data);

/* Typed rows, saved by the rules for such, each as one action. */
gint64 xc_test_rectification_add_problem (XcTestRectification *self, guint inspection, const char *wording);
gint64 xc_test_rectification_add_measure (XcTestRectification *self, gint64 problem_id, const char *wording,
                                          const char *state, XcDay due_on);
/* Saves or removes a row by the rules as one action. */
gboolean xc_test_rectification_save (XcTestRectification *self, XcRecord *record, GError **error);
gboolean xc_test_rectification_remove (XcTestRectification *self, XcTable table, gint64 id, GError **error);
/* The value of a textual field, or its number in digits; to be freed. */
char *xc_test_rectification_get (XcTestRectification *self, XcTable table, gint64 id, const char *field);
void xc_test_rectification_set (XcTestRectification *self, XcTable table, gint64 id, const char *field,
                                const char *text);

G_END_DECLS
