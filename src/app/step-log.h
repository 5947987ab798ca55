/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the window kept a person waiting: each turn of the main loop, for tests and benchmarks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void xc_step_log_start (void);
void xc_step_log_pass (void);

G_END_DECLS
