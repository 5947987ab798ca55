/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round as it was published, planned by hand and by keyboard: 7 bodies of a city, 5 streets, a town, 37 communities and
 * villages. What comes of it is what the import of the same round gives. Its teams are not in the text. */
#include "importing.h"
#include "ledger.h"
#include "steps.h"

#define N_TEAMS 5
#define ENTERS "2024-04-08"
#define LEAVES "2024-06-28"

static const char *const numerals[N_TEAMS] = { "一", "二", "三", "四", "五" };

/* Bodies of the city in the order of their names, as the board has them. */
static const char *const given[][2] = {
  { "市供销社党委", "1" },
  { "市国动办党组", "1" },
  { "市生态环境局党组", "1" },
  { "市统计局党组", "1" },
  { "市文联党组", "2" },
  { "市新闻传媒中心(传媒集团)党委", "2" },
  { "市直机关工委", "2" },
  { "嘉兴市湘家荡区域(七星街道)党工委", "2" },
  { "嘉兴经开区嘉北街道党工委", "3" },
  { "嘉兴经开区塘汇街道党工委", "3" },
  { "嘉兴经开区长水街道党工委", "4" },
  { "嘉兴经开区城南街道党工委", "4" },
  { "南湖区七星街道湘都社区党委", "5" },
  { "南湖区凤桥镇党委", "5" },
  { "凤桥社区党委", "5" },
  { "陈良村党委", "5" },
};

static const struct
{
  const char *street;
  guint n_communities;
  const char *team;
} streets[] = {
  { "嘉北街道", 8, "3" }, { "塘汇街道", 6, "3" }, { "长水街道", 10, "4" }, { "城南街道", 10, "4" }
};

static const char *const ordinals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static gboolean
remove_round (XcStore *store, gpointer data, GError **error)
{
  static const XcTable tables[] = { XC_TABLE_INSPECTION, XC_TABLE_ROUND };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) rows = xc_store_load_all (store, tables[i], error);

      for (guint j = 0; rows != NULL && j < rows->len; j++)
        if (!xc_store_remove (store, tables[i], xc_record_get_id (rows->pdata[j]), error))
          return FALSE;
    }
  return TRUE;
}

static XcStore *
import_published (const char *path)
{
  g_autofree char *workbook = g_test_build_filename (G_TEST_DIST, "fixtures", "round-of-sixth.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  XcStore *store = xc_store_create (path, &error);
  g_autofree char *report = NULL;

  g_assert_no_error (error);
  report = xc_test_import_file (store, XC_IMPORT_WRITE, workbook);
  g_assert_null (strchr (report, '!'));
  return store;
}

/* Its organizations, and no round yet. */
static void
make_unplanned (const char *path)
{
  g_autoptr (XcStore) store = import_published (path);
  g_autoptr (GError) error = NULL;

  xc_store_run (store, "Nothing planned yet", remove_round, NULL, &error);
  g_assert_no_error (error);
}

/* The upgraded ones have not begun. */
static void
add_row (GString *sheet, const char *name, const char *team)
{
  if (g_str_equal (team, "5"))
    g_string_append_printf (sheet, "6|%s|%s|提级||\n", team, name);
  else
    g_string_append_printf (sheet, "6|%s|%s|常规|" ENTERS "|" LEAVES "\n", team, name);
}

static void
make_imported (const char *path)
{
  g_autoptr (XcStore) store = import_published (path);
  g_autoptr (GString) sheets = g_string_new ("[巡察组]\n轮次|巡察组\n");

  for (guint i = 0; i < N_TEAMS; i++)
    g_string_append_printf (sheets, "6|%u\n", i + 1);
  g_string_append (sheets, "[巡察任务]\n轮次|巡察组|被巡察党组织|类型|进驻日期|结束日期\n");
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    add_row (sheets, given[i][0], given[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (streets); i++)
    for (guint j = 0; j < streets[i].n_communities; j++)
      {
        g_autofree char *name = g_strdup_printf ("%s第%s社区党组织", streets[i].street, ordinals[j]);

        add_row (sheets, name, streets[i].team);
      }
  xc_test_assert_imports (store, sheets->str);
}

static void
add_round (XcJourney *journey)
{
  xc_steps_go_to (journey, "<Control>2", "Rounds");
  xc_journey_press (journey, "<Control>n", NULL);
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "round", "Round"));
  xc_journey_type (journey, "第六轮");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "round", "Title"));
  xc_journey_type (journey, "九届市委第六轮巡察");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "round", "First day"));
  xc_journey_type (journey, "2024.4.1");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "round", "Last day"));
  xc_journey_type (journey, "2024.6.30");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, "第六轮, *", ATSPI_STATE_SELECTED, TRUE);
  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "No Teams Yet"));
  for (guint i = 0; i < N_TEAMS; i++)
    {
      g_autofree char *title = g_strdup_printf ("第%s巡察组", numerals[i]);

      xc_steps_add_team (journey, title);
    }
}

/* A choice of a drop-down list, counted from the one that it has. */
static void
choose (XcJourney *journey, const char *title, const char *former, guint n_further, const char *choice)
{
  const char *comma = g_str_equal (xc_journey_get_language (journey), "en") ? ": " : "：";
  g_autofree char *before = g_strconcat (title, comma, former, NULL);
  g_autofree char *after = g_strconcat (title, comma, choice, NULL);

  xc_journey_press (journey, "<Control><Shift>f", NULL);
  xc_journey_tab_back_to (journey, XC_ANY_ROLE, before);
  xc_journey_press (journey, "space", NULL);
  for (guint i = 0; i < n_further; i++)
    xc_journey_press (journey, "Down", NULL);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, after);
}

/* Searched for by initials or a part of the name, the first that is found goes to the team. */
static void
give_found (XcJourney *journey, const char *typed, const char *digit)
{
  xc_journey_press (journey, "<Control><Shift>f", "<Control>a", NULL);
  xc_journey_type (journey, typed);
  xc_journey_press (journey, "Return", digit, NULL);
}

static void
find_in_team (XcJourney *journey, const char *name, guint team)
{
  g_autofree char *label = g_strdup_printf ("%s*第%s巡察组*", name, numerals[team - 1]);

  xc_journey_find (journey, XC_ANY_ROLE, label);
}

static void
give_all (XcJourney *journey)
{
  const char *kind = word (journey, "Give as");
  const char *company = word (journey, "Communities and villages");

  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, "市供销社党委*");
  xc_journey_press (journey, "Home", "<Shift>Down", "<Shift>Down", "<Shift>Down", "1", NULL);
  find_in_team (journey, "市统计局党组", 1);
  xc_journey_press (journey, "Home", "<Shift>Down", "<Shift>Down", "2", NULL);
  find_in_team (journey, "市直机关工委", 2);
  give_found (journey, "xjdqy", "2");
  find_in_team (journey, "嘉兴市湘家荡区域(七星街道)党工委", 2);
  choose (journey, company, xc_journey_word (journey, "board", "Stay"), 2,
          xc_journey_word (journey, "board", "Come along, each its own"));
  give_found (journey, "嘉北", "3");
  give_found (journey, "塘汇", "3");
  give_found (journey, "长水", "4");
  give_found (journey, "城南", "4");
  find_in_team (journey, "嘉兴经开区城南街道党工委", 4);
  choose (journey, kind, xc_journey_word (journey, "choice", "Regular"), 3,
          xc_journey_word (journey, "choice", "Upgraded"));
  give_found (journey, "xdsq", "5");
  give_found (journey, "nhqfqz", "5");
  find_in_team (journey, "南湖区凤桥镇党委", 5);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*50/50*100.00*");
  xc_journey_take_picture (journey, "given");
}

/* The days on which a team was there, for all that it has; streets are opened first, the last one first. */
static void
set_days (XcJourney *journey, guint team, guint n_streets)
{
  g_autofree char *label = g_strdup_printf ("*第%s巡察组*06-28*", numerals[team - 1]);

  xc_journey_press (journey, "End", NULL);
  for (guint i = 0; i < n_streets; i++)
    xc_journey_press (journey, "plus", "Up", NULL);
  xc_journey_press (journey, "<Control>a", "F2", NULL);
  xc_journey_find (journey, ATSPI_ROLE_DIALOG, word (journey, "Change Inspections"));
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "inspection", "Enters"));
  xc_journey_type (journey, "2024.4.8\t");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "inspection", "Leaves"));
  xc_journey_type (journey, "20240628\t");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, word (journey, "Change Inspections"));
  xc_journey_find (journey, XC_ANY_ROLE, label);
}

static char *
run_coverage (const char *program, const char *ledger)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "coverage", ledger,
                        "--as-of=" LEAVES, "--format=json", NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_steal_pointer (&text);
}

static void
assert_same (const char *program, const char *planned_path, const char *imported_path)
{
  static const char fields[] = "round_id organization_id team_id kind enters_on leaves_on counts level";
  g_autoptr (XcStore) planned = xc_steps_open_ledger (planned_path);
  g_autoptr (XcStore) imported = xc_steps_open_ledger (imported_path);
  g_autofree char *by_hand = xc_test_ledger_list (planned, XC_TABLE_INSPECTION, fields);
  g_autofree char *by_import = xc_test_ledger_list (imported, XC_TABLE_INSPECTION, fields);
  g_autofree char *coverage_by_hand = run_coverage (program, planned_path);
  g_autofree char *coverage_by_import = run_coverage (program, imported_path);

  xc_test_assert_same (by_hand, by_import);
  xc_test_assert_same (coverage_by_hand, coverage_by_import);
  g_assert_nonnull (strstr (coverage_by_hand, "46"));
}

static void
test_by_hand (XcJourney *journey)
{
  const char *folder = xc_journey_get_folder (journey);
  g_autofree char *path = g_build_filename (folder, "sixth.xuncha", NULL);
  g_autofree char *imported = g_build_filename (folder, "imported.xuncha", NULL);

  make_unplanned (path);
  make_imported (imported);
  xc_journey_start (journey, path, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_take_pointer_away (journey);
  add_round (journey);
  give_all (journey);
  /* The focus is in the search, as all that was found is given; from there to the teams, as nobody waits. */
  xc_journey_press (journey, "Escape", NULL);
  set_days (journey, 1, 0);
  xc_journey_press (journey, "Right", NULL);
  set_days (journey, 2, 0);
  xc_journey_press (journey, "Right", NULL);
  set_days (journey, 3, 2);
  xc_journey_press (journey, "Right", NULL);
  set_days (journey, 4, 2);
  xc_journey_take_picture (journey, "days");
  xc_journey_end (journey);
  assert_same (xc_journey_get_program (), path, imported);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/published/by-hand", test_by_hand);
  return xc_journey_run ();
}
