/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number that a problem carries in all lists: round-organization-problem, 06-03-012. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each from 1. */
typedef struct
{
  guint round;
  guint organization; /* its number in the round */
  guint problem;
} XcProblemNumber;

char *xc_problem_number_format (const XcProblemNumber *number);
gboolean xc_problem_number_parse (const char *text, XcProblemNumber *number);
char *xc_problem_number_key (const char *text);

G_END_DECLS
