/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/avoidance-book.h"

#include <glib/gi18n-lib.h>

#include "app/today.h"
#include "core/avoidance-words.h"
#include "store/avoidance-source.h"
#include "store/history.h"

struct _XcAvoidanceBook
{
  GObject parent_instance;

  gint64 seq; /* the step of the history after which it was read */

  /* Owned */
  XcAvoidance *avoidance; /* nullable */
  GHashTable *rounds;     /* id → GArray of XcAvoidanceConflict, as they were asked for */

  XcStore *store; /* borrowed: it owns the book */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (XcAvoidanceBook, xc_avoidance_book, G_TYPE_OBJECT)

static void
forget (XcAvoidanceBook *self)
{
  g_hash_table_remove_all (self->rounds);
  g_clear_pointer (&self->avoidance, xc_avoidance_unref);
}

static gboolean
is_moved (const XcChange *change)
{
  static const XcTable tables[] = { XC_AVOIDANCE_TABLES };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (xc_change_has_table (change, tables[i]))
      return TRUE;
  return FALSE;
}

static void
store_changed_cb (XcAvoidanceBook *self, const XcChange *change)
{
  if (!is_moved (change))
    {
      /* Still as it was: problems are entered far more often than people. */
      if (!xc_history_get_last_seq (xc_store_get_database (self->store), &self->seq, NULL))
        forget (self);
      return;
    }
  forget (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * xc_avoidance_book_get:
 * @store: a ledger
 *
 * Returns: (transfer none): its book; it lives as long as @store
 */
XcAvoidanceBook *
xc_avoidance_book_get (XcStore *store)
{
  XcAvoidanceBook *self = g_object_get_data (G_OBJECT (store), "avoidance-book");

  if (self != NULL)
    return self;
  self = g_object_new (XC_TYPE_AVOIDANCE_BOOK, NULL);
  self->store = store;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (store), "avoidance-book", self, g_object_unref);
  return self;
}

/**
 * xc_avoidance_book_get_store:
 * @self: a book
 *
 * Returns: (transfer none): the ledger that it is of
 */
XcStore *
xc_avoidance_book_get_store (XcAvoidanceBook *self)
{
  return self->store;
}

/**
 * xc_avoidance_book_read:
 * @self: a book
 * @error: return location for a #XcStoreError
 *
 * Who is told of a change before the book gets what is true then all the same: it looks at the number of the last step.
 *
 * Returns: (transfer none) (nullable): avoidance as the ledger is now; keep a reference to go on with it
 */
XcAvoidance *
xc_avoidance_book_read (XcAvoidanceBook *self, GError **error)
{
  gint64 seq;

  if (!xc_history_get_last_seq (xc_store_get_database (self->store), &seq, error))
    return NULL;
  if (self->avoidance != NULL && seq == self->seq)
    return self->avoidance;
  forget (self);
  self->avoidance = xc_avoidance_source_load (self->store, xc_today (), error);
  self->seq = seq;
  return self->avoidance;
}

static const GArray *
list_round (XcAvoidanceBook *self, gint64 round_id)
{
  GArray *conflicts = g_hash_table_lookup (self->rounds, &round_id);

  if (conflicts != NULL)
    return conflicts;
  conflicts = xc_avoidance_get_conflicts (self->avoidance, round_id);
  g_hash_table_insert (self->rounds, g_memdup2 (&round_id, sizeof round_id), conflicts);
  return conflicts;
}

static gboolean
is_at (const XcAvoidanceConflict *conflict, const XcAvoidancePlace *place)
{
  if (place->inspection_id != 0)
    return conflict->inspection != NULL && conflict->inspection->id == place->inspection_id;
  return conflict->team->id == place->team_id && conflict->person->id == place->person_id;
}

/**
 * xc_avoidance_book_list:
 * @self: a book
 * @place: an inspection, or somebody in a team
 *
 * Returns: (transfer full) (element-type XcAvoidanceConflict): what stands against it, waived or not; it holds as long as
 *   what xc_avoidance_book_read() gives
 */
GArray *
xc_avoidance_book_list (XcAvoidanceBook *self, const XcAvoidancePlace *place)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceConflict));
  XcAvoidance *avoidance = xc_avoidance_book_read (self, NULL);
  const XcAvoidanceInspection *inspection;
  const XcAvoidanceTeam *team;
  const GArray *conflicts;

  if (avoidance == NULL)
    return found;
  inspection = xc_avoidance_find_inspection (avoidance, place->inspection_id);
  team = xc_avoidance_find_team (avoidance, inspection != NULL ? inspection->team_id : place->team_id);
  if (team == NULL)
    return found;
  conflicts = list_round (self, team->round_id);
  for (guint i = 0; i < conflicts->len; i++)
    if (is_at (&g_array_index (conflicts, XcAvoidanceConflict, i), place))
      g_array_append_val (found, g_array_index (conflicts, XcAvoidanceConflict, i));
  return found;
}

/**
 * xc_avoidance_book_dup_count:
 * @conflicts: (element-type XcAvoidanceConflict): some, at least one
 *
 * Returns: (transfer full): how many they are, or, where all are waived, that
 */
char *
xc_avoidance_book_dup_count (const GArray *conflicts)
{
  guint n_open = xc_avoidance_count_open (conflicts);

  if (n_open == 0)
    return g_strdup_printf (
        /* translators: %u is how many conflicts of avoidance are waived */
        g_dngettext (GETTEXT_PACKAGE, "%u conflict of avoidance, waived", "%u conflicts of avoidance, waived",
                     conflicts->len),
        conflicts->len);
  return g_strdup_printf (
      /* translators: %u is how many conflicts of avoidance there are */
      g_dngettext (GETTEXT_PACKAGE, "%u conflict of avoidance", "%u conflicts of avoidance", n_open), n_open);
}

/**
 * xc_avoidance_book_dup_words:
 * @self: a book
 * @conflicts: (element-type XcAvoidanceConflict): of xc_avoidance_book_list()
 *
 * Returns: (transfer full) (nullable): how many they are, then each on a line with its waiver; %NULL when there is none
 */
char *
xc_avoidance_book_dup_words (XcAvoidanceBook *self, const GArray *conflicts)
{
  XcAvoidance *avoidance = xc_avoidance_book_read (self, NULL);
  g_autofree char *count = NULL;
  GString *words;

  if (conflicts->len == 0 || avoidance == NULL)
    return NULL;
  count = xc_avoidance_book_dup_count (conflicts);
  words = g_string_new (count);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const XcAvoidanceConflict *conflict = &g_array_index (conflicts, XcAvoidanceConflict, i);
      g_autofree char *sentence = xc_avoidance_describe (avoidance, conflict);
      g_autofree char *waiver = xc_avoidance_describe_waiver (conflict);

      g_string_append_printf (words, "\n%s", sentence);
      if (waiver != NULL)
        g_string_append_printf (words, "\n%s", waiver);
    }
  return g_string_free (words, FALSE);
}

/**
 * xc_avoidance_book_preview:
 * @self: a book
 * @proposals: (array length=n_proposals): what somebody is about to do
 * @n_proposals: how many
 * @n_conflicts: (out) (optional): how many conflicts it would make that nobody has waived
 *
 * To be asked before people and organizations are put together.
 *
 * Returns: (transfer full) (nullable): what would stand against it, a sentence a line; %NULL when nothing would
 */
char *
xc_avoidance_book_preview (XcAvoidanceBook *self, const XcAvoidanceProposal *proposals, guint n_proposals,
                           guint *n_conflicts)
{
  XcAvoidance *avoidance = xc_avoidance_book_read (self, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; avoidance != NULL && i < n_proposals; i++)
    {
      g_autoptr (GArray) conflicts = xc_avoidance_ask (avoidance, &proposals[i]);

      for (guint j = 0; j < conflicts->len; j++)
        {
          const XcAvoidanceConflict *conflict = &g_array_index (conflicts, XcAvoidanceConflict, j);
          g_autofree char *sentence = NULL;

          if (conflict->waiver != NULL)
            continue;
          sentence = xc_avoidance_describe (avoidance, conflict);
          g_string_append_printf (text, "%s%s", n++ > 0 ? "\n" : "", sentence);
        }
    }
  if (n_conflicts != NULL)
    *n_conflicts = n;
  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
xc_avoidance_book_finalize (GObject *object)
{
  XcAvoidanceBook *self = XC_AVOIDANCE_BOOK (object);

  g_hash_table_unref (self->rounds);
  g_clear_pointer (&self->avoidance, xc_avoidance_unref);
  G_OBJECT_CLASS (xc_avoidance_book_parent_class)->finalize (object);
}

static void
xc_avoidance_book_class_init (XcAvoidanceBookClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_avoidance_book_finalize;
  changed_signal = g_signal_new ("changed", XC_TYPE_AVOIDANCE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
xc_avoidance_book_init (XcAvoidanceBook *self)
{
  self->rounds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}
