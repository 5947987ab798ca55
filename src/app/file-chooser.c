/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/file-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  XcWindow *window;
  XcFileFunc function; /* or the next one */
  XcFileDataFunc data_function;
  gpointer data;
  GDestroyNotify free_data;
} Choice;

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  Choice *choice = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      if (choice->function != NULL)
        choice->function (choice->window, file);
      else
        choice->data_function (choice->window, file, choice->data);
    }
  if (choice->free_data != NULL)
    choice->free_data (choice->data);
  g_object_unref (choice->window);
  g_free (choice);
  g_object_unref (chooser);
}

static void
choose (XcWindow *window, GtkFileChooserNative *chooser, const XcFileKind *kind, Choice asked)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *choice = g_new (Choice, 1);

  if (kind != NULL)
    {
      gtk_file_filter_set_name (filter, kind->title);
      for (guint i = 0; kind->patterns[i] != NULL; i++)
        gtk_file_filter_add_pattern (filter, kind->patterns[i]);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  *choice = asked;
  choice->window = g_object_ref (window);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * xc_choose_file_to_open:
 * @window: a window
 * @title: (translated): what for
 * @kind: which files are shown
 * @function: called with the file when one is chosen
 */
void
xc_choose_file_to_open (XcWindow *window, const char *title, const XcFileKind *kind, XcFileFunc function)
{
  choose (window,
          gtk_file_chooser_native_new (title, GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                       NULL),
          kind, (Choice){ .function = function });
}

static GtkFileChooserNative *
create_saving (XcWindow *window, const char *title, const char *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

/**
 * xc_choose_file_to_save:
 * @window: a window
 * @title: (translated): what for
 * @kind: which files are shown
 * @name: a name for the file
 * @function: called with the file when one is chosen
 *
 * The dialog asks before a file that is there is replaced.
 */
void
xc_choose_file_to_save (XcWindow *window, const char *title, const XcFileKind *kind, const char *name,
                        XcFileFunc function)
{
  choose (window, create_saving (window, title, name), kind, (Choice){ .function = function });
}

/**
 * xc_choose_file_to_save_with:
 * @window: a window
 * @title: (translated): what for
 * @kind: which files are shown
 * @name: a name for the file
 * @function: called with the file when one is chosen
 * @data: for @function
 * @free_data: (nullable): frees @data, whether a file was chosen or not
 *
 * Like xc_choose_file_to_save().
 */
void
xc_choose_file_to_save_with (XcWindow *window, const char *title, const XcFileKind *kind, const char *name,
                             XcFileDataFunc function, gpointer data, GDestroyNotify free_data)
{
  choose (window, create_saving (window, title, name), kind,
          (Choice){ .data_function = function, .data = data, .free_data = free_data });
}

/**
 * xc_choose_folder_with:
 * @window: a window
 * @title: (translated): what for
 * @function: called with the folder when one is chosen
 * @data: for @function
 * @free_data: (nullable): frees @data, whether a folder was chosen or not
 */
void
xc_choose_folder_with (XcWindow *window, const char *title, XcFileDataFunc function, gpointer data,
                       GDestroyNotify free_data)
{
  choose (window,
          gtk_file_chooser_native_new (title, GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                       _ ("_Choose"), NULL),
          NULL, (Choice){ .data_function = function, .data = data, .free_data = free_data });
}
