/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/due/due-bar.h"

#include <glib/gi18n-lib.h>

#include "app/organizations/scope-box.h"
#include "app/record/record-page.h"
#include "app/text-size.h"

/* Chips stand for masks of reasons; no reason at all: for every problem. */
#define ALL_PROBLEMS 0
/* What only comes up can wait. */
#define TODAY (((1u << XC_N_DUE_REASONS) - 1) & ~XC_DUE_MASK (XC_DUE_GREEN))

struct _XcDueBar
{
  AdwBin parent_instance;

  gboolean is_filling; /* chips come and go, and nobody chooses */
  gint64 chosen;

  /* Template widgets */
  GtkFlowBox *reasons;
  GtkToggleButton *immediate;
  GtkLabel *n_immediate;

  /* Borrowed: the page that it stands in, NULL until it does */
  XcRecordPage *page;
};

G_DEFINE_FINAL_TYPE (XcDueBar, xc_due_bar, ADW_TYPE_BIN)

static const XcDueList *
get_list (XcDueBar *self)
{
  return self->page != NULL ? xc_due_watch_get_list (xc_page_get_due_watch (XC_PAGE (self->page))) : NULL;
}

static void
add_chip (XcDueBar *self, const char *title, guint count, gint64 value)
{
  g_autofree char *figures = g_strdup_printf ("%'u", count);

  xc_scope_box_add (self->reasons, title, figures, value);
}

/* The periods are settings of the office: the chip says them. */
static char *
dup_title (const XcDueList *list, XcDueReason reason)
{
  int days = reason == XC_DUE_YELLOW ? list->yellow_days : reason == XC_DUE_GREEN ? list->green_days : 0;

  if (days == 0)
    return g_strdup (xc_due_reason_get_title (reason));
  /* translators: %d days until a time limit */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Within %d day", "Within %d days", (gulong) days),
                          days);
}

static guint
count_rows (const XcDueList *list, XcTable table, guint reasons)
{
  g_autoptr (GArray) ids = xc_due_list_get_ids (list, table, reasons);

  return ids->len;
}

/* A reason that nothing has is no choice, unless it is the one that holds. */
static void
fill_reasons (XcDueBar *self, const XcDueList *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->reasons));

  self->is_filling = TRUE;
  xc_scope_box_clear (self->reasons);
  add_chip (self, _ ("All problems"),
            self->page != NULL ? (guint) MAX (xc_page_get_count (XC_PAGE (self->page)), 0) : 0, ALL_PROBLEMS);
  if (list != NULL)
    add_chip (self, C_ ("due", "Today"), count_rows (list, XC_TABLE_PROBLEM, TODAY), TODAY);
  for (guint i = 0; list != NULL && i < XC_DUE_NOTICE; i++)
    {
      g_autofree char *title = dup_title (list, (XcDueReason) i);

      if (list->counts[i] > 0 || self->chosen == XC_DUE_MASK (i))
        add_chip (self, title, list->counts[i], XC_DUE_MASK (i));
    }
  xc_scope_box_choose (self->reasons, self->chosen);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->reasons), GTK_DIR_TAB_FORWARD);
  self->is_filling = FALSE;
}

/* How many of those that are shown are immediate. */
static void
show_immediate (XcDueBar *self, const XcDueList *list)
{
  g_autoptr (GArray) ids = list != NULL ? xc_due_list_get_immediate (list, (guint) self->chosen) : NULL;
  g_autofree char *figures = g_strdup_printf ("%'u", ids != NULL ? ids->len : 0);
  /* translators: %1$s is the title of a choice, %2$s its figures */
  g_autofree char *label =
      g_strdup_printf (C_ ("choice with figures", "%1$s, %2$s"), C_ ("chip", "Immediate"), figures);

  gtk_label_set_text (self->n_immediate, figures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->immediate), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->immediate), list != NULL && list->immediate->len > 0);
}

static void
apply (XcDueBar *self)
{
  const XcDueList *list = get_list (self);
  g_autoptr (GArray) ids = NULL;

  if (list != NULL && gtk_toggle_button_get_active (self->immediate))
    ids = xc_due_list_get_immediate (list, (guint) self->chosen);
  else if (list != NULL && self->chosen != ALL_PROBLEMS)
    ids = xc_due_list_get_ids (list, XC_TABLE_PROBLEM, (guint) self->chosen);
  xc_record_list_restrict (xc_record_page_get_list (self->page), ids);
}

static void
show_chosen (XcDueBar *self)
{
  /* Before as well: a view in the midst of its rows keeps that place through all that come and go above it. */
  xc_record_list_scroll_to_top (xc_record_page_get_list (self->page));
  apply (self);
  xc_record_list_scroll_to_top (xc_record_page_get_list (self->page));
}

static void
chosen_cb (XcDueBar *self)
{
  gint64 chosen = xc_scope_box_get_chosen (self->reasons);

  if (self->is_filling || self->page == NULL || chosen == self->chosen)
    return;
  self->chosen = chosen;
  show_immediate (self, get_list (self));
  show_chosen (self);
}

static void
toggled_cb (XcDueBar *self)
{
  if (!self->is_filling && self->page != NULL)
    show_chosen (self);
}

static void
reset (XcDueBar *self)
{
  self->chosen = ALL_PROBLEMS;
  self->is_filling = TRUE;
  xc_scope_box_choose (self->reasons, self->chosen);
  gtk_toggle_button_set_active (self->immediate, FALSE);
  self->is_filling = FALSE;
}

static void
refresh (XcDueBar *self)
{
  const XcDueList *list = get_list (self);

  if (list == NULL)
    reset (self);
  fill_reasons (self, list);
  show_immediate (self, list);
  if (self->chosen != ALL_PROBLEMS || gtk_toggle_button_get_active (self->immediate))
    apply (self);
}

/* The list shows other rows now, or all again, and says so itself. */
static void
narrowed_cb (XcDueBar *self)
{
  reset (self);
  show_immediate (self, get_list (self));
}

static void
xc_due_bar_root (GtkWidget *widget)
{
  XcDueBar *self = XC_DUE_BAR (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, XC_TYPE_RECORD_PAGE);

  GTK_WIDGET_CLASS (xc_due_bar_parent_class)->root (widget);
  if (self->page != NULL || page == NULL)
    return;
  self->page = XC_RECORD_PAGE (page);
  g_signal_connect_object (page, "due-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (xc_record_page_get_list (self->page), "narrowed", G_CALLBACK (narrowed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
xc_due_bar_dispose (GObject *object)
{
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_DUE_BAR);
  G_OBJECT_CLASS (xc_due_bar_parent_class)->dispose (object);
}

static void
xc_due_bar_class_init (XcDueBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_due_bar_dispose;
  widget_class->root = xc_due_bar_root;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/due/due-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, XcDueBar, reasons);
  gtk_widget_class_bind_template_child (widget_class, XcDueBar, immediate);
  gtk_widget_class_bind_template_child (widget_class, XcDueBar, n_immediate);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
xc_due_bar_init (XcDueBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_text_size_stack (GTK_BOX (adw_bin_get_child (ADW_BIN (self))));
  fill_reasons (self, NULL);
}
