/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round from nothing, by keyboard alone: a new ledger, organizations from a workbook, leaders, five teams, twelve
 * organizations given, a conflict of avoidance waived in writing, a merger; all undone and done again. */
#include <glib/gstdio.h>

#include "ledger.h"
#include "report/row-workbook.h"
#include "steps.h"
#include "store/history.h"

#define N_TEAMS 5
#define N_GIVEN 12
#define LEDGER "plan.xuncha"

/* Fourteen: two of them are merged, the others are given, in the order of their pinyin. */
static const char *const organizations[] = {
  "示范区财政局党组",     "示范区档案馆党组",     "示范区发展和改革局党组", "示范区工业局党组",
  "示范区环境保护局党组", "示范区教育局党组",     "示范区民政局党组",       "示范区农业局党组",
  "示范区审计局党组",     "示范区水务局党组",     "示范区统计局党组",       "示范区卫生局党组",
  "示范区文化局党组",     "示范区应急管理局党组",
};

static const char *const leaders[N_TEAMS] = { "示安邦", "示博文", "示承志", "示大勇", "示恩泽" };
static const char *const numerals[N_TEAMS] = { "一", "二", "三", "四", "五" };
static const guint shares[N_TEAMS] = { 3, 3, 2, 2, 2 };

/* The leader of the first team has a post at the first organization. */
#define POST "副局长"
#define CONFLICTING "示范区财政局党组"
#define CONFLICTING_INITIALS "sfqczj"
#define MERGED_INITIALS "sfqwhj"
#define MERGED "示范区文化局党组"
#define MERGED_OTHER_INITIALS "sfqyj"
#define AFTER_MERGER "示范区文化和应急局党组"
#define WAIVER_REASON "经区委巡察工作领导小组同意，其他组无法承担"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static const char *
field (XcJourney *journey, const char *table, const char *title)
{
  return xc_journey_word (journey, table, title);
}

/* As an office has it: names and registers, under the headings of the template. */
static void
write_workbook (const char *folder, const char *path)
{
  static const XcRowWorkbookColumn columns[] = { { "name", "名称", 240 },
                                                 { "register_id.title", "口径", 120 } };
  const XcRowWorkbookOptions options = { .columns = columns,
                                         .n_columns = G_N_ELEMENTS (columns),
                                         .title = "被巡察党组织",
                                         .day = xc_day_new (2026, 9, 1) };
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_ORGANIZATION);
  gint64 departments = xc_test_ledger_add_register (store, "区直单位");
  g_autoptr (GError) error = NULL;
  guint n_rows;

  for (guint i = 0; i < G_N_ELEMENTS (organizations); i++)
    xc_test_ledger_add_organization (store, departments, organizations[i]);
  xc_row_workbook_write (store, query, &options, path, FALSE, &n_rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, G_N_ELEMENTS (organizations));
}

/* The four things that are asked, then where to keep it. */
static void
make_ledger (XcJourney *journey, const char *path)
{
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_New Ledger…"));
  xc_journey_press (journey, "space", NULL);
  xc_journey_wait_window (journey, word (journey, "New Ledger"));
  xc_journey_type (journey, "示范区委\t二\t2026-9-1");
  xc_journey_take_picture (journey, "new");
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_window (journey, word (journey, "Where to Keep the Ledger"));
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_type (journey, path);
  xc_journey_press (journey, "Return", NULL);
}

/* The file chooser is the toolkit's: a path that is typed leads to the file. */
static void
import_organizations (XcJourney *journey, const char *path)
{
  xc_journey_wait_window (journey, word (journey, "Import a Workbook"));
  xc_journey_type (journey, path);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Import"));
  xc_journey_take_picture (journey, "import");
  xc_journey_press (journey, "space", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*0*14*");
}

static void
add_post (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>Page_Down", "Insert", NULL);
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, field (journey, "person_post", "Post"));
  xc_journey_type (journey, POST);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "person_post", "Organization"));
  xc_steps_type_reference (journey, CONFLICTING_INITIALS);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "person_post", "From"));
  xc_journey_type (journey, "2019-3-1");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, POST "*2019*");
}

static void
add_leaders (XcJourney *journey)
{
  xc_steps_go_to (journey, "<Control>5", "People");
  for (guint i = 0; i < N_TEAMS; i++)
    {
      g_autofree char *row = g_strdup_printf ("*%s*", leaders[i]);

      xc_journey_press (journey, "<Control>n", NULL);
      xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, field (journey, "person", "Name"));
      xc_journey_type (journey, leaders[i]);
      xc_journey_press (journey, "<Control>s", NULL);
      xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, row);
      if (i == 0)
        add_post (journey);
    }
}

static void
add_round (XcJourney *journey)
{
  xc_steps_go_to (journey, "<Control>2", "Rounds");
  xc_journey_press (journey, "<Control>n", NULL);
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, field (journey, "round", "Round"));
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, "第一轮, *", ATSPI_STATE_SELECTED, TRUE);
}

static void
add_teams (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "No Teams Yet"));
  for (guint i = 0; i < N_TEAMS; i++)
    {
      g_autofree char *title = g_strdup_printf ("第%s巡察组", numerals[i]);
      g_autofree char *led = g_strdup_printf ("第%s巡察组, *%s*", numerals[i], leaders[i]);

      xc_steps_add_team (journey, title);
      xc_steps_type_reference (journey, leaders[i]);
      xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, led);
    }
  xc_journey_take_picture (journey, "teams");
}

/* What a card or an organization that waits is read out as. */
static void
find_card (XcJourney *journey, guint organization, const char *rest)
{
  g_autofree char *label = g_strdup_printf ("%s*%s", organizations[organization], rest);

  xc_journey_find (journey, XC_ANY_ROLE, label);
}

static void
give_all (XcJourney *journey)
{
  guint given = 0;

  xc_journey_press (journey, "<Control>Page_Down", NULL);
  find_card (journey, 0, "");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*0/14*");
  for (guint team = 0; team < N_TEAMS; team++)
    {
      const char digit[] = { (char) ('1' + team), '\0' };
      g_autofree char *rest = g_strdup_printf ("*第%s巡察组*", numerals[team]);

      xc_journey_press (journey, "Home", NULL);
      for (guint i = 1; i < shares[team]; i++)
        xc_journey_press (journey, "<Shift>Down", NULL);
      xc_journey_press (journey, digit, NULL);
      given += shares[team];
      find_card (journey, given - 1, rest);
    }
  g_assert_cmpuint (given, ==, N_GIVEN);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*12/14*85.71*");
}

/* The card says so; the dialog says who, by which rule, and lets it pass with a reason only. */
static void
waive (XcJourney *journey)
{
  const gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");
  g_autofree char *marked = g_strdup_printf ("*第一巡察组*%s", word (journey, "avoidance conflict"));
  const char *title = is_english ? "Avoidance: " CONFLICTING : "回避：" CONFLICTING;
  const char *reason = field (journey, "avoidance", "Reason");

  find_card (journey, 0, marked);
  xc_journey_press (journey, "Right", "Home", "F4", NULL);
  xc_journey_find (journey, ATSPI_ROLE_DIALOG, title);
  xc_journey_find (journey, XC_ANY_ROLE,
                   is_english ? "示安邦 has been " POST " of " CONFLICTING " since 2019-03.*"
                              : "示安邦自2019-03*" CONFLICTING POST "*");
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, reason);
  xc_journey_take_picture (journey, "conflict");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_ALERT,
                   word (journey, "Avoidance is waived only with a written reason. Nothing was waived; type "
                                  "who allows it and why."));
  xc_journey_type (journey, WAIVER_REASON);
  xc_journey_take_picture (journey, "waiver");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, title);
  xc_journey_take_picture (journey, "board");
}

static void
merge (XcJourney *journey)
{
  const char *search = word (journey, "Search organizations");
  const char *title = word (journey, "Organizations Merged");

  xc_steps_go_to (journey, "<Control>3", "Organizations");
  xc_journey_tab_to (journey, ATSPI_ROLE_ENTRY, search);
  xc_journey_type (journey, MERGED_INITIALS);
  xc_journey_find (journey, ATSPI_ROLE_PANEL, MERGED);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, MERGED);
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Record _Event"));
  xc_journey_press (journey, "space", "Down", "Down", "Return", NULL);
  xc_journey_find (journey, ATSPI_ROLE_DIALOG, title);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, word (journey, "Organizations Before the Merger"));
  xc_steps_type_reference (journey, MERGED_OTHER_INITIALS);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, word (journey, "Organization After the Merger"));
  xc_journey_type (journey, AFTER_MERGER "\n");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, AFTER_MERGER "*");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "organization_event", "Day"));
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_type (journey, "2026-10-1");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*0/14*0/13*");
  xc_journey_take_picture (journey, "merger");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, title);
}

typedef struct
{
  const char *path;
  gboolean is_undone; /* whether nothing can be undone any more, else done again */
} Wanted;

static gboolean
is_reached (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (XcStore) store = xc_store_open (wanted->path, XC_STORE_READ, NULL);
  gint64 seq = 0;

  if (store == NULL)
    return FALSE;
  return (wanted->is_undone ? xc_history_find_undoable (xc_store_get_database (store), &seq, NULL)
                            : xc_history_find_redoable (xc_store_get_database (store), &seq, NULL))
         && seq == 0;
}

static void
press_until (XcJourney *journey, const char *key, guint n_steps, const char *path, gboolean is_undone)
{
  Wanted wanted = { path, is_undone };

  for (guint i = 0; i < n_steps; i++)
    xc_journey_press (journey, key, NULL);
  if (!xc_journey_wait (journey, is_reached, &wanted))
    xc_journey_fail (journey, "not all was %s", is_undone ? "undone" : "done again");
}

static void
undo_and_redo (XcJourney *journey, const char *path, const char *folder)
{
  /* Term and registers, import, leaders and a post, round, teams with leaders, given, waived, merged. */
  const guint n_steps = 2 + N_TEAMS + 1 + 1 + 2 * N_TEAMS + N_TEAMS + 2;
  g_autofree char *empty_path = g_build_filename (folder, "empty.xuncha", NULL);
  g_autoptr (XcStore) empty = xc_store_create (empty_path, NULL);
  g_autofree char *nothing = xc_test_ledger_dump (empty);
  g_autofree char *before = xc_steps_dump_ledger (path);
  g_autofree char *undone = NULL;
  g_autofree char *after = NULL;

  xc_steps_go_to (journey, "<Control>8", "History");
  press_until (journey, "<Control>z", n_steps, path, TRUE);
  undone = xc_steps_dump_ledger (path);
  g_assert_cmpstr (undone, ==, nothing);
  xc_journey_take_picture (journey, "undone");
  press_until (journey, "<Control><Shift>z", n_steps, path, FALSE);
  after = xc_steps_dump_ledger (path);
  g_assert_cmpstr (after, ==, before);
  xc_steps_go_to (journey, "<Control>2", "Rounds");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "第一轮, *");
}

static void
test_by_keyboard (XcJourney *journey)
{
  const char *folder = xc_journey_get_folder (journey);
  g_autofree char *path = g_build_filename (folder, LEDGER, NULL);
  g_autofree char *desk = g_build_filename (folder, "desk", NULL);
  g_autofree char *workbook = g_build_filename (desk, "organizations.xlsx", NULL);

  g_assert_cmpint (g_mkdir (desk, 0700), ==, 0);
  write_workbook (desk, workbook);
  xc_journey_start (journey, NULL);
  xc_journey_take_pointer_away (journey);
  make_ledger (journey, path);
  import_organizations (journey, workbook);
  add_leaders (journey);
  add_round (journey);
  add_teams (journey);
  give_all (journey);
  waive (journey);
  merge (journey);
  undo_and_redo (journey, path, desk);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/planning/by-keyboard", test_by_keyboard);
  return xc_journey_run ();
}
