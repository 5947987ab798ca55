/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the catalogue's own files write their tables down. */
#pragma once

#include <glib/gi18n-lib.h>

#include "core/catalogue.h"

#define TEXT(id, words, ...)                                                                                 \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_TEXT, .title = words, .target = XC_TABLE_NONE, __VA_ARGS__                  \
  }
#define LONG_TEXT(id, words, ...)                                                                            \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_LONG_TEXT, .title = words, .target = XC_TABLE_NONE, __VA_ARGS__             \
  }
#define DAY(id, words, ...)                                                                                  \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_DAY, .title = words, .target = XC_TABLE_NONE, __VA_ARGS__                   \
  }
#define NUMBER(id, words, least, most, ...)                                                                  \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_NUMBER, .title = words, .target = XC_TABLE_NONE, .minimum = least,          \
    .maximum = most, __VA_ARGS__                                                                             \
  }
#define MONEY(id, words, ...)                                                                                \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_MONEY, .title = words, .target = XC_TABLE_NONE, __VA_ARGS__                 \
  }
#define CHOICE(id, words, list, ...)                                                                         \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_CHOICE, .title = words, .choices = list, .target = XC_TABLE_NONE,           \
    __VA_ARGS__                                                                                              \
  }
#define YES_NO(id, words, ...)                                                                               \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_YES_NO, .title = words, .target = XC_TABLE_NONE, __VA_ARGS__                \
  }
#define REFERENCE(id, words, table, ...)                                                                     \
  {                                                                                                          \
    .name = id, .kind = XC_FIELD_REFERENCE, .title = words, .target = table, __VA_ARGS__                     \
  }
#define TABLE(id, words, list)                                                                               \
  {                                                                                                          \
    .name = id, .title = words, .fields = list, .n_fields = G_N_ELEMENTS (list)                              \
  }

/* Of every review. */
extern const XcChoice xc_catalogue_verdicts[];

extern const XcCatalogueTable xc_catalogue_term;
extern const XcCatalogueTable xc_catalogue_register;
extern const XcCatalogueTable xc_catalogue_organization;
extern const XcCatalogueTable xc_catalogue_organization_event;
extern const XcCatalogueTable xc_catalogue_event_member;
extern const XcCatalogueTable xc_catalogue_scheme;
extern const XcCatalogueTable xc_catalogue_point;
extern const XcCatalogueTable xc_catalogue_round;
extern const XcCatalogueTable xc_catalogue_batch;
extern const XcCatalogueTable xc_catalogue_round_stage;
extern const XcCatalogueTable xc_catalogue_round_document;
extern const XcCatalogueTable xc_catalogue_team;
extern const XcCatalogueTable xc_catalogue_person;
extern const XcCatalogueTable xc_catalogue_person_post;
extern const XcCatalogueTable xc_catalogue_person_kin;
extern const XcCatalogueTable xc_catalogue_team_member;
extern const XcCatalogueTable xc_catalogue_inspection;
extern const XcCatalogueTable xc_catalogue_avoidance;
extern const XcCatalogueTable xc_catalogue_deadline;
extern const XcCatalogueTable xc_catalogue_deadline_extension;
extern const XcCatalogueTable xc_catalogue_plan_review;
extern const XcCatalogueTable xc_catalogue_problem;
extern const XcCatalogueTable xc_catalogue_measure;
extern const XcCatalogueTable xc_catalogue_responsibility;
extern const XcCatalogueTable xc_catalogue_extension;
extern const XcCatalogueTable xc_catalogue_closing_step;
extern const XcCatalogueTable xc_catalogue_evidence;
extern const XcCatalogueTable xc_catalogue_letter;
extern const XcCatalogueTable xc_catalogue_letter_item;
extern const XcCatalogueTable xc_catalogue_deadline_rule;
extern const XcCatalogueTable xc_catalogue_holiday;
extern const XcCatalogueTable xc_catalogue_list_layout;
extern const XcCatalogueTable xc_catalogue_list_column;
extern const XcCatalogueTable xc_catalogue_saved_view;
extern const XcCatalogueTable xc_catalogue_setting;
