/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever must not inspect an organization: the mark of the card, the reason, the three ways out, and back from each. */
#include "importing.h"
#include "ledger.h"
#include "steps.h"

#define SHEETS                                                                                                          \
  "[届次]\n届|委员会|开始日期|结束日期\n二届|示范区委|2021-09-01|2026-08-31\n"                      \
  "[口径]\n名称|计入合计\n区直单位|是\n"                                                                   \
  "[被巡察党组织]\n名称|口径\n示范区财政局党组|区直单位\n示范区档案馆党组|区直单位\n" \
  "[轮次]\n轮次|开始日期|结束日期\n第一轮|2022-03-01|2022-05-31\n"                                       \
  "[巡察组]\n轮次|巡察组|组长\n第一轮|一|示安邦\n第一轮|二|示博文\n"                            \
  "[巡察任务]\n轮次|巡察组|被巡察党组织|类型\n第一轮|一|示范区财政局党组|常规\n"         \
  "第一轮|二|示范区档案馆党组|常规\n"

#define FINANCE "示范区财政局党组"
#define ARCHIVE "示范区档案馆党组"
#define RELATIVE "示安邦"
#define NATIVE "示博文"
#define SUBSTITUTE "示承志"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static gint64
find_id (XcStore *store, XcTable table, const char *name)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, table, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (xc_record_get_text (rows->pdata[i], "name"), name))
      return xc_record_get_id (rows->pdata[i]);
  g_return_val_if_reached (0);
}

static void
add_brother (XcStore *store, const char *person, const char *organization)
{
  g_autoptr (XcRecord) kin = xc_record_new (XC_TABLE_PERSON_KIN);

  xc_record_set_number (kin, "person_id", find_id (store, XC_TABLE_PERSON, person));
  xc_record_set_number (kin, "organization_id", find_id (store, XC_TABLE_ORGANIZATION, organization));
  xc_record_set_text (kin, "relation", "兄弟");
  xc_test_ledger_add (store, kin);
}

/* Both leaders have a brother at what their team inspects, the second comes from there besides; somebody else is in no
 * team. */
static void
add_people (XcStore *store)
{
  g_autoptr (XcRecord) other = xc_record_new (XC_TABLE_PERSON);
  g_autoptr (XcRecord) native =
      xc_store_load (store, XC_TABLE_PERSON, find_id (store, XC_TABLE_PERSON, NATIVE), NULL);

  xc_record_set_text (other, "name", SUBSTITUTE);
  xc_record_set_yes (other, "in_leader_pool", TRUE);
  xc_test_ledger_add (store, other);
  xc_record_set_number (native, "organization_id", find_id (store, XC_TABLE_ORGANIZATION, ARCHIVE));
  xc_test_ledger_add (store, native);
  add_brother (store, RELATIVE, FINANCE);
  add_brother (store, NATIVE, ARCHIVE);
}

static void
open_board (XcJourney *journey)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "avoidance.xuncha", NULL);
  g_autoptr (GError) error = NULL;
  XcStore *store = xc_store_create (path, &error);

  g_assert_no_error (error);
  xc_test_assert_imports (store, SHEETS);
  add_people (store);
  g_object_unref (store);
  xc_journey_start (journey, path, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_steps_go_to (journey, "<Control>2", "Rounds");
  xc_journey_press (journey, "<Control>Page_Down", "<Control>Page_Down", NULL);
}

/* How the card ends: with its team, or with what stands against it. */
static void
find_card (XcJourney *journey, const char *team, const char *state)
{
  g_autofree char *label =
      g_strdup_printf (FINANCE "*第%s巡察组%s%s", team, *state != '\0' ? "*" : "", state);

  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, label);
}

static void
explain (XcJourney *journey)
{
  const gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");

  xc_journey_click (journey, ATSPI_ROLE_LIST_ITEM, FINANCE "*");
  xc_steps_wait_focus (journey, ATSPI_ROLE_LIST_ITEM, FINANCE "*");
  xc_journey_press (journey, "F4", NULL);
  xc_journey_find (journey, ATSPI_ROLE_DIALOG, is_english ? "Avoidance: " FINANCE : "回避：" FINANCE);
  xc_journey_find (journey, ATSPI_ROLE_LABEL,
                   is_english ? "A relative of " RELATIVE " (兄弟) works at " FINANCE "."
                              : RELATIVE "*兄弟*" FINANCE "*");
}

static void
undo (XcJourney *journey)
{
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, NULL);
  xc_journey_press (journey, "<Control>z", NULL);
}

/* Of two reasons one is waived: the other one still stands against the person. */
static void
waive_one_ground (XcJourney *journey)
{
  g_autofree char *kin = g_strdup_printf ("*" NATIVE "*%s", xc_journey_word (journey, "choice", "Kin"));
  const char *waiver =
      g_str_equal (xc_journey_get_language (journey), "en") ? "Waiver: Kin" : "豁免事由：亲属关系";
  g_autofree char *open = g_strdup_printf (ARCHIVE "*%s", word (journey, "avoidance conflict"));

  xc_journey_click (journey, ATSPI_ROLE_LIST_ITEM, open);
  xc_journey_press (journey, "F4", NULL);
  xc_journey_tab_to (journey, ATSPI_ROLE_CHECK_BOX, kin);
  xc_journey_press (journey, "space", NULL);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "avoidance", "Reason"));
  xc_journey_type (journey, "Brother retires in May");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, waiver);
  xc_journey_wait_gone (journey, ATSPI_ROLE_CHECK_BOX, kin);
  xc_journey_take_picture (journey, "one-ground");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, open);
}

static void
test_ways_out (XcJourney *journey)
{
  const char *open = word (journey, "avoidance conflict");
  const char *waived = word (journey, "avoidance conflict, waived");

  open_board (journey);
  find_card (journey, "一", open);

  /* To another team, against which nothing stands. */
  explain (journey);
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Another _Team"));
  xc_journey_press (journey, "space", "Return", NULL);
  find_card (journey, "二", "");
  undo (journey);
  find_card (journey, "一", open);

  /* Somebody else leads. */
  explain (journey);
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Another _Person"));
  xc_journey_press (journey, "space", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, SUBSTITUTE "*");
  xc_journey_take_picture (journey, "people");
  xc_journey_type (journey, SUBSTITUTE "\n");
  find_card (journey, "一", "");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*" SUBSTITUTE);
  undo (journey);
  find_card (journey, "一", open);

  /* In writing: the card has another mark, which leads to the reason, and back. */
  explain (journey);
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "avoidance", "Reason"));
  xc_journey_type (journey, "No other team");
  xc_journey_press (journey, "<Control>s", NULL);
  find_card (journey, "一", waived);
  xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Avoidance waived"));
  xc_journey_take_picture (journey, "waived");
  undo (journey);
  find_card (journey, "一", open);
  xc_journey_press (journey, "<Control><Shift>z", NULL);
  find_card (journey, "一", waived);
  explain (journey);
  xc_journey_find (journey, XC_ANY_ROLE, "*No other team*");
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "With_draw"));
  xc_journey_take_picture (journey, "withdraw");
  xc_journey_press (journey, "space", "Escape", NULL);
  find_card (journey, "一", open);
  waive_one_ground (journey);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/avoidance/ways-out", test_ways_out);
  return xc_journey_run ();
}
