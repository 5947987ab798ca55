/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two pictures look the same, without drawing them: most of a chart stays as it is when its day moves by one. */
#pragma once

#include "report/picture.h"

G_BEGIN_DECLS

guint64 *xc_picture_fingerprint (XcPicture *self, double side, guint *n_across, guint *n_down);

G_END_DECLS
