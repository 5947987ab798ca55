/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a wording says anything: “加强学习” alone tells nobody what was done, by whom, or when. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean xc_wording_says_nothing (const char *text);
char *xc_wording_fold (const char *text);

G_END_DECLS
