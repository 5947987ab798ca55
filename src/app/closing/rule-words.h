/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule of deadlines in words, as “1 month after the feedback”. */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

char *xc_rule_words_dup (const XcRecord *rule);

G_END_DECLS
