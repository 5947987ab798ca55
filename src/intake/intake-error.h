/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an import was not done. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define XC_INTAKE_ERROR (xc_intake_error_quark ())
GQuark xc_intake_error_quark (void);

/**
 * XcIntakeError:
 * @XC_INTAKE_ERROR_FAULTS: cells are wrong: mend them as the report says
 * @XC_INTAKE_ERROR_NO_SHEET: none of the template's sheets: choose another workbook
 * @XC_INTAKE_ERROR_NOT_EMPTY: the ledger has data: take a new one
 * @XC_INTAKE_ERROR_TOO_MANY: more columns than can be pasted: copy fewer
 */
typedef enum
{
  XC_INTAKE_ERROR_FAULTS,
  XC_INTAKE_ERROR_NO_SHEET,
  XC_INTAKE_ERROR_NOT_EMPTY,
  XC_INTAKE_ERROR_TOO_MANY,
} XcIntakeError;

G_END_DECLS
