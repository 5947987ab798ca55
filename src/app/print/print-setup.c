/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/print-setup.h"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "xuncha", "print.conf", NULL);
}

static GKeyFile *
load_file (void)
{
  g_autofree char *path = get_path ();
  GKeyFile *file = g_key_file_new ();

  /* Nothing was chosen yet. */
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

/**
 * xc_print_setup_load_page:
 *
 * Returns: (transfer full): the paper chosen last; A4 landscape at first, as lists and charts are wide
 */
GtkPageSetup *
xc_print_setup_load_page (void)
{
  g_autoptr (GKeyFile) file = load_file ();
  GtkPageSetup *page = gtk_page_setup_new_from_key_file (file, NULL, NULL);
  GtkPaperSize *a4;

  if (page != NULL)
    return page;
  page = gtk_page_setup_new ();
  a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (page, a4);
  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (a4);
  return page;
}

/**
 * xc_print_setup_load_settings:
 *
 * Returns: (transfer full): the printer and its settings, as chosen last
 */
GtkPrintSettings *
xc_print_setup_load_settings (void)
{
  g_autoptr (GKeyFile) file = load_file ();
  GtkPrintSettings *settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);

  return settings != NULL ? settings : gtk_print_settings_new ();
}

/**
 * xc_print_setup_save:
 * @settings: what was chosen
 * @page: the paper that was chosen
 *
 * Keeps them for the next time. What belongs to one job alone is not kept.
 */
void
xc_print_setup_save (GtkPrintSettings *settings, GtkPageSetup *page)
{
  static const char *const of_the_job[] = {
    GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME, GTK_PRINT_SETTINGS_OUTPUT_DIR,
    GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,     GTK_PRINT_SETTINGS_N_COPIES
  };
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_the_job); i++)
    gtk_print_settings_unset (kept, of_the_job[i]);
  gtk_print_settings_to_key_file (kept, file, NULL);
  gtk_page_setup_to_key_file (page, file, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_message ("%s", error->message);
}
