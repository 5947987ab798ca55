/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/form-pane.h"

#include <glib/gi18n-lib.h>

#include "app/fold.h"
#include "app/form/tab-switch.h"
#include "app/text-size.h"

/* Two fields stand side by side in it. */
#define USUAL_WIDTH 400

struct _XcFormPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *column;
  GtkWidget *back;
  XcTabSwitch *switcher;
  AdwStatusPage *nothing;
  GtkStack *tabs;
  GtkWidget *basics;
  XcForm *form;
  GtkRevealer *buttons;

  /* Owned */
  GPtrArray *others; /* of XcFormTab, borrowed from the stack */
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XcFormPane, xc_form_pane, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;
static guint saved_signal;

/* A stack has no way to put a page before another one: those that come later are put in again. */
static void
put_first (XcFormPane *self, XcFormTab *tab)
{
  g_autoptr (GtkWidget) basics = g_object_ref (self->basics);
  g_autofree char *title = NULL;

  g_object_get (gtk_stack_get_page (self->tabs, basics), "title", &title, NULL);
  gtk_stack_remove (self->tabs, basics);
  gtk_stack_add_titled (self->tabs, GTK_WIDGET (tab), xc_form_tab_get_name (tab),
                        xc_form_tab_get_title (tab));
  gtk_stack_add_titled (self->tabs, basics, XC_FORM_PANE_BASICS, title);
  gtk_stack_set_visible_child (self->tabs, GTK_WIDGET (tab));
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  XcFormPane *self = XC_FORM_PANE (buildable);

  if (XC_IS_FORM_TAB (child) && g_strcmp0 (type, "beside") == 0)
    {
      gtk_box_append (GTK_BOX (self->basics), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
      gtk_box_append (GTK_BOX (self->basics), GTK_WIDGET (child));
      g_ptr_array_add (self->others, child);
    }
  else if (XC_IS_FORM_TAB (child))
    xc_form_pane_add_tab (self, XC_FORM_TAB (child), g_strcmp0 (type, "first") == 0);
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
edited_cb (XcFormPane *self)
{
  gboolean is_edited = xc_form_is_edited (self->form);

  gtk_revealer_set_reveal_child (self->buttons, is_edited);
  gtk_stack_page_set_needs_attention (gtk_stack_get_page (self->tabs, self->basics), is_edited);
}

/* Without a row there is nothing to turn to, unless the first tab has something to say then. */
static void
show_switcher (XcFormPane *self)
{
  gboolean has_row = xc_form_get_record (self->form) != NULL;
  gboolean has_first = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)) != self->basics;

  /* It keeps its room, so that the list stays as wide as it is. */
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), self->others->len > 0);
  gtk_widget_set_child_visible (GTK_WIDGET (self->switcher), has_row || has_first);
  /* Never drawn before, it cannot ask for it itself. */
  gtk_widget_queue_draw (gtk_widget_get_parent (GTK_WIDGET (self->switcher)));
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), has_row || has_first);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !has_row && !has_first);
}

/* Where there would be a form, what to do for one. */
static void
tell_nothing (XcFormPane *self, XcStore *store, guint n_chosen)
{
  /* translators: %'u rows of a list */
  g_autofree char *many = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u Row Chosen", "%'u Rows Chosen", n_chosen), n_chosen);

  adw_status_page_set_title (self->nothing, n_chosen > 1 ? many : _ ("No Row Chosen"));
  adw_status_page_set_description (
      self->nothing,
      n_chosen > 1
          ? _ ("Choose one of them to see it here. What can be done to all of them at once is in their "
               "menu, Shift+F10.")
      : store != NULL && xc_store_is_writable (store)
          ? _ ("Choose a row to see it here and to change it. Ctrl+N begins a new one, F9 hides this pane.")
          : _ ("Choose a row to see it here. F9 hides this pane."));
}

static void
show_tabs (XcFormPane *self, XcStore *store, gint64 id)
{
  for (guint i = 0; i < self->others->len; i++)
    xc_form_tab_show (self->others->pdata[i], store, id);
  show_switcher (self);
}

/* A row that was new has an id from now on, whether or not the list shows it. */
static void
saved_cb (XcFormPane *self, gint64 id, XcForm *form)
{
  show_tabs (self, xc_form_get_store (form), id);
  g_signal_emit (self, saved_signal, 0, id);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcFormPane *self = XC_FORM_PANE (widget);

  if (!xc_form_save (self->form))
    xc_form_pane_show_tab (self, XC_FORM_PANE_BASICS);
}

static void
give_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_form_give_up (XC_FORM_PANE (widget)->form);
}

static void
xc_form_pane_dispose (GObject *object)
{
  XcFormPane *self = XC_FORM_PANE (object);

  g_ptr_array_set_size (self->others, 0);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_FORM_PANE);
  G_OBJECT_CLASS (xc_form_pane_parent_class)->dispose (object);
}

static void
xc_form_pane_finalize (GObject *object)
{
  g_ptr_array_unref (XC_FORM_PANE (object)->others);
  G_OBJECT_CLASS (xc_form_pane_parent_class)->finalize (object);
}

static void
xc_form_pane_class_init (XcFormPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_form_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_form_pane_finalize;
  saved_signal = g_signal_new ("saved", XC_TYPE_FORM_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (XC_TYPE_FORM);
  g_type_ensure (XC_TYPE_TAB_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/form/form-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, column);
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, back);
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, switcher);
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, tabs);
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, basics);
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, form);
  gtk_widget_class_bind_template_child (widget_class, XcFormPane, buttons);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.give-up", NULL, give_up_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
}

static void
xc_form_pane_init (XcFormPane *self)
{
  self->others = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_tab_switch_set_stack (self->switcher, self->tabs);
  xc_text_size_stack (GTK_BOX (gtk_revealer_get_child (self->buttons)));
  gtk_widget_set_size_request (self->column, xc_text_size_scale (USUAL_WIDTH), -1);
}

/**
 * xc_form_pane_set_table:
 * @self: a pane
 * @table: what its rows are; once
 */
void
xc_form_pane_set_table (XcFormPane *self, XcTable table)
{
  xc_form_set_table (self->form, table);
}

/**
 * xc_form_pane_add_tab:
 * @self: a pane
 * @tab: (transfer floating): a tab
 * @is_first: whether it stands before the form, and is what is shown first
 */
void
xc_form_pane_add_tab (XcFormPane *self, XcFormTab *tab, gboolean is_first)
{
  if (is_first)
    put_first (self, tab);
  else
    gtk_stack_add_titled (self->tabs, GTK_WIDGET (tab), xc_form_tab_get_name (tab),
                          xc_form_tab_get_title (tab));
  g_ptr_array_add (self->others, tab);
  show_switcher (self);
}

XcForm *
xc_form_pane_get_form (XcFormPane *self)
{
  return self->form;
}

/**
 * xc_form_pane_show:
 * @self: a pane
 * @store: (nullable): the ledger
 * @record: (nullable): a row of its table; one without an id is new
 *
 * Keeps what was typed into the row shown before.
 */
void
xc_form_pane_show (XcFormPane *self, XcStore *store, XcRecord *record)
{
  if (record == NULL)
    tell_nothing (self, store, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), store != NULL && xc_store_is_writable (store));
  xc_form_show (self->form, store, record);
  show_tabs (self, store, record != NULL ? xc_record_get_id (record) : 0);
}

/**
 * xc_form_pane_show_many:
 * @self: a pane
 * @store: the ledger
 * @n_chosen: how many rows are chosen, not one
 *
 * Shows no row, and says what to do.
 */
void
xc_form_pane_show_many (XcFormPane *self, XcStore *store, guint n_chosen)
{
  xc_form_pane_show (self, store, NULL);
  tell_nothing (self, store, n_chosen);
}

/**
 * xc_form_pane_offer:
 * @self: a pane
 * @store: the ledger
 * @record: a new row, filled in as far as is known
 *
 * As xc_form_pane_show(), but the row is to be saved although nothing was typed yet.
 */
void
xc_form_pane_offer (XcFormPane *self, XcStore *store, XcRecord *record)
{
  xc_form_offer (self->form, store, record);
  show_tabs (self, store, 0);
}

/**
 * xc_form_pane_save_next:
 * @self: a pane
 *
 * Saves the row and begins the next one, which has in common with it what rows typed one after the other have. Shows what
 * is wrong when the row cannot be saved.
 *
 * Returns: whether the form shows a new row
 */
gboolean
xc_form_pane_save_next (XcFormPane *self)
{
  xc_form_pane_show_tab (self, XC_FORM_PANE_BASICS);
  if (!xc_form_save_next (self->form))
    return FALSE;
  show_tabs (self, xc_form_get_store (self->form), 0);
  return TRUE;
}

void
xc_form_pane_show_tab (XcFormPane *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->tabs, name);
}

/**
 * xc_form_pane_turn:
 * @self: a pane
 * @by: how many tabs to go on, or back when negative
 *
 * The focus goes along when it is in the pane.
 */
void
xc_form_pane_turn (XcFormPane *self, int by)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  GtkSelectionModel *pages = gtk_stack_get_pages (self->tabs);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i))
      {
        gtk_selection_model_select_item (pages, (guint) ((int) (i + n) + by) % n, TRUE);
        break;
      }
  g_object_unref (pages);
  if (has_focus)
    xc_form_pane_focus (self);
}

/**
 * xc_form_pane_add_row:
 * @self: a pane
 *
 * Begins a new row in the tab that is shown, when it has rows.
 */
void
xc_form_pane_add_row (XcFormPane *self)
{
  GtkWidget *tab = gtk_stack_get_visible_child (self->tabs);

  if (XC_IS_FORM_TAB (tab))
    xc_form_tab_add (XC_FORM_TAB (tab));
}

/**
 * xc_form_pane_select:
 * @self: a pane
 * @id: a row in the tab that is shown
 *
 * Goes to it.
 */
void
xc_form_pane_select (XcFormPane *self, gint64 id)
{
  GtkWidget *tab = gtk_stack_get_visible_child (self->tabs);

  if (XC_IS_FORM_TAB (tab))
    xc_form_tab_select (XC_FORM_TAB (tab), id);
}

/**
 * xc_form_pane_open:
 * @self: a pane
 *
 * Puts the focus into the tab that is shown; from one that stands before the form, which is only read, into the form.
 */
void
xc_form_pane_open (XcFormPane *self)
{
  GtkWidget *tab = gtk_stack_get_visible_child (self->tabs);

  for (GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); first != self->basics;
       first = gtk_widget_get_next_sibling (first))
    if (first == tab)
      xc_form_pane_show_tab (self, XC_FORM_PANE_BASICS);
  xc_form_pane_focus (self);
}

/**
 * xc_form_pane_focus:
 * @self: a pane
 *
 * Puts the focus into the tab that is shown: of the form its first field.
 */
void
xc_form_pane_focus (XcFormPane *self)
{
  GtkWidget *tab = gtk_stack_get_visible_child (self->tabs);

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  xc_fold_show (GTK_WIDGET (self));
  if (tab == self->basics)
    {
      xc_form_focus (self->form);
      return;
    }
  if (XC_IS_FORM_TAB (tab))
    xc_form_tab_build (XC_FORM_TAB (tab));
  gtk_widget_grab_focus (tab);
}

/**
 * xc_form_pane_set_covers_list:
 * @self: a pane
 * @covers_list: whether it stands where the list is, for want of room
 *
 * Offers a way back then.
 */
void
xc_form_pane_set_covers_list (XcFormPane *self, gboolean covers_list)
{
  gtk_widget_set_visible (self->back, covers_list);
}

void
xc_form_pane_settle (XcFormPane *self)
{
  xc_form_settle (self->form);
  for (guint i = 0; i < self->others->len; i++)
    xc_form_tab_settle (self->others->pdata[i]);
}
