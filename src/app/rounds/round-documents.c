/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/round-documents.h"

#include <glib/gi18n-lib.h>

#include "app/form/child-list.h"
#include "app/rounds/round-words.h"
#include "store/round-papers.h"

struct _XcRoundDocuments
{
  XcFormTab parent_instance;

  gint64 round_id;   /* 0: not in the ledger yet */
  gboolean is_stale; /* the ledger was changed while nobody looked */

  /* Owned */
  XcStore *store;
  gulong changed_handler;

  /* Template widgets */
  XcChildList *documents;
  GtkListBox *papers;
};

G_DEFINE_FINAL_TYPE (XcRoundDocuments, xc_round_documents, XC_TYPE_FORM_TAB)

static void
append (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? C_ ("between names", ", ") : "", word);
}

/* Which stages, teams and people name it. */
static char *
dup_places (const XcRoundPaper *paper)
{
  const XcField *stage = xc_catalogue_get_field (XC_TABLE_ROUND_STAGE, "stage");
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < paper->stages->len; i++)
    {
      const XcChoice *choice = xc_field_find_choice (stage, paper->stages->pdata[i]);

      append (words, choice != NULL ? xc_choice_title (choice) : paper->stages->pdata[i]);
    }
  for (guint i = 0; i < paper->teams->len; i++)
    {
      g_autofree char *team =
          xc_round_words_dup_ordinal (XC_TABLE_TEAM, (int) g_array_index (paper->teams, guint, i));

      append (words, team);
    }
  for (guint i = 0; i < paper->people->len; i++)
    append (words, paper->people->pdata[i]);
  return g_string_free (words, FALSE);
}

static GtkWidget *
make_row (const XcRoundPaper *paper)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *places = dup_places (paper);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), paper->number);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), places);
  if (xc_day_is_set (paper->day))
    {
      g_autofree char *day = xc_day_format (paper->day);
      GtkWidget *label = gtk_label_new (day);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}

static void
reload (XcRoundDocuments *self)
{
  g_autoptr (GPtrArray) papers = NULL;
  GtkListBoxRow *row;

  self->is_stale = FALSE;
  while ((row = gtk_list_box_get_row_at_index (self->papers, 0)) != NULL)
    gtk_list_box_remove (self->papers, GTK_WIDGET (row));
  if (self->store != NULL && self->round_id != 0)
    papers = xc_round_papers_load (self->store, self->round_id, NULL);
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    gtk_list_box_append (self->papers, make_row (papers->pdata[i]));
}

static void
reload_when_seen (XcRoundDocuments *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->is_stale = TRUE;
}

static void
store_changed_cb (XcRoundDocuments *self, const XcChange *change)
{
  if (xc_change_has_table (change, XC_TABLE_ROUND_STAGE) || xc_change_has_table (change, XC_TABLE_TEAM)
      || xc_change_has_table (change, XC_TABLE_TEAM_MEMBER))
    reload_when_seen (self);
}

static void
drop_store (XcRoundDocuments *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
}

static void
xc_round_documents_show (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcRoundDocuments *self = XC_ROUND_DOCUMENTS (tab);

  drop_store (self);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->changed_handler =
          g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
    }
  self->round_id = id;
  xc_form_tab_show (XC_FORM_TAB (self->documents), store, id);
  reload_when_seen (self);
}

static void
xc_round_documents_settle (XcFormTab *tab)
{
  xc_form_tab_settle (XC_FORM_TAB (XC_ROUND_DOCUMENTS (tab)->documents));
}

static void
xc_round_documents_add (XcFormTab *tab)
{
  xc_form_tab_add (XC_FORM_TAB (XC_ROUND_DOCUMENTS (tab)->documents));
}

static gboolean
xc_round_documents_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (XC_ROUND_DOCUMENTS (widget)->documents));
}

static void
xc_round_documents_map (GtkWidget *widget)
{
  if (XC_ROUND_DOCUMENTS (widget)->is_stale)
    reload (XC_ROUND_DOCUMENTS (widget));
  GTK_WIDGET_CLASS (xc_round_documents_parent_class)->map (widget);
}

static void
xc_round_documents_build (XcFormTab *tab)
{
  XcRoundDocuments *self = XC_ROUND_DOCUMENTS (tab);

  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
xc_round_documents_dispose (GObject *object)
{
  drop_store (XC_ROUND_DOCUMENTS (object));
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_ROUND_DOCUMENTS);
  G_OBJECT_CLASS (xc_round_documents_parent_class)->dispose (object);
}

static void
xc_round_documents_class_init (XcRoundDocumentsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_round_documents_dispose;
  widget_class->grab_focus = xc_round_documents_grab_focus;
  widget_class->map = xc_round_documents_map;
  XC_FORM_TAB_CLASS (class)->build = xc_round_documents_build;
  XC_FORM_TAB_CLASS (class)->show = xc_round_documents_show;
  XC_FORM_TAB_CLASS (class)->settle = xc_round_documents_settle;
  XC_FORM_TAB_CLASS (class)->add = xc_round_documents_add;
  g_type_ensure (XC_TYPE_CHILD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/rounds/round-documents.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRoundDocuments, documents);
  gtk_widget_class_bind_template_child (widget_class, XcRoundDocuments, papers);
}

static void
xc_round_documents_init (XcRoundDocuments *self)
{
}
