/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/person-service.h"

#include "store/row-name.h"

static void
free_organization (gpointer data)
{
  XcServedOrganization *organization = data;

  g_free (organization->name);
  g_free (organization);
}

static void
free_service (gpointer data)
{
  XcPersonService *service = data;

  g_free (service->term);
  g_free (service->round);
  g_free (service->team);
  g_ptr_array_unref (service->organizations);
  g_free (service);
}

static XcDay
get_day (XcStatement *row, int column)
{
  const char *text = xc_statement_get_text (row, column);

  return text != NULL ? xc_day_parse_iso (text) : XC_DAY_NONE;
}

/* The columns from @first on: the member's days, then the round's. */
static XcService
get_days (XcStatement *row, int first)
{
  return xc_service_new (get_day (row, first), get_day (row, first + 1), get_day (row, first + 2),
                         get_day (row, first + 3));
}

static XcPersonService *
read_service (XcStatement *row)
{
  XcPersonService *service = g_new0 (XcPersonService, 1);

  service->id = xc_statement_get_integer (row, 0);
  service->team_id = xc_statement_get_integer (row, 1);
  service->round_id = xc_statement_get_integer (row, 2);
  service->role = xc_field_find_choice (xc_catalogue_get_field (XC_TABLE_TEAM_MEMBER, "role"),
                                        xc_statement_get_text (row, 4));
  service->days = get_days (row, 5);
  service->organizations = g_ptr_array_new_with_free_func (free_organization);
  return service;
}

static void
read_organization (XcStatement *row, GPtrArray *services)
{
  gint64 team_id = xc_statement_get_integer (row, 0);

  for (guint i = 0; i < services->len; i++)
    {
      XcPersonService *service = services->pdata[i];
      XcServedOrganization *organization;

      if (service->team_id != team_id)
        continue;
      organization = g_new (XcServedOrganization, 1);
      organization->id = xc_statement_get_integer (row, 1);
      organization->name = g_strdup (xc_statement_get_text (row, 2));
      g_ptr_array_add (service->organizations, organization);
    }
}

static gboolean
load_organizations (XcDatabase *database, gint64 person_id, GPtrArray *services, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database,
      "SELECT DISTINCT i.team_id, o.id, o.name FROM inspection AS i JOIN organization AS o ON o.id = "
      "i.organization_id"
      " WHERE i.team_id IN (SELECT team_id FROM team_member WHERE person_id = ?1) ORDER BY o.name, o.id",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, person_id);
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      read_organization (statement, services);
    }
}

/**
 * xc_person_services_load:
 * @store: a ledger
 * @person_id: a person
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable) (element-type XcPersonService): each team that the person was or is in, that of
 *   the latest round first
 */
GPtrArray *
xc_person_services_load (XcStore *store, gint64 person_id, GError **error)
{
  XcDatabase *database = xc_store_get_database (store);
  g_autoptr (GPtrArray) services = g_ptr_array_new_with_free_func (free_service);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database,
      "SELECT m.id, t.id, r.id, r.term_id, m.role, m.from_on, m.to_on, r.starts_on, r.ends_on FROM "
      "team_member AS m"
      " JOIN team AS t ON t.id = m.team_id JOIN round AS r ON r.id = t.round_id JOIN term ON term.id = "
      "r.term_id"
      " WHERE m.person_id = ?1 ORDER BY term.starts_on DESC, r.ordinal DESC, t.ordinal, m.id",
      error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, person_id);
  for (;;)
    {
      XcPersonService *service;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      service = read_service (statement);
      service->term = xc_row_dup_name (database, XC_TABLE_TERM, xc_statement_get_integer (statement, 3));
      service->round = xc_row_dup_name (database, XC_TABLE_ROUND, service->round_id);
      service->team = xc_row_dup_name (database, XC_TABLE_TEAM, service->team_id);
      g_ptr_array_add (services, service);
    }
  if (!load_organizations (database, person_id, services, error))
    return NULL;
  return g_steal_pointer (&services);
}

/* Who serves on a day of the period: a set of ids. */
static GHashTable *
find_busy (XcDatabase *database, XcDay from, XcDay to, GError **error)
{
  g_autoptr (GHashTable) busy = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database,
      "SELECT m.person_id, m.from_on, m.to_on, r.starts_on, r.ends_on FROM team_member AS m"
      " JOIN team AS t ON t.id = m.team_id JOIN round AS r ON r.id = t.round_id",
      error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      XcService days;
      gint64 id;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&busy);
      days = get_days (statement, 1);
      id = xc_statement_get_integer (statement, 0);
      if (xc_service_overlaps (&days, from, to))
        g_hash_table_add (busy, g_memdup2 (&id, sizeof id));
    }
}

/**
 * xc_people_find_free:
 * @store: a ledger
 * @from: first day of a period, or %XC_DAY_NONE for one without a beginning
 * @to: last day of it, or %XC_DAY_NONE for one without an end
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the people who serve in no team on any day of it
 */
GArray *
xc_people_find_free (XcStore *store, XcDay from, XcDay to, GError **error)
{
  XcDatabase *database = xc_store_get_database (store);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) busy = find_busy (database, from, to, error);
  g_autoptr (XcStatement) statement =
      busy != NULL ? xc_database_prepare (database, "SELECT id FROM person", error) : NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      gint64 id;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&people);
      id = xc_statement_get_integer (statement, 0);
      if (!g_hash_table_contains (busy, &id))
        g_array_append_val (people, id);
    }
}
