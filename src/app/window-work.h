/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work in a thread. The window shows nothing but its progress meanwhile: nobody else touches the ledger. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/**
 * XcWorkFunc:
 * @data: what xc_window_work() was given
 * @cancellable: asked for from time to time
 * @error: return location
 *
 * Runs in a thread; touches no widget.
 *
 * Returns: whether it was done
 */
typedef gboolean (*XcWorkFunc) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * XcWorkDoneFunc:
 * @self: the window, which shows its pages again
 * @error: (nullable): why it was not done; cancelled work says so by %G_IO_ERROR_CANCELLED
 * @data: what xc_window_work() was given
 */
typedef void (*XcWorkDoneFunc) (XcWindow *self, const GError *error, gpointer data);

void xc_window_work (XcWindow *self, const char *words, XcWorkFunc function, XcWorkDoneFunc done,
                     gpointer data, GDestroyNotify free_data);

G_END_DECLS
