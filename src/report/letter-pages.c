/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/letter-pages.h"

#include <glib/gi18n-lib.h>

#include "report/letter-layout.h"
#include "report/letter-words.h"
#include "report/list-marks.h"

typedef struct
{
  guint letter;
  guint page; /* of the letter */
} Sheet;

typedef struct
{
  GPtrArray *letters;
  GPtrArray *layouts; /* of GArray of XcLetterPiece */
  GArray *sheets;     /* of Sheet */
  double width, height;
} LetterPages;

static void
begin (gpointer data, double width, double height)
{
  LetterPages *self = data;

  /* The standard knows A4 only; on other paper it stands in the upper left corner. */
  self->width = width;
  self->height = height;
}

static guint
count (gpointer data)
{
  return ((LetterPages *) data)->sheets->len;
}

static void
draw_piece (XcPicture *picture, const XcLetterPiece *piece, double left)
{
  XcText text = { .words = piece->words,
                  .size = piece->size,
                  .face = piece->face,
                  .ink = piece->ink,
                  .align = piece->align,
                  .x = left + piece->from.x,
                  .y = piece->from.y };

  if (piece->words == NULL)
    {
      const XcPoint ends[] = { { left + piece->from.x, piece->from.y }, { left + piece->to.x, piece->to.y } };

      xc_picture_add_line (picture, ends, 2, piece->ink, XC_STYLE_LINE, piece->pen);
      return;
    }
  if (*piece->words == '\0')
    return;
  if (piece->stretch > 0)
    text.spacing = (piece->stretch - xc_picture_measure (picture, &text).width)
                   / (double) g_utf8_strlen (piece->words, -1);
  xc_picture_add_text (picture, &text);
}

static XcPicture *
lay_out (gpointer data, guint page)
{
  LetterPages *self = data;
  const Sheet *sheet = &g_array_index (self->sheets, Sheet, page);
  const GArray *layout = self->layouts->pdata[sheet->letter];
  g_autofree char *title = xc_letter_words_title (self->letters->pdata[sheet->letter]);
  XcPicture *picture = xc_picture_new (self->width, self->height);
  double left = sheet->page % 2 == 0 ? XC_LETTER_LEFT : XC_LETTER_RIGHT;

  xc_picture_set_title (picture, title);
  for (guint i = 0; i < layout->len; i++)
    {
      const XcLetterPiece *piece = &g_array_index (layout, XcLetterPiece, i);

      if (piece->page == sheet->page)
        draw_piece (picture, piece, left);
    }
  return picture;
}

static void
free_pages (gpointer data)
{
  LetterPages *self = data;

  g_ptr_array_unref (self->letters);
  g_ptr_array_unref (self->layouts);
  g_array_unref (self->sheets);
  g_free (self);
}

static const XcPagesKind kind = { begin, NULL, count, lay_out, free_pages };

static void
add_letter (LetterPages *self, guint number, const XcOffice *office, const char *marking)
{
  guint n_pages;

  g_ptr_array_add (self->layouts,
                   xc_letter_layout_new (self->letters->pdata[number], office, marking, &n_pages));
  for (guint i = 0; i < n_pages; i++)
    {
      const Sheet sheet = { number, i };

      g_array_append_val (self->sheets, sheet);
    }
}

/**
 * xc_letter_pages_new:
 * @store: a ledger
 * @letters: (element-type XcLetter): issued, or about to be; at least one
 * @error: return location for a #XcStoreError
 *
 * Each begins on a page of its own.
 *
 * Returns: (transfer full): their pages, for paper of A4; or %NULL
 */
XcPages *
xc_letter_pages_new (XcStore *store, GPtrArray *letters, GError **error)
{
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;
  g_autofree char *title = NULL;
  const XcLetter *first;
  LetterPages *self;

  g_return_val_if_fail (letters->len > 0, NULL);
  if (office == NULL || !xc_list_marks_load (store, &unit, &marking, error))
    return NULL;
  first = letters->pdata[0];
  self = g_new0 (LetterPages, 1);
  self->letters = g_ptr_array_ref (letters);
  self->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  for (guint i = 0; i < letters->len; i++)
    add_letter (self, i, office, marking);
  title = letters->len == 1 ? xc_letter_words_title (first) : g_strdup (_ ("Warning letters"));
  return xc_pages_new (&kind, title, xc_day_is_set (first->issued_on) ? first->issued_on : XC_DAY_MIN, self);
}

/**
 * xc_letter_pages_dup_file_name:
 * @letter: a letter that was issued
 *
 * Returns: (transfer full): what a file of it is called: number, organization and ending, without what no file system takes
 */
char *
xc_letter_pages_dup_file_name (const XcLetter *letter)
{
  g_autofree char *number = xc_letter_dup_number (letter);
  char *name = g_strdup_printf ("%s %s.pdf", number != NULL ? number : "", letter->organization);

  return g_strdelimit (g_strchug (name), "/\\:*?\"<>|", '_');
}

/**
 * xc_letter_pages_write_each:
 * @store: a ledger
 * @letters: (element-type XcLetter): letters that were issued
 * @folder: where to write
 * @replace: whether files that are there already may be replaced
 * @n_written: (out) (optional): how many were written, also when one failed
 * @error: return location; as in xc_pages_write()
 *
 * Writes a PDF file for each letter, one after the other.
 *
 * Returns: whether all are there, whole
 */
gboolean
xc_letter_pages_write_each (XcStore *store, const GPtrArray *letters, const char *folder, gboolean replace,
                            guint *n_written, GError **error)
{
  guint n = 0;
  gboolean done = TRUE;

  for (; done && n < letters->len; n += (guint) done)
    {
      g_autofree char *name = xc_letter_pages_dup_file_name (letters->pdata[n]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (XcPages) pages = NULL;

      g_ptr_array_add (one, letters->pdata[n]);
      pages = xc_letter_pages_new (store, one, error);
      done = pages != NULL && xc_pages_write (pages, XC_PAGE_A4_SHORT, XC_PAGE_A4_LONG, path, replace, error);
    }
  if (n_written != NULL)
    *n_written = n;
  return done;
}
