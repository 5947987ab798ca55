/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter-tab.h"

#include <glib/gi18n-lib.h>

#include "app/print/page-sheet.h"
#include "report/letter-pages.h"

struct _XcLetterTab
{
  XcFormTab parent_instance;

  GtkBox *sheets; /* borrowed: of its own tree */
};

G_DEFINE_FINAL_TYPE (XcLetterTab, xc_letter_tab, XC_TYPE_FORM_TAB)

static void
append_words (GtkBox *box, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (box, label);
}

/**
 * xc_letter_sheets_fill:
 * @box: where the sheets of paper stand, one below the other
 * @store: the ledger
 * @letters: (element-type XcLetter): what they say; at least one
 */
void
xc_letter_sheets_fill (GtkBox *box, XcStore *store, GPtrArray *letters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcPages) pages = NULL;
  gboolean is_whole = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  pages = xc_letter_pages_new (store, letters, &error);
  if (pages != NULL)
    xc_pages_begin (pages, XC_PAGE_A4_SHORT, XC_PAGE_A4_LONG);
  while (pages != NULL && error == NULL && !is_whole)
    xc_pages_go_on (pages, &is_whole, &error);
  if (error != NULL)
    {
      append_words (box, error->message);
      return;
    }
  for (guint i = 0; i < xc_pages_get_n (pages); i++)
    {
      GtkWidget *sheet = g_object_new (XC_TYPE_PAGE_SHEET, NULL);
      /* translators: 1 which page, 2 of how many */
      g_autofree char *name = g_strdup_printf (_ ("Page %1$u of %2$u"), i + 1, xc_pages_get_n (pages));

      xc_page_sheet_set_page (XC_PAGE_SHEET (sheet), xc_pages_lay_out (pages, i), name);
      gtk_box_append (box, sheet);
    }
}

static void
xc_letter_tab_fill (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcLetterTab *self = XC_LETTER_TAB (tab);
  g_autoptr (GPtrArray) letters = id != 0 ? xc_letters_load (store, &id, 1, NULL) : NULL;

  if (letters != NULL)
    xc_letter_sheets_fill (self->sheets, store, letters);
}

static void
xc_letter_tab_class_init (XcLetterTabClass *class)
{
  XC_FORM_TAB_CLASS (class)->fill = xc_letter_tab_fill;
}

static void
xc_letter_tab_init (XcLetterTab *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *sheets = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->sheets = GTK_BOX (sheets);
  gtk_widget_set_margin_start (sheets, 12);
  gtk_widget_set_margin_end (sheets, 12);
  gtk_widget_set_margin_top (sheets, 12);
  gtk_widget_set_margin_bottom (sheets, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), sheets);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
