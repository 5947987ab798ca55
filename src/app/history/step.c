/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/step.h"

#include <glib/gi18n-lib.h>

#include "store/changeset.h"

struct _XcStep
{
  GObject parent_instance;

  /* Owned */
  XcHistoryEntry *entry;
  char *time;
  guint8 *tables; /* whether each was changed; NULL until somebody asks */

  XcDay day;
};

G_DEFINE_FINAL_TYPE (XcStep, xc_step, G_TYPE_OBJECT)

static void
xc_step_finalize (GObject *object)
{
  XcStep *self = XC_STEP (object);

  xc_history_entry_free (self->entry);
  g_free (self->time);
  g_free (self->tables);
  G_OBJECT_CLASS (xc_step_parent_class)->finalize (object);
}

static void
xc_step_class_init (XcStepClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_step_finalize;
}

static void
xc_step_init (XcStep *self)
{
}

/**
 * xc_step_new:
 * @entry: (transfer full): an entry of the history
 *
 * Returns: (transfer full): it as an item of a list
 */
XcStep *
xc_step_new (XcHistoryEntry *entry)
{
  XcStep *self = g_object_new (XC_TYPE_STEP, NULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (entry->happened_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  self->entry = entry;
  self->day = XC_DAY_NONE;
  if (local != NULL)
    {
      self->time = g_date_time_format (local, "%Y-%m-%d %H:%M");
      self->day = xc_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                              g_date_time_get_day_of_month (local));
    }
  return self;
}

const XcHistoryEntry *
xc_step_get_entry (XcStep *self)
{
  return self->entry;
}

/**
 * xc_step_kind_title:
 * @kind: a kind of entries
 *
 * Returns: (transfer none): what people call it
 */
const char *
xc_step_kind_title (XcHistoryKind kind)
{
  switch (kind)
    {
    case XC_HISTORY_ACTION:
      return C_ ("history", "Done");
    case XC_HISTORY_UNDO:
      return C_ ("history", "Undone");
    case XC_HISTORY_REDO:
      return C_ ("history", "Done again");
    case XC_HISTORY_NOTE:
      return C_ ("history", "Given out");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * xc_step_get_text:
 * @self: a step
 * @column: a column of the list
 *
 * Returns: (transfer none): what stands there
 */
const char *
xc_step_get_text (XcStep *self, XcStepColumn column)
{
  switch (column)
    {
    case XC_STEP_TIME:
      return self->time != NULL ? self->time : "";
    case XC_STEP_USER:
      return self->entry->user_name;
    case XC_STEP_KIND:
      return xc_step_kind_title (self->entry->kind);
    case XC_STEP_TITLE:
      return self->entry->title;
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * xc_step_get_day:
 * @self: a step
 *
 * Returns: the day on which it was done, where the user is
 */
XcDay
xc_step_get_day (XcStep *self)
{
  return self->day;
}

/**
 * xc_step_get_action:
 * @self: a step
 *
 * Returns: the number of the action that it did, undid or did again; 0 for one that changed nothing
 */
gint64
xc_step_get_action (XcStep *self)
{
  return self->entry->kind == XC_HISTORY_ACTION ? self->entry->seq : self->entry->target_seq;
}

static gboolean
mark_table (const XcChangedRow *row, gpointer data)
{
  ((guint8 *) data)[row->table] = TRUE;
  return TRUE;
}

/**
 * xc_step_has_table:
 * @self: a step
 * @database: its ledger
 * @table: a table
 *
 * Returns: whether it changed rows of @table
 */
gboolean
xc_step_has_table (XcStep *self, XcDatabase *database, XcTable table)
{
  if (self->tables == NULL)
    {
      gint64 action = xc_step_get_action (self);
      g_autoptr (XcHistoryEntry) entry = action != 0 ? xc_history_load (database, action, NULL) : NULL;

      self->tables = g_new0 (guint8, XC_N_TABLES);
      if (entry != NULL && entry->changeset != NULL)
        xc_changeset_each (entry->changeset, FALSE, mark_table, self->tables, NULL);
    }
  return self->tables[table];
}
