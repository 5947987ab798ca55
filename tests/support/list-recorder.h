/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down what a list model tells, and checks with each signal that it is true and no more than needed. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an item is recognised by; without one its address, for which the recorder asks for all items. */
typedef gint64 (*XcTestIdentify) (GListModel *model, guint position);

typedef struct _XcTestListRecorder XcTestListRecorder;

XcTestListRecorder *xc_test_list_recorder_new (GListModel *model, XcTestIdentify identify);
/* Fails when a signal has not been asserted. */
void xc_test_list_recorder_free (XcTestListRecorder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTestListRecorder, xc_test_list_recorder_free)

/* All signals since the last time: "+3" is one item added at 3, "-3" one removed there, "2-1+4" one removed at 2 and
 * four added; several are separated by ", ". */
#define xc_test_list_recorder_assert(self, wanted)                                                           \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_signals = xc_test_list_recorder_take (self);                                           \
    g_assert_cmpstr (_signals, ==, wanted);                                                                  \
  }                                                                                                          \
  G_STMT_END
char *xc_test_list_recorder_take (XcTestListRecorder *self);
/* That the model, asked anew, has what the signals have said. */
void xc_test_list_recorder_check (XcTestListRecorder *self);

G_END_DECLS
