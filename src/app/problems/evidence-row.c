/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problems/evidence-row.h"

#include <glib/gi18n-lib.h>

/* Enough to tell two files apart by eye. */
#define SHOWN_DIGITS 12

struct _XcEvidenceRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
  char *title; /* owned */
};

G_DEFINE_FINAL_TYPE (XcEvidenceRow, xc_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static void
xc_evidence_row_finalize (GObject *object)
{
  g_free (XC_EVIDENCE_ROW (object)->title);
  G_OBJECT_CLASS (xc_evidence_row_parent_class)->finalize (object);
}

static void
xc_evidence_row_class_init (XcEvidenceRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_evidence_row_finalize;
}

static void
xc_evidence_row_init (XcEvidenceRow *self)
{
}

static GtkWidget *
append_label (GtkBox *box, const char *text, gboolean is_detail)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (is_detail)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (box, label);
  return label;
}

/**
 * xc_evidence_row_new:
 * @evidence: a file kept in the ledger
 * @measure: (nullable): which measure it proves, in words
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
xc_evidence_row_new (const XcRecord *evidence, const char *measure)
{
  XcEvidenceRow *self = g_object_new (XC_TYPE_EVIDENCE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *print;
  const char *sha256 = xc_record_get_text (evidence, "sha256");
  g_autofree char *size = g_format_size ((guint64) xc_record_get_number (evidence, "size"));
  g_autofree char *day = xc_day_format (xc_record_get_day (evidence, "added_on"));
  g_autofree char *detail = NULL;
  g_autofree char *name = NULL;
  g_autofree char *digits = g_strndup (sha256 != NULL ? sha256 : "", SHOWN_DIGITS);
  g_autofree char *mark = NULL;

  self->id = xc_record_get_id (evidence);
  self->title = g_strdup (xc_record_get_text (evidence, "title"));
  /* translators: %1$s is the size of a file, %2$s the day on which it was attached */
  detail = g_strdup_printf (_ ("%1$s · attached %2$s"), size, day);
  /* translators: %s are the first digits of a file's SHA-256 */
  mark = g_strdup_printf (_ ("Fingerprint %s…"), digits);
  gtk_widget_add_css_class (box, "child-row");
  append_label (GTK_BOX (box), self->title, FALSE);
  append_label (GTK_BOX (box), detail, TRUE);
  if (measure != NULL)
    append_label (GTK_BOX (box), measure, TRUE);
  print = append_label (GTK_BOX (box), mark, TRUE);
  gtk_widget_set_tooltip_text (print, sha256);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name = g_strdup_printf ("%s, %s%s%s", self->title, detail, measure != NULL ? ", " : "",
                          measure != NULL ? measure : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

gint64
xc_evidence_row_get_id (XcEvidenceRow *self)
{
  return self->id;
}

const char *
xc_evidence_row_get_title (XcEvidenceRow *self)
{
  return self->title;
}
