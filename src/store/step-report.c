/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/step-report.h"

#include <glib/gi18n-lib.h>

static void
refused_free (gpointer data)
{
  XcStepRefused *refused = data;

  g_free (refused->name);
  g_free (refused->sentence);
  g_free (refused);
}

XcStepReport *
xc_step_report_new (void)
{
  XcStepReport *self = g_new (XcStepReport, 1);

  self->done = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->refused = g_ptr_array_new_with_free_func (refused_free);
  return self;
}

void
xc_step_report_free (XcStepReport *self)
{
  g_array_unref (self->done);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

void
xc_step_report_add_done (XcStepReport *self, gint64 id)
{
  g_array_append_val (self->done, id);
}

void
xc_step_report_add_refused (XcStepReport *self, gint64 id, const char *name, const char *sentence)
{
  XcStepRefused *refused = g_new (XcStepRefused, 1);

  refused->id = id;
  refused->name = g_strdup (name);
  refused->sentence = g_strdup (sentence);
  g_ptr_array_add (self->refused, refused);
}

static gboolean
was_told (const XcStepReport *self, guint index)
{
  const XcStepRefused *refused = self->refused->pdata[index];

  for (guint i = 0; i < index; i++)
    if (g_str_equal (((const XcStepRefused *) self->refused->pdata[i])->sentence, refused->sentence))
      return TRUE;
  return FALSE;
}

/* The rows that were refused for the same reason as that of @first, which is the first of them. */
static char *
dup_names (const XcStepReport *self, guint first)
{
  const XcStepRefused *reason = self->refused->pdata[first];
  g_autoptr (GString) names = g_string_new (reason->name);

  for (guint i = first + 1; i < self->refused->len; i++)
    {
      const XcStepRefused *refused = self->refused->pdata[i];

      if (g_str_equal (refused->sentence, reason->sentence))
        g_string_append_printf (names, "%s%s", C_ ("between names", ", "), refused->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * xc_step_report_dup_text:
 * @self: what became of a step
 *
 * Returns: (transfer full): the rows that were refused, a line a reason; empty when none was
 */
char *
xc_step_report_dup_text (const XcStepReport *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->refused->len; i++)
    {
      const XcStepRefused *refused = self->refused->pdata[i];
      g_autofree char *names = NULL;

      if (was_told (self, i))
        continue;
      names = dup_names (self, i);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (g_str_equal (names, refused->name))
        /* translators: %1$s is the name of a row, %2$s a sentence that says why it was refused */
        g_string_append_printf (text, C_ ("refusal", "%1$s: %2$s"), names, refused->sentence);
      else
        /* translators: %1$s is a sentence that says why rows were refused, %2$s their names */
        g_string_append_printf (text, C_ ("refusal", "%1$s Refused: %2$s."), refused->sentence, names);
    }
  return g_string_free (text, FALSE);
}
