/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which teams a person served (参加巡察), and who is free in a period. */
#pragma once

#include "core/service.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcServedOrganization:
 * @name: of an organization that the team inspected or is to inspect
 */
typedef struct
{
  gint64 id;
  char *name;
} XcServedOrganization;

/**
 * XcPersonService:
 * @id: of the row of the table team_member
 * @term: the term of the round, as people call it
 * @round: the round, likewise
 * @team: the team, likewise
 * @role: the catalogue's choice
 * @days: the member's own or else the round's
 * @organizations: (element-type XcServedOrganization): each once, by name
 */
typedef struct
{
  gint64 id;
  gint64 round_id;
  gint64 team_id;
  char *term;
  char *round;
  char *team;
  const XcChoice *role;
  XcService days;
  GPtrArray *organizations;
} XcPersonService;

GPtrArray *xc_person_services_load (XcStore *store, gint64 person_id, GError **error);
GArray *xc_people_find_free (XcStore *store, XcDay from, XcDay to, GError **error);

G_END_DECLS
