/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assignment board: giving by drag, by digit and from the menu, taking back by Delete and by drag, a street with its
 * communities, filters; the line at the bottom goes along, and every step can be undone. */
#include "importing.h"
#include "steps.h"

#define SHEETS                                                                                                                        \
  "[届次]\n届|委员会|开始日期|结束日期\n二届|示范区委|2021-09-01|2026-08-31\n"                                    \
  "[口径]\n名称|计入合计\n区直单位|是\n镇（街道）|是\n村（社区）|是\n"                                       \
  "[被巡察党组织]\n名称|简称|口径|上级组织|关注类别\n"                                                            \
  "示范区财政局党组||区直单位||A\n示范区档案馆党组||区直单位||B\n示范区工业局党组||区直单位||B\n" \
  "示范区丁街道党工委|丁街道|镇（街道）||\n丁一社区党总支||村（社区）|丁街道|\n"                      \
  "丁二社区党总支||村（社区）|丁街道|\n"                                                                               \
  "[轮次]\n轮次|开始日期|结束日期\n第一轮|2022-03-01|2022-05-31\n"                                                     \
  "[巡察组]\n轮次|巡察组\n第一轮|一\n第一轮|二\n第一轮|三\n"

#define FINANCE "示范区财政局党组"
#define ARCHIVES "示范区档案馆党组"
#define INDUSTRY "示范区工业局党组"
#define STREET "示范区丁街道党工委"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static void
open_board (XcJourney *journey)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "board.xuncha", NULL);
  g_autoptr (GError) error = NULL;
  XcStore *store = xc_store_create (path, &error);

  g_assert_no_error (error);
  xc_test_assert_imports (store, SHEETS);
  g_object_unref (store);
  xc_journey_start (journey, path, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_steps_go_to (journey, "<Control>2", "Rounds");
  xc_journey_press (journey, "<Control>Page_Down", "<Control>Page_Down", NULL);
}

/* The row of an organization that waits ends with its register; a card says its team. */
static AtspiAccessible *
find_waiting (XcJourney *journey, const char *name)
{
  g_autofree char *label = g_strdup_printf ("%s*%s*", name, "区直单位");

  return xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, label);
}

static AtspiAccessible *
find_card (XcJourney *journey, const char *name, const char *team)
{
  g_autofree char *label = g_strdup_printf ("%s*第%s巡察组*", name, team);

  return xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, label);
}

/* The list of a team has its name. */
static AtspiAccessible *
find_team (XcJourney *journey, const char *team)
{
  g_autofree char *name = g_strdup_printf ("第%s巡察组*", team);

  return xc_journey_find (journey, ATSPI_ROLE_LIST, name);
}

static void
find_figures (XcJourney *journey, const char *figures)
{
  g_autofree char *label = g_strdup_printf ("*%s*", figures);

  xc_journey_find (journey, ATSPI_ROLE_LABEL, label);
}

/* Clicks on it, and waits until keys are for it: where something was let go just before, that may take a moment. */
static void
take (XcJourney *journey, const char *label)
{
  xc_journey_click (journey, ATSPI_ROLE_LIST_ITEM, label);
  xc_steps_wait_focus (journey, ATSPI_ROLE_LIST_ITEM, label);
}

static void
test_give_and_take_back (XcJourney *journey)
{
  open_board (journey);
  find_figures (journey, "0/6");

  /* By drag. */
  xc_journey_drag (journey, find_waiting (journey, FINANCE), find_team (journey, "一"));
  find_card (journey, FINANCE, "一");
  find_figures (journey, "1/6");

  /* By digit: the next one has the focus. */
  take (journey, ARCHIVES "*");
  xc_journey_press (journey, "2", NULL);
  find_card (journey, ARCHIVES, "二");
  find_figures (journey, "2/6");

  /* From the menu: its first entry leads to the teams. */
  xc_journey_click_right (journey, ATSPI_ROLE_LIST_ITEM, INDUSTRY "*");
  xc_journey_take_picture (journey, "menu");
  xc_journey_press (journey, "Return", "Down", "Down", "Down", "Return", NULL);
  find_card (journey, INDUSTRY, "三");
  find_figures (journey, "3/6");

  /* To another team by drag, and back by Delete. */
  xc_journey_drag (journey, find_card (journey, INDUSTRY, "三"), find_team (journey, "一"));
  find_card (journey, INDUSTRY, "一");
  find_figures (journey, "3/6");
  take (journey, INDUSTRY "*");
  xc_journey_press (journey, "Delete", NULL);
  find_waiting (journey, INDUSTRY);
  find_figures (journey, "2/6");

  /* To the left by drag. */
  xc_journey_drag (journey, find_card (journey, ARCHIVES, "二"), find_waiting (journey, INDUSTRY));
  find_waiting (journey, ARCHIVES);
  find_figures (journey, "1/6");
  xc_journey_take_picture (journey, "board");

  /* Two steps back, and both again. */
  xc_journey_press (journey, "<Control>z", NULL);
  find_card (journey, ARCHIVES, "二");
  xc_journey_press (journey, "<Control>z", NULL);
  find_card (journey, INDUSTRY, "一");
  find_figures (journey, "3/6");
  xc_journey_press (journey, "<Control><Shift>z", "<Control><Shift>z", NULL);
  find_waiting (journey, ARCHIVES);
  find_figures (journey, "1/6");
  xc_journey_end (journey);
}

static void
find_waiting_count (XcJourney *journey, guint shown)
{
  const gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");
  g_autofree char *label = g_strdup_printf (is_english ? "Waiting %u of 6" : "待巡察 %u/6", shown);

  xc_journey_find (journey, ATSPI_ROLE_LABEL, label);
}

/* The choice after the one that the drop-down list with the focus has. */
static void
choose (XcJourney *journey, const char *title, const char *choice)
{
  const char *comma = g_str_equal (xc_journey_get_language (journey), "en") ? ": " : "：";
  g_autofree char *after = g_strconcat (title, comma, choice, NULL);

  xc_journey_press (journey, "space", "Down", "Return", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, after);
}

/* What is not asked for is out of sight; a street brings its communities along. */
static void
test_street_and_filters (XcJourney *journey)
{
  const gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");
  g_autofree char *company = NULL;
  g_autofree char *chosen = NULL;
  const char *extended;

  open_board (journey);
  find_waiting (journey, FINANCE);
  /* From the list back to the search, and to the filter before it. */
  xc_journey_click (journey, ATSPI_ROLE_LIST_ITEM, FINANCE "*");
  xc_journey_press (journey, "<Control><Shift>f", "<Shift>Tab", "space", NULL);
  choose (journey, word (journey, "Register"), "区直单位");
  choose (journey, word (journey, "Register"), "镇（街道）");
  xc_journey_wait_gone (journey, ATSPI_ROLE_LIST_ITEM, FINANCE "*");
  xc_journey_take_picture (journey, "filter");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Clear Filters"));
  find_waiting_count (journey, 3);

  /* The street with its communities, each on its own, in one step. */
  company = g_strconcat (word (journey, "Communities and villages"), is_english ? ": *" : "：*", NULL);
  extended = xc_journey_word (journey, "board", "Come along, extended");
  chosen = g_strconcat (word (journey, "Communities and villages"), is_english ? ": " : "：", extended, NULL);
  xc_journey_click (journey, XC_ANY_ROLE, company);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, extended);
  xc_journey_press (journey, "Down", "Return", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, chosen);
  take (journey, STREET "*");
  xc_journey_press (journey, "1", NULL);
  find_card (journey, STREET, "一");
  /* What extends covers nothing of its own. */
  find_figures (journey, "1/6");
  take (journey, STREET "*");
  xc_journey_press (journey, "plus", NULL);
  find_card (journey, "丁一社区党总支", "一");
  find_card (journey, "丁二社区党总支", "一");
  xc_journey_take_picture (journey, "street");
  xc_journey_press (journey, "Delete", NULL);
  find_figures (journey, "0/6");
  find_waiting_count (journey, 3);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/board/give-and-take-back", test_give_and_take_back);
  xc_journey_add ("/journeys/board/street-and-filters", test_street_and_filters);
  return xc_journey_run ();
}
