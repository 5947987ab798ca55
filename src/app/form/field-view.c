/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-view.h"

#include "app/fields/choice-editor.h"

struct _XcFieldView
{
  GtkWidget parent_instance;

  gboolean is_read_only; /* the program gives it, or a step of its own changes it */

  /* Owned */
  char *field_name;
  char *by_hand; /* nullable: words of a choice that may be chosen, separated by spaces */

  /* Borrowed: children */
  GtkWidget *title;
  XcFieldEditor *editor;
  GtkWidget *note;  /* NULL until there is something to say */
  GtkWidget *fault; /* likewise */
};

typedef enum
{
  PROP_FIELD = 1,
  PROP_READ_ONLY,
  PROP_BY_HAND,
} XcFieldViewProperty;

G_DEFINE_FINAL_TYPE (XcFieldView, xc_field_view, GTK_TYPE_WIDGET)

static void
xc_field_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((XcFieldViewProperty) id)
    {
    case PROP_FIELD:
      g_value_set_string (value, XC_FIELD_VIEW (object)->field_name);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, XC_FIELD_VIEW (object)->is_read_only);
      break;
    case PROP_BY_HAND:
      g_value_set_string (value, XC_FIELD_VIEW (object)->by_hand);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_field_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((XcFieldViewProperty) id)
    {
    case PROP_FIELD:
      XC_FIELD_VIEW (object)->field_name = g_value_dup_string (value);
      break;
    case PROP_READ_ONLY:
      XC_FIELD_VIEW (object)->is_read_only = g_value_get_boolean (value);
      break;
    case PROP_BY_HAND:
      XC_FIELD_VIEW (object)->by_hand = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_field_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (xc_field_view_parent_class)->dispose (object);
}

static void
xc_field_view_finalize (GObject *object)
{
  g_free (XC_FIELD_VIEW (object)->field_name);
  g_free (XC_FIELD_VIEW (object)->by_hand);
  G_OBJECT_CLASS (xc_field_view_parent_class)->finalize (object);
}

static void
xc_field_view_class_init (XcFieldViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = xc_field_view_get_property;
  object_class->set_property = xc_field_view_set_property;
  object_class->dispose = xc_field_view_dispose;
  object_class->finalize = xc_field_view_finalize;
  g_object_class_install_property (
      object_class, PROP_FIELD,
      g_param_spec_string ("field", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_READ_ONLY,
      g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_BY_HAND,
      g_param_spec_string ("by-hand", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "field");
}

static void
xc_field_view_init (XcFieldView *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 3);
}

const char *
xc_field_view_get_field_name (XcFieldView *self)
{
  return self->field_name;
}

gboolean
xc_field_view_is_read_only (XcFieldView *self)
{
  return self->is_read_only;
}

/* Says @sentence in @label, which is made when there is the first one. */
static void
say (XcFieldView *self, GtkWidget **label, const char *style, GtkWidget *after, const char *sentence)
{
  if (*label == NULL && sentence == NULL)
    return;
  if (*label == NULL)
    {
      *label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (*label), 0);
      gtk_label_set_wrap (GTK_LABEL (*label), TRUE);
      gtk_widget_add_css_class (*label, "caption");
      gtk_widget_add_css_class (*label, style);
      gtk_widget_insert_after (*label, GTK_WIDGET (self), after);
    }
  gtk_label_set_text (GTK_LABEL (*label), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (*label, sentence != NULL);
}

/**
 * xc_field_view_set_table:
 * @self: a view whose field is named
 * @table: the table of the form; once
 *
 * Makes title and editor. A name that the table does not have is a programmer's error.
 */
void
xc_field_view_set_table (XcFieldView *self, XcTable table)
{
  const XcField *field = xc_catalogue_get_field (table, self->field_name);

  g_return_if_fail (self->editor == NULL);
  if (field == NULL)
    g_error ("the table “%s” has no field “%s”", xc_catalogue_get (table)->name, self->field_name);
  self->title = gtk_label_new (xc_field_title (table, field));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "field-title");
  self->editor = xc_field_editor_new (table, field);
  gtk_widget_set_sensitive (GTK_WIDGET (self->editor), !self->is_read_only);
  if (self->by_hand != NULL)
    {
      g_auto (GStrv) words = g_strsplit (self->by_hand, " ", -1);

      xc_choice_editor_set_by_hand (XC_CHOICE_EDITOR (self->editor), (const char *const *) words);
    }
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
}

/**
 * xc_field_view_set_title:
 * @self: a view whose table is set
 * @title: (translated): what the field is called here, when that is not its own title
 */
void
xc_field_view_set_title (XcFieldView *self, const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  xc_field_editor_set_title (self->editor, title);
}

XcFieldEditor *
xc_field_view_get_editor (XcFieldView *self)
{
  return self->editor;
}

/**
 * xc_field_view_set_fault:
 * @self: a view
 * @sentence: (nullable): what is wrong, or %NULL when nothing is
 */
void
xc_field_view_set_fault (XcFieldView *self, const char *sentence)
{
  say (self, &self->fault, "error", self->note != NULL ? self->note : GTK_WIDGET (self->editor), sentence);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->editor), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->editor), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

gboolean
xc_field_view_has_fault (XcFieldView *self)
{
  return self->fault != NULL && gtk_widget_get_visible (self->fault);
}

/**
 * xc_field_view_show_note:
 * @self: a view
 *
 * Says below the field what its editor has to say there now.
 */
void
xc_field_view_show_note (XcFieldView *self)
{
  g_autofree char *note = xc_field_editor_dup_note (self->editor);

  say (self, &self->note, "dim-label", GTK_WIDGET (self->editor), note);
}
