/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/avoidance-confirm.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-book.h"

/* So that the buttons stay on the screen. */
#define MAX_LINES 8

typedef struct
{
  GtkWidget *widget; /* owned */
  XcAvoidanceGoOn go_on;
  gpointer data;
  GDestroyNotify free_data;
} Asking;

static void
free_asking (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  if (asking->free_data != NULL)
    asking->free_data (asking->data);
  g_object_unref (asking->widget);
  g_free (asking);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  if (g_str_equal (response, "go-on"))
    asking->go_on (asking->widget, asking->data);
}

static char *
make_body (const char *sentences)
{
  g_auto (GStrv) lines = g_strsplit (sentences, "\n", -1);
  guint n_lines = g_strv_length (lines);
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_lines, MAX_LINES); i++)
    g_string_append_printf (body, "%s\n", lines[i]);
  if (n_lines > MAX_LINES)
    {
      /* translators: %u is how many conflicts there are beyond those that are told */
      g_string_append_printf (
          body, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_lines - MAX_LINES),
          n_lines - MAX_LINES);
      g_string_append_c (body, '\n');
    }
  g_string_append_printf (body, "\n%s",
                          _ ("It stays marked until somebody else is there or a waiver is written."));
  return g_string_free (body, FALSE);
}

static void
ask (Asking *asking, const char *sentences, guint n_conflicts)
{
  GtkRoot *root = gtk_widget_get_root (asking->widget);
  g_autofree char *body = make_body (sentences);
  g_autofree char *heading = g_strdup_printf (
      /* translators: %u is how many conflicts of avoidance an assignment would make */
      g_dngettext (GETTEXT_PACKAGE, "This Makes %u Conflict of Avoidance",
                   "This Makes %u Conflicts of Avoidance", n_conflicts),
      n_conflicts);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "go-on",
                                    C_ ("avoidance", "_Go On"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, free_asking, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * xc_avoidance_confirm:
 * @widget: where it is done
 * @store: the ledger
 * @proposals: (element-type XcAvoidanceProposal): what is about to be done
 * @go_on: does it: at once where nothing stands against it, else when the clerk says so
 * @data: for @go_on
 * @free_data: (nullable): frees @data, whether it was done or not
 */
void
xc_avoidance_confirm (GtkWidget *widget, XcStore *store, const GArray *proposals, XcAvoidanceGoOn go_on,
                      gpointer data, GDestroyNotify free_data)
{
  Asking *asking = g_new0 (Asking, 1);
  guint n_conflicts;
  g_autofree char *sentences = xc_avoidance_book_preview (
      xc_avoidance_book_get (store), (gconstpointer) proposals->data, proposals->len, &n_conflicts);

  asking->widget = g_object_ref (widget);
  asking->go_on = go_on;
  asking->data = data;
  asking->free_data = free_data;
  if (sentences != NULL)
    {
      ask (asking, sentences, n_conflicts);
      return;
    }
  go_on (widget, data);
  free_asking (asking, NULL);
}
