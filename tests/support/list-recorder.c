/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-recorder.h"

struct _XcTestListRecorder
{
  GListModel *model;
  XcTestIdentify identify;
  GArray *items; /* of gint64 */
  GString *signals;
  gulong handler;
};

static gint64
identify_by_address (GListModel *model, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (model, position);

  return (gint64) GPOINTER_TO_SIZE (item);
}

static GArray *
list_items (XcTestListRecorder *self)
{
  guint n_items = g_list_model_get_n_items (self->model);
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_items);

  for (guint i = 0; i < n_items; i++)
    {
      gint64 item = self->identify (self->model, i);

      g_array_append_val (items, item);
    }
  return items;
}

static gint64
get (const GArray *items, guint position)
{
  return g_array_index (items, gint64, position);
}

static void
assert_unchanged (const GArray *before, guint from_before, const GArray *after, guint from_after, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (get (before, from_before + i), ==, get (after, from_after + i));
}

static void
write_signal (GString *signals, guint position, guint removed, guint added)
{
  if (signals->len > 0)
    g_string_append (signals, ", ");
  if (removed == 0 && added == 1)
    g_string_append_printf (signals, "+%u", position);
  else if (removed == 1 && added == 0)
    g_string_append_printf (signals, "-%u", position);
  else
    {
      g_string_append_printf (signals, "%u", position);
      if (removed > 0)
        g_string_append_printf (signals, "-%u", removed);
      if (added > 0)
        g_string_append_printf (signals, "+%u", added);
    }
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, XcTestListRecorder *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->items);
  guint rest;

  self->items = list_items (self);
  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, before->len);
  g_assert_cmpuint (before->len - removed + added, ==, self->items->len);
  rest = before->len - position - removed;
  assert_unchanged (before, 0, self->items, 0, position);
  assert_unchanged (before, position + removed, self->items, position + added, rest);
  if (removed > 0 && added > 0)
    {
      g_assert_cmpint (get (before, position), !=, get (self->items, position));
      g_assert_cmpint (get (before, position + removed - 1), !=, get (self->items, position + added - 1));
    }
  write_signal (self->signals, position, removed, added);
}

XcTestListRecorder *
xc_test_list_recorder_new (GListModel *model, XcTestIdentify identify)
{
  XcTestListRecorder *self = g_new0 (XcTestListRecorder, 1);

  self->model = g_object_ref (model);
  self->identify = identify != NULL ? identify : identify_by_address;
  self->signals = g_string_new (NULL);
  self->items = list_items (self);
  self->handler = g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}

void
xc_test_list_recorder_free (XcTestListRecorder *self)
{
  xc_test_list_recorder_assert (self, "");
  g_signal_handler_disconnect (self->model, self->handler);
  g_array_unref (self->items);
  g_string_free (self->signals, TRUE);
  g_object_unref (self->model);
  g_free (self);
}

char *
xc_test_list_recorder_take (XcTestListRecorder *self)
{
  char *signals = g_strdup (self->signals->str);

  g_string_truncate (self->signals, 0);
  return signals;
}

void
xc_test_list_recorder_check (XcTestListRecorder *self)
{
  g_autoptr (GArray) items = list_items (self);

  g_assert_cmpuint (items->len, ==, self->items->len);
  assert_unchanged (self->items, 0, items, 0, items->len);
}
