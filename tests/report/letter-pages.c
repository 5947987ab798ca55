/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/letter-pages.h"

#include <math.h>
#include <string.h>

#include "ledger.h"
#include "report/letter-layout.h"
#include "report/letter-words.h"

#define MM XC_LETTER_MM
#define TODAY xc_day_new (2024, 8, 24)
#define DATE "2024年8月24日"

static void
add_item (XcLetter *letter, const char *number, const char *wording, XcDay due_on)
{
  XcLetterItem *item = g_new0 (XcLetterItem, 1);

  item->number = g_strdup (number);
  item->wording = g_strdup (wording);
  item->due_on = due_on;
  g_ptr_array_add (letter->items, item);
}

static XcLetter *
make_letter (XcDeadlineWarning colour, guint n_items)
{
  XcLetter *letter = xc_letter_new ();

  letter->colour = colour;
  letter->prefix = g_strdup ("示巡办函");
  letter->number = 3;
  letter->organization = g_strdup ("示范局党组");
  letter->addressee = g_strdup ("示范局党组");
  letter->copied_to = g_strdup ("示某某（党组书记）");
  letter->signatory = g_strdup ("中共示范区委巡察办");
  letter->issued_on = TODAY;
  letter->reply_on = TODAY + 10;
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *number = g_strdup_printf ("06-01-%03u", i + 1);

      add_item (letter, number, "议事规则不完善（整改措施：修订《议事规则》，将12项事项列入集体研究范围）",
                TODAY - 5 + (XcDay) i);
    }
  return letter;
}

static XcOffice *
make_office (XcStore *store)
{
  g_autoptr (GError) error = NULL;
  XcOffice *office = xc_office_load (store, &error);

  g_assert_no_error (error);
  g_free (office->letterhead);
  office->letterhead = g_strdup ("中共示范区委巡察工作领导小组办公室");
  return office;
}

static const XcLetterPiece *
find_piece (const GArray *layout, const char *words)
{
  for (guint i = 0; i < layout->len; i++)
    {
      const XcLetterPiece *piece = &g_array_index (layout, XcLetterPiece, i);

      if (piece->words != NULL && g_str_equal (piece->words, words))
        return piece;
    }
  g_error ("“%s” is not on the letter", words);
}

static void
is_where_the_standard_wants_it (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = make_office (store);
  g_autoptr (XcLetter) letter = make_letter (XC_DEADLINE_WARNING_RED, 3);
  guint n_pages;
  g_autoptr (GArray) layout = xc_letter_layout_new (letter, office, "内部资料", &n_pages);
  const XcLetterPiece *head = find_piece (layout, office->letterhead);
  const XcLetterPiece *number = find_piece (layout, "示巡办函〔2024〕3号");
  const XcLetterPiece *title = find_piece (layout, "关于巡察整改任务超期未完成的督办函");
  const XcLetterPiece *signatory = find_piece (layout, letter->signatory);
  const XcLetterPiece *date = find_piece (layout, DATE);
  const XcLetterPiece *annex = find_piece (layout, "附件");
  const XcLetterPiece *copies = find_piece (layout, "抄送：示某某（党组书记）。");
  guint n_red = 0;

  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_cmpfloat_with_epsilon (head->from.y, 30 * MM, 0.1);
  g_assert_cmpint (head->ink, ==, XC_INK_LETTERHEAD);
  g_assert_cmpint (head->face, ==, XC_FACE_TITLE);
  /* Four red rules, 170 mm long about the middle of the page, the last 20 mm above its edge. */
  for (guint i = 0; i < layout->len; i++)
    {
      const XcLetterPiece *piece = &g_array_index (layout, XcLetterPiece, i);

      if (piece->words != NULL || piece->ink != XC_INK_LETTERHEAD)
        continue;
      n_red++;
      g_assert_cmpfloat_with_epsilon (piece->to.x - piece->from.x, 170 * MM, 0.1);
      g_assert_cmpfloat_with_epsilon (XC_LETTER_LEFT + (piece->from.x + piece->to.x) / 2, 105 * MM, 0.1);
      g_assert_cmpfloat (piece->from.y, <=, 277 * MM + 0.1);
    }
  g_assert_cmpuint (n_red, ==, 4);
  g_assert_cmpfloat (number->align, ==, 1);
  g_assert_cmpfloat_with_epsilon (number->from.x, XC_LETTER_WIDTH, 0.1);
  g_assert_cmpfloat (number->size, ==, 16);
  g_assert_cmpfloat (title->size, ==, 22);
  g_assert_cmpfloat_with_epsilon (title->from.x, XC_LETTER_WIDTH / 2, 0.1);
  g_assert_cmpfloat (title->from.y - number->from.y, >, 2 * XC_LETTER_PITCH);
  /* 署名 and 成文日期 about one middle, the name above. */
  g_assert_cmpfloat_with_epsilon (signatory->from.x, date->from.x, 0.1);
  g_assert_cmpfloat_with_epsilon (date->from.y - signatory->from.y, XC_LETTER_PITCH, 0.1);
  g_assert_cmpuint (date->page, ==, 0);
  g_assert_cmpuint (annex->page, ==, 1);
  g_assert_cmpint (annex->face, ==, XC_FACE_HEADING);
  g_assert_cmpuint (copies->page, ==, 1);
  g_assert_cmpuint (find_piece (layout, "内部资料")->page, ==, 0);
  /* No number on the first page of a letter, 7 mm below the type area on the second, at its left. */
  g_assert_cmpuint (find_piece (layout, "— 2 —")->page, ==, 1);
  g_assert_cmpfloat (find_piece (layout, "— 2 —")->align, ==, 0);
  g_assert_cmpfloat_with_epsilon (find_piece (layout, "— 2 —")->from.y, (37 + 225 + 7) * MM, 0.1);
  g_assert_cmpfloat_with_epsilon (XC_LETTER_LEFT + XC_LETTER_WIDTH + XC_LETTER_RIGHT, 210 * MM, 0.1);
}

/* Nothing stands outside the type area but head and page numbers, and no page is left empty. */
static void
keeps_to_the_type_area (void)
{
  static const guint sizes[] = { 1, 2, 7, 8, 9, 40, 200 };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = make_office (store);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint colour = XC_DEADLINE_WARNING_GREEN; colour <= XC_DEADLINE_WARNING_RED; colour++)
      {
        g_autoptr (XcLetter) letter = make_letter ((XcDeadlineWarning) colour, sizes[s]);
        guint n_pages;
        g_autoptr (GArray) layout = xc_letter_layout_new (letter, office, NULL, &n_pages);
        g_autofree guint *n_pieces = g_new0 (guint, n_pages);

        for (guint i = 0; i < layout->len; i++)
          {
            const XcLetterPiece *piece = &g_array_index (layout, XcLetterPiece, i);

            g_assert_cmpuint (piece->page, <, n_pages);
            n_pieces[piece->page] += piece->words != NULL && !g_str_has_prefix (piece->words, "— ");
            if (piece->ink == XC_INK_LETTERHEAD
                || (piece->words != NULL && g_str_has_prefix (piece->words, "— ")))
              continue;
            g_assert_cmpfloat (piece->from.y + piece->size, <=, XC_LETTER_TOP + XC_LETTER_HEIGHT + 1.5);
            g_assert_cmpfloat (piece->from.x, >=, 0);
            g_assert_cmpfloat (piece->from.x, <=, XC_LETTER_WIDTH + 0.1);
          }
        for (guint i = 0; i < n_pages; i++)
          g_assert_cmpuint (n_pieces[i], >, 0);
        for (guint i = 0; i < sizes[s]; i++)
          find_piece (layout, ((XcLetterItem *) letter->items->pdata[i])->number);
      }
}

/* However long the addressee, something stands above the signature. */
static void
signs_no_empty_page (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = make_office (store);

  for (guint n = 1; n < 24; n++)
    {
      g_autoptr (XcLetter) letter = make_letter (XC_DEADLINE_WARNING_YELLOW, 1);
      g_autoptr (GString) addressee = g_string_new (NULL);
      g_autoptr (GArray) layout = NULL;
      guint n_pages, page;

      for (guint i = 0; i < 28 * n; i++)
        g_string_append (addressee, "某");
      g_free (letter->addressee);
      letter->addressee = g_strdup (addressee->str);
      layout = xc_letter_layout_new (letter, office, NULL, &n_pages);
      page = find_piece (layout, DATE)->page;
      g_assert_cmpuint (find_piece (layout, letter->signatory)->page, ==, page);
      g_assert_cmpuint (find_piece (layout, "特此函告。")->page, ==, page);
    }
}

static void
says_what_each_color_means (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = make_office (store);
  static const char *const words[] = { NULL, "在20日内到期", "在10日内到期", "超过整改时限仍未完成" };

  for (guint colour = XC_DEADLINE_WARNING_GREEN; colour <= XC_DEADLINE_WARNING_RED; colour++)
    {
      g_autoptr (XcLetter) letter = make_letter ((XcDeadlineWarning) colour, 4);
      g_autofree char *body = xc_letter_words_body (letter, office);

      g_assert_true (g_str_has_prefix (body, "截至" DATE "，你单位有4项"));
      g_assert_nonnull (strstr (body, words[colour]));
      g_assert_nonnull (strstr (body, "请于2024年9月3日前"));
      letter->reply_on = XC_DAY_NONE;
      g_free (body);
      body = xc_letter_words_body (letter, office);
      g_assert_null (strstr (body, "请于"));
    }
  {
    g_autofree char *late = xc_letter_words_left (TODAY - 3, TODAY);
    g_autofree char *now = xc_letter_words_left (TODAY, TODAY);
    g_autofree char *early = xc_letter_words_left (TODAY + 12, TODAY);

    g_assert_cmpstr (late, ==, "超期3日");
    g_assert_cmpstr (now, ==, "今日到期");
    g_assert_cmpstr (early, ==, "剩余12日");
  }
}

static char *
read_text (const char *path, guint *n_pages)
{
  const char *const argv[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  *n_pages = 0;
  for (const char *at = text; (at = strchr (at, '\f')) != NULL; at++)
    (*n_pages)++;
  return text;
}

static void
writes_one_file_or_many_that_can_be_searched (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_letter_free);
  g_autofree char *path = g_build_filename (folder, "letters.pdf", NULL);
  g_autofree char *own = g_build_filename (folder, "示巡办函〔2024〕4号 示范局党组.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcPages) pages = NULL;
  g_autofree char *text = NULL;
  g_autofree char *own_text = NULL;
  guint n_pages, n_own, n_written;

  g_ptr_array_add (letters, make_letter (XC_DEADLINE_WARNING_RED, 2));
  g_ptr_array_add (letters, make_letter (XC_DEADLINE_WARNING_GREEN, 2));
  ((XcLetter *) letters->pdata[1])->number = 4;
  pages = xc_letter_pages_new (store, letters, &error);
  g_assert_no_error (error);
  g_assert_true (xc_pages_write (pages, XC_PAGE_A4_SHORT, XC_PAGE_A4_LONG, path, FALSE, &error));
  g_assert_no_error (error);
  text = read_text (path, &n_pages);
  g_assert_cmpuint (n_pages, ==, 4);
  g_assert_cmpuint (n_pages, ==, xc_pages_get_n (pages));
  g_assert_nonnull (strstr (text, "示巡办函〔2024〕3号"));
  g_assert_nonnull (strstr (text, "关于巡察整改任务超期未完成的督办函"));
  g_assert_nonnull (strstr (text, "06-01-002"));
  g_assert_nonnull (strstr (text, "关于巡察整改任务临近到期的提醒函"));
  g_assert_true (xc_letter_pages_write_each (store, letters, folder, FALSE, &n_written, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, 2);
  own_text = read_text (own, &n_own);
  g_assert_cmpuint (n_own, ==, 2);
  g_assert_nonnull (strstr (own_text, "示巡办函〔2024〕4号"));
  g_assert_null (strstr (own_text, "〔2024〕3号"));
  /* Files that are there stay. */
  g_assert_false (xc_letter_pages_write_each (store, letters, folder, FALSE, &n_written, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_EXISTS);
  g_assert_cmpuint (n_written, ==, 0);
}

static void
shows_a_draft_without_a_number (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = make_office (store);
  g_autoptr (XcLetter) letter = make_letter (XC_DEADLINE_WARNING_RED, 1);
  g_autoptr (GArray) layout = NULL;
  guint n_pages;

  letter->number = 0;
  g_clear_pointer (&letter->prefix, g_free);
  g_clear_pointer (&letter->signatory, g_free);
  layout = xc_letter_layout_new (letter, office, NULL, &n_pages);
  find_piece (layout, "巡办督〔2024〕  号");
  find_piece (layout, office->signatory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/letter-pages/is-where-the-standard-wants-it", is_where_the_standard_wants_it);
  g_test_add_func ("/report/letter-pages/keeps-to-the-type-area", keeps_to_the_type_area);
  g_test_add_func ("/report/letter-pages/signs-no-empty-page", signs_no_empty_page);
  g_test_add_func ("/report/letter-pages/says-what-each-color-means", says_what_each_color_means);
  g_test_add_func ("/report/letter-pages/writes-one-file-or-many-that-can-be-searched",
                   writes_one_file_or_many_that_can_be_searched);
  g_test_add_func ("/report/letter-pages/shows-a-draft-without-a-number", shows_a_draft_without_a_number);
  return g_test_run ();
}
