/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page.h"

typedef struct
{
  /* Owned */
  XcStore *store;
  gulong changed_handler;
  XcTermChoice *term_choice;
  XcDueWatch *due_watch;
  char *name;
  char *title;
  char *icon_name;

  guint counting; /* source, or 0 */
  gboolean is_built;
  gboolean is_behind; /* a ledger was put in or taken out, and the page was not looked at since */
  int count;
  int n_waiting;
} XcPagePrivate;

typedef enum
{
  PROP_STORE = 1,
  PROP_NAME,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_COUNT,
  PROP_N_WAITING,
} XcPageProperty;

static GParamSpec *properties[PROP_N_WAITING + 1];
static guint due_changed_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XcPage, xc_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((XcPagePrivate *) xc_page_get_instance_private (self))

/* How soon, in milliseconds, the sidebar says what is on pages that nobody looked at: the one that is looked at comes
 * first. */
#define COUNT_MS 150

static gboolean
count_cb (gpointer data)
{
  XcPage *self = data;

  PRIVATE (self)->counting = 0;
  if (XC_PAGE_GET_CLASS (self)->count != NULL)
    XC_PAGE_GET_CLASS (self)->count (self);
  return G_SOURCE_REMOVE;
}

static void
count_rows (XcPage *self)
{
  XcPagePrivate *priv = PRIVATE (self);

  g_clear_handle_id (&priv->counting, g_source_remove);
  if (priv->is_built)
    count_cb (self);
  else
    priv->counting = g_timeout_add (COUNT_MS, count_cb, self);
}

/* To build widgets and rows of a list takes far longer than to read them: only a page that is looked at does. */
static void
catch_up (XcPage *self)
{
  XcPagePrivate *priv = PRIVATE (self);

  if (!priv->is_built && priv->store != NULL)
    {
      priv->is_built = TRUE;
      XC_PAGE_GET_CLASS (self)->build (self);
      count_rows (self);
    }
  if (!priv->is_built || !priv->is_behind)
    return;
  priv->is_behind = FALSE;
  if (XC_PAGE_GET_CLASS (self)->follow != NULL)
    XC_PAGE_GET_CLASS (self)->follow (self, NULL);
}

static void
store_changed_cb (XcStore *store, const XcChange *change, XcPage *self)
{
  if (!PRIVATE (self)->is_behind && XC_PAGE_GET_CLASS (self)->follow != NULL)
    XC_PAGE_GET_CLASS (self)->follow (self, change);
  count_rows (self);
}

static void
drop_store (XcPagePrivate *priv)
{
  if (priv->store != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->store);
  g_clear_object (&priv->store);
}

static void
xc_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XcPagePrivate *priv = PRIVATE (XC_PAGE (object));

  switch ((XcPageProperty) id)
    {
    case PROP_STORE:
      g_value_set_object (value, priv->store);
      break;
    case PROP_NAME:
      g_value_set_string (value, priv->name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;
    case PROP_COUNT:
      g_value_set_int (value, priv->count);
      break;
    case PROP_N_WAITING:
      g_value_set_int (value, priv->n_waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcPage *self = XC_PAGE (object);
  XcPagePrivate *priv = PRIVATE (self);

  switch ((XcPageProperty) id)
    {
    case PROP_STORE:
      xc_page_set_store (self, g_value_get_object (value));
      break;
    case PROP_NAME:
      g_free (priv->name);
      priv->name = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      g_free (priv->icon_name);
      priv->icon_name = g_value_dup_string (value);
      break;
    case PROP_COUNT:
    case PROP_N_WAITING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_page_map (GtkWidget *widget)
{
  catch_up (XC_PAGE (widget));
  GTK_WIDGET_CLASS (xc_page_parent_class)->map (widget);
}

static void
xc_page_dispose (GObject *object)
{
  XcPagePrivate *priv = PRIVATE (XC_PAGE (object));

  drop_store (priv);
  g_clear_handle_id (&priv->counting, g_source_remove);
  g_clear_object (&priv->term_choice);
  g_clear_object (&priv->due_watch);
  G_OBJECT_CLASS (xc_page_parent_class)->dispose (object);
}

static void
xc_page_finalize (GObject *object)
{
  XcPagePrivate *priv = PRIVATE (XC_PAGE (object));

  g_free (priv->name);
  g_free (priv->title);
  g_free (priv->icon_name);
  G_OBJECT_CLASS (xc_page_parent_class)->finalize (object);
}

static void
xc_page_class_init (XcPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = xc_page_get_property;
  object_class->set_property = xc_page_set_property;
  object_class->dispose = xc_page_dispose;
  object_class->finalize = xc_page_finalize;
  GTK_WIDGET_CLASS (class)->map = xc_page_map;

  properties[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, XC_TYPE_STORE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NAME] = g_param_spec_string ("page-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] =
      g_param_spec_int ("count", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_WAITING] =
      g_param_spec_int ("n-waiting", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  due_changed_signal =
      g_signal_new ("due-changed", XC_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xc_page_init (XcPage *self)
{
  PRIVATE (self)->count = -1;
}

/**
 * xc_page_get_store:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the ledger it shows
 */
XcStore *
xc_page_get_store (XcPage *self)
{
  return PRIVATE (self)->store;
}

void
xc_page_set_store (XcPage *self, XcStore *store)
{
  XcPagePrivate *priv = PRIVATE (self);

  if (priv->store == store)
    return;
  drop_store (priv);
  if (store != NULL)
    {
      priv->store = g_object_ref (store);
      priv->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
    }
  /* What shows the old ledger lets go of it; what never did has nothing to let go of. */
  priv->is_behind = store != NULL || !priv->is_behind;
  if (store == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    catch_up (self);
  count_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

static void
chosen_cb (XcPage *self)
{
  if (PRIVATE (self)->is_built && !PRIVATE (self)->is_behind && XC_PAGE_GET_CLASS (self)->show_term != NULL)
    XC_PAGE_GET_CLASS (self)->show_term (self);
  count_rows (self);
}

/**
 * xc_page_set_term_choice:
 * @self: a page without a ledger
 * @choice: says which term the window shows; once
 */
void
xc_page_set_term_choice (XcPage *self, XcTermChoice *choice)
{
  g_return_if_fail (PRIVATE (self)->term_choice == NULL);
  PRIVATE (self)->term_choice = g_object_ref (choice);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * xc_page_get_term_choice:
 * @self: a page
 *
 * Returns: (transfer none): what says which term the window shows, and as of which day
 */
XcTermChoice *
xc_page_get_term_choice (XcPage *self)
{
  return PRIVATE (self)->term_choice;
}

static void
due_changed_cb (XcPage *self)
{
  g_signal_emit (self, due_changed_signal, 0);
}

/**
 * xc_page_set_due_watch:
 * @self: a page without a ledger
 * @watch: says what waits today; once
 */
void
xc_page_set_due_watch (XcPage *self, XcDueWatch *watch)
{
  g_return_if_fail (PRIVATE (self)->due_watch == NULL);
  PRIVATE (self)->due_watch = g_object_ref (watch);
  g_signal_connect_object (watch, "changed", G_CALLBACK (due_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * xc_page_get_due_watch:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what says what waits today
 */
XcDueWatch *
xc_page_get_due_watch (XcPage *self)
{
  return PRIVATE (self)->due_watch;
}

/**
 * xc_page_get_term:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the term to show; %NULL while the ledger has none
 */
XcRecord *
xc_page_get_term (XcPage *self)
{
  return xc_term_choice_get_term (PRIVATE (self)->term_choice);
}

const char *
xc_page_get_name (XcPage *self)
{
  return PRIVATE (self)->name;
}

const char *
xc_page_get_title (XcPage *self)
{
  return PRIVATE (self)->title;
}

const char *
xc_page_get_icon_name (XcPage *self)
{
  return PRIVATE (self)->icon_name;
}

int
xc_page_get_count (XcPage *self)
{
  return PRIVATE (self)->count;
}

int
xc_page_get_n_waiting (XcPage *self)
{
  return PRIVATE (self)->n_waiting;
}

/**
 * xc_page_set_count:
 * @self: a page
 * @count: rows, or -1 for none to be shown
 */
void
xc_page_set_count (XcPage *self, int count)
{
  XcPagePrivate *priv = PRIVATE (self);

  if (priv->count == count)
    return;
  priv->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * xc_page_set_n_waiting:
 * @self: a page
 * @n_waiting: what waits for the clerk today; the sidebar says it instead of the count unless it is 0
 */
void
xc_page_set_n_waiting (XcPage *self, int n_waiting)
{
  XcPagePrivate *priv = PRIVATE (self);

  if (priv->n_waiting == n_waiting)
    return;
  priv->n_waiting = n_waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WAITING]);
}

/**
 * xc_page_is_built:
 * @self: a page
 *
 * Returns: whether it has its widgets
 */
gboolean
xc_page_is_built (XcPage *self)
{
  return PRIVATE (self)->is_built;
}

/**
 * xc_page_prepare:
 * @self: a page of a ledger that is about to be seen
 *
 * Shows the ledger as it is now.
 */
void
xc_page_prepare (XcPage *self)
{
  catch_up (self);
}

/**
 * xc_page_settle:
 * @self: a page that is about to be left
 *
 * Keeps what was typed: saved when it is valid, else as a draft. Never asks.
 */
void
xc_page_settle (XcPage *self)
{
  if (PRIVATE (self)->is_built && !PRIVATE (self)->is_behind && XC_PAGE_GET_CLASS (self)->settle != NULL)
    XC_PAGE_GET_CLASS (self)->settle (self);
}

/* Known without having the page built for it. */
static gboolean
lists (XcPage *self, XcTable table)
{
  return PRIVATE (self)->store != NULL && XC_PAGE_GET_CLASS (self)->lists != NULL
         && XC_PAGE_GET_CLASS (self)->lists (self, table);
}

/**
 * xc_page_show_row:
 * @self: a page
 * @table: a table
 * @id: a row of it
 *
 * Returns: whether the page lists such rows and now shows this one
 */
gboolean
xc_page_show_row (XcPage *self, XcTable table, gint64 id)
{
  if (!lists (self, table))
    return FALSE;
  catch_up (self);
  return XC_PAGE_GET_CLASS (self)->show_row (self, table, id);
}

/**
 * xc_page_show_rows:
 * @self: a page
 * @table: a table
 * @title: (nullable): what rows these are
 * @ids: (nullable) (element-type gint64): the rows; %NULL for all
 *
 * Returns: whether the page lists such rows and now shows these
 */
gboolean
xc_page_show_rows (XcPage *self, XcTable table, const char *title, const GArray *ids)
{
  if (!lists (self, table))
    return FALSE;
  catch_up (self);
  return XC_PAGE_GET_CLASS (self)->show_rows (self, table, title, ids);
}

/**
 * xc_page_make_pages:
 * @self: a page
 * @error: return location for why it cannot be printed
 *
 * Returns: (transfer full) (nullable): what is shown, for paper; %NULL without @error when there is nothing
 */
XcPages *
xc_page_make_pages (XcPage *self, GError **error)
{
  return XC_PAGE_GET_CLASS (self)->make_pages != NULL ? XC_PAGE_GET_CLASS (self)->make_pages (self, error)
                                                      : NULL;
}
