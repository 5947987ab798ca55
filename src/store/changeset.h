/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an action changed, as SQLite's session extension records it: the undo, the signal and the history in one. */
#pragma once

#include "core/catalogue.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Records while it lives; begin before the first write of an action. */
typedef struct _XcRecording XcRecording;

XcRecording *xc_recording_begin (XcDatabase *database, GError **error);
GBytes *xc_recording_end (XcRecording *self, GError **error);
void xc_recording_free (XcRecording *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRecording, xc_recording_free)

typedef enum
{
  XC_CHANGE_INSERTED,
  XC_CHANGE_UPDATED,
  XC_CHANGE_REMOVED,
} XcChangeKind;

/**
 * XcChangeValue:
 * @is_given: whether the changeset says anything of this column
 * @text: (nullable): of a text
 * @number: of an integer, when @is_number
 *
 * Null when given and neither a text nor a number.
 */
typedef struct
{
  gboolean is_given;
  gboolean is_number;
  const char *text;
  gint64 number;
} XcChangeValue;

/**
 * XcChangedRow:
 * @before: values by column of the SQL table, the id first; nothing is given for an inserted row
 * @after: likewise; nothing is given for a removed row
 */
typedef struct
{
  XcTable table;
  XcChangeKind kind;
  gint64 id;
  guint n_columns;
  const XcChangeValue *before;
  const XcChangeValue *after;
} XcChangedRow;

/* return FALSE to stop early */
typedef gboolean (*XcChangedRowFunc) (const XcChangedRow *row, gpointer data);

gboolean xc_changeset_each (GBytes *changeset, gboolean inverse, XcChangedRowFunc function, gpointer data,
                            GError **error);
gboolean xc_changeset_apply (XcDatabase *database, GBytes *changeset, gboolean inverse, GError **error);

G_END_DECLS
