/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/arena.h"

#include <string.h>

#define BLOCK_BYTES (256 * 1024)

struct _XcArena
{
  GPtrArray *blocks;
  gsize used;
  gsize room;
  guint64 bytes;
};

/**
 * xc_arena_new:
 *
 * Returns: (transfer full): an arena without texts
 */
XcArena *
xc_arena_new (void)
{
  XcArena *self = g_new0 (XcArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
xc_arena_free (XcArena *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * xc_arena_add:
 * @self: an arena
 * @text: a text
 * @size: its bytes
 *
 * Returns: (transfer none): a copy of @text with a NUL at its end, valid until the arena is cleared
 */
const char *
xc_arena_add (XcArena *self, const char *text, gsize size)
{
  char *copy;

  if (size == 0)
    return "";
  if (self->room - self->used < size + 1)
    {
      self->room = MAX (BLOCK_BYTES, size + 1);
      self->used = 0;
      g_ptr_array_add (self->blocks, g_malloc (self->room));
    }
  copy = (char *) g_ptr_array_index (self->blocks, self->blocks->len - 1) + self->used;
  memcpy (copy, text, size);
  copy[size] = '\0';
  self->used += size + 1;
  self->bytes += size + 1;
  return copy;
}

/**
 * xc_arena_clear:
 * @self: an arena
 *
 * Forgets all texts. One block stays, so that filling it again is cheap.
 */
void
xc_arena_clear (XcArena *self)
{
  if (self->blocks->len > 1)
    g_ptr_array_set_size (self->blocks, 0);
  self->room = self->blocks->len > 0 ? self->room : 0;
  self->used = 0;
  self->bytes = 0;
}

/**
 * xc_arena_get_bytes:
 * @self: an arena
 *
 * Returns: the bytes of its texts
 */
guint64
xc_arena_get_bytes (XcArena *self)
{
  return self->bytes;
}
