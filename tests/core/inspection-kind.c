/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/inspection-kind.h"

/* Kind by kind, as the office's rule says: seven count, three do not. */
static const struct
{
  const char *word;
  gboolean counts;
} kinds[] = {
  { "regular", TRUE },    { "special", TRUE },
  { "mobile", TRUE },     { "upgraded", TRUE },
  { "cross", TRUE },      { "upgraded_cross", TRUE },
  { "joint", TRUE },      { "extended", FALSE },
  { "look_back", FALSE }, { "rectification_check", FALSE },
};

static void
counts_by_kind_level_and_own_word (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (kinds), ==, XC_N_INSPECTION_KINDS);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      XcInspectionKind kind;

      g_assert_true (xc_inspection_kind_from_word (kinds[i].word, &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpint (xc_inspection_kind_counts (kind), ==, kinds[i].counts);
      g_assert_cmpint (xc_inspection_counts (kind, XC_LEVEL_OWN, XC_COUNTS_BY_KIND), ==, kinds[i].counts);
      g_assert_false (xc_inspection_counts (kind, XC_LEVEL_HIGHER, XC_COUNTS_BY_KIND));
      for (XcLevel level = XC_LEVEL_OWN; level <= XC_LEVEL_HIGHER; level++)
        {
          g_assert_true (xc_inspection_counts (kind, level, XC_COUNTS_YES));
          g_assert_false (xc_inspection_counts (kind, level, XC_COUNTS_NO));
        }
    }
}

static void
words_go_there_and_back (void)
{
  XcCounts counts = XC_COUNTS_YES;
  XcLevel level = XC_LEVEL_OWN;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpstr (xc_inspection_kind_to_word ((XcInspectionKind) i), ==, kinds[i].word);
  g_assert_cmpstr (xc_counts_to_word (XC_COUNTS_BY_KIND), ==, "by_kind");
  g_assert_cmpstr (xc_level_to_word (XC_LEVEL_HIGHER), ==, "higher");
  g_assert_true (xc_level_from_word ("higher", &level));
  g_assert_cmpint (level, ==, XC_LEVEL_HIGHER);
  g_assert_true (xc_counts_from_word ("no", &counts));
  g_assert_cmpint (counts, ==, XC_COUNTS_NO);
}

static void
unknown_words_change_nothing (void)
{
  static const char *const unknown[] = { NULL, "", "Regular", "regular ", "常规" };
  XcInspectionKind kind = XC_INSPECTION_JOINT;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (xc_inspection_kind_from_word (unknown[i], &kind));
  g_assert_cmpint (kind, ==, XC_INSPECTION_JOINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/inspection-kind/counts-by-kind-level-and-own-word",
                   counts_by_kind_level_and_own_word);
  g_test_add_func ("/core/inspection-kind/words-go-there-and-back", words_go_there_and_back);
  g_test_add_func ("/core/inspection-kind/unknown-words-change-nothing", unknown_words_change_nothing);
  return g_test_run ();
}
