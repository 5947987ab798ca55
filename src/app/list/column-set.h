/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns a list shows, in which order, and how wide. */
#pragma once

#include "core/catalogue.h"

G_BEGIN_DECLS

/* A column that is remembered by a newer program, or by a hand, may be anything. */
#define XC_COLUMN_WIDTH_MAX 2000

/* "a(si)": path, and width in pixels, 0 for what is usual */
#define XC_COLUMN_SET_TYPE G_VARIANT_TYPE ("a(si)")

typedef struct _XcColumnSet XcColumnSet;

XcColumnSet *xc_column_set_new (XcTable table);
XcColumnSet *xc_column_set_new_usual (XcTable table, const char *const *paths);
XcColumnSet *xc_column_set_from_variant (XcTable table, GVariant *variant);
GVariant *xc_column_set_to_variant (const XcColumnSet *self);
XcColumnSet *xc_column_set_copy (const XcColumnSet *self);
void xc_column_set_free (XcColumnSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcColumnSet, xc_column_set_free)

guint xc_column_set_get_n (const XcColumnSet *self);
const char *xc_column_set_get_path (const XcColumnSet *self, guint index);
int xc_column_set_get_width (const XcColumnSet *self, guint index);
gboolean xc_column_set_has (const XcColumnSet *self, const char *path, guint *index);
GStrv xc_column_set_dup_paths (const XcColumnSet *self);

gboolean xc_column_set_add (XcColumnSet *self, const char *path, int width_px);
gboolean xc_column_set_remove (XcColumnSet *self, const char *path);
gboolean xc_column_set_move (XcColumnSet *self, const char *path, int by);

G_END_DECLS
