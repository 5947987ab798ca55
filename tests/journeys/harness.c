/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The harness against a small window, so that a journey which fails tells of the program and not of the harness. */
#include "journey.h"

static gboolean
is_chinese (XcJourney *journey)
{
  return g_str_equal (xc_journey_get_language (journey), "zh_CN");
}

static const char *
list_name (XcJourney *journey)
{
  return xc_journey_word (journey, "table", "Organizations");
}

static const char *
entry_name (XcJourney *journey)
{
  return xc_journey_word (journey, "organization", "Name");
}

static void
test_language (XcJourney *journey)
{
  g_assert_cmpstr (list_name (journey), ==, is_chinese (journey) ? "被巡察党组织" : "Organizations");
  g_assert_cmpstr (entry_name (journey), ==, is_chinese (journey) ? "名称" : "Name");
  xc_journey_start (journey, NULL);
  xc_journey_wait_window (journey, list_name (journey));
  /* The toolkit speaks it as well. */
  xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, is_chinese (journey) ? "最小化" : "Minimize");
}

static void
test_keys (XcJourney *journey)
{
  xc_journey_start (journey, NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, entry_name (journey), ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, "Ab1 !/(é");
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, entry_name (journey), "Ab1 !/(é");
  xc_journey_press (journey, "<Control>a", "BackSpace", NULL);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, entry_name (journey), "");
  xc_journey_type (journey, "示范区统计局党组，第六轮：已反馈；待整改。");
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, entry_name (journey),
                        "示范区统计局党组，第六轮：已反馈；待整改。");
  xc_journey_type (journey, "\n");
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, entry_name (journey), "");
  xc_journey_type (journey, "\t");
  xc_journey_wait_state (journey, ATSPI_ROLE_PUSH_BUTTON, "Add", ATSPI_STATE_FOCUSED, TRUE);
}

static void
test_pointer (XcJourney *journey)
{
  g_autofree char *text = NULL;

  xc_journey_start (journey, NULL);
  for (int i = 1; i <= 6; i++)
    {
      xc_journey_click (journey, ATSPI_ROLE_CHECK_BOX, "Check");
      xc_journey_wait_state (journey, ATSPI_ROLE_CHECK_BOX, "Check", ATSPI_STATE_CHECKED, i % 2 == 1);
    }
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, entry_name (journey), "某局");
  text = xc_journey_get_text (journey, ATSPI_ROLE_TEXT, entry_name (journey));
  g_assert_cmpstr (text, ==, "某局");
  xc_journey_click_right (journey, ATSPI_ROLE_LABEL, "Two");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "Button 3, 1 time");
  xc_journey_double_click (journey, ATSPI_ROLE_LABEL, "Button 3*");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "Button 1, 2 times");
}

static void
test_drag (XcJourney *journey)
{
  xc_journey_start (journey, NULL);
  xc_journey_drag (journey, xc_journey_find (journey, ATSPI_ROLE_LABEL, "One"),
                   xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, "Turn"));
  xc_journey_wait_text (journey, ATSPI_ROLE_LABEL, "Dropped*", "Dropped One");
}

static void
test_rows (XcJourney *journey)
{
  g_auto (GStrv) plain = NULL;

  xc_journey_start (journey, NULL);
  xc_journey_wait_rows (journey, ATSPI_ROLE_TREE_TABLE, list_name (journey), (const char *const[]){ NULL });
  xc_journey_type (journey, "甲局\n丙镇 2\n");
  xc_journey_wait_rows (journey, ATSPI_ROLE_TREE_TABLE, list_name (journey),
                        (const char *const[]){ "甲局\t2", "丙镇 2\t4", NULL });
  plain = xc_journey_get_rows (journey, ATSPI_ROLE_LIST, "Plain");
  g_assert_cmpuint (g_strv_length (plain), ==, 2);
  g_assert_cmpstr (plain[1], ==, "Two");
}

static void
test_finding (XcJourney *journey)
{
  AtspiAccessible *list;

  xc_journey_start (journey, NULL);
  g_assert_true (xc_journey_has (journey, ATSPI_ROLE_PUSH_BUTTON, "Add"));
  g_assert_true (xc_journey_has (journey, XC_ANY_ROLE, "A*d"));
  g_assert_false (xc_journey_has (journey, ATSPI_ROLE_CHECK_BOX, "Add"));
  g_assert_false (xc_journey_has (journey, ATSPI_ROLE_PUSH_BUTTON, "Ad"));
  list = xc_journey_find (journey, ATSPI_ROLE_LIST, "Plain");
  xc_journey_find_in (journey, list, ATSPI_ROLE_LABEL, "Two");

  /* A page that was turned away is not there. */
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "First page");
  g_assert_false (xc_journey_has (journey, ATSPI_ROLE_LABEL, "Second page"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, "Turn");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "Second page");
  xc_journey_wait_gone (journey, ATSPI_ROLE_LABEL, "First page");
}

static void
test_menu (XcJourney *journey)
{
  xc_journey_start (journey, NULL);
  xc_journey_type (journey, "a\nb\n");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "2");
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, "Menu");
  xc_journey_activate (journey, ATSPI_ROLE_MENU_ITEM, "Clear");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "0");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, entry_name (journey));
  xc_journey_type (journey, "c\n");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "1");
  xc_journey_press (journey, "<Control><Shift>k", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "0");
}

static void
test_complaints (XcJourney *journey)
{
  static const struct
  {
    const char *argument;
    const char *complaint;
  } endings[] = {
    { "--warn", "the program printed warnings\n*nothing is wrong*" },
    { "--fail", "the program ended with 3\n*" },
    { "--crash", "the program crashed: *" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *complaint = NULL;

      xc_journey_start (journey, endings[i].argument, NULL);
      xc_journey_close (journey);
      complaint = xc_journey_get_complaint (journey);
      if (complaint == NULL || !g_pattern_match_simple (endings[i].complaint, complaint))
        xc_journey_fail (journey, "%s: the complaint is “%s”", endings[i].argument, complaint);
    }
}

static void
test_lives (XcJourney *journey)
{
  g_autofree char *output = NULL;

  xc_journey_set_env (journey, "HARNESS_SAYS", "说了");
  xc_journey_start (journey, NULL);
  xc_journey_end (journey);
  output = xc_journey_get_output (journey);
  g_assert_cmpstr (output, ==, "说了\n");
  xc_journey_start (journey, NULL);
  xc_journey_kill (journey);
  xc_journey_start (journey, NULL);
  xc_journey_take_picture (journey, "window");
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/harness/language", test_language);
  xc_journey_add ("/journeys/harness/keys", test_keys);
  xc_journey_add ("/journeys/harness/pointer", test_pointer);
  xc_journey_add ("/journeys/harness/drag", test_drag);
  xc_journey_add ("/journeys/harness/rows", test_rows);
  xc_journey_add ("/journeys/harness/finding", test_finding);
  xc_journey_add ("/journeys/harness/menu", test_menu);
  xc_journey_add ("/journeys/harness/complaints", test_complaints);
  xc_journey_add ("/journeys/harness/lives", test_lives);
  return xc_journey_run ();
}
