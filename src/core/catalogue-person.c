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

static const XcField avoidance_fields[] = {
  REFERENCE ("person_id", NC_ ("avoidance", "Person"), XC_TABLE_PERSON, .is_required = TRUE, .is_name = TRUE),
  REFERENCE ("organization_id", NC_ ("avoidance", "Organization"), XC_TABLE_ORGANIZATION, .is_required = TRUE,
             .is_name = TRUE),
  REFERENCE ("inspection_id", NC_ ("avoidance", "Inspection"), XC_TABLE_INSPECTION),
  CHOICE ("ruling", NC_ ("avoidance", "Ruling"), rulings, .is_required = TRUE, .initial = "avoid"),
  TEXT ("reason", NC_ ("avoidance", "Reason"), .is_required = TRUE),
  DAY ("ruled_on", NC_ ("avoidance", "Ruled on")),
};

const XcCatalogueTable xc_catalogue_person = TABLE ("person", NC_ ("table", "People"), person_fields);
const XcCatalogueTable xc_catalogue_person_post =
    TABLE ("person_post", NC_ ("table", "Posts of people"), person_post_fields);
const XcCatalogueTable xc_catalogue_person_kin =
    TABLE ("person_kin", NC_ ("table", "Kin of people"), person_kin_fields);
const XcCatalogueTable xc_catalogue_avoidance =
    TABLE ("avoidance", NC_ ("table", "Avoidance"), avoidance_fields);
