/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list: its record, and the texts of its columns, which may come from other tables. */
#pragma once

#include <glib-object.h>

#include "core/value.h"

G_BEGIN_DECLS

#define XC_TYPE_RECORD (xc_record_get_type ())
GType xc_record_get_type (void);

#define XC_TYPE_ROW (xc_row_get_type ())
G_DECLARE_FINAL_TYPE (XcRow, xc_row, XC, ROW, GObject)

gint64 xc_row_get_id (XcRow *self);
gboolean xc_row_is_loaded (XcRow *self);
XcRecord *xc_row_get_record (XcRow *self);
const char *xc_row_get_text (XcRow *self, guint column);
XcValue xc_row_get_value (XcRow *self, guint column);

G_END_DECLS
