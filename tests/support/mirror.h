/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a ledger beside it, and what a query finds among them, found by going over all of them. */
#pragma once

#include "store/query.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows[XC_N_TABLES]; /* of XcRecord */
  GHashTable *by_id;            /* id → XcRecord, borrowed */
} XcTestMirror;

XcTestMirror *xc_test_mirror_new (void);
void xc_test_mirror_free (XcTestMirror *mirror);
/* Takes @record over, which is in the ledger. */
void xc_test_mirror_add (XcTestMirror *mirror, XcRecord *record);
/* All values (XcValue) that @path leads to from @record, and the field at its end. */
void xc_test_mirror_collect (const XcTestMirror *mirror, const XcRecord *record, const char *path,
                             GArray *values, const XcField **field);
/* The rows in order, borrowed. */
GPtrArray *xc_test_mirror_find (const XcTestMirror *mirror, const XcQuery *query);

G_END_DECLS
