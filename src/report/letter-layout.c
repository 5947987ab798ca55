/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/letter-layout.h"

#include "report/letter-lines.h"
#include "report/letter-words.h"

/* Sizes of Chinese type, in points. */
#define SIZE_2 22.0
#define SIZE_3 16.0
#define SIZE_4 14.0
#define SIZE_SMALL_4 12.0
#define HEAD_SIZE_MAX 42.0
/* The letter form (信函格式, 10.1): the head's upper edge is 30 mm below that of the page; a red double line, 170 mm long, is
 * 4 mm below the head, another one 20 mm above the lower edge of the page; the number stands under the first, seven eighths
 * of the height of type below it. */
#define HEAD_TOP (30 * XC_LETTER_MM)
#define RED_LINE_LENGTH (170 * XC_LETTER_MM)
#define RED_LINE_BELOW (4 * XC_LETTER_MM)
#define RED_LINE_FOOT ((297 - 20) * XC_LETTER_MM)
#define RED_PEN_THICK 2.0
#define RED_PEN_THIN 0.75
#define RED_GAP 3.0
#define NUMBER_BELOW (SIZE_3 * 7 / 8)
#define PAGE_WIDTH (210 * XC_LETTER_MM)
#define BOTTOM (XC_LETTER_TOP + XC_LETTER_HEIGHT)
#define THIN_PEN (0.25 * XC_LETTER_MM)
#define TABLE_PITCH (6.2 * XC_LETTER_MM)
#define CELL_PADDING (1 * XC_LETTER_MM)
#define CELL_MARGIN (1.5 * XC_LETTER_MM)
#define COPY_PITCH (8 * XC_LETTER_MM)

typedef struct
{
  const XcLetter *letter;
  const XcOffice *office;
  GArray *pieces;
  guint page;
  double y; /* the upper edge of the next line */
} Pen;

/* Columns of the list, in millimetres; together the width of the type area. */
static const struct
{
  const char *heading;
  double width;
  double align;
} columns[] = {
  { "序号", 12, 0.5 },     { "问题编号", 27, 0.5 }, { "问题及整改措施", 70, 0 },
  { "整改时限", 27, 0.5 }, { "时限情况", 20, 0.5 },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

static void
clear_piece (gpointer data)
{
  g_free (((XcLetterPiece *) data)->words);
}

static void
add_words (Pen *pen, const char *words, double size, XcFace face, XcInk ink, double align, double x, double y)
{
  const XcLetterPiece piece = { .page = pen->page,
                                .words = g_strdup (words),
                                .size = size,
                                .face = face,
                                .ink = ink,
                                .align = align,
                                .from = { x, y } };

  g_array_append_val (pen->pieces, piece);
}

static void
add_rule (Pen *pen, double x, double y, double to_x, double to_y, XcInk ink, double width)
{
  const XcLetterPiece piece = {
    .page = pen->page, .ink = ink, .from = { x, y }, .to = { to_x, to_y }, .pen = width
  };

  g_array_append_val (pen->pieces, piece);
}

static void
begin_page (Pen *pen)
{
  pen->page++;
  pen->y = XC_LETTER_TOP;
}

/* Makes room for @n_lines of body text that belong together. */
static void
keep_together (Pen *pen, guint n_lines)
{
  if (pen->y + n_lines * XC_LETTER_PITCH > BOTTOM + 1)
    begin_page (pen);
}

/* One line of the body, in the middle of its height. */
static void
add_line (Pen *pen, const char *words, XcFace face, double align, double x, double stretch)
{
  keep_together (pen, 1);
  add_words (pen, words, SIZE_3, face, XC_INK_PRINT, align, x,
             pen->y + (XC_LETTER_PITCH - SIZE_3 * XC_LINE_HEIGHT) / 2);
  g_array_index (pen->pieces, XcLetterPiece, pen->pieces->len - 1).stretch = stretch;
  pen->y += XC_LETTER_PITCH;
}

static void
add_paragraphs (Pen *pen, const char *text, int indent)
{
  g_autoptr (GArray) lines = xc_letter_lines_break (text, XC_LETTER_CHARACTERS, indent);

  for (guint i = 0; i < lines->len; i++)
    {
      const XcLetterLine *line = &g_array_index (lines, XcLetterLine, i);
      double left = line->indent * XC_LETTER_CHARACTER;
      double width = line->is_last ? xc_letter_lines_measure (line->words) * XC_LETTER_CHARACTER
                                   : XC_LETTER_WIDTH - left;

      add_line (pen, line->words, XC_FACE_BODY, 0, left, width);
    }
}

/* The page's middle is not that of the type area: the bound margin is wider. */
static void
add_red_lines (Pen *pen, double y, double upper, double lower)
{
  double middle = PAGE_WIDTH / 2 - XC_LETTER_LEFT;
  double from = middle - RED_LINE_LENGTH / 2, to = middle + RED_LINE_LENGTH / 2;

  add_rule (pen, from, y, to, y, XC_INK_LETTERHEAD, upper);
  add_rule (pen, from, y + RED_GAP, to, y + RED_GAP, XC_INK_LETTERHEAD, lower);
}

/* The number, or room for it while the letter has none. */
static char *
make_number (const Pen *pen)
{
  const XcLetter *letter = pen->letter;
  int year, month, day;

  if (letter->number > 0)
    return xc_letter_dup_number (letter);
  if (!xc_day_is_set (letter->issued_on))
    return g_strdup ("");
  xc_day_get (letter->issued_on, &year, &month, &day);
  return g_strdup_printf ("%s〔%d〕  号",
                          letter->colour == XC_DEADLINE_WARNING_RED ? pen->office->urging_prefix
                                                                    : pen->office->reminder_prefix,
                          year);
}

/* 发文机关标志, the red lines, 发文字号; at the left of its line the marking. */
static void
add_head (Pen *pen, const char *marking)
{
  const char *head = pen->office->letterhead;
  double size = MIN (HEAD_SIZE_MAX, XC_LETTER_WIDTH / MAX (xc_letter_lines_measure (head), 1));
  g_autofree char *number = make_number (pen);

  add_words (pen, head, size, XC_FACE_TITLE, XC_INK_LETTERHEAD, 0.5, PAGE_WIDTH / 2 - XC_LETTER_LEFT,
             HEAD_TOP);
  pen->y = HEAD_TOP + size * XC_LINE_HEIGHT + RED_LINE_BELOW;
  add_red_lines (pen, pen->y, RED_PEN_THICK, RED_PEN_THIN);
  add_red_lines (pen, RED_LINE_FOOT - RED_GAP, RED_PEN_THIN, RED_PEN_THICK);
  pen->y += RED_GAP + NUMBER_BELOW;
  if (marking != NULL && *marking != '\0')
    add_words (pen, marking, SIZE_3, XC_FACE_HEADING, XC_INK_PRINT, 0, 0, pen->y);
  add_words (pen, number, SIZE_3, XC_FACE_BODY, XC_INK_PRINT, 1, XC_LETTER_WIDTH, pen->y);
  /* The title is two lines below. */
  pen->y += SIZE_3 * XC_LINE_HEIGHT + 2 * XC_LETTER_PITCH;
}

static void
add_title (Pen *pen, const char *title)
{
  g_autoptr (GArray) lines = xc_letter_lines_break (title, XC_LETTER_WIDTH / SIZE_2, 0);

  for (guint i = 0; i < lines->len; i++)
    {
      add_words (pen, g_array_index (lines, XcLetterLine, i).words, SIZE_2, XC_FACE_TITLE, XC_INK_PRINT, 0.5,
                 XC_LETTER_WIDTH / 2, pen->y);
      pen->y += SIZE_2 * 1.5;
    }
}

/* 署名 above 成文日期, both about one middle; the day ends four characters before the margin. */
static void
add_signature (Pen *pen)
{
  const XcLetter *letter = pen->letter;
  const char *name = letter->signatory != NULL ? letter->signatory : pen->office->signatory;
  g_autofree char *day = xc_letter_words_day (letter->issued_on);
  double name_width = xc_letter_lines_measure (name) * XC_LETTER_CHARACTER;
  double day_width = xc_letter_lines_measure (day) * XC_LETTER_CHARACTER;
  double middle = MIN (XC_LETTER_WIDTH - 4 * XC_LETTER_CHARACTER - day_width / 2,
                       XC_LETTER_WIDTH - 2 * XC_LETTER_CHARACTER - name_width / 2);

  add_line (pen, name, XC_FACE_BODY, 0.5, middle, name_width);
  add_line (pen, day, XC_FACE_BODY, 0.5, middle, 0);
}

/* Nobody signs a page on which nothing else stands: the end of the letter goes over with the signature. The lines free
 * before it, two for the seal, are given up first. */
static void
add_end (Pen *pen)
{
  g_autofree char *annex = g_strconcat ("附件：", xc_letter_words_annex (pen->letter), NULL);
  const guint n_needed = 4;
  guint n_free;

  keep_together (pen, n_needed);
  n_free = (guint) ((BOTTOM + 1 - pen->y) / XC_LETTER_PITCH) - n_needed;
  add_paragraphs (pen, "特此函告。", 2);
  if (n_free > 0)
    pen->y += XC_LETTER_PITCH;
  add_paragraphs (pen, annex, 2);
  pen->y += MIN (n_free > 0 ? n_free - 1 : 0, 2) * XC_LETTER_PITCH;
  add_signature (pen);
}

static void
add_body (Pen *pen)
{
  const XcLetter *letter = pen->letter;
  g_autofree char *title = xc_letter_words_title (letter);
  g_autofree char *addressee = g_strconcat (letter->addressee, "：", NULL);
  g_autofree char *body = xc_letter_words_body (letter, pen->office);

  add_title (pen, title);
  pen->y += XC_LETTER_PITCH;
  add_paragraphs (pen, addressee, 0);
  add_paragraphs (pen, body, 2);
  add_end (pen);
}

/* ---- the list ---- */

static double
get_left (guint column)
{
  double left = 0;

  for (guint i = 0; i < column; i++)
    left += columns[i].width * XC_LETTER_MM;
  return left;
}

static GArray *
break_cell (const char *words, guint column)
{
  return xc_letter_lines_break (words,
                                (columns[column].width * XC_LETTER_MM - 2 * CELL_MARGIN) / SIZE_SMALL_4, 0);
}

static void
add_cell (Pen *pen, GArray *lines, guint column, guint n_lines, XcFace face)
{
  double width = columns[column].width * XC_LETTER_MM;
  double x = get_left (column) + CELL_MARGIN + columns[column].align * (width - 2 * CELL_MARGIN);
  double y = pen->y + CELL_PADDING + (n_lines - lines->len) * TABLE_PITCH / 2
             + (TABLE_PITCH - SIZE_SMALL_4 * XC_LINE_HEIGHT) / 2;

  for (guint i = 0; i < lines->len; i++, y += TABLE_PITCH)
    {
      const XcLetterLine *line = &g_array_index (lines, XcLetterLine, i);

      add_words (pen, line->words, SIZE_SMALL_4, face, XC_INK_PRINT, columns[column].align, x, y);
      if (columns[column].align == 0 && !line->is_last)
        g_array_index (pen->pieces, XcLetterPiece, pen->pieces->len - 1).stretch = width - 2 * CELL_MARGIN;
    }
}

/* A row is not torn, unless it is longer than a page. */
static gboolean
add_row (Pen *pen, const char *const *cells, XcFace face)
{
  GArray *lines[N_COLUMNS];
  guint n_lines = 1;
  double height;
  gboolean fits;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      lines[i] = break_cell (cells[i], i);
      n_lines = MAX (n_lines, lines[i]->len);
    }
  height = n_lines * TABLE_PITCH + 2 * CELL_PADDING;
  fits = pen->y + height <= BOTTOM + 1 || pen->y <= XC_LETTER_TOP + 2 * (TABLE_PITCH + CELL_PADDING);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (fits)
        {
          add_cell (pen, lines[i], i, n_lines, face);
          add_rule (pen, get_left (i), pen->y, get_left (i), pen->y + height, XC_INK_PRINT, THIN_PEN);
        }
      g_array_unref (lines[i]);
    }
  if (!fits)
    return FALSE;
  add_rule (pen, XC_LETTER_WIDTH, pen->y, XC_LETTER_WIDTH, pen->y + height, XC_INK_PRINT, THIN_PEN);
  pen->y += height;
  add_rule (pen, 0, pen->y, XC_LETTER_WIDTH, pen->y, XC_INK_PRINT, THIN_PEN);
  return TRUE;
}

static void
begin_table (Pen *pen)
{
  const char *headings[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    headings[i] = columns[i].heading;
  add_rule (pen, 0, pen->y, XC_LETTER_WIDTH, pen->y, XC_INK_PRINT, THIN_PEN);
  add_row (pen, headings, XC_FACE_HEADING);
}

static void
add_list (Pen *pen)
{
  const XcLetter *letter = pen->letter;

  begin_page (pen);
  add_line (pen, "附件", XC_FACE_HEADING, 0, 0, 0);
  pen->y += XC_LETTER_PITCH;
  add_title (pen, xc_letter_words_annex (letter));
  pen->y += XC_LETTER_PITCH / 2;
  begin_table (pen);
  for (guint i = 0; i < letter->items->len; i++)
    {
      const XcLetterItem *item = letter->items->pdata[i];
      g_autofree char *position = g_strdup_printf ("%u", i + 1);
      g_autofree char *due_on = xc_day_is_set (item->due_on) ? xc_day_format (item->due_on) : g_strdup ("—");
      g_autofree char *left = xc_letter_words_left (item->due_on, letter->issued_on);
      const char *const cells[N_COLUMNS] = { position, item->number, item->wording, due_on, left };

      if (add_row (pen, cells, XC_FACE_BODY))
        continue;
      begin_page (pen);
      begin_table (pen);
      add_row (pen, cells, XC_FACE_BODY);
    }
}

/* 版记 of a letter: who gets a copy, at the foot of the last page. */
static void
add_copies (Pen *pen)
{
  const char *copied_to = pen->letter->copied_to;
  g_autofree char *words = g_strdup_printf ("抄送：%s。", copied_to != NULL ? copied_to : "");
  g_autoptr (GArray) lines = xc_letter_lines_break (words, XC_LETTER_WIDTH / SIZE_4 - 2, 0);
  double top = BOTTOM - lines->len * COPY_PITCH;

  if (copied_to == NULL || *copied_to == '\0')
    return;
  if (pen->y > top - XC_LETTER_PITCH / 2)
    begin_page (pen);
  for (guint i = 0; i < lines->len; i++)
    add_words (pen, g_array_index (lines, XcLetterLine, i).words, SIZE_4, XC_FACE_BODY, XC_INK_PRINT, 0,
               SIZE_4, top + i * COPY_PITCH + (COPY_PITCH - SIZE_4 * XC_LINE_HEIGHT) / 2);
}

/* Seven millimetres below the type area, at its outer side, one character in; the first page of a letter has none. */
static void
add_numbers (Pen *pen)
{
  guint n_pages = pen->page + 1;

  for (pen->page = 1; pen->page < n_pages; pen->page++)
    {
      g_autofree char *number = g_strdup_printf ("— %u —", pen->page + 1);
      gboolean is_odd = pen->page % 2 == 0;

      add_words (pen, number, SIZE_4, XC_FACE_BODY, XC_INK_PRINT, is_odd ? 1 : 0,
                 is_odd ? XC_LETTER_WIDTH - SIZE_4 : SIZE_4, BOTTOM + 7 * XC_LETTER_MM);
    }
}

/**
 * xc_letter_layout_new:
 * @letter: a letter, issued or about to be
 * @office: what the office has settled
 * @marking: (nullable): the marking line
 * @n_pages: (out): how many pages it takes
 *
 * GB/T 9704-2012: page and type area of 5.2, body of 7.3, page numbers of 7.5, and the letter form of 10.1.
 *
 * Returns: (transfer full) (element-type XcLetterPiece): what stands on them
 */
GArray *
xc_letter_layout_new (const XcLetter *letter, const XcOffice *office, const char *marking, guint *n_pages)
{
  Pen pen = { letter, office, g_array_new (FALSE, FALSE, sizeof (XcLetterPiece)), 0, XC_LETTER_TOP };

  g_array_set_clear_func (pen.pieces, clear_piece);
  add_head (&pen, marking);
  add_body (&pen);
  add_list (&pen);
  add_copies (&pen);
  *n_pages = pen.page + 1;
  add_numbers (&pen);
  return pen.pieces;
}
