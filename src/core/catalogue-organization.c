/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The term, and who is to be inspected in it. */
#include "core/catalogue-private.h"

static const XcChoice levels[] = {
  { "city", NC_ ("choice", "City"), "市|市级|地级市" },
  { "county", NC_ ("choice", "County"), "县|县级|县级市" },
  { "district", NC_ ("choice", "District"), "区|区级" },
  { NULL },
};

static const XcChoice covered_when[] = {
  { "entered", NC_ ("choice", "Team entered"), "进驻|进驻日期" },
  { "left", NC_ ("choice", "Team left"), "结束|撤离|离驻|结束进驻|结束日期" },
  { "fed_back", NC_ ("choice", "Fed back"), "反馈|反馈日期" },
  { NULL },
};

static const XcField term_fields[] = {
  NUMBER ("ordinal", NC_ ("term", "Term"), 1, 99, .is_required = TRUE, .is_name = TRUE,
          .hint = NC_ ("term", "Which term of the committee this is: the second is 二届")),
  TEXT ("committee", NC_ ("term", "Committee"), .is_required = TRUE, .is_name = TRUE,
        .hint = NC_ ("term", "As it signs, without the number of the term")),
  CHOICE ("level", NC_ ("term", "Level"), levels, .is_required = TRUE, .initial = "district"),
  DAY ("starts_on", NC_ ("term", "First day"), .is_required = TRUE),
  DAY ("ends_on", NC_ ("term", "Last day"), .is_required = TRUE),
  CHOICE ("covered_when", NC_ ("term", "Covered when"), covered_when, .is_required = TRUE, .initial = "left",
          .hint = NC_ ("term", "The event from which an inspected organization counts as covered")),
  NUMBER ("decimals", NC_ ("term", "Decimals of rates"), 0, 4, .is_required = TRUE, .initial = "2"),
  NUMBER ("planned_rounds", NC_ ("term", "Rounds planned"), 1, 99,
          .hint = NC_ ("term", "In the whole term; without it the rounds entered are counted")),
};

static const XcField register_fields[] = {
  TEXT ("title", NC_ ("register", "Register"), .is_required = TRUE, .is_name = TRUE,
        .hint = NC_ ("register", "A group that is counted for itself, with its own number owed")),
  NUMBER ("position", NC_ ("register", "Order"), 1, 999, .is_required = TRUE, .initial = "1"),
  YES_NO ("in_total", NC_ ("register", "In the total"), .is_required = TRUE, .initial = "1"),
};

static const XcChoice bodies[] = {
  { "committee", NC_ ("choice", "Party committee"), "党委" },
  { "group", NC_ ("choice", "Leading Party group"), "党组" },
  { "working_committee", NC_ ("choice", "Party working committee"), "党工委" },
  { "general_branch", NC_ ("choice", "General Party branch"), "党总支" },
  { "branch", NC_ ("choice", "Party branch"), "党支部" },
  { "leading_team", NC_ ("choice", "Leading team"), "领导班子|班子" },
  { NULL },
};

static const XcChoice attention[] = {
  { "a", NC_ ("choice", "A"), "A类|Ａ" },
  { "b", NC_ ("choice", "B"), "B类|Ｂ" },
  { "c", NC_ ("choice", "C"), "C类|Ｃ" },
  { NULL },
};

static const XcField organization_fields[] = {
  TEXT ("name", NC_ ("organization", "Name"), .is_required = TRUE, .is_name = TRUE),
  TEXT ("short_name", NC_ ("organization", "Short name")),
  CHOICE ("body", NC_ ("organization", "Body"), bodies),
  REFERENCE ("register_id", NC_ ("organization", "Register"), XC_TABLE_REGISTER, .is_required = TRUE),
  REFERENCE ("parent_id", NC_ ("organization", "Parent"), XC_TABLE_ORGANIZATION,
             .hint = NC_ ("organization", "The street or town that a community or village belongs to")),
  TEXT ("sector", NC_ ("organization", "Sector")),
  TEXT ("head", NC_ ("organization", "Head")),
  TEXT ("head_post", NC_ ("organization", "Post of the head")),
  TEXT ("contact", NC_ ("organization", "Contact")),
  TEXT ("telephone", NC_ ("organization", "Telephone")),
  CHOICE ("attention", NC_ ("organization", "Attention class"), attention),
  NUMBER ("work_days", NC_ ("organization", "Work"), 1, 9999, .unit = NC_ ("unit", "team-days"),
          .hint = NC_ ("organization", "Days that one team needs for it")),
  DAY ("valid_from", NC_ ("organization", "Valid from"),
       .hint = NC_ ("organization", "The day it was founded; empty when it was there before the term")),
  DAY ("valid_to", NC_ ("organization", "Valid to"),
       .hint = NC_ ("organization", "The day from which it exists no more")),
  YES_NO ("listed", NC_ ("organization", "Listed for coverage"), .is_required = TRUE, .initial = "1"),
  TEXT ("unlisted_reason", NC_ ("organization", "Reason for not listing")),
  LONG_TEXT ("note", NC_ ("organization", "Note")),
};

static const XcChoice event_kinds[] = {
  { "founded", NC_ ("choice", "Founded"), "新建|新设|设立|成立|组建" },
  { "renamed", NC_ ("choice", "Renamed"), "更名|改名" },
  { "merged", NC_ ("choice", "Merged"), "合并|并入|整合" },
  { "split", NC_ ("choice", "Split"), "拆分|分设|分立" },
  { "abolished", NC_ ("choice", "Abolished"), "撤销|注销|取消" },
  { "moved", NC_ ("choice", "Moved"), "划转|调整|转隶" },
  { NULL },
};

static const XcField organization_event_fields[] = {
  CHOICE ("kind", NC_ ("organization_event", "Kind"), event_kinds, .is_required = TRUE, .is_name = TRUE),
  DAY ("happened_on", NC_ ("organization_event", "Day"), .is_required = TRUE, .is_name = TRUE),
  TEXT ("document", NC_ ("organization_event", "Document number")),
  TEXT ("reason", NC_ ("organization_event", "Reason")),
  LONG_TEXT ("note", NC_ ("organization_event", "Note")),
};

static const XcChoice sides[] = {
  { "before", NC_ ("choice", "Predecessor"), "原组织|前身" },
  { "after", NC_ ("choice", "Successor"), "新组织|后继" },
  { NULL },
};

static const XcChoice passes[] = {
  { "to_confirm", NC_ ("choice", "To be confirmed"), "待确认|待定" },
  { "yes", NC_ ("choice", "Passes on"), "承继|承接|继承|是" },
  { "no", NC_ ("choice", "Does not pass on"), "不承继|不承接|否" },
  { NULL },
};

static const XcField event_member_fields[] = {
  REFERENCE ("event_id", NC_ ("event_member", "Event"), XC_TABLE_ORGANIZATION_EVENT, .is_required = TRUE),
  REFERENCE ("organization_id", NC_ ("event_member", "Organization"), XC_TABLE_ORGANIZATION,
             .is_required = TRUE, .is_name = TRUE),
  CHOICE ("side", NC_ ("event_member", "Side"), sides, .is_required = TRUE),
  CHOICE ("passes", NC_ ("event_member", "Coverage"), passes, .is_required = TRUE, .initial = "to_confirm"),
  DAY ("decided_on", NC_ ("event_member", "Decided on")),
  TEXT ("former_name", NC_ ("event_member", "Former name")),
  REFERENCE ("former_register_id", NC_ ("event_member", "Former register"), XC_TABLE_REGISTER),
  REFERENCE ("former_parent_id", NC_ ("event_member", "Former parent"), XC_TABLE_ORGANIZATION),
  YES_NO ("former_listed", NC_ ("event_member", "Formerly listed")),
};

const XcCatalogueTable xc_catalogue_term = TABLE ("term", NC_ ("table", "Terms"), term_fields);
const XcCatalogueTable xc_catalogue_register =
    TABLE ("register", NC_ ("table", "Registers"), register_fields);
const XcCatalogueTable xc_catalogue_organization =
    TABLE ("organization", NC_ ("table", "Organizations"), organization_fields);
const XcCatalogueTable xc_catalogue_organization_event =
    TABLE ("organization_event", NC_ ("table", "Events of organizations"), organization_event_fields);
const XcCatalogueTable xc_catalogue_event_member =
    TABLE ("event_member", NC_ ("table", "Organizations of events"), event_member_fields);
