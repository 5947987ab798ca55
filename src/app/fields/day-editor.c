/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/day-editor.h"

#include <glib/gi18n-lib.h>

#include "app/day-popover.h"
#include "app/text-size.h"
#include "app/today.h"
#include "core/text.h"

struct _XcDayEditor
{
  XcFieldEditor parent_instance;

  /* Borrowed: of the editor's own tree */
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (XcDayEditor, xc_day_editor, XC_TYPE_FIELD_EDITOR)

static void
put_day (XcDayEditor *self, XcDay day)
{
  char iso[XC_DAY_ISO_SIZE];

  gtk_editable_set_text (self->entry, xc_day_is_set (day) ? xc_day_format_iso (day, iso) : "");
}

static void
day_chosen_cb (GtkWidget *widget, XcDay day)
{
  put_day (XC_DAY_EDITOR (widget), day);
  gtk_widget_grab_focus (GTK_WIDGET (XC_DAY_EDITOR (widget)->entry));
}

/* The one that is typed. */
static XcDay
get_day (GtkWidget *widget)
{
  XcDay day = xc_day_parse (gtk_editable_get_text (XC_DAY_EDITOR (widget)->entry), xc_today ());

  return xc_day_is_set (day) ? day : xc_today ();
}

/* Shows what was typed in the usual form once the field is left. That is no edit: it may have been saved before. */
static void
left_cb (XcDayEditor *self)
{
  XcDay day = xc_day_parse (gtk_editable_get_text (self->entry), xc_today ());

  if (!xc_day_is_set (day))
    return;
  g_signal_handlers_block_by_func (self->entry, xc_field_editor_edited, self);
  put_day (self, day);
  g_signal_handlers_unblock_by_func (self->entry, xc_field_editor_edited, self);
}

static void
set_up (XcFieldEditor *editor)
{
  XcDayEditor *self = XC_DAY_EDITOR (editor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_hexpand (entry, TRUE);
  /* Ten digits are seen whole. */
  gtk_widget_set_size_request (entry, xc_text_size_scale (108), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("2024-05-16 or 5-16"));
  xc_day_popover_set_up (GTK_MENU_BUTTON (button), GTK_WIDGET (self), get_day, day_chosen_cb);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a day"),
                                  -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (xc_field_editor_edited), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (xc_field_editor_go_on), self);
  g_signal_connect (self, "left", G_CALLBACK (left_cb), NULL);
  xc_field_editor_take_child (editor, box, entry);
}

static void
show (XcFieldEditor *editor, const XcRecord *record, guint index)
{
  put_day (XC_DAY_EDITOR (editor), (XcDay) xc_record_get_number_at (record, index));
}

static char *
read_typed (XcFieldEditor *editor, XcRecord *record, guint index)
{
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (XC_DAY_EDITOR (editor)->entry));
  XcDay day = xc_day_parse (typed, xc_today ());

  if (*typed == '\0')
    xc_record_clear_at (record, index);
  else if (xc_day_is_set (day))
    xc_record_set_number_at (record, index, day);
  else
    /* translators: %s is what was typed */
    return g_strdup_printf (_ ("“%s” is not a day; write it as 2024-05-16, 20240516 or 5-16."), typed);
  return NULL;
}

static void
xc_day_editor_class_init (XcDayEditorClass *class)
{
  XcFieldEditorClass *editor_class = XC_FIELD_EDITOR_CLASS (class);

  editor_class->set_up = set_up;
  editor_class->show = show;
  editor_class->read = read_typed;
}

static void
xc_day_editor_init (XcDayEditor *self)
{
}
