/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which letters are to be written: one for each organization and color, about the measures whose limit is near or past.
 * What a letter said already of the same limit is not said again, but in a graver color.
 */
#include <glib/gi18n-lib.h>

#include "store/closing-state.h"
#include "store/letters.h"
#include "store/office.h"

typedef struct
{
  XcStore *store;
  XcDay today;
  const XcOffice *office;
  guint colours;
  GPtrArray *letters;
  guint n_repeated;
} Proposing;

static gboolean
was_said (Proposing *proposing, const XcLetterItem *item, XcDeadlineWarning colour, gboolean *said,
          GError **error)
{
  g_autoptr (GPtrArray) rows =
      xc_store_load_where (proposing->store, XC_TABLE_LETTER_ITEM, "problem_id", item->problem_id, error);

  *said = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (XcRecord) letter = NULL;
      XcDeadlineWarning other = XC_DEADLINE_WARNING_NONE;

      if (xc_record_get_number (rows->pdata[i], "measure_id") != item->measure_id
          || xc_record_get_day (rows->pdata[i], "due_on") != item->due_on)
        continue;
      letter = xc_store_load (proposing->store, XC_TABLE_LETTER,
                              xc_record_get_number (rows->pdata[i], "letter_id"), error);
      if (letter == NULL)
        return FALSE;
      xc_deadline_colour_from_word (xc_record_get_text (letter, "colour"), &other);
      *said |= other >= colour;
    }
  return rows != NULL;
}

static XcLetter *
find_letter (Proposing *proposing, gint64 organization_id, gint64 inspection_id, XcDeadlineWarning colour)
{
  XcLetter *letter;

  for (guint i = 0; i < proposing->letters->len; i++)
    {
      letter = proposing->letters->pdata[i];
      if (letter->organization_id != organization_id || letter->colour != colour)
        continue;
      if (letter->inspection_id != inspection_id)
        letter->inspection_id = 0;
      return letter;
    }
  letter = xc_letter_new ();
  letter->colour = colour;
  letter->organization_id = organization_id;
  letter->inspection_id = inspection_id;
  g_ptr_array_add (proposing->letters, letter);
  return letter;
}

static gboolean
add_item (Proposing *proposing, const XcRecord *problem, const XcRecord *measure, XcDay due_on,
          gint64 organization_id, GError **error)
{
  XcDeadlineWarning colour = xc_deadline_warning (due_on, proposing->today, proposing->office->green_days,
                                                  proposing->office->yellow_days);
  XcLetterItem item = { xc_record_get_id (problem), measure != NULL ? xc_record_get_id (measure) : 0, NULL,
                        NULL, due_on };
  XcLetterItem *owned;
  gboolean said;

  if (colour == XC_DEADLINE_WARNING_NONE || (proposing->colours & (1u << colour)) == 0)
    return TRUE;
  if (!was_said (proposing, &item, colour, &said, error))
    return FALSE;
  if (said)
    {
      proposing->n_repeated++;
      return TRUE;
    }
  owned = g_new (XcLetterItem, 1);
  *owned = item;
  owned->number = g_strdup (xc_record_get_text (problem, "number"));
  /* Letters are Chinese papers. */
  owned->wording = measure != NULL
                       ? g_strdup_printf ("%s（整改措施：%s）", xc_record_get_text (problem, "wording"),
                                          xc_record_get_text (measure, "wording"))
                       : g_strdup (xc_record_get_text (problem, "wording"));
  g_ptr_array_add (
      find_letter (proposing, organization_id, xc_record_get_number (problem, "inspection_id"), colour)
          ->items,
      owned);
  return TRUE;
}

/* The measures that are not done; the problem itself when all are and it was sent back. */
static gboolean
look_at_problem (Proposing *proposing, const XcDueRow *row, GError **error)
{
  g_autoptr (XcRecord) problem = xc_store_load (proposing->store, XC_TABLE_PROBLEM, row->id, error);
  g_autoptr (XcRecord) inspection = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  gint64 organization_id;
  guint n_open = 0;

  if (problem == NULL)
    return FALSE;
  inspection = xc_store_load (proposing->store, XC_TABLE_INSPECTION,
                              xc_record_get_number (problem, "inspection_id"), error);
  if (inspection == NULL)
    return FALSE;
  organization_id = xc_record_get_number (inspection, "organization_id");
  measures = xc_store_load_where (proposing->store, XC_TABLE_MEASURE, "problem_id", row->id, error);
  if (measures == NULL)
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    {
      if (xc_closing_state_of_measure (measures->pdata[i]) == XC_MEASURE_DONE)
        continue;
      n_open++;
      if (!add_item (proposing, problem, measures->pdata[i], xc_record_get_day (measures->pdata[i], "due_on"),
                     organization_id, error))
        return FALSE;
    }
  return n_open > 0 || add_item (proposing, problem, NULL, row->due_on, organization_id, error);
}

/* Names of those who answer for the problems of a letter in @role, each once. */
static gboolean
add_persons (XcStore *store, const XcLetter *letter, const char *role, GPtrArray *names, GError **error)
{
  for (guint i = 0; i < letter->items->len; i++)
    {
      const XcLetterItem *item = letter->items->pdata[i];
      g_autoptr (GPtrArray) rows =
          xc_store_load_where (store, XC_TABLE_RESPONSIBILITY, "problem_id", item->problem_id, error);

      if (rows == NULL)
        return FALSE;
      for (guint k = 0; k < rows->len; k++)
        {
          const char *name = xc_record_get_text (rows->pdata[k], "name");

          if (name != NULL && g_strcmp0 (xc_record_get_text (rows->pdata[k], "role"), role) == 0
              && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, g_strdup (name));
        }
    }
  return TRUE;
}

/* Green goes to whoever handles it; yellow to the leader in charge, too; red to the organization and its head. */
static gboolean
address (XcStore *store, XcLetter *letter, GError **error)
{
  g_autoptr (XcRecord) organization =
      xc_store_load (store, XC_TABLE_ORGANIZATION, letter->organization_id, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *persons = NULL;
  const char *head, *post;

  if (organization == NULL)
    return FALSE;
  letter->organization = g_strdup (xc_record_get_text (organization, "name"));
  if (letter->colour == XC_DEADLINE_WARNING_RED)
    {
      head = xc_record_get_text (organization, "head");
      post = xc_record_get_text (organization, "head_post");
      letter->addressee = g_strdup (letter->organization);
      letter->copied_to = head != NULL
                              ? g_strconcat (head, post != NULL ? "（" : "", post != NULL ? post : "",
                                             post != NULL ? "）" : "", NULL)
                              : NULL;
      return TRUE;
    }
  if ((letter->colour == XC_DEADLINE_WARNING_YELLOW && !add_persons (store, letter, "leader", names, error))
      || !add_persons (store, letter, "person", names, error))
    return FALSE;
  if (names->len == 0 && xc_record_is_set (organization, "contact"))
    g_ptr_array_add (names, g_strdup (xc_record_get_text (organization, "contact")));
  g_ptr_array_add (names, NULL);
  persons = g_strjoinv ("、", (char **) names->pdata);
  letter->addressee = *persons != '\0' ? g_strdup_printf ("%s（%s）", letter->organization, persons)
                                       : g_strdup (letter->organization);
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const XcLetterItem *one = *(XcLetterItem *const *) a, *other = *(XcLetterItem *const *) b;
  int order = g_strcmp0 (one->number, other->number);

  return order != 0 ? order : one->due_on - other->due_on;
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  const XcLetter *one = *(XcLetter *const *) a, *other = *(XcLetter *const *) b;

  if (one->colour != other->colour)
    return (int) other->colour - (int) one->colour;
  return g_strcmp0 (((XcLetterItem *) one->items->pdata[0])->number,
                    ((XcLetterItem *) other->items->pdata[0])->number);
}

/**
 * xc_letters_propose:
 * @store: a ledger
 * @due: its work list
 * @colours: which colors, by 1 << #XcDeadlineWarning; 0: all
 * @n_repeated: (out) (optional): measures that a letter was written about already
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcLetter): letters that could be issued today, the gravest first, then by
 *   number; addressees and items are free to be changed; or %NULL
 */
GPtrArray *
xc_letters_propose (XcStore *store, const XcDueList *due, guint colours, guint *n_repeated, GError **error)
{
  const guint reasons =
      XC_DUE_MASK (XC_DUE_OVERDUE) | XC_DUE_MASK (XC_DUE_YELLOW) | XC_DUE_MASK (XC_DUE_GREEN);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_letter_free);
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  Proposing proposing = { store, due->today, office, colours != 0 ? colours : ~0u, letters, 0 };

  if (office == NULL)
    return NULL;
  for (guint i = 0; i < due->rows->len; i++)
    {
      const XcDueRow *row = &g_array_index (due->rows, XcDueRow, i);

      /* What waits for reviews is out of the organization's hands. */
      if (row->table != XC_TABLE_PROBLEM || (row->reasons & reasons) == 0
          || (row->reasons & (XC_DUE_MASK (XC_DUE_REVIEW) | XC_DUE_MASK (XC_DUE_APPLY))) != 0)
        continue;
      if (!look_at_problem (&proposing, row, error))
        return NULL;
    }
  for (guint i = 0; i < letters->len; i++)
    {
      g_ptr_array_sort (((XcLetter *) letters->pdata[i])->items, compare_items);
      if (!address (store, letters->pdata[i], error))
        return NULL;
    }
  g_ptr_array_sort (letters, compare_letters);
  if (n_repeated != NULL)
    *n_repeated = proposing.n_repeated;
  return g_steal_pointer (&letters);
}
