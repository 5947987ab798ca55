/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team-substitute.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"

typedef struct
{
  gint64 member_id;
  gint64 person_id;
  XcDay day;
} Substitution;

static char *
name_person (XcStore *store, gint64 id)
{
  g_autoptr (XcRecord) person = xc_store_load (store, XC_TABLE_PERSON, id, NULL);

  return g_strdup (person != NULL ? xc_record_get_text (person, "name") : "");
}

/* Whether the team has been at an organization before @day. */
static gboolean
has_begun (XcStore *store, gint64 team_id, XcDay day, gboolean *begun, GError **error)
{
  g_autoptr (GPtrArray) inspections =
      xc_store_load_where (store, XC_TABLE_INSPECTION, "team_id", team_id, error);

  *begun = FALSE;
  for (guint i = 0; inspections != NULL && i < inspections->len; i++)
    {
      XcDay enters = xc_record_get_day (inspections->pdata[i], "enters_on");

      *begun |= xc_day_is_set (enters) && enters < day;
    }
  return inspections != NULL;
}

static gboolean
check_not_member (XcStore *store, const Substitution *self, gint64 team_id, GError **error)
{
  g_autoptr (GPtrArray) members =
      xc_store_load_where (store, XC_TABLE_TEAM_MEMBER, "team_id", team_id, error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      XcDay to = xc_record_get_day (members->pdata[i], "to_on");
      g_autofree char *name = NULL;

      if (xc_record_get_number (members->pdata[i], "person_id") != self->person_id
          || (xc_day_is_set (to) && to < self->day))
        continue;
      name = name_person (store, self->person_id);
      return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                      /* translators: %s is a person */
                      _ ("%s is in the team already. Nobody was replaced; choose somebody else."), name);
    }
  return members != NULL;
}

/* Who served goes on to stand in the ledger; who never did leaves the place as if it had not been given. Documents
 * authorise persons, not places. */
static gboolean
substitute (XcStore *store, gpointer data, GError **error)
{
  const Substitution *self = data;
  g_autoptr (XcRecord) member = xc_store_load (store, XC_TABLE_TEAM_MEMBER, self->member_id, error);
  g_autoptr (XcRecord) successor = NULL;
  gboolean begun;
  gint64 team_id;

  if (member == NULL)
    return FALSE;
  team_id = xc_record_get_number (member, "team_id");
  if (!has_begun (store, team_id, self->day, &begun, error)
      || !check_not_member (store, self, team_id, error))
    return FALSE;
  if (!begun || xc_record_get_day (member, "from_on") >= self->day)
    {
      xc_record_set_number (member, "person_id", self->person_id);
      xc_record_clear (member, "document");
      xc_record_clear (member, "authorised_on");
      return xc_store_save (store, member, error);
    }
  successor = xc_record_new (XC_TABLE_TEAM_MEMBER);
  xc_record_set_number (successor, "team_id", team_id);
  xc_record_set_number (successor, "person_id", self->person_id);
  xc_record_set_text (successor, "role", xc_record_get_text (member, "role"));
  xc_record_set_day (successor, "from_on", self->day);
  xc_record_set_day (successor, "to_on", xc_record_get_day (member, "to_on"));
  xc_record_set_day (member, "to_on", self->day - 1);
  return xc_store_save (store, member, error) && xc_store_save (store, successor, error);
}

/**
 * xc_team_substitute:
 * @store: a ledger, not in an action
 * @member_id: whose place it is, in the table team_member
 * @person_id: who takes it
 * @day: first day of the new one, where the team is at work already
 * @title: (out) (optional): what the history calls it
 * @error: return location; %XC_STORE_ERROR_REFUSED when the new one is in the team already
 *
 * Before the team has entered anywhere the new one stands in place of the former. After that the former served until the
 * day before, and both stand in the ledger. One step that can be undone.
 *
 * Returns: whether it was done
 */
gboolean
xc_team_substitute (XcStore *store, gint64 member_id, gint64 person_id, XcDay day, char **title,
                    GError **error)
{
  Substitution self = { member_id, person_id, day };
  g_autoptr (XcRecord) member = xc_store_load (store, XC_TABLE_TEAM_MEMBER, member_id, error);
  g_autofree char *former = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (member == NULL)
    return FALSE;
  former = name_person (store, xc_record_get_number (member, "person_id"));
  name = name_person (store, person_id);
  /* translators: %1$s is who was in a team, %2$s who takes the place */
  words = g_strdup_printf (_ ("%1$s replaced by %2$s"), former, name);
  if (!xc_store_run (store, words, substitute, &self, error))
    return FALSE;
  if (title != NULL)
    *title = g_steal_pointer (&words);
  return TRUE;
}
