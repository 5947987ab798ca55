/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/form-tab.h"

typedef struct
{
  /* Owned */
  char *name;
  char *title;
  XcStore *store; /* of a tab that is filled, or built, when it is seen */
  gulong changed_handler;

  gint64 id;
  gboolean is_behind;
  gboolean is_built;
  gboolean is_awaiting; /* has its store and id to show once it is built */
} XcFormTabPrivate;

typedef enum
{
  PROP_NAME = 1,
  PROP_TITLE,
} XcFormTabProperty;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XcFormTab, xc_form_tab, ADW_TYPE_BIN)

#define PRIVATE(self) ((XcFormTabPrivate *) xc_form_tab_get_instance_private (self))

static void
catch_up (XcFormTab *self)
{
  XcFormTabPrivate *priv = PRIVATE (self);

  if (!priv->is_behind || priv->store == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->is_behind = FALSE;
  XC_FORM_TAB_GET_CLASS (self)->fill (self, priv->store, priv->id);
}

static void
fall_behind (XcFormTab *self)
{
  PRIVATE (self)->is_behind = TRUE;
  catch_up (self);
}

static void
xc_form_tab_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xc_form_tab_parent_class)->map (widget);
  xc_form_tab_build (XC_FORM_TAB (widget));
  catch_up (XC_FORM_TAB (widget));
}

static void
take_store (XcFormTab *self, XcStore *store)
{
  XcFormTabPrivate *priv = PRIVATE (self);

  if (priv->store != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->store);
  g_set_object (&priv->store, store);
  if (store != NULL)
    priv->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (fall_behind), self);
}

static void
show (XcFormTab *self, XcStore *store, gint64 id)
{
  XcFormTabPrivate *priv = PRIVATE (self);

  if (XC_FORM_TAB_GET_CLASS (self)->fill == NULL || (store == priv->store && id == priv->id))
    return;
  take_store (self, store);
  priv->id = id;
  fall_behind (self);
}

static void
xc_form_tab_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((XcFormTabProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, PRIVATE (XC_FORM_TAB (object))->name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, PRIVATE (XC_FORM_TAB (object))->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_form_tab_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcFormTabPrivate *priv = PRIVATE (XC_FORM_TAB (object));

  switch ((XcFormTabProperty) id)
    {
    case PROP_NAME:
      priv->name = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      priv->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_form_tab_dispose (GObject *object)
{
  take_store (XC_FORM_TAB (object), NULL);
  G_OBJECT_CLASS (xc_form_tab_parent_class)->dispose (object);
}

static void
xc_form_tab_finalize (GObject *object)
{
  g_free (PRIVATE (XC_FORM_TAB (object))->name);
  g_free (PRIVATE (XC_FORM_TAB (object))->title);
  G_OBJECT_CLASS (xc_form_tab_parent_class)->finalize (object);
}

static void
xc_form_tab_class_init (XcFormTabClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = xc_form_tab_get_property;
  object_class->set_property = xc_form_tab_set_property;
  object_class->dispose = xc_form_tab_dispose;
  object_class->finalize = xc_form_tab_finalize;
  GTK_WIDGET_CLASS (class)->map = xc_form_tab_map;
  class->show = show;
  g_object_class_install_property (object_class, PROP_NAME,
                                   g_param_spec_string ("tab-name", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, flags));
}

static void
xc_form_tab_init (XcFormTab *self)
{
}

const char *
xc_form_tab_get_name (XcFormTab *self)
{
  return PRIVATE (self)->name;
}

const char *
xc_form_tab_get_title (XcFormTab *self)
{
  return PRIVATE (self)->title;
}

/**
 * xc_form_tab_is_built:
 * @self: a tab
 *
 * Returns: whether it has its widgets
 */
gboolean
xc_form_tab_is_built (XcFormTab *self)
{
  return PRIVATE (self)->is_built || XC_FORM_TAB_GET_CLASS (self)->build == NULL;
}

/**
 * xc_form_tab_build:
 * @self: a tab that is about to be used
 *
 * Makes its widgets, unless they are there, and shows in them what it was told to show.
 */
void
xc_form_tab_build (XcFormTab *self)
{
  XcFormTabPrivate *priv = PRIVATE (self);
  g_autoptr (XcStore) store = NULL;

  if (xc_form_tab_is_built (self))
    return;
  priv->is_built = TRUE;
  XC_FORM_TAB_GET_CLASS (self)->build (self);
  if (!priv->is_awaiting)
    return;
  priv->is_awaiting = FALSE;
  store = g_steal_pointer (&priv->store);
  XC_FORM_TAB_GET_CLASS (self)->show (self, store, priv->id);
}

/**
 * xc_form_tab_show:
 * @self: a tab
 * @store: (nullable): the ledger
 * @id: a row of the pane's table, or 0 for one that is not saved yet
 */
void
xc_form_tab_show (XcFormTab *self, XcStore *store, gint64 id)
{
  XcFormTabPrivate *priv = PRIVATE (self);

  if (xc_form_tab_is_built (self) || XC_FORM_TAB_GET_CLASS (self)->fill != NULL)
    {
      XC_FORM_TAB_GET_CLASS (self)->show (self, store, id);
      return;
    }
  g_set_object (&priv->store, store);
  priv->id = id;
  priv->is_awaiting = TRUE;
}

void
xc_form_tab_settle (XcFormTab *self)
{
  if (xc_form_tab_is_built (self) && XC_FORM_TAB_GET_CLASS (self)->settle != NULL)
    XC_FORM_TAB_GET_CLASS (self)->settle (self);
}

void
xc_form_tab_add (XcFormTab *self)
{
  xc_form_tab_build (self);
  if (XC_FORM_TAB_GET_CLASS (self)->add != NULL)
    XC_FORM_TAB_GET_CLASS (self)->add (self);
}

/**
 * xc_form_tab_select:
 * @self: a tab that is seen
 * @id: a row in it; one that is not there changes nothing
 */
void
xc_form_tab_select (XcFormTab *self, gint64 id)
{
  xc_form_tab_build (self);
  if (XC_FORM_TAB_GET_CLASS (self)->select != NULL)
    XC_FORM_TAB_GET_CLASS (self)->select (self, id);
}
