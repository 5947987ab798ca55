/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small program with one widget of each sort that journeys meet, for the tests of the harness itself. Its words are
 * messages of Xuncha. Arguments: --warn warns, --fail ends with 3, --crash crashes: all when the window is closed.
 * HARNESS_SAYS is what it prints. */
#include "config.h"

#include <adwaita.h>
#include <libintl.h>
#include <locale.h>

#define C_(context, text) translate (context "\004" text, text)

typedef struct
{
  GtkWindow *window;
  GtkEntry *entry;
  GtkStringList *names;
  GtkLabel *count;
} Harness;

static const char *
translate (const char *id, const char *text)
{
  const char *translated = dgettext (GETTEXT_PACKAGE, id);

  return translated != id ? translated : text;
}

static void
name_it (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_count (Harness *harness)
{
  g_autofree char *text = g_strdup_printf ("%u", g_list_model_get_n_items (G_LIST_MODEL (harness->names)));

  gtk_label_set_label (harness->count, text);
}

static void
add_name (GtkWidget *widget, Harness *harness)
{
  gtk_string_list_append (harness->names, gtk_editable_get_text (GTK_EDITABLE (harness->entry)));
  gtk_editable_set_text (GTK_EDITABLE (harness->entry), "");
  show_count (harness);
}

static void
clear_names (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Harness *harness = data;

  gtk_string_list_splice (harness->names, 0, g_list_model_get_n_items (G_LIST_MODEL (harness->names)), NULL);
  show_count (harness);
}

static void
setup_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_name (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
bind_length (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *length = g_strdup_printf ("%ld", g_utf8_strlen (name, -1));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), length);
}

static void
append_column (GtkColumnView *view, const char *title, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  gtk_column_view_column_set_fixed_width (column, 200);
  gtk_column_view_append_column (view, column);
}

static GtkWidget *
create_list (Harness *harness)
{
  GListModel *model = g_object_ref (G_LIST_MODEL (harness->names));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (model)));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  append_column (GTK_COLUMN_VIEW (view), C_ ("organization", "Name"), G_CALLBACK (bind_name));
  append_column (GTK_COLUMN_VIEW (view), C_ ("deadline_rule", "Number"), G_CALLBACK (bind_length));
  name_it (view, C_ ("table", "Organizations"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
create_menu_button (Harness *harness, GApplication *application)
{
  static const GActionEntry actions[] = { { .name = "clear", .activate = clear_names } };
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, "Clear", "app.clear");
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), harness);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.clear",
                                         (const char *const[]){ "<Control><Shift>k", NULL });
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "Menu");
  return button;
}

static GdkContentProvider *
prepare_drag (GtkDragSource *source, double x, double y, gpointer data)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, "One");
}

static gboolean
accept_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkButton *button)
{
  g_autofree char *text = g_strconcat ("Dropped ", g_value_get_string (value), NULL);

  gtk_button_set_label (button, text);
  return TRUE;
}

static void
allow_drag (GtkWidget *from, GtkWidget *to)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (accept_drop), to);
  gtk_widget_add_controller (from, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (to, GTK_EVENT_CONTROLLER (target));
}

static void
tell_click (GtkGestureClick *gesture, int n_press, double x, double y, GtkLabel *label)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  g_autofree char *text =
      g_strdup_printf ("Button %u, %d %s", button, n_press, n_press == 1 ? "time" : "times");

  gtk_label_set_label (label, text);
}

static void
watch_buttons (GtkWidget *widget)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect (gesture, "pressed", G_CALLBACK (tell_click), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}

static void
turn_page (GtkButton *button, GtkStack *stack)
{
  const char *next = g_str_equal (gtk_stack_get_visible_child_name (stack), "first") ? "second" : "first";

  gtk_stack_set_visible_child_name (stack, next);
}

static void
activate (GApplication *application, Harness *harness)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = gtk_button_new_with_label ("Add");
  GtkWidget *turn = gtk_button_new_with_mnemonic ("_Turn");
  GtkStack *stack = GTK_STACK (gtk_stack_new ());
  GtkWidget *plain = gtk_list_box_new ();
  GtkWidget *one = gtk_label_new ("One");
  GtkWidget *two = gtk_label_new ("Two");
  GtkWidget *check = gtk_check_button_new_with_label ("Check");

  harness->window = GTK_WINDOW (window);
  harness->entry = GTK_ENTRY (gtk_entry_new ());
  harness->count = GTK_LABEL (gtk_label_new ("0"));
  name_it (harness->entry, C_ ("organization", "Name"));
  gtk_stack_add_named (stack, gtk_label_new ("First page"), "first");
  gtk_stack_add_named (stack, gtk_label_new ("Second page"), "second");
  g_signal_connect (turn, "clicked", G_CALLBACK (turn_page), stack);
  g_signal_connect (harness->entry, "activate", G_CALLBACK (add_name), harness);
  g_signal_connect (add, "clicked", G_CALLBACK (add_name), harness);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (harness->entry));
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), turn);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (stack));
  gtk_box_append (GTK_BOX (box), create_menu_button (harness, application));
  gtk_box_append (GTK_BOX (box), create_list (harness));
  name_it (plain, "Plain");
  gtk_list_box_append (GTK_LIST_BOX (plain), one);
  allow_drag (one, turn);
  gtk_list_box_append (GTK_LIST_BOX (plain), two);
  watch_buttons (two);
  gtk_box_append (GTK_BOX (box), plain);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (harness->count));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (harness->window, C_ ("table", "Organizations"));
  gtk_window_set_default_size (harness->window, 800, 600);
  gtk_window_present (harness->window);
}

int
main (int argc, char **argv)
{
  const char *how = argc > 1 ? argv[1] : "";
  Harness harness = { .names = gtk_string_list_new (NULL) };
  g_autoptr (AdwApplication) application =
      adw_application_new ("org.xuncha.HarnessWindow", G_APPLICATION_NON_UNIQUE);
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_signal_connect (application, "activate", G_CALLBACK (activate), &harness);
  status = g_application_run (G_APPLICATION (application), 1, argv);
  if (g_getenv ("HARNESS_SAYS") != NULL)
    g_print ("%s\n", g_getenv ("HARNESS_SAYS"));
  if (g_str_equal (how, "--warn"))
    g_printerr ("(harness-window:1): Gtk-WARNING **: nothing is wrong\n");
  if (g_str_equal (how, "--crash"))
    abort ();
  g_object_unref (harness.names);
  return g_str_equal (how, "--fail") ? 3 : status;
}
