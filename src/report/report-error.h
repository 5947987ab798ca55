/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong when something leaves on paper, by what the caller can do about it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcReportError:
 * @XC_REPORT_ERROR_EXISTS: the file is there already; ask, then replace it
 * @XC_REPORT_ERROR_NOT_WRITABLE: this place cannot be written to; choose another one
 * @XC_REPORT_ERROR_NO_SPACE: no room left; free some and try again
 * @XC_REPORT_ERROR_NOT_PROVEN: what was written could not be read back whole; try again, or elsewhere
 * @XC_REPORT_ERROR_NOT_VALID: what was asked for cannot be made; ask for something else
 * @XC_REPORT_ERROR_FAILED: the disk or a library failed in another way
 */
typedef enum
{
  XC_REPORT_ERROR_EXISTS,
  XC_REPORT_ERROR_NOT_WRITABLE,
  XC_REPORT_ERROR_NO_SPACE,
  XC_REPORT_ERROR_NOT_PROVEN,
  XC_REPORT_ERROR_NOT_VALID,
  XC_REPORT_ERROR_FAILED,
} XcReportError;

#define XC_REPORT_ERROR (xc_report_error_quark ())
GQuark xc_report_error_quark (void);

G_END_DECLS
