/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preferences/deadline-page.h"

#include <glib/gi18n-lib.h>

#include "app/closing/rule-words.h"
#include "app/form/row-dialog.h"
#include "app/preferences/holiday-dialog.h"
#include "app/window.h"
#include "store/holiday-years.h"
#include "store/row-name.h"
#include "store/row-rules.h"

struct _XcDeadlinePage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *rules;
  AdwPreferencesGroup *years;

  /* Owned */
  XcStore *store; /* nullable */
  gulong changed_handler;
  GPtrArray *rows;      /* borrowed from the group */
  GPtrArray *year_rows; /* likewise */
};

G_DEFINE_FINAL_TYPE (XcDeadlinePage, xc_deadline_page, ADW_TYPE_PREFERENCES_PAGE)

static gint64
get_id (gpointer widget)
{
  return *(gint64 *) g_object_get_data (widget, "id");
}

static void
keep_id (gpointer widget, gint64 id)
{
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  g_object_set_data_full (widget, "id", kept, g_free);
}

static void
edit_rule (XcDeadlinePage *self, XcRecord *rule)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (xc_row_dialog_new (window, _ ("Rule of Deadlines"), self->store, rule)));
}

static void
rule_activated_cb (AdwActionRow *row, XcDeadlinePage *self)
{
  g_autoptr (XcRecord) rule = xc_store_load (self->store, XC_TABLE_DEADLINE_RULE, get_id (row), NULL);

  if (rule != NULL)
    edit_rule (self, rule);
}

static void
add_rule_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (XcRecord) rule = xc_record_new (XC_TABLE_DEADLINE_RULE);

  edit_rule (XC_DEADLINE_PAGE (widget), rule);
}

static gboolean
remove_rule (XcStore *store, gpointer data, GError **error)
{
  return xc_row_rules_remove (store, XC_TABLE_DEADLINE_RULE, *(gint64 *) data, error);
}

static void
remove_clicked_cb (GtkButton *button, XcDeadlinePage *self)
{
  gint64 id = get_id (button);
  g_autofree char *row = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_DEADLINE_RULE, id);
  g_autofree char *title =
      g_strdup_printf (_ ("%1$s: removed %2$s"), xc_catalogue_title (XC_TABLE_DEADLINE_RULE), row);
  g_autoptr (GError) error = NULL;

  if (xc_store_run (self->store, title, remove_rule, &id, &error))
    xc_window_tell_done (GTK_WIDGET (self), title);
  else
    xc_window_tell_error (GTK_WIDGET (self), error);
}

static char *
dup_detail (const XcRecord *rule)
{
  const char *basis = xc_record_get_text (rule, "basis");
  g_autofree char *day = NULL;
  g_autofree char *from = NULL;

  if (xc_record_is_set (rule, "valid_from"))
    {
      day = xc_day_format (xc_record_get_day (rule, "valid_from"));
      /* translators: %s is a day */
      from = g_strdup_printf (C_ ("rule", "valid from %s"), day);
    }
  if (basis != NULL && from != NULL)
    return g_strdup_printf ("%s · %s", basis, from);
  if (from != NULL)
    return g_steal_pointer (&from);
  return g_strdup (basis != NULL ? basis : C_ ("rule", "No legal basis entered"));
}

static GtkWidget *
make_remove_button (XcDeadlinePage *self, const char *title, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* translators: %s is a rule, as “Plan of rectification: 1 month after: Feeding back” */
  g_autofree char *name = g_strdup_printf (_ ("Remove the rule: %s"), title);

  keep_id (button, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Rule"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static GtkWidget *
make_rule (XcDeadlinePage *self, const XcRecord *rule)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_DEADLINE_RULE, "subject");
  const XcChoice *subject = xc_field_find_choice (field, xc_record_get_text (rule, "subject"));
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = xc_rule_words_dup (rule);
  g_autofree char *detail = dup_detail (rule);
  g_autofree char *title =
      /* translators: %1$s is what is due, %2$s the rule, as “1 month after: Feeding back” */
      g_strdup_printf (C_ ("rule", "%1$s: %2$s"), subject != NULL ? xc_choice_title (subject) : "", words);

  keep_id (row, xc_record_get_id (rule));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, title, xc_record_get_id (rule)));
  g_signal_connect (row, "activated", G_CALLBACK (rule_activated_cb), self);
  return row;
}

/* As they come into an inspection, and of one thing the older rule first. */
static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const XcRecord *one = *(XcRecord *const *) a, *other = *(XcRecord *const *) b;
  const XcField *field = xc_catalogue_get_field (XC_TABLE_DEADLINE_RULE, "subject");
  const XcChoice *first = xc_field_find_choice (field, xc_record_get_text (one, "subject"));
  const XcChoice *second = xc_field_find_choice (field, xc_record_get_text (other, "subject"));

  if (first != second)
    return first < second ? -1 : 1;
  return (xc_record_get_day (one, "valid_from") > xc_record_get_day (other, "valid_from"))
         - (xc_record_get_day (one, "valid_from") < xc_record_get_day (other, "valid_from"));
}

static void
show_rules (XcDeadlinePage *self)
{
  g_autoptr (GPtrArray) rules = xc_store_load_all (self->store, XC_TABLE_DEADLINE_RULE, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->rules, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (rules == NULL)
    return;
  g_ptr_array_sort (rules, compare_rules);
  for (guint i = 0; i < rules->len; i++)
    {
      GtkWidget *row = make_rule (self, rules->pdata[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->rules, row);
    }
}

static void
year_activated_cb (AdwActionRow *row, XcDeadlinePage *self)
{
  xc_holiday_dialog_present (GTK_WIDGET (self), self->store, (int) get_id (row));
}

static void
enter_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_holiday_dialog_present (widget, XC_DEADLINE_PAGE (widget)->store, 0);
}

static void
add_year (XcDeadlinePage *self, int year, guint n_off, guint n_worked)
{
  GtkWidget *row = adw_action_row_new ();
  /* translators: %1$d is a year, %2$u a number of days off, %3$u of weekend days that are worked */
  g_autofree char *title =
      g_strdup_printf (C_ ("holidays", "%1$d: %2$u off, %3$u worked"), year, n_off, n_worked);

  keep_id (row, year);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (year_activated_cb), self);
  g_ptr_array_add (self->year_rows, row);
  adw_preferences_group_add (self->years, row);
}

static int
get_year (const GPtrArray *holidays, guint index)
{
  int year, month, day;

  xc_day_get (((const XcHoliday *) holidays->pdata[index])->day, &year, &month, &day);
  return year;
}

static void
show_years (XcDeadlinePage *self)
{
  g_autoptr (GPtrArray) holidays = xc_holiday_years_load (self->store, 0, NULL);

  for (guint i = 0; i < self->year_rows->len; i++)
    adw_preferences_group_remove (self->years, self->year_rows->pdata[i]);
  g_ptr_array_set_size (self->year_rows, 0);
  for (guint i = 0, n_off = 0, n = 0; holidays != NULL && i < holidays->len; i++)
    {
      n++;
      n_off += ((const XcHoliday *) holidays->pdata[i])->is_off;
      if (i + 1 < holidays->len && get_year (holidays, i + 1) == get_year (holidays, i))
        continue;
      add_year (self, get_year (holidays, i), n_off, n - n_off);
      n = n_off = 0;
    }
}

static void
store_changed_cb (XcDeadlinePage *self, const XcChange *change)
{
  if (xc_change_has_table (change, XC_TABLE_DEADLINE_RULE))
    show_rules (self);
  if (xc_change_has_table (change, XC_TABLE_HOLIDAY))
    show_years (self);
}

static void
drop_store (XcDeadlinePage *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
}

static void
xc_deadline_page_dispose (GObject *object)
{
  drop_store (XC_DEADLINE_PAGE (object));
  G_OBJECT_CLASS (xc_deadline_page_parent_class)->dispose (object);
}

static void
xc_deadline_page_finalize (GObject *object)
{
  g_ptr_array_unref (XC_DEADLINE_PAGE (object)->rows);
  g_ptr_array_unref (XC_DEADLINE_PAGE (object)->year_rows);
  G_OBJECT_CLASS (xc_deadline_page_parent_class)->finalize (object);
}

static void
xc_deadline_page_class_init (XcDeadlinePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_deadline_page_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_deadline_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/preferences/deadline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcDeadlinePage, rules);
  gtk_widget_class_bind_template_child (widget_class, XcDeadlinePage, years);
  gtk_widget_class_install_action (widget_class, "rules.add", NULL, add_rule_action);
  gtk_widget_class_install_action (widget_class, "holidays.enter", NULL, enter_year_action);
}

static void
xc_deadline_page_init (XcDeadlinePage *self)
{
  self->rows = g_ptr_array_new ();
  self->year_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_deadline_page_show:
 * @self: a page
 * @store: (nullable): the ledger; without one nothing can be set
 */
void
xc_deadline_page_show (XcDeadlinePage *self, XcStore *store)
{
  drop_store (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), store != NULL && xc_store_is_writable (store));
  if (store == NULL)
    return;
  self->store = g_object_ref (store);
  self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
  show_rules (self);
  show_years (self);
}
