/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of schemes share. */
#pragma once

#include "store/points.h"
#include "store/schemes.h"

G_BEGIN_DECLS

XcRecord *xc_schemes_make_point (gint64 scheme_id, gint64 parent_id, guint position, const char *title);
gboolean xc_schemes_check_open (XcStore *store, XcDay today, gint64 scheme_id, GError **error);

G_END_DECLS
