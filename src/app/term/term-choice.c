/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/term/term-choice.h"

#include <glib/gi18n-lib.h>

#include "app/settings.h"
#include "app/today.h"
#include "core/numeral.h"
#include "store/coverage-source.h"

#define REMEMBERED "chosen-terms"

struct _XcTermChoice
{
  GObject parent_instance;

  /* Owned */
  XcStore *store;
  gulong changed_handler;
  GPtrArray *terms; /* of XcRecord, the latest first */
  XcRecord *term;   /* one of them, or NULL while there is none */
};

G_DEFINE_FINAL_TYPE (XcTermChoice, xc_term_choice, G_TYPE_OBJECT)

static guint chosen_signal, terms_changed_signal;

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  XcDay one = xc_record_get_day (*(const XcRecord *const *) a, "starts_on");
  XcDay other = xc_record_get_day (*(const XcRecord *const *) b, "starts_on");

  return (one < other) - (one > other);
}

static XcRecord *
find_term (XcTermChoice *self, gint64 id)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (xc_record_get_id (self->terms->pdata[i]) == id)
      return self->terms->pdata[i];
  return NULL;
}

/* The term of today: what is shown unless somebody chose another. */
static gint64
find_usual (XcTermChoice *self)
{
  g_autoptr (XcRecord) term =
      self->store != NULL ? xc_coverage_source_find_term (self->store, xc_today (), NULL) : NULL;

  return term != NULL ? xc_record_get_id (term) : 0;
}

/* What was chosen the last time this ledger was open here; 0 for nothing. */
static gint64
recall (XcTermChoice *self)
{
  g_autofree char *ledger = NULL;
  g_autoptr (GVariant) all = NULL;
  gint64 id = 0;

  if (self->store == NULL || xc_settings_get () == NULL)
    return 0;
  ledger = xc_store_dup_uuid (self->store);
  all = g_settings_get_value (xc_settings_get (), REMEMBERED);
  g_variant_lookup (all, ledger, "x", &id);
  return id;
}

/* Nothing is remembered of a ledger that shows the term of today: it goes on to the next one by itself. */
static void
remember (XcTermChoice *self)
{
  g_autofree char *ledger = NULL;
  g_autoptr (GVariant) all = NULL;
  GVariantDict entries;
  gint64 id = xc_term_choice_get_id (self);

  if (self->store == NULL || xc_settings_get () == NULL)
    return;
  ledger = xc_store_dup_uuid (self->store);
  all = g_settings_get_value (xc_settings_get (), REMEMBERED);
  g_variant_dict_init (&entries, all);
  if (id == 0 || id == find_usual (self))
    g_variant_dict_remove (&entries, ledger);
  else
    g_variant_dict_insert (&entries, ledger, "x", id);
  g_settings_set_value (xc_settings_get (), REMEMBERED, g_variant_dict_end (&entries));
}

/* Shows the term with @id, or, when there is none, the one of today. Returns whether that is another one than before. */
static gboolean
show (XcTermChoice *self, gint64 id)
{
  gint64 before = xc_term_choice_get_id (self);
  XcRecord *term = find_term (self, id);

  if (term == NULL)
    term = find_term (self, find_usual (self));
  g_clear_pointer (&self->term, xc_record_unref);
  self->term = term != NULL ? xc_record_ref (term) : NULL;
  return xc_term_choice_get_id (self) != before;
}

static void
load (XcTermChoice *self)
{
  g_ptr_array_unref (self->terms);
  self->terms = self->store != NULL ? xc_store_load_all (self->store, XC_TABLE_TERM, NULL) : NULL;
  if (self->terms == NULL)
    self->terms = g_ptr_array_new ();
  g_ptr_array_sort (self->terms, compare_latest_first);
}

static void
store_changed_cb (XcTermChoice *self, const XcChange *change)
{
  gboolean is_other;

  if (!xc_change_has_table (change, XC_TABLE_TERM))
    return;
  load (self);
  is_other = show (self, xc_term_choice_get_id (self));
  g_signal_emit (self, terms_changed_signal, 0);
  if (is_other)
    g_signal_emit (self, chosen_signal, 0);
}

static void
drop_store (XcTermChoice *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
}

static void
xc_term_choice_dispose (GObject *object)
{
  XcTermChoice *self = XC_TERM_CHOICE (object);

  drop_store (self);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->term, xc_record_unref);
  G_OBJECT_CLASS (xc_term_choice_parent_class)->dispose (object);
}

static void
xc_term_choice_class_init (XcTermChoiceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_term_choice_dispose;
  chosen_signal =
      g_signal_new ("chosen", XC_TYPE_TERM_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  terms_changed_signal = g_signal_new ("terms-changed", XC_TYPE_TERM_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
xc_term_choice_init (XcTermChoice *self)
{
  self->terms = g_ptr_array_new ();
}

/**
 * xc_term_choice_new:
 *
 * Returns: (transfer full): a choice without a ledger
 */
XcTermChoice *
xc_term_choice_new (void)
{
  return g_object_new (XC_TYPE_TERM_CHOICE, NULL);
}

/**
 * xc_term_choice_set_store:
 * @self: a choice
 * @store: (nullable): the ledger that the window shows from now on
 *
 * Chooses what was chosen in this ledger the last time, or else the term of today. No signal tells of it: whoever puts
 * in another ledger shows everything anew. Pages that get the ledger after this are told of changes after it, too.
 */
void
xc_term_choice_set_store (XcTermChoice *self, XcStore *store)
{
  drop_store (self);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->changed_handler =
          g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
    }
  load (self);
  show (self, recall (self));
}

XcStore *
xc_term_choice_get_store (XcTermChoice *self)
{
  return self->store;
}

/**
 * xc_term_choice_get_terms:
 * @self: a choice
 *
 * Returns: (transfer none) (element-type XcRecord): the terms of the ledger, the latest first
 */
GPtrArray *
xc_term_choice_get_terms (XcTermChoice *self)
{
  return self->terms;
}

/**
 * xc_term_choice_get_term:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the term shown; %NULL while the ledger has none
 */
XcRecord *
xc_term_choice_get_term (XcTermChoice *self)
{
  return self->term;
}

/**
 * xc_term_choice_get_id:
 * @self: a choice
 *
 * Returns: the id of the term shown, 0 while there is none
 */
gint64
xc_term_choice_get_id (XcTermChoice *self)
{
  return self->term != NULL ? xc_record_get_id (self->term) : 0;
}

/**
 * xc_term_choice_get_day:
 * @self: a choice
 *
 * Returns: the day as of which figures are shown unless somebody says another: today, or the last day of a term that is
 *   over; %XC_DAY_NONE while there is no term
 */
XcDay
xc_term_choice_get_day (XcTermChoice *self)
{
  return self->term != NULL ? xc_coverage_source_choose_day (self->term, xc_today ()) : XC_DAY_NONE;
}

/**
 * xc_term_choice_choose:
 * @self: a choice
 * @term_id: a term
 *
 * Shows it from now on, this time and the next that the ledger is opened.
 *
 * Returns: whether the ledger has it
 */
gboolean
xc_term_choice_choose (XcTermChoice *self, gint64 term_id)
{
  gboolean is_other;

  if (find_term (self, term_id) == NULL)
    return FALSE;
  is_other = show (self, term_id);
  remember (self);
  if (is_other)
    g_signal_emit (self, chosen_signal, 0);
  return TRUE;
}

/**
 * xc_term_dup_title:
 * @term: a term
 *
 * Returns: (transfer full): what people call it
 */
char *
xc_term_dup_title (const XcRecord *term)
{
  g_autofree char *ordinal = xc_numeral_name ((int) xc_record_get_number (term, "ordinal"));

  /* translators: %1$s is a committee, %2$s the number of its term, as the language writes it */
  return g_strdup_printf (_ ("%1$s, term %2$s"), xc_record_get_text (term, "committee"), ordinal);
}
