/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds, their teams, and the inspections they carry out. */
#include "core/catalogue-private.h"

static const XcField scheme_fields[] = {
  TEXT ("title", NC_ ("scheme", "Scheme"), .is_required = TRUE, .is_name = TRUE),
  NUMBER ("version", NC_ ("scheme", "Version"), 1, 999, .is_required = TRUE, .initial = "1", .is_name = TRUE),
  TEXT ("basis", NC_ ("scheme", "Basis")),
  DAY ("adopted_on", NC_ ("scheme", "Adopted on")),
};

static const XcField point_fields[] = {
  REFERENCE ("scheme_id", NC_ ("point", "Scheme"), XC_TABLE_SCHEME, .is_required = TRUE),
  REFERENCE ("parent_id", NC_ ("point", "Part of"), XC_TABLE_POINT),
  NUMBER ("position", NC_ ("point", "Order"), 1, 9999, .is_required = TRUE, .initial = "1"),
  TEXT ("title", NC_ ("point", "Point"), .is_required = TRUE, .is_name = TRUE),
};

static const XcField round_fields[] = {
  REFERENCE ("term_id", NC_ ("round", "Term"), XC_TABLE_TERM, .is_required = TRUE),
  NUMBER ("ordinal", NC_ ("round", "Round"), 1, 99, .is_required = TRUE, .is_name = TRUE),
  TEXT ("title", NC_ ("round", "Title")),
  REFERENCE ("scheme_id", NC_ ("round", "Scheme"), XC_TABLE_SCHEME),
  DAY ("starts_on", NC_ ("round", "First day")),
  DAY ("ends_on", NC_ ("round", "Last day")),
  LONG_TEXT ("note", NC_ ("round", "Note")),
};

static const XcField batch_fields[] = {
  REFERENCE ("round_id", NC_ ("batch", "Round"), XC_TABLE_ROUND, .is_required = TRUE),
  NUMBER ("ordinal", NC_ ("batch", "Batch"), 1, 99, .is_required = TRUE, .is_name = TRUE),
  DAY ("starts_on", NC_ ("batch", "First day")),
  DAY ("ends_on", NC_ ("batch", "Last day")),
  LONG_TEXT ("note", NC_ ("batch", "Note")),
};

static const XcChoice stages[] = {
  { "preparation", NC_ ("choice", "Preparation"), "准备|筹备" },
  { "deployment", NC_ ("choice", "Deployment"), "部署|动员部署" },
  { "on_site", NC_ ("choice", "On site"), "了解|进驻|进驻了解" },
  { "reporting", NC_ ("choice", "Reporting"), "报告|汇报|报告巡察情况" },
  { "feedback", NC_ ("choice", "Feedback"), "反馈|反馈意见" },
  { "handover", NC_ ("choice", "Handover"), "移交|移交材料" },
  { "plan", NC_ ("choice", "Rectification plan"), "整改方案" },
  { "rectification", NC_ ("choice", "Concentrated rectification"), "整改|集中整改|督促整改" },
  { "evaluation", NC_ ("choice", "Evaluation"), "评估|整改评估" },
  { "archive", NC_ ("choice", "Archiving"), "归档|立卷归档" },
  { NULL },
};

static const XcField round_stage_fields[] = {
  REFERENCE ("round_id", NC_ ("round_stage", "Round"), XC_TABLE_ROUND, .is_required = TRUE),
  REFERENCE ("batch_id", NC_ ("round_stage", "Batch"), XC_TABLE_BATCH),
  CHOICE ("stage", NC_ ("round_stage", "Stage"), stages, .is_required = TRUE, .is_name = TRUE),
  DAY ("planned_from", NC_ ("round_stage", "Planned from")),
  DAY ("planned_to", NC_ ("round_stage", "Planned to")),
  DAY ("actual_from", NC_ ("round_stage", "Actually from")),
  DAY ("actual_to", NC_ ("round_stage", "Actually to")),
  TEXT ("document", NC_ ("round_stage", "Document number")),
  LONG_TEXT ("note", NC_ ("round_stage", "Note")),
};

static const XcChoice document_kinds[] = {
  { "plan", NC_ ("choice", "Work plan"), "方案|工作方案" },
  { "authorization", NC_ ("choice", "Authorization"), "授权|授权任职决定|授权任职及任务分工的决定" },
  { "request", NC_ ("choice", "Request"), "请示" },
  { "report", NC_ ("choice", "Report"), "报告" },
  { "notice", NC_ ("choice", "Notice"), "通知|巡察通知" },
  { "feedback", NC_ ("choice", "Feedback opinion"), "反馈意见" },
  { "minutes", NC_ ("choice", "Minutes"), "会议纪要|纪要" },
  { "other", NC_ ("choice", "Other document"), "其他" },
  { NULL },
};

static const XcField round_document_fields[] = {
  REFERENCE ("round_id", NC_ ("round_document", "Round"), XC_TABLE_ROUND, .is_required = TRUE),
  CHOICE ("kind", NC_ ("round_document", "Kind of document"), document_kinds, .is_required = TRUE,
          .initial = "notice"),
  TEXT ("number", NC_ ("round_document", "Document number")),
  TEXT ("title", NC_ ("round_document", "Title"), .is_required = TRUE, .is_name = TRUE),
  DAY ("issued_on", NC_ ("round_document", "Issued on")),
  LONG_TEXT ("note", NC_ ("round_document", "Note")),
};

static const XcField team_fields[] = {
  REFERENCE ("round_id", NC_ ("team", "Round"), XC_TABLE_ROUND, .is_required = TRUE),
  NUMBER ("ordinal", NC_ ("team", "Team"), 1, 99, .is_required = TRUE, .is_name = TRUE),
  TEXT ("title", NC_ ("team", "Title")),
  TEXT ("document", NC_ ("team", "Authorising document"),
        .hint = NC_ ("team", "Authorises leader and deputies for this round only")),
  DAY ("authorised_on", NC_ ("team", "Authorised on")),
  LONG_TEXT ("note", NC_ ("team", "Note")),
};

static const XcChoice roles[] = {
  { "leader", NC_ ("choice", "Leader"), "组长" },
  { "deputy", NC_ ("choice", "Deputy leader"), "副组长" },
  { "commissioner", NC_ ("choice", "Inspection commissioner"), "巡察专员|专员" },
  { "liaison", NC_ ("choice", "Liaison"), "联络员" },
  { "member", NC_ ("choice", "Member"), "组员|成员" },
  { NULL },
};

static const XcField team_member_fields[] = {
  REFERENCE ("team_id", NC_ ("team_member", "Team"), XC_TABLE_TEAM, .is_required = TRUE),
  REFERENCE ("person_id", NC_ ("team_member", "Person"), XC_TABLE_PERSON, .is_required = TRUE,
             .is_name = TRUE),
  CHOICE ("role", NC_ ("team_member", "Role"), roles, .is_required = TRUE, .initial = "member"),
  TEXT ("document", NC_ ("team_member", "Authorising document")),
  DAY ("authorised_on", NC_ ("team_member", "Authorised on")),
  DAY ("from_on", NC_ ("team_member", "From")),
  DAY ("to_on", NC_ ("team_member", "To")),
};

static const XcChoice kinds[] = {
  { "regular", NC_ ("choice", "Regular"), "常规|常规巡察" },
  { "special", NC_ ("choice", "Special"), "专项|专项巡察" },
  { "mobile", NC_ ("choice", "Mobile"), "机动|机动巡察|专项机动" },
  { "upgraded", NC_ ("choice", "Upgraded"), "提级|提级巡察" },
  { "cross", NC_ ("choice", "Cross"), "交叉|交叉巡察" },
  { "upgraded_cross", NC_ ("choice", "Upgraded cross"), "提级交叉|提级交叉巡察" },
  { "joint", NC_ ("choice", "Joint"), "联动|联动巡察" },
  { "extended", NC_ ("choice", "Extended"), "延伸|延伸巡察" },
  { "look_back", NC_ ("choice", "Look-back"), "回头看|“回头看”|巡察回头看|巡察“回头看”" },
  { "rectification_check", NC_ ("choice", "Rectification check"), "整改督查|巡察整改督查|督查" },
  { NULL },
};

static const XcChoice inspection_levels[] = {
  { "own", NC_ ("choice", "Own committee"), "本级" },
  { "higher", NC_ ("choice", "Higher committee"), "上级|上级巡察|上级巡视" },
  { NULL },
};

static const XcChoice counts[] = {
  { "by_kind", NC_ ("choice", "By kind"), "按类型|默认" },
  { "yes", NC_ ("choice", "Counts"), "是|计入|√|yes|y|1" },
  { "no", NC_ ("choice", "Does not count"), "否|不计入|×|no|n|0" },
  { NULL },
};

static const XcField inspection_fields[] = {
  REFERENCE ("round_id", NC_ ("inspection", "Round"), XC_TABLE_ROUND,
             .hint = NC_ ("inspection", "Empty only for an inspection by a higher committee")),
  REFERENCE ("batch_id", NC_ ("inspection", "Batch"), XC_TABLE_BATCH),
  REFERENCE ("team_id", NC_ ("inspection", "Team"), XC_TABLE_TEAM),
  REFERENCE ("organization_id", NC_ ("inspection", "Organization"), XC_TABLE_ORGANIZATION,
             .is_required = TRUE, .is_name = TRUE),
  NUMBER ("serial", NC_ ("inspection", "Number in the round"), 1, 9999,
          .hint = NC_ ("inspection", "The middle part of problem numbers; given by the program")),
  CHOICE ("kind", NC_ ("inspection", "Kind"), kinds, .is_required = TRUE, .initial = "regular"),
  CHOICE ("level", NC_ ("inspection", "Inspected by"), inspection_levels, .is_required = TRUE,
          .initial = "own"),
  CHOICE ("counts", NC_ ("inspection", "Counts toward coverage"), counts, .is_required = TRUE,
          .initial = "by_kind"),
  TEXT ("counts_reason", NC_ ("inspection", "Reason for counting or not")),
  DAY ("notified_on", NC_ ("inspection", "Notified on")),
  DAY ("planned_enters_on", NC_ ("inspection", "Planned to enter")),
  DAY ("planned_leaves_on", NC_ ("inspection", "Planned to leave")),
  DAY ("enters_on", NC_ ("inspection", "Enters")),
  DAY ("leaves_on", NC_ ("inspection", "Leaves")),
  DAY ("reported_on", NC_ ("inspection", "Reported on")),
  DAY ("fed_back_on", NC_ ("inspection", "Fed back on")),
  DAY ("plan_received_on", NC_ ("inspection", "Plan received on")),
  DAY ("report_received_on", NC_ ("inspection", "Rectification report received on")),
  REFERENCE ("extends_id", NC_ ("inspection", "Extends"), XC_TABLE_INSPECTION,
             .hint = NC_ ("inspection", "The inspection that this one goes on from")),
  LONG_TEXT ("note", NC_ ("inspection", "Note")),
};

const XcCatalogueTable xc_catalogue_scheme = TABLE ("scheme", NC_ ("table", "Schemes"), scheme_fields);
const XcCatalogueTable xc_catalogue_point = TABLE ("point", NC_ ("table", "Points"), point_fields);
const XcCatalogueTable xc_catalogue_round = TABLE ("round", NC_ ("table", "Rounds"), round_fields);
const XcCatalogueTable xc_catalogue_batch = TABLE ("batch", NC_ ("table", "Batches"), batch_fields);
const XcCatalogueTable xc_catalogue_round_stage =
    TABLE ("round_stage", NC_ ("table", "Stages of rounds"), round_stage_fields);
const XcCatalogueTable xc_catalogue_round_document =
    TABLE ("round_document", NC_ ("table", "Documents of rounds"), round_document_fields);
const XcCatalogueTable xc_catalogue_team = TABLE ("team", NC_ ("table", "Teams"), team_fields);
const XcCatalogueTable xc_catalogue_team_member =
    TABLE ("team_member", NC_ ("table", "Team members"), team_member_fields);
const XcCatalogueTable xc_catalogue_inspection =
    TABLE ("inspection", NC_ ("table", "Inspections"), inspection_fields);
