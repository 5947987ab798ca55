/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory of a ZIP file, read on our own: which entries lie where, so that entries that share bytes,
 * repeat a name or are cut off are refused. libzip does not tell where an entry lies.
 */
#pragma once

#include "workbook/fault.h"

G_BEGIN_DECLS

/**
 * XcEntry:
 * @name: as a part name: no leading slash, forward slashes
 * @index: its place in the directory
 * @size: unpacked bytes that the directory declares
 *
 * One file in the ZIP file.
 */
typedef struct
{
  char *name;
  guint index;
  guint64 size;

  /*< private >*/
  guint64 from;
  guint64 until;
  guint64 packed;
} XcEntry;

GArray *xc_directory_read (int fd, guint64 file_size, const XcFaultPlace *place, GError **error);

G_END_DECLS
