/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pinyin.h"

#include <stdio.h>
#include <string.h>

static void
finds_names_by_what_is_typed (void)
{
  static const char *const found[][2] = {
    { "梁溪区", "lxq" },
    { "梁溪区", "LXQ" },
    { "梁溪区", "ｌｘｑ" },
    { "梁溪区", "liangxi" },
    { "梁溪区", "liang xi qu" },
    { "梁溪区", "liangx" },
    { "梁溪区", "lia" },
    { "梁溪区", "lxiq" },
    { "梁溪区", "梁x区" },
    { "梁溪区", "溪" },
    { "梁溪区", "xq" },
    { "梁溪区", "" },
    { "梁溪区", " \u3000" },
    { "梁溪区", " lxq " },
    { "长沙", "cs" },
    { "长沙", "zs" },
    { "长沙", "chs" },
    { "长沙", "zhsh" },
    { "长沙", "changsha" },
    { "长沙", "zhangsha" },
    { "会计", "kj" },
    { "会计", "hj" },
    { "会计", "kuaiji" },
    { "重庆", "cq" },
    { "重庆", "zq" },
    { "重庆", "chongqing" },
    { "单县", "sx" },
    { "单县", "dx" },
    { "单县", "cx" },
    { "单县", "shanxian" },
    { "区", "q" },
    { "区", "o" },
    { "区", "ou" },
    { "行政", "xz" },
    { "行政", "hz" },
    { "乐清", "yq" },
    { "乐清", "lq" },
    { "乐清", "yueqing" },
    { "厦门", "xm" },
    { "厦门", "sm" },
    { "六安", "la" },
    { "解", "xie" },
    { "仇", "qiu" },
    { "西安", "xi'an" },
    { "绿园", "lvyuan" },
    { "绿园", "luyuan" },
    { "绿园", "lüyuan" },
    { "略", "lue" },
    { "镇(街道)", "zjd" },
    { "镇（街道）", "jd" },
    { "中国·江苏", "zgjs" },
    { "第 六 轮", "dll" },
    { "ＩＴ产业园", "itcyy" },
    { "5G办公室", "5gbgs" },
    { "A组", "a组" },
    { "Xi An", "xi an" },
    { "a'b", "'" },
    { "a-b", "A-B" },
    { "〇", "l" },
    { "啊", "a" },
    { "呵", "a" },
    { "㐀", "q" },
    { "龘", "da" },
    { "𠀀", "he" },
    { "鿿", "鿿" },
    { "한국", "한" },
    { "=1+1", "1+" },
    { "二〇二四", "eles" },
  };
  static const char *const lost[][2] = {
    { "梁溪区", "lq" },   { "梁溪区", "qxl" }, { "梁溪区", "lxqq" }, { "梁溪区", "liangxiqua" },
    { "梁溪区", "iang" }, { "长沙", "xs" },    { "行政", "xengz" },  { "重庆", "tq" },
    { "梁溪区", "梁区" }, { "", "l" },         { "12.5", "125" },    { "ab", "b a" },
    { "梁溪区", "l-x" },  { "한국", "h" },     { "lxq", "梁" },      { "梁，溪", "lx" },
    { "abc", "'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_test_message ("%s finds %s", found[i][1], found[i][0]);
      g_assert_true (xc_pinyin_matches (found[i][0], found[i][1]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_test_message ("%s does not find %s", lost[i][1], lost[i][0]);
      g_assert_false (xc_pinyin_matches (lost[i][0], lost[i][1]));
    }
  g_assert_false (xc_pinyin_matches ("梁溪区", "\xff"));
  g_assert_false (xc_pinyin_matches ("\xff", "\xff"));
  g_assert_false (xc_pinyin_matches ("\xe6\xa2", "l"));
}

static void
finds_every_inner_part (void)
{
  static const char text[] = "中共无锡市梁溪区5G（A·b）-街道办事处，委员会";

  for (const char *from = text; *from != '\0'; from = g_utf8_next_char (from))
    for (const char *to = g_utf8_next_char (from);; to = g_utf8_next_char (to))
      {
        g_autofree char *needle = g_strndup (from, (gsize) (to - from));
        g_autofree char *upper = g_utf8_strup (needle, -1);

        g_assert_true (xc_pinyin_matches (text, needle));
        g_assert_true (xc_pinyin_matches (text, upper));
        if (*to == '\0')
          break;
      }
}

static void
finds_what_is_pasted_whole (void)
{
  g_autoptr (GString) text = g_string_new ("Ａ");
  g_autoptr (GString) needle = g_string_new ("a");

  for (int i = 0; i < 200; i++)
    {
      g_string_append (text, i % 7 == 0 ? "区" : "委");
      g_string_append (needle, i % 7 == 0 ? "区" : "委");
      g_assert_true (xc_pinyin_matches (text->str, needle->str));
    }
  g_string_append (needle, "区");
  g_assert_false (xc_pinyin_matches (text->str, needle->str));
  g_assert_false (xc_pinyin_matches ("", needle->str));
}

/* "lǜ" as it is typed. */
static char *
type_reading (const char *reading)
{
  g_autofree char *parts = g_utf8_normalize (reading, -1, G_NORMALIZE_NFD);
  GString *typed = g_string_new (NULL);

  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_ascii_isalpha (*at))
        g_string_append_c (typed, *at);
      else if (g_utf8_get_char (at) == 0x308)
        typed->str[typed->len - 1] = 'v';
    }
  return g_string_free (typed, FALSE);
}

static void
assert_reading_found (const char *code_point, const char *reading)
{
  gunichar c = (gunichar) g_ascii_strtoull (code_point + 2, NULL, 16);
  g_autofree char *typed = type_reading (reading);
  char text[7] = { 0 };
  char initial[2] = { typed[0], '\0' };

  g_unichar_to_utf8 (c, text);
  g_assert_true (xc_pinyin_matches (text, typed));
  g_assert_true (xc_pinyin_matches (text, initial));
}

/* The table against the database that it was made from, field by field. */
static void
knows_every_reading_in_unihan (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_BUILT, "..", "src", "core", "Unihan_Readings.txt", NULL);
  FILE *file = fopen (path, "r");
  char line[65536];
  int n_characters = 0;

  g_assert_nonnull (file);
  while (fgets (line, sizeof line, file) != NULL)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", 3);
      g_auto (GStrv) words = NULL;

      if (g_strv_length (fields) != 3)
        continue;
      words = g_strsplit (fields[2], " ", -1);
      if (strcmp (fields[1], "kMandarin") == 0)
        {
          assert_reading_found (fields[0], words[0]);
          n_characters++;
        }
      if (strcmp (fields[1], "kTGHZ2013") != 0 && strcmp (fields[1], "kXHC1983") != 0)
        continue;
      for (char **word = words; *word != NULL; word++)
        assert_reading_found (fields[0], strchr (*word, ':') + 1);
    }
  fclose (file);
  g_assert_cmpint (n_characters, >, 40000);
}

static void
sorts_names_as_a_list_shows_them (void)
{
  static const char *const sorted[] = {
    "",
    " ",
    "(新)区",
    "-",
    "2",
    "２",
    "10",
    "10组",
    "99999999999999999999999",
    "A组",
    "B",
    "b",
    "ｂ区",
    "安",
    "白",
    "北京",
    "滨湖区",
    "财政局",
    "第",
    "第1组",
    "第二巡察组",
    "第三",
    "第三巡察组",
    "第九巡察组",
    "第十巡察组",
    "第十一巡察组",
    "第12巡察组",
    "第二十巡察组",
    "第一百零三巡察组",
    "法院",
    "妈",
    "麻",
    "马",
    "骂",
    "吗",
    "三门县",
    "一汽",
    "中共",
    "한",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int wanted = i < j ? -1 : i > j;

        g_test_message ("%s and %s", sorted[i], sorted[j]);
        g_assert_cmpint (xc_pinyin_compare (sorted[i], sorted[j]), ==, wanted);
      }
}

static char *
make_random_text (void)
{
  static const char *const pieces[] = { "第",
                                        "一",
                                        "二",
                                        "三",
                                        "十",
                                        "百",
                                        "〇",
                                        "两",
                                        "区",
                                        "委",
                                        "长",
                                        "溪",
                                        "1",
                                        "2",
                                        "0",
                                        "9",
                                        "１",
                                        "a",
                                        "A",
                                        "Ａ",
                                        "·",
                                        " ",
                                        "-",
                                        "한",
                                        "é",
                                        "龘",
                                        "\xe7",
                                        "\xac",
                                        "\xac",
                                        "\xff",
                                        "\xc3",
                                        "\xf0\xa0",
                                        "\x80",
                                        "\xe4\xb8",
                                        "𠀀",
                                        "12345678901234567890",
                                        "\xc0\x80",
                                        "\xed\xa0\x80",
                                        "\xf4\x90\x80\x80" };
  GString *text = g_string_new (NULL);
  int n_pieces = g_test_rand_int_range (0, 7);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return xc_pinyin_compare (*(const char *const *) a, *(const char *const *) b);
}

/* Pairs that all agree with one line are a total order: nothing is left for transitivity to break. */
static void
is_a_total_order (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      for (int i = 0; i < 400; i++)
        g_ptr_array_add (texts, make_random_text ());
      g_ptr_array_sort (texts, compare_pointers);
      for (guint i = 0; i < texts->len; i++)
        for (guint j = i; j < texts->len; j++)
          {
            const char *a = g_ptr_array_index (texts, i);
            const char *b = g_ptr_array_index (texts, j);
            int order = xc_pinyin_compare (a, b);

            g_assert_cmpint (order, <=, 0);
            g_assert_cmpint (order == 0, ==, strcmp (a, b) == 0);
            g_assert_cmpint (xc_pinyin_compare (b, a), ==, -order);
          }
    }
}

/* A collation gets bytes without an end mark: the sanitizers see any step beyond. */
static void
stays_within_its_bytes (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *a = make_random_text ();
      g_autofree char *b = make_random_text ();
      gsize a_size = strlen (a);
      gsize b_size = strlen (b);
      g_autofree char *a_bytes = g_memdup2 (a, a_size);
      g_autofree char *b_bytes = g_memdup2 (b, b_size);

      g_assert_cmpint (xc_pinyin_compare_sized (a_bytes, a_size, b_bytes, b_size), ==,
                       xc_pinyin_compare (a, b));
      /* Any bytes may be searched too. */
      if (xc_pinyin_matches (a, b) && b_size > 0)
        g_assert_true (g_utf8_validate (b, -1, NULL));
      if (g_utf8_validate (a, -1, NULL))
        g_assert_true (xc_pinyin_matches (a, a));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/pinyin/finds-names-by-what-is-typed", finds_names_by_what_is_typed);
  g_test_add_func ("/core/pinyin/finds-every-inner-part", finds_every_inner_part);
  g_test_add_func ("/core/pinyin/finds-what-is-pasted-whole", finds_what_is_pasted_whole);
  g_test_add_func ("/core/pinyin/knows-every-reading-in-unihan", knows_every_reading_in_unihan);
  g_test_add_func ("/core/pinyin/sorts-names-as-a-list-shows-them", sorts_names_as_a_list_shows_them);
  g_test_add_func ("/core/pinyin/is-a-total-order", is_a_total_order);
  g_test_add_func ("/core/pinyin/stays-within-its-bytes", stays_within_its_bytes);
  return g_test_run ();
}
