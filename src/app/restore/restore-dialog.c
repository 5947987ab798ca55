/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/restore/restore-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/backup-folder.h"
#include "store/query.h"

struct _XcRestoreDialog
{
  XcDialog parent_instance;

  /* Template widgets */
  GtkStack *views;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (XcRestoreDialog, xc_restore_dialog, XC_TYPE_DIALOG)

static guint accepted_signal;

static guint
count (XcStore *store, XcTable table)
{
  g_autoptr (XcQuery) query = xc_query_new (table);
  guint n_rows = 0;

  xc_query_count (query, store, &n_rows, NULL);
  return n_rows;
}

/* One of another version, or a damaged one, says so itself when it is to be restored. */
static char *
dup_content (const XcBackup *backup)
{
  g_autoptr (XcStore) store = xc_store_open (backup->path, XC_STORE_READ, NULL);
  g_autofree char *size = g_format_size (backup->size);

  if (store == NULL)
    return g_steal_pointer (&size);
  return g_strdup_printf (
      /* translators: %1$'u, %2$'u and %3$'u are numbers of rows, %4$s is a size */
      _ ("Organizations %1$'u, rounds %2$'u, problems %3$'u · %4$s"), count (store, XC_TABLE_ORGANIZATION),
      count (store, XC_TABLE_ROUND), count (store, XC_TABLE_PROBLEM), size);
}

static void
add_backup (XcRestoreDialog *self, const XcBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = xc_day_format (backup->day);
  g_autofree char *time = g_date_time_format (backup->made_at, "%H:%M");
  /* translators: %1$s is a day, %2$s a time, %3$s before what the backup was made */
  g_autofree char *title =
      g_strdup_printf (_ ("%1$s %2$s, %3$s"), day, time, xc_backup_reason_title (backup->reason));
  g_autofree char *content = dup_content (backup);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, content, -1);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (backup->path), g_free);
  gtk_list_box_append (self->list, row);
}

static void
selected_cb (XcRestoreDialog *self, GtkListBoxRow *row)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.accept", row != NULL);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRestoreDialog *self = XC_RESTORE_DIALOG (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));

  g_signal_emit (self, accepted_signal, 0, path);
  xc_dialog_finish (XC_DIALOG (self));
}

static void
xc_restore_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_RESTORE_DIALOG);
  G_OBJECT_CLASS (xc_restore_dialog_parent_class)->dispose (object);
}

static void
xc_restore_dialog_class_init (XcRestoreDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_restore_dialog_dispose;
  accepted_signal = g_signal_new ("accepted", XC_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/restore/restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRestoreDialog, views);
  gtk_widget_class_bind_template_child (widget_class, XcRestoreDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "restore.accept", NULL, accept_action);
}

static void
xc_restore_dialog_init (XcRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.accept", FALSE);
}

/**
 * xc_restore_dialog_new:
 * @parent: the window
 * @ledger_path: a ledger, whole or damaged
 *
 * Returns: the dialog
 */
XcRestoreDialog *
xc_restore_dialog_new (GtkWindow *parent, const char *ledger_path)
{
  XcRestoreDialog *self = g_object_new (XC_TYPE_RESTORE_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GPtrArray) backups = xc_backup_list (ledger_path, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    add_backup (self, backups->pdata[i]);
  gtk_stack_set_visible_child_name (self->views, backups != NULL && backups->len > 0 ? "list" : "empty");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  return self;
}
