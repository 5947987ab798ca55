/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/typed-measure.h"

#define TODAY ((XcDay) 19859) /* 2024-05-16 */

static void
limits_are_days_words_or_ways (void)
{
  static const struct
  {
    const char *typed;
    const char *day;
    const char *wording;
    int type; /* -1: none */
  } cases[] = {
    { "", NULL, NULL, -1 },
    { " 2024.8.16 ", "2024-08-16", NULL, XC_RECTIFICATION_BY_DATE },
    { "8-16", "2024-08-16", NULL, XC_RECTIFICATION_BY_DATE },
    { "立行立改", NULL, NULL, XC_RECTIFICATION_IMMEDIATE },
    { "长期坚持", NULL, NULL, XC_RECTIFICATION_LASTING },
    { "年底前，并长期坚持", NULL, "年底前，并长期坚持", XC_RECTIFICATION_LASTING },
    { "反馈后立即整改到位", NULL, "反馈后立即整改到位", XC_RECTIFICATION_IMMEDIATE },
    { "下次换届前", NULL, "下次换届前", XC_RECTIFICATION_BY_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (XcTypedLimit) limit = { 0 };
      char iso[XC_DAY_ISO_SIZE];

      xc_typed_limit_read (cases[i].typed, TODAY, &limit);
      g_assert_cmpstr (xc_day_is_set (limit.due_on) ? xc_day_format_iso (limit.due_on, iso) : NULL, ==,
                       cases[i].day);
      g_assert_cmpstr (limit.wording, ==, cases[i].wording);
      g_assert_cmpint (limit.has_type ? (int) limit.type : -1, ==, cases[i].type);
    }
}

static void
owners_are_read_as_they_are_written (void)
{
  static const struct
  {
    const char *typed;
    gboolean are_units;
    const char *read; /* unit|name|post, one a line */
    const char *written;
  } cases[] = {
    { "", FALSE, "", "" },
    { "张某", FALSE, "-|张某|-\n", "张某" },
    { "张某 主任", FALSE, "-|张某|主任\n", "张某 主任" },
    { "张某　主任（办公室）、李某(人事科)", FALSE, "办公室|张某|主任\n人事科|李某|-\n",
      "张某 主任（办公室）、李某（人事科）" },
    { "办公室；人事科 李某 科长", TRUE, "办公室|-|-\n人事科|李某|科长\n", "办公室、人事科 李某 科长" },
    { "办公室（主任 张某）、人事科 科长 李某", TRUE, "办公室|张某|主任\n人事科|李某|科长\n",
      "办公室 张某 主任、人事科 李某 科长" },
    { "张某（局长）；办公室主任 李某", FALSE, "-|张某|局长\n-|李某|办公室主任\n",
      "张某 局长、李某 办公室主任" },
    { "科室（含下属）", TRUE, "科室（含下属）|-|-\n", "科室（含下属）" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) owners = xc_typed_owners_read (cases[i].typed, cases[i].are_units);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) written = g_string_new (NULL);

      for (guint j = 0; j < owners->len; j++)
        {
          const XcTypedOwner *owner = owners->pdata[j];
          g_autofree char *formatted = xc_typed_owner_format (owner, cases[i].are_units);

          g_string_append_printf (text, "%s|%s|%s\n", owner->unit != NULL ? owner->unit : "-",
                                  owner->name != NULL ? owner->name : "-",
                                  owner->post != NULL ? owner->post : "-");
          g_string_append_printf (written, "%s%s", j > 0 ? "、" : "", formatted);
        }
      g_assert_cmpstr (text->str, ==, cases[i].read);
      g_assert_cmpstr (written->str, ==, cases[i].written);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/typed-measure/limits-are-days-words-or-ways", limits_are_days_words_or_ways);
  g_test_add_func ("/core/typed-measure/owners-are-read-as-they-are-written",
                   owners_are_read_as_they_are_written);
  return g_test_run ();
}
