/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/entry/measure-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/today.h"
#include "core/text.h"
#include "core/typed-measure.h"
#include "core/wording.h"
#include "store/row-rules.h"

/* One measure: what is done, and until when. */
typedef struct
{
  GtkWidget *box;
  GtkEditable *wording;
  GtkEditable *limit;
} Line;

struct _XcMeasureLines
{
  XcFormPart parent_instance;

  /* Owned */
  GArray *lines; /* of Line; the last one is empty */

  /* Borrowed: of its own tree */
  GtkBox *box;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (XcMeasureLines, xc_measure_lines, XC_TYPE_FORM_PART)

static Line *
get_line (XcMeasureLines *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

static gboolean
is_empty (const Line *line)
{
  return xc_text_is_blank (gtk_editable_get_text (line->wording))
         && xc_text_is_blank (gtk_editable_get_text (line->limit));
}

static void add_line (XcMeasureLines *self);

static void
say_hint (XcMeasureLines *self, const char *sentence, gboolean is_fault)
{
  gtk_label_set_text (GTK_LABEL (self->hint), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->hint, sentence != NULL);
  if (is_fault)
    gtk_widget_add_css_class (self->hint, "error");
  else
    gtk_widget_remove_css_class (self->hint, "error");
}

/* A measure that nobody could check is better said now than when the list has left the office. */
static void
show_hint (XcMeasureLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *text = gtk_editable_get_text (get_line (self, i)->wording);

      if (xc_text_is_blank (text) || !xc_wording_says_nothing (text))
        continue;
      g_autofree char *sentence =
          /* translators: %s is a measure as it was typed */
          g_strdup_printf (_ ("“%s” alone says nothing that could be checked: say who does what, and when."),
                           text);
      say_hint (self, sentence, FALSE);
      return;
    }
  say_hint (self, NULL, FALSE);
}

static void
changed_cb (XcMeasureLines *self)
{
  if (!is_empty (get_line (self, self->lines->len - 1)))
    add_line (self);
  show_hint (self);
  xc_form_part_edited (XC_FORM_PART (self));
}

static void
go_on (XcMeasureLines *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

/* From a line with something in it to the next one; from the empty one on to what comes behind. */
static void
activate_cb (XcMeasureLines *self, GtkEditable *entry)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);

      if (line->wording != entry && line->limit != entry)
        continue;
      if (!is_empty (line))
        gtk_widget_grab_focus (GTK_WIDGET (get_line (self, i + 1)->wording));
      else
        {
          /* Past the limit of the empty line. */
          gtk_widget_grab_focus (GTK_WIDGET (line->limit));
          go_on (self);
        }
      return;
    }
}

static GtkEditable *
add_entry (XcMeasureLines *self, GtkWidget *box, const char *name, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_EDITABLE (entry);
}

static void
add_line (XcMeasureLines *self)
{
  guint number = self->lines->len + 1;
  /* translators: %u is the number of a measure among those of a problem */
  g_autofree char *wording = g_strdup_printf (_ ("Measure %u"), number);
  /* translators: %u is the number of a measure among those of a problem */
  g_autofree char *limit = g_strdup_printf (_ ("Time limit of measure %u"), number);
  Line line = { .box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6) };

  line.wording =
      add_entry (self, line.box, wording, number == 1 ? _ ("What is done; Enter for the next") : NULL);
  line.limit = add_entry (self, line.box, limit, number == 1 ? _ ("Limit") : NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (line.wording), TRUE);
  gtk_editable_set_width_chars (line.limit, 11);
  gtk_editable_set_max_width_chars (line.limit, 11);
  gtk_widget_set_tooltip_text (GTK_WIDGET (line.limit),
                               _ ("A day, or words: 8-16, 立行立改, 长期坚持, by the end of the year"));
  gtk_box_insert_child_after (self->box, line.box,
                              number > 1 ? get_line (self, number - 2)->box
                                         : gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  g_array_append_val (self->lines, line);
}

static void
clear (XcMeasureLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    gtk_box_remove (self->box, get_line (self, i)->box);
  g_array_set_size (self->lines, 0);
  add_line (self);
  say_hint (self, NULL, FALSE);
}

static void
show (XcFormPart *part, XcStore *store, const XcRecord *record)
{
  clear (XC_MEASURE_LINES (part));
  gtk_widget_set_visible (GTK_WIDGET (part), xc_record_get_id (record) == 0);
}

static gboolean
check (XcFormPart *part)
{
  XcMeasureLines *self = XC_MEASURE_LINES (part);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);

      if (is_empty (line) || !xc_text_is_blank (gtk_editable_get_text (line->wording)))
        continue;
      say_hint (self, _ ("There is a limit without a measure: say what is done until then."), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (line->wording));
      return FALSE;
    }
  show_hint (self);
  return TRUE;
}

static gboolean
save_line (XcStore *store, const Line *line, gint64 problem_id, guint position, GError **error)
{
  g_autoptr (XcRecord) measure = xc_record_new (XC_TABLE_MEASURE);
  g_auto (XcTypedLimit) limit = { 0 };
  g_autofree char *wording = xc_text_clean (gtk_editable_get_text (line->wording));

  xc_typed_limit_read (gtk_editable_get_text (line->limit), xc_today (), &limit);
  xc_record_set_number (measure, "problem_id", problem_id);
  xc_record_set_number (measure, "position", position);
  xc_record_set_text (measure, "wording", wording);
  if (limit.has_type)
    xc_record_set_text (measure, "type", xc_rectification_type_to_word (limit.type));
  if (xc_day_is_set (limit.due_on))
    xc_record_set_day (measure, "due_on", limit.due_on);
  if (limit.wording != NULL)
    xc_record_set_text (measure, "due_wording", limit.wording);
  return xc_row_rules_save (store, measure, error);
}

static gboolean
save (XcFormPart *part, XcStore *store, const XcRecord *record, GError **error)
{
  XcMeasureLines *self = XC_MEASURE_LINES (part);
  guint position = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (!is_empty (get_line (self, i))
        && !save_line (store, get_line (self, i), xc_record_get_id (record), ++position, error))
      return FALSE;
  return TRUE;
}

/* A line of text a measure, its limit behind a tab. */
static char *
dup_typed (XcFormPart *part)
{
  XcMeasureLines *self = XC_MEASURE_LINES (part);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    if (!is_empty (get_line (self, i)))
      g_string_append_printf (text, "%s\t%s\n", gtk_editable_get_text (get_line (self, i)->wording),
                              gtk_editable_get_text (get_line (self, i)->limit));
  return g_string_free (text, FALSE);
}

static void
put_typed (XcFormPart *part, const char *typed)
{
  XcMeasureLines *self = XC_MEASURE_LINES (part);
  g_auto (GStrv) texts = g_strsplit (typed, "\n", -1);

  clear (self);
  for (guint i = 0; texts[i] != NULL && *texts[i] != '\0'; i++)
    {
      Line line = *get_line (self, self->lines->len - 1);
      char *tab = strrchr (texts[i], '\t');

      if (tab != NULL)
        *tab = '\0';
      gtk_editable_set_text (line.wording, texts[i]);
      gtk_editable_set_text (line.limit, tab != NULL ? tab + 1 : "");
    }
}

static void
xc_measure_lines_finalize (GObject *object)
{
  g_array_unref (XC_MEASURE_LINES (object)->lines);
  G_OBJECT_CLASS (xc_measure_lines_parent_class)->finalize (object);
}

static void
xc_measure_lines_class_init (XcMeasureLinesClass *class)
{
  XcFormPartClass *part_class = XC_FORM_PART_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = xc_measure_lines_finalize;
  part_class->show = show;
  part_class->check = check;
  part_class->save = save;
  part_class->dup_typed = dup_typed;
  part_class->put_typed = put_typed;
}

static void
xc_measure_lines_init (XcMeasureLines *self)
{
  GtkWidget *title = gtk_label_new (xc_catalogue_title (XC_TABLE_MEASURE));

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "field-title");
  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (self->box, title);
  gtk_box_append (self->box, self->hint);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  add_line (self);
}
