/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows an action changed: what lists and forms need to know to follow it. */
#pragma once

#include <glib-object.h>

#include "store/changeset.h"

G_BEGIN_DECLS

#define XC_TYPE_CHANGE (xc_change_get_type ())
typedef struct _XcChange XcChange;

GType xc_change_get_type (void);
XcChange *xc_change_new (GBytes *changeset, gboolean inverse, GError **error);
XcChange *xc_change_ref (XcChange *self);
void xc_change_unref (XcChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcChange, xc_change_unref)

gboolean xc_change_has_table (const XcChange *self, XcTable table);
const gint64 *xc_change_get_ids (const XcChange *self, XcTable table, XcChangeKind kind, guint *n_ids);
gboolean xc_change_has_row (const XcChange *self, XcTable table, gint64 id);

G_END_DECLS
