/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/people/service-tab.h"

#include <glib/gi18n-lib.h>

#include "app/window.h"
#include "store/person-service.h"

struct _XcServiceTab
{
  XcFormTab parent_instance;

  /* Borrowed: of its own tree */
  GtkLabel *count;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (XcServiceTab, xc_service_tab, XC_TYPE_FORM_TAB)

/* Where a row leads to. */
typedef struct
{
  XcTable table;
  gint64 id;
} Target;

static char *
dup_days (const XcService *days)
{
  g_autofree char *from = xc_day_is_set (days->from) ? xc_day_format (days->from) : NULL;
  g_autofree char *to = xc_day_is_set (days->to) ? xc_day_format (days->to) : NULL;

  if (from != NULL && to != NULL)
    /* translators: %1$s and %2$s are the first and the last day of a period */
    return g_strdup_printf (C_ ("period", "%1$s to %2$s"), from, to);
  if (from != NULL)
    /* translators: %s is the first day of a period that has no last one */
    return g_strdup_printf (C_ ("period", "From %s"), from);
  if (to != NULL)
    /* translators: %s is the last day of a period that has no first one */
    return g_strdup_printf (C_ ("period", "Until %s"), to);
  return g_strdup (C_ ("period", "No days yet"));
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
append_row (XcServiceTab *self, XcTable table, gint64 id, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Target *target = g_new (Target, 1);

  *target = (Target){ table, id };
  g_object_set_data_full (G_OBJECT (row), "target", target, g_free);
  gtk_widget_add_css_class (box, "child-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
  return box;
}

static void
append_service (XcServiceTab *self, const XcPersonService *service)
{
  g_autofree char *days = dup_days (&service->days);
  /* translators: %1$s is a round, %2$s a team of it, %3$s a role in the team */
  g_autofree char *title = g_strdup_printf (C_ ("service", "%1$s · %2$s · %3$s"), service->round,
                                            service->team, xc_choice_title (service->role));
  /* translators: %1$s is a term, %2$s a period */
  g_autofree char *rest = g_strdup_printf (C_ ("service", "%1$s · %2$s"), service->term, days);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, rest);
  GtkWidget *box = append_row (self, XC_TABLE_ROUND, service->round_id, name);

  add_label (box, title, NULL);
  gtk_widget_add_css_class (add_label (box, rest, "caption"), "dim-label");
  for (guint i = 0; i < service->organizations->len; i++)
    {
      const XcServedOrganization *organization = service->organizations->pdata[i];

      box = append_row (self, XC_TABLE_ORGANIZATION, organization->id, organization->name);
      gtk_widget_add_css_class (box, "sub-row");
      add_label (box, organization->name, "caption");
    }
}

static void
xc_service_tab_fill (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcServiceTab *self = XC_SERVICE_TAB (tab);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) services = id != 0 ? xc_person_services_load (store, id, &error) : NULL;
  guint n = services != NULL ? services->len : 0;
  g_autofree char *words = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (error != NULL)
    words = g_strdup (error->message);
  else if (n == 0)
    words = g_strdup (_ ("In no team so far."));
  else
    /* translators: %u is how often a person was in a team */
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Served %u time", "Served %u times", n), n);
  gtk_label_set_text (self->count, words);
  for (guint i = 0; i < n; i++)
    append_service (self, services->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
}

static void
row_activated_cb (XcServiceTab *self, GtkListBoxRow *row)
{
  const Target *target = g_object_get_data (G_OBJECT (row), "target");

  xc_window_show_row (XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), target->table, target->id);
}

static void
xc_service_tab_dispose (GObject *object)
{
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_SERVICE_TAB);
  G_OBJECT_CLASS (xc_service_tab_parent_class)->dispose (object);
}

static void
xc_service_tab_class_init (XcServiceTabClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_service_tab_dispose;
  XC_FORM_TAB_CLASS (class)->fill = xc_service_tab_fill;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/people/service-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, XcServiceTab, count);
  gtk_widget_class_bind_template_child (widget_class, XcServiceTab, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
xc_service_tab_init (XcServiceTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
