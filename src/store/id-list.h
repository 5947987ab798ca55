/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lists of ids compared: by which steps the one becomes the other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcIdStep:
 * @position: where, in the list as the steps before have made it
 * @removed: how many ids go there
 * @added: how many of the new list's ids come instead, which are at the same position there
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} XcIdStep;

/* Whether a row may have moved although most others stay in order. */
typedef gboolean (*XcIdFunc) (gint64 id, gpointer data);

/* A list view that is told of more rows at once than these asks for all of them. */
#define XC_ID_LIST_SMALL 512
/* More single steps than these are no gain over two large ones. */
#define XC_ID_LIST_MAX_STEPS 64

GArray *xc_id_list_compare (const GArray *before, const GArray *after, XcIdFunc may_move, gpointer data);
void xc_id_list_apply (GArray *ids, const XcIdStep *step, const GArray *after);

G_END_DECLS
