/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app-resource.h"
#include "app/button-names.h"
#include "app/settings.h"
#include "app/step-log.h"
#include "app/window.h"
#include "store/evidence.h"

struct _XcApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (XcApplication, xc_application, ADW_TYPE_APPLICATION)

/* The window that has @file open, or one that has nothing open. */
static XcWindow *
find_window (XcApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (XC_IS_WINDOW (l->data) && xc_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

static void
xc_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    xc_application_show_file (XC_APPLICATION (application), files[i]);
}

static void
xc_application_activate (GApplication *application)
{
  XcApplication *self = XC_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (window != NULL ? window : GTK_WINDOW (xc_window_new (self)));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (
      parent, "application-name", _ ("Inspection Ledger"), "application-icon", XC_APPLICATION_ID, "version",
      XC_VERSION, "comments",
      _ ("Keeps a term of inspection in one file: coverage, problems, rectification, lists."), "license-type",
      GTK_LICENSE_GPL_3_0, NULL);
}

/* Made when it is asked for. The one that GtkApplication would make beside each window stays hidden, and GTK 4.8 stumbles
 * over hidden windows when assistive technology asks for the windows that there are. */
static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/xuncha/Xuncha/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (data)));
  gtk_window_present (window);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (xc_window_new (data)));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* One after the other, so that each can keep what was typed. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (data)), *next; l != NULL; l = next)
    {
      next = l->next;
      gtk_window_close (l->data);
    }
}

static void
color_scheme_changed_cb (GSettings *settings, const char *key)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (settings, key)]);
}

static void
follow_color_scheme (void)
{
  GSettings *settings = xc_settings_get ();

  if (settings == NULL)
    return;
  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (color_scheme_changed_cb), NULL);
  color_scheme_changed_cb (settings, "color-scheme");
}

static void
xc_application_startup (GApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } shortcuts[] = {
    { "app.new-window", { "<Control><Shift>n" } },
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "<Control>question" } },
    { "win.open", { "<Control>o" } },
    { "win.new", { "<Control><Alt>n" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.search", { "<Control>f", "<Control>k" } },
    { "win.import", { "<Control>i" } },
    { "win.export-lists", { "<Control><Shift>e" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.back", { "<Alt>Left" } },
    { "window.close", { "<Control>w" } },
  };

  /* Before GTK looks for icons and menus in it. */
  g_resources_register (xc_app_get_resource ());
  G_APPLICATION_CLASS (xc_application_parent_class)->startup (application);
  follow_color_scheme ();
  xc_button_names_install ();
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].keys);
  gtk_window_set_default_icon_name (XC_APPLICATION_ID);
}

static void
xc_application_class_init (XcApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->startup = xc_application_startup;
  application_class->activate = xc_application_activate;
  application_class->open = xc_application_open;
}

static void
xc_application_init (XcApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_action },
    { .name = "new-window", .activate = new_window_action },
    { .name = "quit", .activate = quit_action },
    { .name = "shortcuts", .activate = shortcuts_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * xc_application_show_file:
 * @self: the application
 * @file: a ledger
 *
 * Shows it in the window that has it open, or in one that has nothing open, or in a new one.
 *
 * Returns: (transfer none): that window; it has the ledger only if it could be opened
 */
XcWindow *
xc_application_show_file (XcApplication *self, GFile *file)
{
  XcWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = find_window (self, NULL);
      if (window == NULL)
        window = xc_window_new (self);
      xc_window_open_file (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * xc_application_main:
 * @argc: number of @argv
 * @argv: the program's arguments: ledgers to open
 *
 * Returns: the exit status of the program
 */
int
xc_application_main (int argc, char **argv)
{
  g_autoptr (XcApplication) application = NULL;
  int status;

  /* GTK itself says this in words for programmers. */
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_printerr ("%s\n",
                  _ ("There is no screen to show the window on. Start it on a desktop, or use the command "
                     "line: “xuncha --help” lists what it can do."));
      return 1;
    }
  xc_step_log_start ();
  application = g_object_new (XC_TYPE_APPLICATION, "application-id", XC_APPLICATION_ID, "flags",
                              G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/xuncha/Xuncha", NULL);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  xc_evidence_forget_copies ();
  return status;
}
