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

/**
 * xc_step_report_dup_text:
 * @self: what became of a step
 *
 * Returns: (transfer full): the rows that were refused, one a line with the reason; empty when none was
 */
char *
xc_step_report_dup_text (const XcStepReport *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->refused->len; i++)
    {
      const XcStepRefused *refused = self->refused->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      /* translators: %1$s is the name of a row, %2$s a sentence that says why it was refused */
      g_string_append_printf (text, C_ ("refusal", "%1$s: %2$s"), refused->name, refused->sentence);
    }
  return g_string_free (text, FALSE);
}
