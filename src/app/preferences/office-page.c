/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preferences/office-page.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "store/closing.h"
#include "store/office.h"

struct _XcOfficePage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *reviewing;
  GtkSwitch *basically_done;
  GtkSpinButton *green_days;
  GtkSpinButton *yellow_days;
  GtkSpinButton *attachment_mib;
  GtkSpinButton *reply_days;
  GtkEditable *letterhead;
  GtkEditable *signatory;
  GtkEditable *reminder_prefix;
  GtkEditable *urging_prefix;

  /* Borrowed: of its own tree */
  GtkSwitch *bodies[XC_N_REVIEWING_BODIES];

  /* Owned */
  XcStore *store;  /* nullable */
  XcOffice *saved; /* nullable: as the ledger has it */
};

G_DEFINE_FINAL_TYPE (XcOfficePage, xc_office_page, ADW_TYPE_PREFERENCES_PAGE)

static guint
read_bodies (XcOfficePage *self)
{
  guint bodies = 0;

  for (guint i = 0; i < XC_N_REVIEWING_BODIES; i++)
    if (gtk_switch_get_active (self->bodies[i]))
      bodies |= XC_BODY_MASK (i);
  return bodies;
}

/* Somebody has to review: the last one cannot be taken out, and says so by staying. */
static void
body_switched_cb (XcOfficePage *self)
{
  guint bodies = read_bodies (self);

  for (guint i = 0; i < XC_N_REVIEWING_BODIES; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->bodies[i]), bodies != XC_BODY_MASK (i));
}

/* The second warning does not come before the first. */
static void
green_changed_cb (XcOfficePage *self)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (self->yellow_days);

  gtk_adjustment_set_upper (adjustment, gtk_spin_button_get_value (self->green_days));
}

static void
add_bodies (XcOfficePage *self)
{
  for (guint i = 0; i < XC_N_REVIEWING_BODIES; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *on = gtk_switch_new ();
      const char *title = xc_reviewing_body_get_title ((XcReviewingBody) i);

      self->bodies[i] = GTK_SWITCH (on);
      gtk_widget_set_valign (on, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (on), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), on);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on);
      adw_preferences_group_add (self->reviewing, row);
      g_signal_connect_object (on, "notify::active", G_CALLBACK (body_switched_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
show_office (XcOfficePage *self)
{
  const XcOffice *office = self->saved;

  for (guint i = 0; i < XC_N_REVIEWING_BODIES; i++)
    gtk_switch_set_active (self->bodies[i], (office->bodies & XC_BODY_MASK (i)) != 0);
  body_switched_cb (self);
  gtk_switch_set_active (self->basically_done, office->counts_basically_done);
  gtk_spin_button_set_value (self->green_days, office->green_days);
  green_changed_cb (self);
  gtk_spin_button_set_value (self->yellow_days, office->yellow_days);
  gtk_spin_button_set_value (self->attachment_mib, office->attachment_mib);
  gtk_spin_button_set_value (self->reply_days, office->reply_days);
  gtk_editable_set_text (self->letterhead, office->letterhead);
  gtk_editable_set_text (self->signatory, office->signatory);
  gtk_editable_set_text (self->reminder_prefix, office->reminder_prefix);
  gtk_editable_set_text (self->urging_prefix, office->urging_prefix);
}

static int
read_number (GtkSpinButton *spin)
{
  /* What is typed and not left yet counts, too. */
  gtk_spin_button_update (spin);
  return gtk_spin_button_get_value_as_int (spin);
}

static XcOffice *
read_office (XcOfficePage *self)
{
  XcOffice *office = g_new0 (XcOffice, 1);

  office->bodies = read_bodies (self);
  office->counts_basically_done = gtk_switch_get_active (self->basically_done);
  office->green_days = read_number (self->green_days);
  office->yellow_days = MIN (read_number (self->yellow_days), office->green_days);
  office->attachment_mib = read_number (self->attachment_mib);
  office->reply_days = read_number (self->reply_days);
  office->letterhead = xc_text_clean (gtk_editable_get_text (self->letterhead));
  office->signatory = xc_text_clean (gtk_editable_get_text (self->signatory));
  office->reminder_prefix = xc_text_clean (gtk_editable_get_text (self->reminder_prefix));
  office->urging_prefix = xc_text_clean (gtk_editable_get_text (self->urging_prefix));
  return office;
}

static gboolean
are_equal (const XcOffice *one, const XcOffice *other)
{
  return one->bodies == other->bodies && !one->counts_basically_done == !other->counts_basically_done
         && one->green_days == other->green_days && one->yellow_days == other->yellow_days
         && one->attachment_mib == other->attachment_mib && one->reply_days == other->reply_days
         && g_str_equal (one->letterhead, other->letterhead) && g_str_equal (one->signatory, other->signatory)
         && g_str_equal (one->reminder_prefix, other->reminder_prefix)
         && g_str_equal (one->urging_prefix, other->urging_prefix);
}

static void
xc_office_page_dispose (GObject *object)
{
  XcOfficePage *self = XC_OFFICE_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->saved, xc_office_free);
  G_OBJECT_CLASS (xc_office_page_parent_class)->dispose (object);
}

static void
xc_office_page_class_init (XcOfficePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_office_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/preferences/office-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, reviewing);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, basically_done);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, green_days);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, yellow_days);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, attachment_mib);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, reply_days);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, letterhead);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, signatory);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, reminder_prefix);
  gtk_widget_class_bind_template_child (widget_class, XcOfficePage, urging_prefix);
  gtk_widget_class_bind_template_callback (widget_class, green_changed_cb);
}

static void
xc_office_page_init (XcOfficePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_bodies (self);
}

/**
 * xc_office_page_show:
 * @self: a page
 * @store: (nullable): the ledger; without one nothing can be set
 */
void
xc_office_page_show (XcOfficePage *self, XcStore *store)
{
  g_set_object (&self->store, store);
  g_clear_pointer (&self->saved, xc_office_free);
  if (store != NULL)
    self->saved = xc_office_load (store, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->saved != NULL && xc_store_is_writable (store));
  if (self->saved != NULL)
    show_office (self);
}

/* After a body reviews no longer, what all others have accepted would wait for ever. */
static gboolean
settle (XcOfficePage *self, guint before, guint after, char **told, GError **error)
{
  g_autoptr (XcStepReport) report = NULL;

  if ((before & ~after) == 0)
    return TRUE;
  report = xc_closing_settle (self->store, error);
  if (report == NULL)
    return FALSE;
  if (report->done->len > 0)
    {
      g_free (*told);
      *told = g_strdup_printf (
          /* translators: %'u is a number of problems */
          g_dngettext (GETTEXT_PACKAGE, "%'u problem is closed, as no other body reviews it",
                       "%'u problems are closed, as no other body reviews them", report->done->len),
          report->done->len);
    }
  return TRUE;
}

/**
 * xc_office_page_save:
 * @self: a page
 * @told: (out) (nullable): what was done, to be told; %NULL when nothing was
 * @error: return location for a #XcStoreError
 *
 * Saves what was changed, as one step that can be undone. Problems that wait for a body which reviews no longer are
 * closed by another one.
 *
 * Returns: whether the ledger has it now
 */
gboolean
xc_office_page_save (XcOfficePage *self, char **told, GError **error)
{
  g_autoptr (XcOffice) office = NULL;
  guint before;

  *told = NULL;
  if (self->saved == NULL || !xc_store_is_writable (self->store))
    return TRUE;
  office = read_office (self);
  if (are_equal (office, self->saved))
    return TRUE;
  before = self->saved->bodies;
  if (!xc_office_save (self->store, office, error))
    return FALSE;
  g_clear_pointer (&self->saved, xc_office_free);
  self->saved = xc_office_load (self->store, NULL);
  *told = g_strdup (_ ("Settings of the office saved"));
  return settle (self, before, office->bodies, told, error);
}
