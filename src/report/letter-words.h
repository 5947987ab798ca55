/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a warning letter says. Letters are Chinese papers: none of it is translated. */
#pragma once

#include "store/letters.h"
#include "store/office.h"

G_BEGIN_DECLS

char *xc_letter_words_title (const XcLetter *letter);
char *xc_letter_words_body (const XcLetter *letter, const XcOffice *office);
const char *xc_letter_words_annex (const XcLetter *letter);
char *xc_letter_words_day (XcDay day);
char *xc_letter_words_left (XcDay due_on, XcDay today);

G_END_DECLS
