/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook file as a bag of parts that are unpacked piece by piece, never past what was declared for them. */
#pragma once

#include "workbook/directory.h"

G_BEGIN_DECLS

typedef struct _XcArchive XcArchive;

XcArchive *xc_archive_open (const char *path, const XcWorkbookBudget *budget, GError **error);
void xc_archive_free (XcArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcArchive, xc_archive_free)

const char *xc_archive_get_file (XcArchive *self);
const XcWorkbookBudget *xc_archive_get_budget (XcArchive *self);
guint xc_archive_get_n_entries (XcArchive *self);
const XcEntry *xc_archive_get_entry (XcArchive *self, guint index);
const XcEntry *xc_archive_find (XcArchive *self, const char *name);

typedef struct _XcStream XcStream;

XcStream *xc_stream_open (XcArchive *archive, const XcEntry *entry, const XcFaultPlace *place,
                          GError **error);
gssize xc_stream_read (XcStream *self, char *buffer, gsize size, GError **error);
void xc_stream_close (XcStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcStream, xc_stream_close)

G_END_DECLS
