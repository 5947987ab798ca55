/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words shaped into letters of one face and size: what takes most of the time of a picture, and is kept from one picture
 * to the next, since most of their words are the same. */
#pragma once

#include "report/picture.h"

G_BEGIN_DECLS

PangoLayout *xc_shaped_text_get (const XcText *text, int width_limit, guint64 *look);

G_END_DECLS
