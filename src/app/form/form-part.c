/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/form-part.h"

typedef struct
{
  gboolean is_showing; /* what changes now is not typed by the user */

  /* Owned */
  char *name;
} XcFormPartPrivate;

typedef enum
{
  PROP_NAME = 1,
} XcFormPartProperty;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XcFormPart, xc_form_part, ADW_TYPE_BIN)

#define PRIVATE(self) ((XcFormPartPrivate *) xc_form_part_get_instance_private (self))

static guint edited_signal;

static void
xc_form_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((XcFormPartProperty) id)
    {
    case PROP_NAME:
      PRIVATE (XC_FORM_PART (object))->name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_form_part_finalize (GObject *object)
{
  g_free (PRIVATE (XC_FORM_PART (object))->name);
  G_OBJECT_CLASS (xc_form_part_parent_class)->finalize (object);
}

static void
xc_form_part_class_init (XcFormPartClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = xc_form_part_set_property;
  object_class->finalize = xc_form_part_finalize;
  edited_signal =
      g_signal_new ("edited", XC_TYPE_FORM_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_object_class_install_property (
      object_class, PROP_NAME,
      g_param_spec_string ("part-name", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
xc_form_part_init (XcFormPart *self)
{
}

const char *
xc_form_part_get_name (XcFormPart *self)
{
  return PRIVATE (self)->name;
}

/**
 * xc_form_part_edited:
 * @self: a part whose widgets changed
 *
 * Tells so, unless it is because a row is being shown.
 */
void
xc_form_part_edited (XcFormPart *self)
{
  if (!PRIVATE (self)->is_showing)
    g_signal_emit (self, edited_signal, 0);
}

void
xc_form_part_set_form (XcFormPart *self, XcForm *form)
{
  if (XC_FORM_PART_GET_CLASS (self)->set_form != NULL)
    XC_FORM_PART_GET_CLASS (self)->set_form (self, form);
}

void
xc_form_part_show (XcFormPart *self, XcStore *store, const XcRecord *record)
{
  XcFormPartPrivate *priv = PRIVATE (self);

  priv->is_showing = TRUE;
  if (XC_FORM_PART_GET_CLASS (self)->show != NULL)
    XC_FORM_PART_GET_CLASS (self)->show (self, store, record);
  priv->is_showing = FALSE;
}

void
xc_form_part_follow (XcFormPart *self, const XcRecord *typed)
{
  if (XC_FORM_PART_GET_CLASS (self)->follow != NULL)
    XC_FORM_PART_GET_CLASS (self)->follow (self, typed);
}

gboolean
xc_form_part_check (XcFormPart *self)
{
  return XC_FORM_PART_GET_CLASS (self)->check == NULL || XC_FORM_PART_GET_CLASS (self)->check (self);
}

gboolean
xc_form_part_save (XcFormPart *self, XcStore *store, const XcRecord *record, GError **error)
{
  return XC_FORM_PART_GET_CLASS (self)->save == NULL
         || XC_FORM_PART_GET_CLASS (self)->save (self, store, record, error);
}

char *
xc_form_part_dup_typed (XcFormPart *self)
{
  return XC_FORM_PART_GET_CLASS (self)->dup_typed != NULL ? XC_FORM_PART_GET_CLASS (self)->dup_typed (self)
                                                          : NULL;
}

void
xc_form_part_put_typed (XcFormPart *self, const char *typed)
{
  XcFormPartPrivate *priv = PRIVATE (self);

  priv->is_showing = TRUE;
  if (XC_FORM_PART_GET_CLASS (self)->put_typed != NULL)
    XC_FORM_PART_GET_CLASS (self)->put_typed (self, typed);
  priv->is_showing = FALSE;
}

char *
xc_form_part_dup_repeated (XcFormPart *self)
{
  return XC_FORM_PART_GET_CLASS (self)->dup_repeated != NULL
             ? XC_FORM_PART_GET_CLASS (self)->dup_repeated (self)
             : NULL;
}
