/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/organizations-page.h"

#include <glib/gi18n-lib.h>

#include "app/form/form.h"
#include "app/list/record-list.h"
#include "app/organizations/confirm-dialog.h"
#include "app/organizations/event-dialog.h"
#include "app/organizations/organization-card.h"
#include "app/organizations/organization-list.h"
#include "app/window.h"
#include "store/row-name.h"

struct _XcOrganizationsPage
{
  XcPage parent_instance;

  gboolean is_adding; /* the form shows a row that is not in the ledger yet */

  /* Owned */
  XcLedgerCoverage *coverage; /* NULL while there is no term */

  /* Template widgets */
  GtkStack *views;
  GtkStack *lists;
  GtkStack *sides;
  GtkLabel *figures;
  GtkButton *confirm_button;
  XcOrganizationList *list;
  XcRecordList *table;
  XcOrganizationCard *card;
  XcForm *form;
  GtkWidget *form_pane;
  GtkRevealer *buttons;
};

G_DEFINE_FINAL_TYPE (XcOrganizationsPage, xc_organizations_page, XC_TYPE_PAGE)

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
show_selected (XcOrganizationsPage *self)
{
  g_autoptr (GArray) ids = get_selected (self);
  gint64 id = ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (XcRecord) record = NULL;

  if (id != 0 && store != NULL)
    record = xc_store_load (store, XC_TABLE_ORGANIZATION, id, NULL);
  self->is_adding = FALSE;
  xc_form_show (self->form, store, record);
  xc_organization_card_show (self->card, self->coverage, id);
}

static void
selected_cb (XcOrganizationsPage *self)
{
  /* While the template is built the one is there and not the other. */
  if (self->form != NULL && self->table != NULL)
    show_selected (self);
}

static void
show_form (XcOrganizationsPage *self)
{
  gtk_stack_set_visible_child_name (self->views, "rows");
  gtk_widget_set_visible (self->form_pane, TRUE);
  gtk_stack_set_visible_child_name (self->sides, "form");
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
activated_cb (XcOrganizationsPage *self)
{
  show_form (self);
}

static void
edited_cb (XcOrganizationsPage *self)
{
  gtk_revealer_set_reveal_child (self->buttons, xc_form_is_edited (self->form));
}

static gboolean
select_row (XcOrganizationsPage *self, gint64 id)
{
  return shows_table (self) ? xc_record_list_select (self->table, id)
                            : xc_organization_list_select (self->list, id);
}

static void
saved_cb (XcOrganizationsPage *self, gint64 id)
{
  if (!self->is_adding)
    return;
  self->is_adding = FALSE;
  select_row (self, id);
}

static void
save_clicked_cb (XcOrganizationsPage *self)
{
  xc_form_save (self->form);
}

static void
give_up_clicked_cb (XcOrganizationsPage *self)
{
  xc_form_give_up (self->form);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (widget);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION);

  if (store == NULL || !xc_store_is_writable (store))
    return;
  xc_record_set_clean (record);
  self->is_adding = TRUE;
  xc_form_show (self->form, store, record);
  show_form (self);
}

static gboolean
remove_rows (XcStore *store, gpointer data, GError **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    if (!xc_store_remove (store, XC_TABLE_ORGANIZATION, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (widget);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (GArray) ids = get_selected (self);
  g_autofree char *first = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (ids->len == 0 || store == NULL)
    return;
  first =
      xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ORGANIZATION, g_array_index (ids, gint64, 0));
  if (ids->len == 1)
    /* translators: %1$s is the title of a table, %2$s the name of a row */
    title = g_strdup_printf (_ ("%1$s: removed %2$s"), xc_catalogue_title (XC_TABLE_ORGANIZATION), first);
  else
    /* translators: %1$s is the title of a table, %2$u a number of rows */
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$s: removed %2$u row", "%1$s: removed %2$u rows", ids->len),
        xc_catalogue_title (XC_TABLE_ORGANIZATION), ids->len);
  if (xc_store_run (store, title, remove_rows, ids, &error))
    xc_window_tell_done (widget, title);
  else
    xc_window_tell_error (widget, error);
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
  xc_form_settle (self->form);
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

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (widget);

  if (shows_table (self))
    xc_record_list_focus_search (self->table);
  else
    xc_organization_list_focus_search (self->list);
}

static void
toggle_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *pane = XC_ORGANIZATIONS_PAGE (widget)->form_pane;

  gtk_widget_set_visible (pane, !gtk_widget_get_visible (pane));
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

static void
xc_organizations_page_count (XcPage *page)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (page);
  guint n_rows = 0;
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_ORGANIZATION);
  XcStore *store = xc_page_get_store (page);

  if (store != NULL)
    xc_query_count (query, store, &n_rows, NULL);
  xc_page_set_count (page, (int) n_rows, FALSE);
  gtk_stack_set_visible_child_name (self->views, n_rows == 0 && !self->is_adding ? "empty" : "rows");
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

  if (change == NULL)
    {
      gboolean is_writable = store != NULL && xc_store_is_writable (store);

      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.new", is_writable);
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.remove", is_writable);
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.record-event", is_writable);
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.confirm-coverage", is_writable);
      gtk_widget_set_sensitive (GTK_WIDGET (self->form), is_writable);
      xc_form_show (self->form, NULL, NULL);
      xc_record_list_set_store (self->table, store);
    }
  else
    xc_form_reload (self->form);
  if (change == NULL || moves_coverage (change))
    show_coverage (self);
  show_figures (self);
  show_open (self);
}

static void
xc_organizations_page_settle (XcPage *page)
{
  xc_form_settle (XC_ORGANIZATIONS_PAGE (page)->form);
}

static gboolean
xc_organizations_page_show_row (XcPage *page, XcTable table, gint64 id)
{
  return table == XC_TABLE_ORGANIZATION && select_row (XC_ORGANIZATIONS_PAGE (page), id);
}

static void
xc_organizations_page_dispose (GObject *object)
{
  XcOrganizationsPage *self = XC_ORGANIZATIONS_PAGE (object);

  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_ORGANIZATIONS_PAGE);
  g_clear_pointer (&self->coverage, xc_ledger_coverage_free);
  G_OBJECT_CLASS (xc_organizations_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "page.record-event", "s", record_event_action);
  gtk_widget_class_install_action (widget_class, "page.confirm-coverage", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.toggle-form", NULL, toggle_form_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "page.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "page.toggle-form", NULL);
}

static void
xc_organizations_page_class_init (XcOrganizationsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  XcPageClass *page_class = XC_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_organizations_page_dispose;
  page_class->follow = xc_organizations_page_follow;
  page_class->show_term = xc_organizations_page_show_term;
  page_class->count = xc_organizations_page_count;
  page_class->settle = xc_organizations_page_settle;
  page_class->show_row = xc_organizations_page_show_row;
  g_type_ensure (XC_TYPE_ORGANIZATION_LIST);
  g_type_ensure (XC_TYPE_ORGANIZATION_CARD);
  g_type_ensure (XC_TYPE_RECORD_LIST);
  g_type_ensure (XC_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/organizations/organizations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, sides);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, table);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, card);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, form);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, form_pane);
  gtk_widget_class_bind_template_child (widget_class, XcOrganizationsPage, buttons);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_clicked_cb);
  install_actions (widget_class);
}

static void
xc_organizations_page_init (XcOrganizationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_record_list_set_up (self->table, XC_TABLE_ORGANIZATION, table_columns, "name");
  xc_form_set_table (self->form, XC_TABLE_ORGANIZATION);
  show_selected (self);
}
