/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who may serve, and what keeps them from inspecting whom. */
#include "core/catalogue-private.h"

static const XcField person_fields[] = {
  TEXT ("name", NC_ ("person", "Name"), .is_required = TRUE, .is_name = TRUE),
  REFERENCE ("organization_id", NC_ ("person", "Home organization"), XC_TABLE_ORGANIZATION),
  TEXT ("unit", NC_ ("person", "Unit"), .is_name = TRUE,
        .hint = NC_ ("person", "Where it is not one of the inspected organizations")),
  TEXT ("post", NC_ ("person", "Post")),
  TEXT ("rank", NC_ ("person", "Rank")),
  TEXT ("specialities", NC_ ("person", "Specialities")),
  TEXT ("telephone", NC_ ("person", "Telephone")),
  YES_NO ("in_talent_pool", NC_ ("person", "In the talent pool"), .is_required = TRUE, .initial = "0"),
  YES_NO ("in_leader_pool", NC_ ("person", "In the leader pool"), .is_required = TRUE, .initial = "0"),
  LONG_TEXT ("note", NC_ ("person", "Note")),
};

static const XcField person_post_fields[] = {
  REFERENCE ("person_id", NC_ ("person_post", "Person"), XC_TABLE_PERSON, .is_required = TRUE),
  REFERENCE ("organization_id", NC_ ("person_post", "Organization"), XC_TABLE_ORGANIZATION),
  TEXT ("unit", NC_ ("person_post", "Unit")),
  TEXT ("post", NC_ ("person_post", "Post"), .is_name = TRUE),
  DAY ("from_on", NC_ ("person_post", "From")),
  DAY ("to_on", NC_ ("person_post", "To")),
};

static const XcField person_kin_fields[] = {
  REFERENCE ("person_id", NC_ ("person_kin", "Person"), XC_TABLE_PERSON, .is_required = TRUE),
  TEXT ("relation", NC_ ("person_kin", "Relation"), .is_required = TRUE, .is_name = TRUE),
  REFERENCE ("organization_id", NC_ ("person_kin", "Organization"), XC_TABLE_ORGANIZATION),
  TEXT ("unit", NC_ ("person_kin", "Unit")),
  TEXT ("post", NC_ ("person_kin", "Post")),
};

static const XcChoice rulings[] = {
  { "avoid", NC_ ("choice", "Avoids"), "回避|应当回避" },
  { "waived", NC_ ("choice", "Waived"), "不回避|豁免|同意参加" },
  { NULL },
};

static const XcChoice grounds[] = {
  { "ruled", NC_ ("choice", "Ruled to avoid"), "决定回避|回避决定" },
  { "home", NC_ ("choice", "Home organization"), "现工作单位|所在单位|本单位" },
  { "present_post", NC_ ("choice", "Present post"), "现任职务|现任职|任职回避" },
  { "past_post", NC_ ("choice", "Past post"), "曾任职务|曾任职|曾任职务回避" },
  { "long_service", NC_ ("choice", "Long service"), "任职较久|长期任职" },
  { "kin", NC_ ("choice", "Kin"), "亲属关系|亲属|亲属回避" },
  { "inspected_before", NC_ ("choice", "Inspected before"), "曾巡察该单位|曾巡察" },
  { "two_teams", NC_ ("choice", "Two teams at once"), "同时在两个巡察组|两个巡察组|兼组" },
  { NULL },
};

static const XcField avoidance_fields[] = {
  REFERENCE ("person_id", NC_ ("avoidance", "Person"), XC_TABLE_PERSON, .is_required = TRUE, .is_name = TRUE),
  REFERENCE ("organization_id", NC_ ("avoidance", "Organization"), XC_TABLE_ORGANIZATION, .is_required = TRUE,
             .is_name = TRUE),
  REFERENCE ("inspection_id", NC_ ("avoidance", "Inspection"), XC_TABLE_INSPECTION),
  CHOICE ("ruling", NC_ ("avoidance", "Ruling"), rulings, .is_required = TRUE, .initial = "avoid"),
  TEXT ("reason", NC_ ("avoidance", "Reason"), .is_required = TRUE),
  DAY ("ruled_on", NC_ ("avoidance", "Ruled on")),
  CHOICE ("ground", NC_ ("avoidance", "What is waived"), grounds,
          .hint = NC_ ("avoidance", "Of a waiver: which kind of conflict it covers")),
};

const XcCatalogueTable xc_catalogue_person = TABLE ("person", NC_ ("table", "People"), person_fields);
const XcCatalogueTable xc_catalogue_person_post =
    TABLE ("person_post", NC_ ("table", "Posts of people"), person_post_fields);
const XcCatalogueTable xc_catalogue_person_kin =
    TABLE ("person_kin", NC_ ("table", "Kin of people"), person_kin_fields);
const XcCatalogueTable xc_catalogue_avoidance =
    TABLE ("avoidance", NC_ ("table", "Avoidance"), avoidance_fields);
