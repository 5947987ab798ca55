/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems, what is done about them, and who answers for it. */
#include "core/catalogue-private.h"

static const XcChoice commonness[] = {
  { "common", NC_ ("choice", "Common"), "共性|共性问题" },
  { "individual", NC_ ("choice", "Individual"), "个性|个性问题" },
  { NULL },
};

static const XcChoice found_at[] = {
  { "before", NC_ ("choice", "Before the inspection"), "未巡先改" },
  { "during", NC_ ("choice", "During the inspection"), "边巡边改" },
  { "feedback", NC_ ("choice", "At feedback"), "反馈" },
  { NULL },
};

static const XcChoice problem_states[] = {
  { "not_started", NC_ ("choice", "Not started"), "未启动|未开始|未整改" },
  { "in_progress", NC_ ("choice", "In progress"), "正在推进|整改中|正在整改|推进中|在办" },
  { "basically_done", NC_ ("choice", "Basically done"), "基本完成|阶段性完成|阶段性整改" },
  { "awaiting_review", NC_ ("choice", "Done, awaiting review"),
    "已完成待审核|待审核|已完成（待审核）|已完成(待审核)|已完成|完成" },
  { "returned", NC_ ("choice", "Returned"), "退回|退回补充" },
  { "closed", NC_ ("choice", "Closed"), "已销号|销号" },
  { "reopened", NC_ ("choice", "Reopened"), "重新打开" },
  { NULL },
};

static const XcField problem_fields[] = {
  REFERENCE ("inspection_id", NC_ ("problem", "Inspection"), XC_TABLE_INSPECTION, .is_required = TRUE,
             .is_repeated = TRUE),
  TEXT ("number", NC_ ("problem", "Problem number"), .is_required = TRUE, .is_name = TRUE, .is_code = TRUE,
        .hint = NC_ ("problem", "Round, organization, problem; given by the program and never changed")),
  REFERENCE ("point_id", NC_ ("problem", "Point"), XC_TABLE_POINT, .is_repeated = TRUE),
  LONG_TEXT ("wording", NC_ ("problem", "Problem"), .is_required = TRUE),
  LONG_TEXT ("facts", NC_ ("problem", "Facts")),
  YES_NO ("is_key", NC_ ("problem", "Key"), .is_required = TRUE, .initial = "0"),
  CHOICE ("commonness", NC_ ("problem", "Common or individual"), commonness),
  CHOICE ("found_at", NC_ ("problem", "Stage found"), found_at, .is_repeated = TRUE),
  TEXT ("source", NC_ ("problem", "Source"), .is_repeated = TRUE),
  DAY ("found_on", NC_ ("problem", "Found on"), .is_repeated = TRUE),
  MONEY ("amount", NC_ ("problem", "Amount"), .unit = NC_ ("unit", "yuan")),
  YES_NO ("fed_back", NC_ ("problem", "Fed back"), .is_required = TRUE, .is_repeated = TRUE, .initial = "1"),
  REFERENCE ("second_body_id", NC_ ("problem", "Second responsible body"), XC_TABLE_ORGANIZATION,
             .is_repeated = TRUE, .hint = NC_ ("problem", "A village's town answers beside the village")),
  CHOICE ("state", NC_ ("problem", "Rectification state"), problem_states, .is_required = TRUE,
          .initial = "not_started"),
  DAY ("closed_on", NC_ ("problem", "Closed on")),
};

static const XcChoice rectification_types[] = {
  { "immediate", NC_ ("choice", "Immediate"), "立行立改|立即整改|立查立改" },
  { "by_date", NC_ ("choice", "By a date"), "限期整改|限期" },
  { "lasting", NC_ ("choice", "Lasting"), "长期坚持|长期" },
  { NULL },
};

static const XcChoice measure_states[] = {
  { "not_started", NC_ ("choice", "Not started"), "未启动|未开始|未整改" },
  { "in_progress", NC_ ("choice", "In progress"), "正在推进|整改中|正在整改|推进中|在办" },
  { "basically_done", NC_ ("choice", "Basically done"), "基本完成|阶段性完成|阶段性整改" },
  { "done", NC_ ("choice", "Done"), "已完成|完成" },
  { NULL },
};

static const XcField measure_fields[] = {
  REFERENCE ("problem_id", NC_ ("measure", "Problem"), XC_TABLE_PROBLEM, .is_required = TRUE),
  NUMBER ("position", NC_ ("measure", "Order"), 1, 9999, .is_required = TRUE, .initial = "1"),
  LONG_TEXT ("wording", NC_ ("measure", "Measure"), .is_required = TRUE, .is_name = TRUE),
  CHOICE ("type", NC_ ("measure", "Rectification type"), rectification_types),
  DAY ("due_on", NC_ ("measure", "Time limit")),
  TEXT ("due_wording", NC_ ("measure", "Wording of the time limit"),
        .hint = NC_ ("measure", "Where it is more than a date, as “by the end of the year, then lasting”")),
  LONG_TEXT ("progress", NC_ ("measure", "Progress")),
  LONG_TEXT ("result", NC_ ("measure", "Result")),
  DAY ("done_on", NC_ ("measure", "Done on")),
  CHOICE ("state", NC_ ("measure", "State"), measure_states, .is_required = TRUE, .initial = "not_started"),
};

static const XcChoice responsibility_roles[] = {
  { "first", NC_ ("choice", "First responsible person"), "第一责任人" },
  { "leader", NC_ ("choice", "Responsible leader"), "责任领导|分管领导" },
  { "lead_department", NC_ ("choice", "Lead department"), "牵头部门|牵头单位" },
  { "department", NC_ ("choice", "Responsible department"), "责任部门|责任单位" },
  { "person", NC_ ("choice", "Responsible person"), "责任人|具体责任人" },
  { "cooperating", NC_ ("choice", "Cooperating unit"), "配合单位|配合部门" },
  { "supervising", NC_ ("choice", "Supervising unit"), "督办单位|督办部门" },
  { NULL },
};

static const XcField responsibility_fields[] = {
  REFERENCE ("problem_id", NC_ ("responsibility", "Problem"), XC_TABLE_PROBLEM, .is_required = TRUE),
  CHOICE ("role", NC_ ("responsibility", "Role"), responsibility_roles, .is_required = TRUE, .is_name = TRUE),
  NUMBER ("position", NC_ ("responsibility", "Order"), 1, 9999, .is_required = TRUE, .initial = "1"),
  TEXT ("unit", NC_ ("responsibility", "Unit")),
  TEXT ("name", NC_ ("responsibility", "Person"), .is_name = TRUE),
  TEXT ("post", NC_ ("responsibility", "Post")),
};

static const XcField extension_fields[] = {
  REFERENCE ("measure_id", NC_ ("extension", "Measure"), XC_TABLE_MEASURE, .is_required = TRUE),
  DAY ("old_on", NC_ ("extension", "Old limit")),
  DAY ("new_on", NC_ ("extension", "New limit"), .is_required = TRUE, .is_name = TRUE),
  TEXT ("reason", NC_ ("extension", "Reason"), .is_required = TRUE),
  TEXT ("approver", NC_ ("extension", "Approved by"), .is_required = TRUE),
  DAY ("approved_on", NC_ ("extension", "Approved on"), .is_required = TRUE),
  TEXT ("document", NC_ ("extension", "Approving document")),
};

static const XcChoice closing_steps[] = {
  { "applied", NC_ ("choice", "Applied"), "申请销号" },
  { "reviewed", NC_ ("choice", "Reviewed"), "审核" },
  { "reopened", NC_ ("choice", "Reopened"), "重新打开" },
  { NULL },
};

static const XcChoice reviewing_bodies[] = {
  { "office", NC_ ("choice", "Inspection office"), "巡察办" },
  { "discipline", NC_ ("choice", "Discipline inspection and supervision"), "纪委监委|纪委监委机关" },
  { "organization", NC_ ("choice", "Organization department"), "组织部" },
  { "leader", NC_ ("choice", "Leader in charge"), "分管领导" },
  { NULL },
};

const XcChoice xc_catalogue_verdicts[] = {
  { "accepted", NC_ ("choice", "Accepted"), "同意|通过" },
  { "returned", NC_ ("choice", "Returned"), "退回|不通过" },
  { NULL },
};

static const XcField closing_step_fields[] = {
  REFERENCE ("problem_id", NC_ ("closing_step", "Problem"), XC_TABLE_PROBLEM, .is_required = TRUE),
  NUMBER ("cycle", NC_ ("closing_step", "Cycle"), 1, 999, .is_required = TRUE, .initial = "1"),
  CHOICE ("step", NC_ ("closing_step", "Step"), closing_steps, .is_required = TRUE, .is_name = TRUE),
  CHOICE ("body", NC_ ("closing_step", "Reviewed by"), reviewing_bodies),
  CHOICE ("verdict", NC_ ("closing_step", "Verdict"), xc_catalogue_verdicts),
  LONG_TEXT ("opinion", NC_ ("closing_step", "Opinion")),
  TEXT ("person", NC_ ("closing_step", "Person"), .is_required = TRUE),
  DAY ("happened_on", NC_ ("closing_step", "Day"), .is_required = TRUE),
};

static const XcField evidence_fields[] = {
  REFERENCE ("problem_id", NC_ ("evidence", "Problem"), XC_TABLE_PROBLEM, .is_required = TRUE),
  REFERENCE ("measure_id", NC_ ("evidence", "Measure"), XC_TABLE_MEASURE),
  TEXT ("title", NC_ ("evidence", "File name"), .is_required = TRUE, .is_name = TRUE),
  TEXT ("media_type", NC_ ("evidence", "Kind of file")),
  NUMBER ("size", NC_ ("evidence", "Size"), 0, G_MAXINT64, .is_required = TRUE,
          .unit = NC_ ("unit", "bytes")),
  TEXT ("sha256", NC_ ("evidence", "Fingerprint"), .is_required = TRUE),
  DAY ("added_on", NC_ ("evidence", "Added on")),
};

const XcCatalogueTable xc_catalogue_problem = TABLE ("problem", NC_ ("table", "Problems"), problem_fields);
const XcCatalogueTable xc_catalogue_measure = TABLE ("measure", NC_ ("table", "Measures"), measure_fields);
const XcCatalogueTable xc_catalogue_responsibility =
    TABLE ("responsibility", NC_ ("table", "Responsibilities"), responsibility_fields);
const XcCatalogueTable xc_catalogue_extension =
    TABLE ("extension", NC_ ("table", "Extensions"), extension_fields);
const XcCatalogueTable xc_catalogue_closing_step =
    TABLE ("closing_step", NC_ ("table", "Steps of closing"), closing_step_fields);
const XcCatalogueTable xc_catalogue_evidence = TABLE ("evidence", NC_ ("table", "Evidence"), evidence_fields);
