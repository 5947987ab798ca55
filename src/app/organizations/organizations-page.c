/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/organizations-page.h"

#include <glib/gi18n-lib.h>

#include "app/list/record-list.h"
#include "app/organizations/confirm-dialog.h"
#include "app/organizations/event-dialog.h"
#include "app/organizations/organization-card.h"
#include "app/organizations/organization-list.h"
#include "app/window.h"

struct _XcOrganizationsPage
{
  XcRowsPage parent_instance;

  /* Owned */
  XcLedgerCoverage *coverage; /* NULL while there is no term */

  /* Template widgets */
  GtkStack *views;
  GtkStack *lists;
  GtkLabel *figures;
  GtkButton *confirm_button;
  XcOrganizationList *list;
  XcRecordList *table;
  XcOrganizationCard *card;
  XcFormPane *pane;
};

G_DEFINE_FINAL_TYPE (XcOrganizationsPage, xc_organizations_page, XC_TYPE_ROWS_PAGE)

static const char *const table_columns[] = { "name",      "register_id.title", "parent_id.name", "sector",
                                             "attention", "valid_from",        "valid_to",       "listed",
                                             NULL };

static gboolean
shows_table (XcOrganizationsPage *self)
{
  return gtk_stack_get_visible_child (self->lists) == GTK_WIDGET (self->table);
}

static GArray *
get_selected (XcOrganizationsPage *self)
{
  return shows_table (self) ? xc_record_list_get_selected (self->table)
                            : xc_organization_list_get_selected (self->list);
}

static void
xc_organizations_page_take_store (XcRowsPage *page, XcStore *store)
{
  xc_record_list_set_store (XC_ORGANIZATIONS_PAGE (page)->table, store);
}

static GArray *
xc_organizations_page_dup_selected (XcRowsPage *page)
{
  return get_selected (XC_ORGANIZATIONS_PAGE (page));
}

static gboolean
xc_organizations_page_select (XcRowsPage *page, gint64 id)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  return shows_table (self) ? xc_record_list_select (self->table, id)
                            : xc_organization_list_select (self->list, id);
}

static void
xc_organizations_page_focus_rows (XcRowsPage *page)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  if (shows_table (self))
    xc_record_list_focus (self->table);
  else
    xc_organization_list_focus (self->list);
}

static void
xc_organizations_page_focus_search (XcRowsPage *page)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  if (shows_table (self))
    xc_record_list_focus_search (self->table);
  else
    xc_organization_list_focus_search (self->list);
}

/* Of the coverage view there is the list of coverage, which the page of reports makes. */
static void
xc_organizations_page_export_rows (XcRowsPage *page)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  if (shows_table (self))
    gtk_widget_activate_action (GTK_WIDGET (self->table), "rows.export", NULL);
}

static XcPages *
xc_organizations_page_make_pages (XcPage *page, GError **error)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  /* The tree shows the same organizations. */
  return xc_record_list_make_pages (self->table, xc_page_get_title (page), error);
}

static void
xc_organizations_page_shown (XcRowsPage *page, gint64 id)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  xc_organization_card_show (self->card, self->coverage, id);
}

static void
recorded_cb (XcOrganizationsPage *self, const char *title)
{
  xc_window_tell_done (GTK_WIDGET (self), title);
}

static void
record_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (widget);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (GArray) ids = get_selected (self);
  XcEventKind kind;
  XcEventDialog *dialog;

  if (store == NULL || !xc_event_kind_from_word (g_variant_get_string (parameter, NULL), &kind))
    return;
  xc_form_pane_settle (self->pane);
  dialog = xc_event_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), kind, store,
                                xc_page_get_term (XC_PAGE (self)), ids);
  g_signal_connect_object (dialog, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (widget);
  XcConfirmDialog *dialog;

  if (xc_page_get_term (XC_PAGE (self)) == NULL)
    return;
  dialog = xc_confirm_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  xc_page_get_store (XC_PAGE (self)), xc_page_get_term (XC_PAGE (self)));

  g_signal_connect_object (dialog, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The total leaves some registers out; a decision is due in all of them. */
static void
show_open (XcOrganizationsPage *self)
{
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; self->coverage != NULL && i < self->coverage->day->n_registers; i++)
    n += self->coverage->day->registers[i].to_confirm;
  /* translators: %u is a number of organizations */
  words = g_strdup_printf (_ ("_To Be Confirmed: %u…"), n);
  gtk_button_set_label (self->confirm_button, words);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), n > 0);
}

static void
show_figures (XcOrganizationsPage *self)
{
  g_autofree char *as_of = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *words = NULL;

  if (self->coverage == NULL)
    {
      gtk_label_set_text (self->figures, xc_page_get_store (XC_PAGE (self)) != NULL
                                             ? _ ("No term yet: enter it to see coverage.")
                                             : "");
      return;
    }
  as_of = xc_day_format (self->coverage->as_of);
  rate = xc_ledger_coverage_dup_rate (self->coverage, self->coverage->day->total.covered,
                                      self->coverage->day->total.owed);
  /* translators: %1$u and %2$u are numbers of organizations, %3$s a rate, %4$s a day */
  words = g_strdup_printf (_ ("Covered %1$u of %2$u, %3$s, as of %4$s"), self->coverage->day->total.covered,
                           self->coverage->day->total.owed, rate, as_of);
  gtk_label_set_text (self->figures, words);
}

static gboolean
moves_coverage (const XcChange *change)
{
  static const XcTable tables[] = { XC_TABLE_TERM,      XC_TABLE_REGISTER,     XC_TABLE_ORGANIZATION,
                                    XC_TABLE_ROUND,     XC_TABLE_EVENT_MEMBER, XC_TABLE_ORGANIZATION_EVENT,
                                    XC_TABLE_INSPECTION };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (xc_change_has_table (change, tables[i]))
      return TRUE;
  return FALSE;
}

static void
show_coverage (XcOrganizationsPage *self)
{
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  XcRecord *term = xc_page_get_term (XC_PAGE (self));

  g_clear_pointer (&self->coverage, xc_ledger_coverage_free);
  if (store != NULL && term != NULL)
    self->coverage = xc_ledger_coverage_load (store, term, NULL);
  xc_organization_list_show (self->list, self->coverage);
}

static void
xc_organizations_page_show_term (XcPage *page)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  show_coverage (self);
  show_figures (self);
  show_open (self);
}

static void
xc_organizations_page_follow (XcPage *page, const XcChange *change)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);
  XcStore *store = xc_page_get_store (page);

  XC_PAGE_CLASS (xc_organizations_page_parent_class)->follow (page, change);
  if (change == NULL)
    {
      gboolean is_writable = store != NULL && xc_store_is_writable (store);

      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.record-event", is_writable);
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.confirm-coverage", is_writable);
    }
  if (change == NULL || moves_coverage (change))
    show_coverage (self);
  show_figures (self);
  show_open (self);
}

static void
xc_organizations_page_show_only (XcRowsPage *page, const char *title, const GArray *ids)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  gtk_stack_set_visible_child (self->lists, GTK_WIDGET (self->list));
  xc_organization_list_narrow (self->list, title, ids);
}

static void
xc_organizations_page_build (XcPage *page)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_record_list_set_up (self->table, XC_TABLE_ORGANIZATION, table_columns, "name");
  xc_rows_page_set_up (XC_ROWS_PAGE (self), self->views, self->pane);
  xc_rows_page_show_selected (XC_ROWS_PAGE (self));
}

static void
xc_organizations_page_dispose (GObject *object)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (object);

  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_page_is_built (XC_PAGE (self)))
    gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_ORGANIZATIONS_PAGE);
  g_clear_pointer (&self->coverage, xc_ledger_coverage_free);
  G_OBJECT_CLASS (xc_organizations_page_parent_class)->dispose (object);
}

static void
xc_organizations_page_class_init (XcOrganizationsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  XcRowsPageClass *rows_class = XC_ROWS_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_organizations_page_dispose;
  XC_PAGE_CLASS (class)->build = xc_organizations_page_build;
  XC_PAGE_CLASS (class)->follow = xc_organizations_page_follow;
  XC_PAGE_CLASS (class)->show_term = xc_organizations_page_show_term;
  rows_class->take_store = xc_organizations_page_take_store;
  rows_class->dup_selected = xc_organizations_page_dup_selected;
  rows_class->select = xc_organizations_page_select;
  rows_class->focus_rows = xc_organizations_page_focus_rows;
  rows_class->focus_search = xc_organizations_page_focus_search;
  rows_class->export_rows = xc_organizations_page_export_rows;
  XC_PAGE_CLASS (class)->make_pages = xc_organizations_page_make_pages;
  rows_class->show_only = xc_organizations_page_show_only;
  rows_class->shown = xc_organizations_page_shown;
  g_type_ensure (XC_TYPE_ORGANIZATION_LIST);
  g_type_ensure (XC_TYPE_ORGANIZATION_CARD);
  g_type_ensure (XC_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/organizations/organizations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, table);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, card);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, xc_rows_page_show_selected);
  gtk_widget_class_bind_template_callback (widget_class, xc_rows_page_open);
  gtk_widget_class_install_action (widget_class, "page.record-event", "s", record_event_action);
  gtk_widget_class_install_action (widget_class, "page.confirm-coverage", NULL, confirm_action);
}

static void
xc_organizations_page_init (XcOrganizationsPage *self)
{
  xc_rows_page_set_table (XC_ROWS_PAGE (self), XC_TABLE_ORGANIZATION);
}
