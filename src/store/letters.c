/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/letters.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/letter-number.h"
#include "core/text.h"
#include "store/office.h"

static void
item_free (gpointer data)
{
  XcLetterItem *item = data;

  g_free (item->number);
  g_free (item->wording);
  g_free (item);
}

/**
 * xc_letter_new:
 *
 * Returns: (transfer full): a letter to nobody about nothing
 */
XcLetter *
xc_letter_new (void)
{
  XcLetter *self = g_new0 (XcLetter, 1);

  self->issued_on = self->reply_on = self->received_on = XC_DAY_NONE;
  self->items = g_ptr_array_new_with_free_func (item_free);
  return self;
}

void
xc_letter_free (XcLetter *self)
{
  g_free (self->prefix);
  g_free (self->organization);
  g_free (self->addressee);
  g_free (self->copied_to);
  g_free (self->signatory);
  g_free (self->received_by);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * xc_letter_dup_number:
 * @self: a letter
 *
 * Returns: (transfer full) (nullable): the number of the document; %NULL until it is issued
 */
char *
xc_letter_dup_number (const XcLetter *self)
{
  return self->number > 0 ? xc_letter_number_format (self->prefix, self->issued_on, self->number) : NULL;
}

typedef struct
{
  const GPtrArray *letters;
  const XcOffice *office;
  XcDay issued_on;
  GArray *ids;
} Issuing;

static gboolean
find_next_number (XcStore *store, const char *prefix, XcDay issued_on, gint64 *number, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT coalesce (max (number), 0) + 1 FROM letter WHERE prefix = ?1 AND substr (issued_on, 1, 4) = "
      "substr (?2, 1, 4)",
      error);
  char iso[XC_DAY_ISO_SIZE];
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_text (statement, 1, prefix);
  xc_statement_bind_text (statement, 2, xc_day_format_iso (issued_on, iso));
  if (!xc_statement_step (statement, &row, error))
    return FALSE;
  *number = xc_statement_get_integer (statement, 0);
  return TRUE;
}

static gboolean
save_items (XcStore *store, const XcLetter *letter, gint64 letter_id, GError **error)
{
  for (guint i = 0; i < letter->items->len; i++)
    {
      const XcLetterItem *item = letter->items->pdata[i];
      g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_LETTER_ITEM);

      xc_record_set_number (record, "letter_id", letter_id);
      xc_record_set_number (record, "position", i + 1);
      xc_record_set_number (record, "problem_id", item->problem_id);
      if (item->measure_id != 0)
        xc_record_set_number (record, "measure_id", item->measure_id);
      xc_record_set_text (record, "wording", item->wording);
      xc_record_set_day (record, "due_on", item->due_on);
      if (!xc_store_save (store, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
issue_letter (XcStore *store, const XcLetter *letter, Issuing *issuing, GError **error)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_LETTER);
  const XcOffice *office = issuing->office;
  const char *prefix =
      letter->colour == XC_DEADLINE_WARNING_RED ? office->urging_prefix : office->reminder_prefix;
  gint64 id, number;

  if (xc_text_is_blank (letter->addressee) || letter->items->len == 0)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
        _ ("A letter is addressed to nobody or says nothing, so none was issued. Complete it or leave "
           "it out."));
  if (!find_next_number (store, prefix, issuing->issued_on, &number, error))
    return FALSE;
  xc_record_set_text (record, "colour", xc_deadline_colour_to_word (letter->colour));
  xc_record_set_text (record, "prefix", prefix);
  xc_record_set_number (record, "number", number);
  xc_record_set_number (record, "organization_id", letter->organization_id);
  if (letter->inspection_id != 0)
    xc_record_set_number (record, "inspection_id", letter->inspection_id);
  xc_record_set_text (record, "addressee", letter->addressee);
  xc_record_set_text (record, "copied_to", letter->copied_to);
  xc_record_set_text (record, "signatory",
                      xc_text_is_blank (letter->signatory) ? office->signatory : letter->signatory);
  xc_record_set_day (record, "issued_on", issuing->issued_on);
  if (xc_day_is_set (letter->reply_on))
    xc_record_set_day (record, "reply_on", letter->reply_on);
  else if (office->reply_days > 0)
    xc_record_set_day (record, "reply_on", issuing->issued_on + office->reply_days);
  if (!xc_store_save (store, record, error))
    return FALSE;
  id = xc_record_get_id (record);
  g_array_append_val (issuing->ids, id);
  return save_items (store, letter, id, error);
}

static gboolean
issue (XcStore *store, gpointer data, GError **error)
{
  Issuing *issuing = data;

  for (guint i = 0; i < issuing->letters->len; i++)
    if (!issue_letter (store, issuing->letters->pdata[i], issuing, error))
      return FALSE;
  return TRUE;
}

/**
 * xc_letters_issue:
 * @store: a ledger
 * @letters: (element-type XcLetter): what to issue, in the order of their numbers
 * @issued_on: the day that they carry
 * @error: return location; %XC_STORE_ERROR_REFUSED when one of them is not complete
 *
 * One undoable action, all or none. Each is given the next number of its year; one that is undone leaves its number free
 * for the next.
 *
 * Returns: (transfer full) (element-type gint64): the ids of the letters; %NULL when none was issued
 */
GArray *
xc_letters_issue (XcStore *store, const GPtrArray *letters, XcDay issued_on, GError **error)
{
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = NULL;
  Issuing issuing = { letters, office, issued_on, ids };

  g_return_val_if_fail (xc_day_is_set (issued_on), NULL);
  if (office == NULL)
    return NULL;
  /* translators: %'u is a number of letters */
  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Issued %'u warning letter", "Issued %'u warning letters", letters->len),
      letters->len);
  return xc_store_run (store, title, issue, &issuing, error) ? g_steal_pointer (&ids) : NULL;
}

typedef struct
{
  const gint64 *letters;
  guint n_letters;
  XcDay received_on;
  const char *received_by;
} Receiving;

static gboolean
receive (XcStore *store, gpointer data, GError **error)
{
  const Receiving *receiving = data;

  for (guint i = 0; i < receiving->n_letters; i++)
    {
      g_autoptr (XcRecord) letter = xc_store_load (store, XC_TABLE_LETTER, receiving->letters[i], error);

      if (letter == NULL)
        return FALSE;
      if (receiving->received_on < xc_record_get_day (letter, "issued_on"))
        return xc_fail (
            error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
            _ ("A letter cannot be received before it was issued, so nothing was recorded. Check the "
               "day."));
      xc_record_set_day (letter, "received_on", receiving->received_on);
      xc_record_set_text (letter, "received_by", receiving->received_by);
      if (!xc_store_save (store, letter, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xc_letters_receive:
 * @store: a ledger
 * @letters: (array length=n_letters): ids of letters
 * @n_letters: how many
 * @received_on: when they were received
 * @received_by: (nullable): who took them
 * @error: return location; %XC_STORE_ERROR_REFUSED when that is before the issue
 *
 * One undoable action, all or none.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_letters_receive (XcStore *store, const gint64 *letters, guint n_letters, XcDay received_on,
                    const char *received_by, GError **error)
{
  Receiving receiving = { letters, n_letters, received_on, received_by };
  g_autofree char *title =
      /* translators: %'u is a number of letters */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u warning letter was received",
                                    "%'u warning letters were received", n_letters),
                       n_letters);

  if (!xc_day_is_set (received_on))
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED, _ ("Enter the day."));
  return xc_store_run (store, title, receive, &receiving, error);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 one = xc_record_get_number (*(XcRecord *const *) a, "position");
  gint64 other = xc_record_get_number (*(XcRecord *const *) b, "position");

  return (one > other) - (one < other);
}

static gboolean
load_items (XcStore *store, XcLetter *letter, GError **error)
{
  g_autoptr (GPtrArray) rows =
      xc_store_load_where (store, XC_TABLE_LETTER_ITEM, "letter_id", letter->id, error);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_sort (rows, compare_positions);
  for (guint i = 0; i < rows->len; i++)
    {
      const XcRecord *row = rows->pdata[i];
      g_autoptr (XcRecord) problem =
          xc_store_load (store, XC_TABLE_PROBLEM, xc_record_get_number (row, "problem_id"), error);
      XcLetterItem *item;

      if (problem == NULL)
        return FALSE;
      item = g_new (XcLetterItem, 1);
      *item =
          (XcLetterItem){ xc_record_get_id (problem), xc_record_get_number (row, "measure_id"),
                          g_strdup (xc_record_get_text (problem, "number")),
                          g_strdup (xc_record_get_text (row, "wording")), xc_record_get_day (row, "due_on") };
      g_ptr_array_add (letter->items, item);
    }
  return TRUE;
}

static XcLetter *
load_letter (XcStore *store, gint64 id, GError **error)
{
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_LETTER, id, error);
  g_autoptr (XcRecord) organization = NULL;
  g_autoptr (XcLetter) letter = NULL;

  if (record == NULL)
    return NULL;
  organization =
      xc_store_load (store, XC_TABLE_ORGANIZATION, xc_record_get_number (record, "organization_id"), error);
  if (organization == NULL)
    return NULL;
  letter = xc_letter_new ();
  letter->id = id;
  xc_deadline_colour_from_word (xc_record_get_text (record, "colour"), &letter->colour);
  letter->prefix = g_strdup (xc_record_get_text (record, "prefix"));
  letter->number = (int) xc_record_get_number (record, "number");
  letter->organization_id = xc_record_get_id (organization);
  letter->inspection_id = xc_record_get_number (record, "inspection_id");
  letter->organization = g_strdup (xc_record_get_text (organization, "name"));
  letter->addressee = g_strdup (xc_record_get_text (record, "addressee"));
  letter->copied_to = g_strdup (xc_record_get_text (record, "copied_to"));
  letter->signatory = g_strdup (xc_record_get_text (record, "signatory"));
  letter->issued_on = xc_record_get_day (record, "issued_on");
  letter->reply_on = xc_record_get_day (record, "reply_on");
  letter->received_on = xc_record_get_day (record, "received_on");
  letter->received_by = g_strdup (xc_record_get_text (record, "received_by"));
  return load_items (store, letter, error) ? g_steal_pointer (&letter) : NULL;
}

/**
 * xc_letters_load:
 * @store: a ledger
 * @letters: (array length=n_letters): ids of letters
 * @n_letters: how many
 * @error: return location; %XC_STORE_ERROR_NOT_FOUND when one is not there
 *
 * Returns: (transfer full) (element-type XcLetter): the letters with what they say, in the same order; or %NULL
 */
GPtrArray *
xc_letters_load (XcStore *store, const gint64 *letters, guint n_letters, GError **error)
{
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_letter_free);

  for (guint i = 0; i < n_letters; i++)
    {
      XcLetter *letter = load_letter (store, letters[i], error);

      if (letter == NULL)
        return NULL;
      g_ptr_array_add (loaded, letter);
    }
  return g_steal_pointer (&loaded);
}
