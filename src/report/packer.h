/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs the long parts of a workbook in a thread of its own while their next rows are being made. What is packed waits
 * in files without a name beside the target, so that a full disk is noticed where the target will be. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XcPacker XcPacker;
typedef struct _XcPackedPart XcPackedPart;

XcPacker *xc_packer_new (const char *folder);
void xc_packer_free (XcPacker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPacker, xc_packer_free)

XcPackedPart *xc_packer_add_part (XcPacker *self, int *error_number);
void xc_packer_put (XcPacker *self, XcPackedPart *part, GString *bytes);
gboolean xc_packer_finish (XcPacker *self, int *error_number);

int xc_packed_part_get_fd (const XcPackedPart *part);
guint64 xc_packed_part_get_size (const XcPackedPart *part);
guint64 xc_packed_part_get_packed_size (const XcPackedPart *part);
guint32 xc_packed_part_get_crc (const XcPackedPart *part);

G_END_DECLS
