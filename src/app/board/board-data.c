/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/board-data.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-book.h"
#include "core/pinyin.h"
#include "store/assignment.h"
#include "store/coverage-source.h"
#include "store/row-name.h"

static void
free_team (gpointer data)
{
  XcBoardTeam *team = data;

  g_free (team->title);
  g_free (team->leader);
  g_ptr_array_unref (team->items);
  g_free (team);
}

/**
 * xc_board_data_free:
 * @self: (transfer full): what to free
 */
void
xc_board_data_free (XcBoardData *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->round, xc_record_unref);
  g_clear_pointer (&self->term, xc_record_unref);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->registers, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->plan, xc_coverage_plan_free);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_free (self);
}

/**
 * xc_board_data_is_moved:
 * @change: what an action did
 *
 * Returns: whether a board may show something else since
 */
gboolean
xc_board_data_is_moved (const XcChange *change)
{
  static const XcTable tables[] = {
    XC_TABLE_TERM,        XC_TABLE_REGISTER,   XC_TABLE_ORGANIZATION, XC_TABLE_ORGANIZATION_EVENT,
    XC_TABLE_ROUND,       XC_TABLE_BATCH,      XC_TABLE_ROUND_STAGE,  XC_TABLE_EVENT_MEMBER,
    XC_TABLE_TEAM,        XC_TABLE_PERSON,     XC_TABLE_PERSON_POST,  XC_TABLE_PERSON_KIN,
    XC_TABLE_TEAM_MEMBER, XC_TABLE_INSPECTION, XC_TABLE_AVOIDANCE,    XC_TABLE_HOLIDAY,
    XC_TABLE_SETTING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (xc_change_has_table (change, tables[i]))
      return TRUE;
  return FALSE;
}

static int
compare_numbers (const XcRecord *a, const XcRecord *b, const char *field)
{
  gint64 x = xc_record_get_number (a, field);
  gint64 y = xc_record_get_number (b, field);

  return x < y ? -1 : x > y;
}

static int
compare_ordinals (gconstpointer a, gconstpointer b)
{
  return compare_numbers (*(XcRecord *const *) a, *(XcRecord *const *) b, "ordinal");
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  return compare_numbers (*(XcRecord *const *) a, *(XcRecord *const *) b, "position");
}

static int
compare_serials (gconstpointer a, gconstpointer b)
{
  return compare_numbers (*(XcRecord *const *) a, *(XcRecord *const *) b, "serial");
}

static XcRecord *
find_register (const XcBoardData *self, const XcRecord *organization, guint *position)
{
  gint64 id = xc_record_get_number (organization, "register_id");

  for (guint i = 0; i < self->registers->len; i++)
    if (xc_record_get_id (self->registers->pdata[i]) == id)
      {
        *position = i;
        return self->registers->pdata[i];
      }
  *position = self->registers->len;
  return NULL;
}

static int
compare_organizations (gconstpointer a, gconstpointer b, gpointer data)
{
  const XcRecord *x = *(XcRecord *const *) a;
  const XcRecord *y = *(XcRecord *const *) b;
  guint at_x, at_y;

  find_register (data, x, &at_x);
  find_register (data, y, &at_y);
  if (at_x != at_y)
    return at_x < at_y ? -1 : 1;
  return xc_pinyin_compare (xc_record_get_text (x, "name"), xc_record_get_text (y, "name"));
}

/* The one part that grows with the ledger and seldom changes. */
static gboolean
load_organizations (XcBoardData *self, const XcBoardData *former, const XcChange *change, GError **error)
{
  if (former != NULL && change != NULL && !xc_change_has_table (change, XC_TABLE_ORGANIZATION)
      && !xc_change_has_table (change, XC_TABLE_REGISTER))
    {
      self->registers = g_ptr_array_ref (former->registers);
      self->organizations = g_ptr_array_ref (former->organizations);
      self->by_id = g_hash_table_ref (former->by_id);
      return TRUE;
    }
  self->registers = xc_store_load_all (self->store, XC_TABLE_REGISTER, error);
  if (self->registers == NULL)
    return FALSE;
  self->organizations = xc_store_load_all (self->store, XC_TABLE_ORGANIZATION, error);
  if (self->organizations == NULL)
    return FALSE;
  g_ptr_array_sort (self->registers, compare_positions);
  g_ptr_array_sort_with_data (self->organizations, compare_organizations, self);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->organizations->len; i++)
    {
      gint64 id = xc_record_get_id (self->organizations->pdata[i]);

      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), self->organizations->pdata[i]);
    }
  return TRUE;
}

static char *
dup_leader (XcStore *store, gint64 team_id)
{
  g_autoptr (GPtrArray) members = xc_store_load_where (store, XC_TABLE_TEAM_MEMBER, "team_id", team_id, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      g_autofree char *name = NULL;

      /* One who left is the leader no more. */
      if (g_strcmp0 (xc_record_get_text (members->pdata[i], "role"), "leader") != 0
          || xc_record_is_set (members->pdata[i], "to_on"))
        continue;
      name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_PERSON,
                              xc_record_get_number (members->pdata[i], "person_id"));
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("between names", ", ") : "", name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
add_team (XcBoardData *self, const XcRecord *record)
{
  XcBoardTeam *team = g_new0 (XcBoardTeam, 1);

  team->items = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_board_item_unref);
  if (record != NULL)
    {
      team->id = xc_record_get_id (record);
      team->ordinal = (int) xc_record_get_number (record, "ordinal");
      team->title = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_TEAM, team->id);
      team->leader = dup_leader (self->store, team->id);
    }
  else
    team->title = g_strdup (_ ("No Team Yet"));
  g_ptr_array_add (self->teams, team);
}

static gboolean
load_teams (XcBoardData *self, gboolean has_teamless, GError **error)
{
  g_autoptr (GPtrArray) records =
      xc_store_load_where (self->store, XC_TABLE_TEAM, "round_id", xc_record_get_id (self->round), error);

  if (records == NULL)
    return FALSE;
  self->teams = g_ptr_array_new_with_free_func (free_team);
  g_ptr_array_sort (records, compare_ordinals);
  if (has_teamless)
    add_team (self, NULL);
  for (guint i = 0; i < records->len; i++)
    add_team (self, records->pdata[i]);
  return TRUE;
}

static XcBoardItem *
make_item (const XcBoardData *self, XcRecord *organization, XcRecord *inspection)
{
  gint64 parent = xc_record_get_number (organization, "parent_id");
  guint position;

  return xc_board_item_new (organization, inspection, g_hash_table_lookup (self->by_id, &parent),
                            find_register (self, organization, &position));
}

/* Those whose parent is in the same place go under it; a circle of parents is cut where it is met first. */
static GPtrArray *
put_under_parents (GPtrArray *items)
{
  g_autoptr (GHashTable) by_organization = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_board_item_unref);

  for (guint i = items->len; i > 0; i--)
    {
      gint64 id = xc_board_item_get_organization (items->pdata[i - 1]);

      g_hash_table_insert (by_organization, g_memdup2 (&id, sizeof id), items->pdata[i - 1]);
    }
  for (guint i = 0; i < items->len; i++)
    {
      XcBoardItem *item = items->pdata[i];
      gint64 id = xc_board_item_get_parent (item);
      XcBoardItem *parent = g_hash_table_lookup (by_organization, &id);
      gint64 above = parent != NULL ? xc_board_item_get_parent (parent) : 0;

      /* One level is enough: what is below a community stands beside it. */
      if (parent != NULL && parent != item && !g_hash_table_contains (by_organization, &above))
        g_ptr_array_add (parent->children, xc_board_item_ref (item));
      else
        g_ptr_array_add (roots, xc_board_item_ref (item));
    }
  return roots;
}

/**
 * xc_board_data_get_name:
 * @self: data
 * @organization_id: an organization, or 0
 *
 * Returns: (nullable): its name
 */
const char *
xc_board_data_get_name (const XcBoardData *self, gint64 organization_id)
{
  const XcRecord *record = g_hash_table_lookup (self->by_id, &organization_id);

  return record != NULL ? xc_record_get_text (record, "name") : NULL;
}

static int
compare_ids (gconstpointer key, gconstpointer row)
{
  gint64 id = *(const gint64 *) key;
  gint64 other = ((const XcCoverageOrganization *) row)->id;

  return id < other ? -1 : id > other;
}

/* Owed on the day of the plan, and not covered even when all that is planned is carried out. */
static gboolean
is_waiting (const XcBoardData *self, const XcRecord *organization)
{
  const GArray *rows = xc_coverage_get_input (self->plan->coverage)->organizations;
  gint64 id = xc_record_get_id (organization);
  const XcCoverageOrganization *row =
      bsearch (&id, rows->data, rows->len, sizeof (XcCoverageOrganization), compare_ids);

  if (row == NULL)
    return FALSE;
  switch (
      self->plan->day->organizations[row - (const XcCoverageOrganization *) (gconstpointer) rows->data].state)
    {
    case XC_COVERAGE_NEVER:
    case XC_COVERAGE_IN_PROGRESS:
      return TRUE;
    case XC_COVERAGE_NOT_OWED:
    case XC_COVERAGE_TO_CONFIRM:
    case XC_COVERAGE_COVERED:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
list_waiting (XcBoardData *self, const GPtrArray *inspections)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_board_item_unref);

  for (guint i = 0; i < inspections->len; i++)
    {
      gint64 id = xc_record_get_number (inspections->pdata[i], "organization_id");

      g_hash_table_add (given, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < self->organizations->len; i++)
    {
      XcRecord *organization = self->organizations->pdata[i];
      gint64 id = xc_record_get_id (organization);

      if (!g_hash_table_contains (given, &id) && is_waiting (self, organization))
        g_ptr_array_add (items, make_item (self, organization, NULL));
    }
  self->n_waiting = items->len;
  self->waiting = put_under_parents (items);
  for (guint i = 0; i < self->plan->day->n_registers; i++)
    self->n_owed += self->plan->day->registers[i].owed;
}

static XcDaySpan
get_batch_window (const XcBoardData *self, gint64 batch_id)
{
  XcDaySpan window;

  if (batch_id == 0
      || !xc_assignment_get_window (self->store, xc_record_get_id (self->round), batch_id, &window, NULL))
    return XC_DAY_SPAN_NONE;
  return window;
}

static XcHolidays *
load_holidays (XcStore *store)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, XC_TABLE_HOLIDAY, NULL);
  XcHolidays *holidays = xc_holidays_new ();

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    xc_holidays_add (holidays, xc_record_get_day (rows->pdata[i], "day"),
                     xc_record_get_yes (rows->pdata[i], "is_off"));
  return holidays;
}

static XcTeamTask
make_task (const XcBoardData *self, const XcBoardItem *item)
{
  static const char *const actual[] = { "enters_on", "leaves_on" };
  static const char *const planned[] = { "planned_enters_on", "planned_leaves_on" };
  XcTeamTask task = { .window =
                          get_batch_window (self, xc_record_get_number (item->inspection, "batch_id")) };
  XcDay days[2];

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = xc_record_get_day (item->inspection,
                                 xc_record_is_set (item->inspection, actual[i]) ? actual[i] : planned[i]);
  task.planned = (XcDaySpan){ days[0], days[1] };
  task.work = (guint) xc_record_get_number (item->organization, "work_days");
  xc_inspection_kind_from_word (xc_record_get_text (item->inspection, "kind"), &task.kind);
  return task;
}

/* How much stands against each inspection, waived or not: id → number. */
static GHashTable *
count_conflicts (XcStore *store, gint64 round_id, gboolean is_waived)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  XcAvoidance *avoidance = xc_avoidance_book_read (xc_avoidance_book_get (store), NULL);
  g_autoptr (GArray) conflicts = avoidance != NULL ? xc_avoidance_get_conflicts (avoidance, round_id) : NULL;

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const XcAvoidanceConflict *conflict = &g_array_index (conflicts, XcAvoidanceConflict, i);
      guint n;

      if (conflict->inspection == NULL || (conflict->waiver != NULL) != is_waived)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &conflict->inspection->id));
      g_hash_table_insert (counts, g_memdup2 (&conflict->inspection->id, sizeof (gint64)),
                           GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static void
fill_team (const XcBoardData *self, XcBoardTeam *team, const GPtrArray *inspections, GHashTable *conflicts,
           GHashTable *waived, const XcHolidays *holidays)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_board_item_unref);
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (XcTeamTask));

  for (guint i = 0; i < inspections->len; i++)
    {
      XcRecord *inspection = inspections->pdata[i];
      gint64 id = xc_record_get_number (inspection, "organization_id");
      XcRecord *organization = g_hash_table_lookup (self->by_id, &id);
      XcBoardItem *item;
      XcTeamTask task;

      if (xc_record_get_number (inspection, "team_id") != team->id || organization == NULL)
        continue;
      item = make_item (self, organization, inspection);
      item->team = g_strdup (team->title);
      item->n_conflicts = GPOINTER_TO_UINT (g_hash_table_lookup (conflicts, &item->id));
      item->n_waived = GPOINTER_TO_UINT (g_hash_table_lookup (waived, &item->id));
      g_ptr_array_add (items, item);
      task = make_task (self, item);
      g_array_append_val (tasks, task);
    }
  g_ptr_array_unref (team->items);
  team->items = put_under_parents (items);
  team->load = xc_team_load_reckon ((const XcTeamTask *) (gconstpointer) tasks->data, tasks->len,
                                    self->window, holidays);
}

static gboolean
load_plan (XcBoardData *self, GError **error)
{
  XcCoverageInput *input;

  self->term =
      xc_store_load (self->store, XC_TABLE_TERM, xc_record_get_number (self->round, "term_id"), error);
  input = self->term != NULL ? xc_coverage_source_load_input (self->store, self->term, error) : NULL;
  if (input == NULL)
    return FALSE;
  self->plan = xc_coverage_plan_new (input, xc_record_get_id (self->round));
  return TRUE;
}

/**
 * xc_board_data_load:
 * @store: a ledger
 * @round_id: a round of it
 * @former: (nullable): what was loaded before
 * @change: (nullable): what was done since; with it only what may have changed is read anew
 * @error: return location; %XC_STORE_ERROR_NOT_FOUND when the round is no more
 *
 * Returns: (transfer full): what the board shows, or %NULL
 */
XcBoardData *
xc_board_data_load (XcStore *store, gint64 round_id, const XcBoardData *former, const XcChange *change,
                    GError **error)
{
  g_autoptr (XcBoardData) self = g_new0 (XcBoardData, 1);
  g_autoptr (GPtrArray) inspections = NULL;
  g_autoptr (GHashTable) conflicts = NULL;
  g_autoptr (GHashTable) waived = NULL;
  g_autoptr (XcHolidays) holidays = load_holidays (store);
  gboolean has_teamless = FALSE;

  self->store = g_object_ref (store);
  self->round = xc_store_load (store, XC_TABLE_ROUND, round_id, error);
  if (self->round == NULL || !load_organizations (self, former, change, error) || !load_plan (self, error)
      || !xc_assignment_get_window (store, round_id, 0, &self->window, error))
    return NULL;
  self->batches = xc_store_load_where (store, XC_TABLE_BATCH, "round_id", round_id, error);
  inspections = self->batches != NULL
                    ? xc_store_load_where (store, XC_TABLE_INSPECTION, "round_id", round_id, error)
                    : NULL;
  if (inspections == NULL)
    return NULL;
  g_ptr_array_sort (self->batches, compare_ordinals);
  g_ptr_array_sort (inspections, compare_serials);
  for (guint i = 0; i < inspections->len; i++)
    has_teamless |= !xc_record_is_set (inspections->pdata[i], "team_id");
  if (!load_teams (self, has_teamless, error))
    return NULL;
  conflicts = count_conflicts (store, round_id, FALSE);
  waived = count_conflicts (store, round_id, TRUE);
  for (guint i = 0; i < self->teams->len; i++)
    fill_team (self, self->teams->pdata[i], inspections, conflicts, waived, holidays);
  list_waiting (self, inspections);
  return g_steal_pointer (&self);
}

/**
 * xc_board_data_count_teams:
 * @self: data
 *
 * Returns: how many teams the round has
 */
guint
xc_board_data_count_teams (const XcBoardData *self)
{
  guint n = 0;

  for (guint i = 0; i < self->teams->len; i++)
    n += ((const XcBoardTeam *) self->teams->pdata[i])->id != 0;
  return n;
}

/**
 * xc_board_data_find_team:
 * @self: data
 * @ordinal: number of a team
 *
 * Returns: (nullable): the team
 */
const XcBoardTeam *
xc_board_data_find_team (const XcBoardData *self, int ordinal)
{
  for (guint i = 0; i < self->teams->len; i++)
    {
      const XcBoardTeam *team = self->teams->pdata[i];

      if (team->id != 0 && team->ordinal == ordinal)
        return team;
    }
  return NULL;
}
