/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of a document (发文字号): code of the office, year in 〔〕, number without zeros before it. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

char *xc_letter_number_format (const char *prefix, XcDay issued_on, int number);

G_END_DECLS
