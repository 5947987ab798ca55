/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/field-editor.h"

#include "app/fields/choice-editor.h"
#include "app/fields/day-editor.h"
#include "app/fields/entry-editor.h"
#include "app/fields/long-text-editor.h"
#include "app/fields/reference-editor.h"
#include "app/fields/yes-no-editor.h"

typedef struct
{
  XcTable table;
  const XcField *field;
  guint index;
  gboolean is_showing; /* what changes now is not typed by the user */

  /* Borrowed: of the editor's own tree */
  GtkWidget *named; /* takes the focus */

  /* Owned */
  XcStore *store;
} XcFieldEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XcFieldEditor, xc_field_editor, ADW_TYPE_BIN)

#define PRIVATE(self) ((XcFieldEditorPrivate *) xc_field_editor_get_instance_private (self))

static guint edited_signal, left_signal;

static void
xc_field_editor_dispose (GObject *object)
{
  g_clear_object (&PRIVATE (XC_FIELD_EDITOR (object))->store);
  G_OBJECT_CLASS (xc_field_editor_parent_class)->dispose (object);
}

static gboolean
xc_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PRIVATE (XC_FIELD_EDITOR (widget))->named);
}

static char *
dup_typed (XcFieldEditor *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (PRIVATE (self)->named)));
}

static void
put_typed (XcFieldEditor *self, const char *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (PRIVATE (self)->named), typed);
}

static void
xc_field_editor_class_init (XcFieldEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_field_editor_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = xc_field_editor_grab_focus;
  /* Of an editor whose named widget is an entry. */
  class->dup_typed = dup_typed;
  class->put_typed = put_typed;

  /**
   * XcFieldEditor::edited:
   * @self: an editor
   *
   * The user typed or chose something.
   */
  edited_signal =
      g_signal_new ("edited", XC_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * XcFieldEditor::left:
   * @self: an editor
   *
   * The focus went on: what is wrong may be said now.
   */
  left_signal =
      g_signal_new ("left", XC_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
focus_leave_cb (XcFieldEditor *self)
{
  g_signal_emit (self, left_signal, 0);
}

static void
xc_field_editor_init (XcFieldEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static GType
get_type_of_kind (XcFieldKind kind)
{
  switch (kind)
    {
    case XC_FIELD_TEXT:
    case XC_FIELD_NUMBER:
    case XC_FIELD_MONEY:
    case XC_FIELD_INSTANT:
      return XC_TYPE_ENTRY_EDITOR;
    case XC_FIELD_LONG_TEXT:
      return XC_TYPE_LONG_TEXT_EDITOR;
    case XC_FIELD_DAY:
      return XC_TYPE_DAY_EDITOR;
    case XC_FIELD_CHOICE:
      return XC_TYPE_CHOICE_EDITOR;
    case XC_FIELD_YES_NO:
      return XC_TYPE_YES_NO_EDITOR;
    case XC_FIELD_REFERENCE:
      return XC_TYPE_REFERENCE_EDITOR;
    default:
      g_return_val_if_reached (G_TYPE_INVALID);
    }
}

/**
 * xc_field_editor_new:
 * @table: a table
 * @field: one of its fields
 *
 * Returns: (transfer floating): the editor for the field's kind
 */
XcFieldEditor *
xc_field_editor_new (XcTable table, const XcField *field)
{
  XcFieldEditor *self = g_object_new (get_type_of_kind (field->kind), NULL);
  XcFieldEditorPrivate *priv = PRIVATE (self);

  priv->table = table;
  priv->field = field;
  priv->index = (guint) xc_catalogue_find_field (table, field->name);
  XC_FIELD_EDITOR_GET_CLASS (self)->set_up (self);
  return self;
}

XcTable
xc_field_editor_get_table (XcFieldEditor *self)
{
  return PRIVATE (self)->table;
}

const XcField *
xc_field_editor_get_field (XcFieldEditor *self)
{
  return PRIVATE (self)->field;
}

/**
 * xc_field_editor_get_store:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the ledger of the record shown
 */
XcStore *
xc_field_editor_get_store (XcFieldEditor *self)
{
  return PRIVATE (self)->store;
}

/**
 * xc_field_editor_show:
 * @self: an editor
 * @store: the ledger
 * @record: a row of the editor's table
 */
void
xc_field_editor_show (XcFieldEditor *self, XcStore *store, const XcRecord *record)
{
  XcFieldEditorPrivate *priv = PRIVATE (self);

  g_return_if_fail (xc_record_get_table (record) == priv->table);
  g_set_object (&priv->store, store);
  priv->is_showing = TRUE;
  XC_FIELD_EDITOR_GET_CLASS (self)->show (self, record, priv->index);
  priv->is_showing = FALSE;
}

/**
 * xc_field_editor_read:
 * @self: an editor
 * @record: takes what was typed
 *
 * Returns: (transfer full) (nullable): why what was typed is no value of the field; @record is as it was then
 */
char *
xc_field_editor_read (XcFieldEditor *self, XcRecord *record)
{
  return XC_FIELD_EDITOR_GET_CLASS (self)->read (self, record, PRIVATE (self)->index);
}

char *
xc_field_editor_dup_typed (XcFieldEditor *self)
{
  return XC_FIELD_EDITOR_GET_CLASS (self)->dup_typed (self);
}

void
xc_field_editor_put_typed (XcFieldEditor *self, const char *typed)
{
  XcFieldEditorPrivate *priv = PRIVATE (self);

  priv->is_showing = TRUE;
  XC_FIELD_EDITOR_GET_CLASS (self)->put_typed (self, typed);
  priv->is_showing = FALSE;
}

/**
 * xc_field_editor_follow:
 * @self: an editor
 * @typed: what stands in the form, as far as it can be read
 *
 * For what may be chosen here, and depends on other fields.
 */
void
xc_field_editor_follow (XcFieldEditor *self, const XcRecord *typed)
{
  if (XC_FIELD_EDITOR_GET_CLASS (self)->follow != NULL)
    XC_FIELD_EDITOR_GET_CLASS (self)->follow (self, typed);
}

/**
 * xc_field_editor_dup_note:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): what is to be said below it
 */
char *
xc_field_editor_dup_note (XcFieldEditor *self)
{
  return XC_FIELD_EDITOR_GET_CLASS (self)->dup_note != NULL
             ? XC_FIELD_EDITOR_GET_CLASS (self)->dup_note (self)
             : NULL;
}

/**
 * xc_field_editor_get_named:
 * @self: an editor
 *
 * Returns: (transfer none): what is typed into
 */
GtkWidget *
xc_field_editor_get_named (XcFieldEditor *self)
{
  return PRIVATE (self)->named;
}

/**
 * xc_field_editor_take_child:
 * @self: an editor
 * @child: (transfer floating): its widgets
 * @named: the one of them that takes the focus, and that assistive technology knows by the field's title
 */
void
xc_field_editor_take_child (XcFieldEditor *self, GtkWidget *child, GtkWidget *named)
{
  XcFieldEditorPrivate *priv = PRIVATE (self);
  const char *hint = xc_field_hint (priv->table, priv->field);

  priv->named = named;
  adw_bin_set_child (ADW_BIN (self), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  xc_field_title (priv->table, priv->field), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  priv->field->is_required, -1);
  if (hint != NULL)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
    }
}

/**
 * xc_field_editor_set_title:
 * @self: an editor
 * @title: (translated): as what assistive technology knows it, when that is not the field's title
 */
void
xc_field_editor_set_title (XcFieldEditor *self, const char *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (PRIVATE (self)->named), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/**
 * xc_field_editor_edited:
 * @self: an editor whose widgets changed
 *
 * Tells so, unless it is because a record is being shown.
 */
void
xc_field_editor_edited (XcFieldEditor *self)
{
  if (!PRIVATE (self)->is_showing)
    g_signal_emit (self, edited_signal, 0);
}

/**
 * xc_field_editor_go_on:
 * @self: an editor in which Enter was pressed, and nothing is to be chosen
 *
 * Goes to the next field, as Tab does.
 */
void
xc_field_editor_go_on (XcFieldEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}
