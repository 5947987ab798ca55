/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing things in another process, which may end badly or may have fewer rights. */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

typedef void (*XcTestFunc) (gpointer data);

/* Runs @function in a child; it goes on beside the test. */
pid_t xc_test_fork (XcTestFunc function, gpointer data);
/* Waits for its end and asserts that it ended well. */
void xc_test_wait (pid_t child);
/* Kills it as a power cut would, and waits. */
void xc_test_kill (pid_t child);
/* Runs @function to its end as a user who owns nothing and may not write where others may not. */
void xc_test_as_stranger (XcTestFunc function, gpointer data);

G_END_DECLS
