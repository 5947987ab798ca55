/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/round-stages.h"

#include <glib/gi18n-lib.h>

#include "app/form/child-list.h"
#include "app/window.h"
#include "store/round-stages.h"
#include "store/row-name.h"
#include "app/wrap-box.h"

struct _XcRoundStages
{
  XcFormTab parent_instance;

  gint64 round_id; /* 0: not in the ledger yet */

  /* Owned */
  XcStore *store;

  /* Template widgets */
  GtkStack *lists;
  XcChildList *stages;
  XcChildList *batches;
};

G_DEFINE_FINAL_TYPE (XcRoundStages, xc_round_stages, XC_TYPE_FORM_TAB)

typedef struct
{
  gint64 round_id;
  guint n_planned;
} Planning;

static gboolean
plan_stages (XcStore *store, gpointer data, GError **error)
{
  Planning *planning = data;

  return xc_round_stages_plan (store, planning->round_id, &planning->n_planned, error);
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundStages *self = XC_ROUND_STAGES (widget);
  Planning planning = { .round_id = self->round_id };
  g_autofree char *round = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (self->round_id == 0)
    return;
  gtk_stack_set_visible_child (self->lists, GTK_WIDGET (self->stages));
  round = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_ROUND, self->round_id);
  /* translators: %s is a round */
  title = g_strdup_printf (_ ("%s: planned the usual stages"), round);
  if (!xc_store_run (self->store, title, plan_stages, &planning, &error))
    xc_window_tell_error (widget, error);
  else if (planning.n_planned == 0)
    xc_window_tell (widget, _ ("All usual stages have planned days already."));
  else
    xc_window_tell_done (widget, title);
}

/* The next batch. */
static void
prepare_batch_cb (XcRoundStages *self, XcRecord *record)
{
  g_autoptr (GPtrArray) batches =
      xc_store_load_where (self->store, XC_TABLE_BATCH, "round_id", self->round_id, NULL);
  gint64 last = 0;

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    last = MAX (last, xc_record_get_number (batches->pdata[i], "ordinal"));
  xc_record_set_number (record, "ordinal", last + 1);
}

/* So that its batches are suggested first. */
static void
prepare_stage_cb (XcRoundStages *self, XcRecord *record)
{
  xc_record_set_number (record, "round_id", self->round_id);
}

static void
xc_round_stages_show (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcRoundStages *self = XC_ROUND_STAGES (tab);

  g_set_object (&self->store, store);
  self->round_id = id;
  xc_form_tab_show (XC_FORM_TAB (self->stages), store, id);
  xc_form_tab_show (XC_FORM_TAB (self->batches), store, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stages.plan",
                                 id != 0 && store != NULL && xc_store_is_writable (store));
}

static void
xc_round_stages_settle (XcFormTab *tab)
{
  xc_form_tab_settle (XC_FORM_TAB (XC_ROUND_STAGES (tab)->stages));
  xc_form_tab_settle (XC_FORM_TAB (XC_ROUND_STAGES (tab)->batches));
}

static void
xc_round_stages_add (XcFormTab *tab)
{
  xc_form_tab_add (XC_FORM_TAB (gtk_stack_get_visible_child (XC_ROUND_STAGES (tab)->lists)));
}

static void
xc_round_stages_build (XcFormTab *tab)
{
  XcRoundStages *self = XC_ROUND_STAGES (tab);

  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
xc_round_stages_dispose (GObject *object)
{
  g_clear_object (&XC_ROUND_STAGES (object)->store);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_ROUND_STAGES);
  G_OBJECT_CLASS (xc_round_stages_parent_class)->dispose (object);
}

static void
xc_round_stages_class_init (XcRoundStagesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_round_stages_dispose;
  XC_FORM_TAB_CLASS (class)->build = xc_round_stages_build;
  XC_FORM_TAB_CLASS (class)->show = xc_round_stages_show;
  XC_FORM_TAB_CLASS (class)->settle = xc_round_stages_settle;
  XC_FORM_TAB_CLASS (class)->add = xc_round_stages_add;
  g_type_ensure (XC_TYPE_CHILD_LIST);
  g_type_ensure (XC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/rounds/round-stages.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRoundStages, lists);
  gtk_widget_class_bind_template_child (widget_class, XcRoundStages, stages);
  gtk_widget_class_bind_template_child (widget_class, XcRoundStages, batches);
  gtk_widget_class_bind_template_callback (widget_class, prepare_batch_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_stage_cb);
  gtk_widget_class_install_action (widget_class, "stages.plan", NULL, plan_action);
}

static void
xc_round_stages_init (XcRoundStages *self)
{
}
