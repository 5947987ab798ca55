/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The empty workbook that offices fill in and the import reads. */
#pragma once

#include "core/day.h"
#include "report/report-error.h"

G_BEGIN_DECLS

gboolean xc_template_workbook_write (const char *path, gboolean replace, XcDay day, GError **error);

G_END_DECLS
