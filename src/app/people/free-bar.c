/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/people/free-bar.h"

#include <glib/gi18n-lib.h>

#include "app/fields/field-editor.h"
#include "store/person-service.h"
#include "store/query.h"
#include "app/wrap-box.h"

struct _XcFreeBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkToggleButton *all;
  GtkToggleButton *talents;
  GtkToggleButton *leaders;
  GtkBox *from_box;
  GtkBox *to_box;
  GtkWidget *clear;
  GtkLabel *fault;

  /* Borrowed: of its own tree */
  XcFieldEditor *from;
  XcFieldEditor *to;

  /* Owned */
  XcStore *store;
  XcRecord *period; /* holds the two days; no row of the ledger */
};

G_DEFINE_FINAL_TYPE (XcFreeBar, xc_free_bar, ADW_TYPE_BIN)

static guint changed_signal;

static gboolean
has_period (XcFreeBar *self)
{
  return xc_record_is_set (self->period, "from_on") || xc_record_is_set (self->period, "to_on");
}

static gboolean
is_reversed (const XcRecord *period)
{
  return xc_record_is_set (period, "from_on") && xc_record_is_set (period, "to_on")
         && xc_record_get_day (period, "from_on") > xc_record_get_day (period, "to_on");
}

static const char *
find_fault (const XcRecord *period)
{
  return is_reversed (period)
             ? _ ("The period ends before it begins: nobody can be found. Exchange the days.")
             : NULL;
}

static void
tell_changed (XcFreeBar *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
pool_toggled_cb (XcFreeBar *self, GtkToggleButton *button)
{
  /* Of the two that change, the one that goes down. */
  if (gtk_toggle_button_get_active (button))
    tell_changed (self);
}

static void
show_fault (XcFreeBar *self, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

/* What cannot be read yet is being typed, and asks for nobody else until it can. */
static void
day_edited_cb (XcFreeBar *self)
{
  g_autoptr (XcRecord) read = xc_record_copy (self->period);
  g_autofree char *from_fault = xc_field_editor_read (self->from, read);
  g_autofree char *to_fault = xc_field_editor_read (self->to, read);

  show_fault (self, NULL);
  if (from_fault != NULL || to_fault != NULL)
    return;
  xc_record_unref (self->period);
  self->period = g_steal_pointer (&read);
  gtk_widget_set_visible (self->clear, has_period (self));
  show_fault (self, find_fault (self->period));
  tell_changed (self);
}

static void
day_left_cb (XcFreeBar *self)
{
  g_autoptr (XcRecord) read = xc_record_copy (self->period);
  g_autofree char *from_fault = xc_field_editor_read (self->from, read);
  g_autofree char *to_fault = xc_field_editor_read (self->to, read);
  const char *fault = from_fault != NULL ? from_fault : to_fault;

  if (fault == NULL)
    fault = find_fault (read);
  show_fault (self, fault);
}

static void
clear_clicked_cb (XcFreeBar *self)
{
  xc_record_clear (self->period, "from_on");
  xc_record_clear (self->period, "to_on");
  xc_field_editor_show (self->from, self->store, self->period);
  xc_field_editor_show (self->to, self->store, self->period);
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
  gtk_widget_set_visible (self->clear, FALSE);
  show_fault (self, NULL);
  tell_changed (self);
}

static XcFieldEditor *
add_day (XcFreeBar *self, GtkBox *box, const char *field, const char *title)
{
  XcFieldEditor *editor =
      xc_field_editor_new (XC_TABLE_TEAM_MEMBER, xc_catalogue_get_field (XC_TABLE_TEAM_MEMBER, field));

  xc_field_editor_set_title (editor, title);
  gtk_box_append (box, GTK_WIDGET (editor));
  g_signal_connect_object (editor, "edited", G_CALLBACK (day_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "left", G_CALLBACK (day_left_cb), self, G_CONNECT_SWAPPED);
  return editor;
}

static void
xc_free_bar_dispose (GObject *object)
{
  XcFreeBar *self = XC_FREE_BAR (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->period, xc_record_unref);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_FREE_BAR);
  G_OBJECT_CLASS (xc_free_bar_parent_class)->dispose (object);
}

static void
xc_free_bar_class_init (XcFreeBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_free_bar_dispose;
  changed_signal =
      g_signal_new ("changed", XC_TYPE_FREE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (XC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/people/free-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, XcFreeBar, all);
  gtk_widget_class_bind_template_child (widget_class, XcFreeBar, talents);
  gtk_widget_class_bind_template_child (widget_class, XcFreeBar, leaders);
  gtk_widget_class_bind_template_child (widget_class, XcFreeBar, from_box);
  gtk_widget_class_bind_template_child (widget_class, XcFreeBar, to_box);
  gtk_widget_class_bind_template_child (widget_class, XcFreeBar, clear);
  gtk_widget_class_bind_template_child (widget_class, XcFreeBar, fault);
  gtk_widget_class_bind_template_callback (widget_class, pool_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
xc_free_bar_init (XcFreeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->period = xc_record_new (XC_TABLE_TEAM_MEMBER);
  self->from = add_day (self, self->from_box, "from_on", _ ("Free from"));
  self->to = add_day (self, self->to_box, "to_on", _ ("Free until"));
}

/**
 * xc_free_bar_set_store:
 * @self: a bar
 * @store: (nullable): the ledger
 */
void
xc_free_bar_set_store (XcFreeBar *self, XcStore *store)
{
  g_set_object (&self->store, store);
}

static const char *
get_pool (XcFreeBar *self)
{
  if (gtk_toggle_button_get_active (self->talents))
    return "in_talent_pool";
  return gtk_toggle_button_get_active (self->leaders) ? "in_leader_pool" : NULL;
}

/* Those of @free who are in the pool. */
static GArray *
find_in_pool (XcFreeBar *self, const char *pool, const GArray *free, GError **error)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PERSON);

  xc_query_add_number_filter (query, pool, XC_RELATION_IS, 1);
  if (free != NULL)
    {
      g_autofree XcValue *values = g_new0 (XcValue, free->len);

      for (guint i = 0; i < free->len; i++)
        values[i] = XC_VALUE_NUMBER (g_array_index (free, gint64, i));
      xc_query_add_filter (query, "id", XC_RELATION_ONE_OF, values, free->len);
    }
  return xc_query_ids (query, self->store, error);
}

/**
 * xc_free_bar_find:
 * @self: a bar
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the people who are asked for; %NULL without an error for all
 */
GArray *
xc_free_bar_find (XcFreeBar *self, GError **error)
{
  const char *pool = get_pool (self);
  g_autoptr (GArray) free = NULL;

  if (self->store == NULL)
    return NULL;
  if (is_reversed (self->period))
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  if (has_period (self))
    {
      free = xc_people_find_free (self->store, xc_record_get_day (self->period, "from_on"),
                                  xc_record_get_day (self->period, "to_on"), error);
      if (free == NULL)
        return NULL;
    }
  return pool != NULL ? find_in_pool (self, pool, free, error) : g_steal_pointer (&free);
}
