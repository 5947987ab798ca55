/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/measures-tab.h"

#include <glib/gi18n-lib.h>

#include "app/closing/limit-words.h"
#include "app/form/child-list.h"
#include "app/text-size.h"
#include "app/today.h"
#include "core/rectification.h"

struct _XcMeasuresTab
{
  XcFormTab parent_instance;

  gint64 problem_id;

  /* Owned */
  XcStore *store;
  gulong changed_handler;

  /* Template widgets */
  GtkLabel *summary;
  XcChildList *measures;
};

G_DEFINE_FINAL_TYPE (XcMeasuresTab, xc_measures_tab, XC_TYPE_FORM_TAB)

static gboolean
is_of_type (const XcRecord *measure, const char *word)
{
  return g_strcmp0 (xc_record_get_text (measure, "type"), word) == 0;
}

static gboolean
is_done (const XcRecord *measure)
{
  return g_strcmp0 (xc_record_get_text (measure, "state"), "done") == 0;
}

/* How many are done, and what is immediate counted apart. */
static void
summarize (XcMeasuresTab *self)
{
  g_autoptr (GPtrArray) measures =
      self->store != NULL && self->problem_id != 0
          ? xc_store_load_where (self->store, XC_TABLE_MEASURE, "problem_id", self->problem_id, NULL)
          : NULL;
  guint n = 0, n_done = 0, n_immediate = 0, n_immediate_done = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      gboolean is_immediate = is_of_type (measures->pdata[i], "immediate");
      gboolean done = is_done (measures->pdata[i]);

      n++;
      n_done += done;
      n_immediate += is_immediate;
      n_immediate_done += is_immediate && done;
    }
  if (n_immediate > 0)
    /* translators: %1$u of %2$u measures, and %3$u of %4$u among them that are of the type “Immediate” */
    words = g_strdup_printf (_ ("Done: %1$u of %2$u · immediate: %3$u of %4$u"), n_done, n, n_immediate_done,
                             n_immediate);
  else if (n > 0)
    /* translators: %1$u of %2$u measures */
    words = g_strdup_printf (_ ("Done: %1$u of %2$u"), n_done, n);
  gtk_label_set_text (self->summary, words != NULL ? words : "");
}

/* What a row says beyond its columns. */
static char *
describe_cb (XcMeasuresTab *self, gint64 id)
{
  g_autoptr (XcRecord) measure = xc_store_load (self->store, XC_TABLE_MEASURE, id, NULL);
  g_autofree char *extensions = xc_limit_words_dup_extensions (self->store, XC_TABLE_MEASURE, id);
  GString *words = g_string_new (extensions);
  XcMeasureState state = XC_MEASURE_NOT_STARTED;
  int days;

  if (measure == NULL)
    return g_string_free (words, FALSE);
  xc_measure_state_from_word (xc_record_get_text (measure, "state"), &state);
  days = xc_measure_days_overdue (state, xc_record_get_day (measure, "due_on"),
                                  xc_record_get_day (measure, "done_on"), xc_today ());
  if (days > 0)
    {
      if (words->len > 0)
        g_string_append (words, " · ");
      g_string_append_printf (
          words,
          /* translators: %u is a number of days */
          g_dngettext (GETTEXT_PACKAGE, "⚠ %d day overdue", "⚠ %d days overdue", (gulong) days), days);
    }
  return g_string_free (words, FALSE);
}

static void
drop_store (XcMeasuresTab *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
}

static void
xc_measures_tab_show (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcMeasuresTab *self = XC_MEASURES_TAB (tab);

  drop_store (self);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (summarize), self);
    }
  self->problem_id = id;
  xc_form_tab_show (XC_FORM_TAB (self->measures), store, id);
  summarize (self);
}

static void
xc_measures_tab_settle (XcFormTab *tab)
{
  xc_form_tab_settle (XC_FORM_TAB (XC_MEASURES_TAB (tab)->measures));
}

static void
xc_measures_tab_select (XcFormTab *tab, gint64 id)
{
  xc_form_tab_select (XC_FORM_TAB (XC_MEASURES_TAB (tab)->measures), id);
}

static void
xc_measures_tab_add (XcFormTab *tab)
{
  xc_form_tab_add (XC_FORM_TAB (XC_MEASURES_TAB (tab)->measures));
}

static gboolean
xc_measures_tab_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (XC_MEASURES_TAB (widget)->measures));
}

static void
xc_measures_tab_build (XcFormTab *tab)
{
  XcMeasuresTab *self = XC_MEASURES_TAB (tab);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_text_size_stack (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->summary))));
}

static void
xc_measures_tab_dispose (GObject *object)
{
  drop_store (XC_MEASURES_TAB (object));
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_MEASURES_TAB);
  G_OBJECT_CLASS (xc_measures_tab_parent_class)->dispose (object);
}

static void
xc_measures_tab_class_init (XcMeasuresTabClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_measures_tab_dispose;
  widget_class->grab_focus = xc_measures_tab_grab_focus;
  XC_FORM_TAB_CLASS (class)->build = xc_measures_tab_build;
  XC_FORM_TAB_CLASS (class)->show = xc_measures_tab_show;
  XC_FORM_TAB_CLASS (class)->settle = xc_measures_tab_settle;
  XC_FORM_TAB_CLASS (class)->add = xc_measures_tab_add;
  XC_FORM_TAB_CLASS (class)->select = xc_measures_tab_select;
  g_type_ensure (XC_TYPE_CHILD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/closing/measures-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, XcMeasuresTab, summary);
  gtk_widget_class_bind_template_child (widget_class, XcMeasuresTab, measures);
  gtk_widget_class_bind_template_callback (widget_class, describe_cb);
}

static void
xc_measures_tab_init (XcMeasuresTab *self)
{
}

/**
 * xc_measures_tab_get_selected:
 * @self: a tab
 *
 * Returns: the id of the selected measure, or 0
 */
gint64
xc_measures_tab_get_selected (XcMeasuresTab *self)
{
  return self->measures != NULL ? xc_child_list_get_selected (self->measures) : 0;
}
