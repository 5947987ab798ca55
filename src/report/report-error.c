/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-error.h"

G_DEFINE_QUARK (xc - report - error - quark, xc_report_error)
