/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office sets for itself: deadlines, holidays, how lists look. */
#include "core/catalogue-private.h"

static const XcChoice subjects[] = {
  { "notice", NC_ ("choice", "Notice of inspection"), "巡察通知|通知" },
  { "report", NC_ ("choice", "Report of the inspection"), "巡察报告|报告巡察情况" },
  { "feedback", NC_ ("choice", "Feedback"), "反馈|反馈意见" },
  { "plan", NC_ ("choice", "Plan of rectification"), "整改方案|报送整改方案" },
  { "rectification", NC_ ("choice", "End of concentrated rectification"), "集中整改|集中整改期满" },
  { "lead_reply", NC_ ("choice", "Reply on leads"), "线索办理反馈|问题线索办理反馈" },
  { NULL },
};

static const XcChoice units[] = {
  { "days", NC_ ("choice", "Days"), "日|天" },
  { "working_days", NC_ ("choice", "Working days"), "工作日|个工作日" },
  { "months", NC_ ("choice", "Months"), "月|个月" },
  { NULL },
};

static const XcChoice starts[] = {
  { "enters", NC_ ("choice", "Entering"), "进驻" },
  { "leaves", NC_ ("choice", "Leaving"), "结束" },
  { "reporting", NC_ ("choice", "Reporting on the inspection"), "汇报巡察情况|报告|汇报" },
  { "feedback", NC_ ("choice", "Feeding back"), "反馈" },
  { "handover", NC_ ("choice", "Handing over"), "移交" },
  { NULL },
};

static const XcChoice directions[] = {
  { "after", NC_ ("choice", "After"), "后" },
  { "before", NC_ ("choice", "Before"), "前" },
  { NULL },
};

static const XcField deadline_rule_fields[] = {
  CHOICE ("subject", NC_ ("deadline_rule", "What is due"), subjects, .is_required = TRUE, .is_name = TRUE),
  NUMBER ("amount", NC_ ("deadline_rule", "Number"), 0, 9999, .is_required = TRUE),
  CHOICE ("unit", NC_ ("deadline_rule", "Unit"), units, .is_required = TRUE, .initial = "months"),
  CHOICE ("direction", NC_ ("deadline_rule", "Before or after"), directions, .is_required = TRUE,
          .initial = "after"),
  CHOICE ("start", NC_ ("deadline_rule", "Starting event"), starts, .is_required = TRUE,
          .initial = "feedback"),
  TEXT ("basis", NC_ ("deadline_rule", "Legal basis")),
  DAY ("valid_from", NC_ ("deadline_rule", "Valid from")),
};

static const XcField deadline_fields[] = {
  REFERENCE ("inspection_id", NC_ ("deadline", "Inspection"), XC_TABLE_INSPECTION, .is_required = TRUE,
             .is_name = TRUE),
  CHOICE ("subject", NC_ ("deadline", "What is due"), subjects, .is_required = TRUE, .is_name = TRUE),
  DAY ("due_on", NC_ ("deadline", "Due on"), .is_required = TRUE),
  DAY ("started_on", NC_ ("deadline", "Counted from")),
  NUMBER ("amount", NC_ ("deadline", "Number"), 0, 9999,
          .hint = NC_ ("deadline", "The rule as it was when the date was given; a later rule moves nothing")),
  CHOICE ("unit", NC_ ("deadline", "Unit"), units),
  CHOICE ("direction", NC_ ("deadline", "Before or after"), directions),
  CHOICE ("start", NC_ ("deadline", "Starting event"), starts),
  TEXT ("basis", NC_ ("deadline", "Legal basis")),
};

static const XcField deadline_extension_fields[] = {
  REFERENCE ("deadline_id", NC_ ("deadline_extension", "Deadline"), XC_TABLE_DEADLINE, .is_required = TRUE),
  DAY ("old_on", NC_ ("deadline_extension", "Old limit"), .is_required = TRUE),
  DAY ("new_on", NC_ ("deadline_extension", "New limit"), .is_required = TRUE, .is_name = TRUE),
  TEXT ("reason", NC_ ("deadline_extension", "Reason"), .is_required = TRUE),
  TEXT ("approver", NC_ ("deadline_extension", "Approved by"), .is_required = TRUE),
  DAY ("approved_on", NC_ ("deadline_extension", "Approved on"), .is_required = TRUE),
  TEXT ("document", NC_ ("deadline_extension", "Approving document")),
};

static const XcField holiday_fields[] = {
  DAY ("day", NC_ ("holiday", "Day"), .is_required = TRUE, .is_name = TRUE),
  YES_NO ("is_off", NC_ ("holiday", "Day off"), .is_required = TRUE, .initial = "1",
          .hint = NC_ ("holiday", "No: a weekend day that is worked")),
  TEXT ("title", NC_ ("holiday", "Holiday")),
};

static const XcChoice lists[] = {
  { "problem", NC_ ("choice", "Problem list"), "问题清单" },
  { "rectification", NC_ ("choice", "Rectification list"), "整改清单|任务清单" },
  { "responsibility", NC_ ("choice", "Responsibility list"), "责任清单" },
  { NULL },
};

static const XcField list_layout_fields[] = {
  CHOICE ("list", NC_ ("list_layout", "List"), lists, .is_required = TRUE, .is_name = TRUE),
  TEXT ("title", NC_ ("list_layout", "Title")),
  TEXT ("annex", NC_ ("list_layout", "Annex")),
  TEXT ("unit", NC_ ("list_layout", "Issued by")),
  TEXT ("marking", NC_ ("list_layout", "Marking line")),
};

static const XcField list_column_fields[] = {
  REFERENCE ("layout_id", NC_ ("list_column", "Layout"), XC_TABLE_LIST_LAYOUT, .is_required = TRUE),
  NUMBER ("position", NC_ ("list_column", "Order"), 1, 999, .is_required = TRUE),
  TEXT ("field", NC_ ("list_column", "Field"), .is_required = TRUE, .is_name = TRUE),
  TEXT ("title", NC_ ("list_column", "Title")),
  NUMBER ("width", NC_ ("list_column", "Width"), 5, 400, .unit = NC_ ("unit", "mm")),
};

static const XcField saved_view_fields[] = {
  TEXT ("page", NC_ ("saved_view", "Page"), .is_required = TRUE),
  TEXT ("title", NC_ ("saved_view", "View"), .is_required = TRUE, .is_name = TRUE),
  LONG_TEXT ("definition", NC_ ("saved_view", "Definition"), .is_required = TRUE),
};

static const XcField setting_fields[] = {
  TEXT ("name", NC_ ("setting", "Setting"), .is_required = TRUE, .is_name = TRUE),
  LONG_TEXT ("value", NC_ ("setting", "Value")),
};

const XcCatalogueTable xc_catalogue_deadline_rule =
    TABLE ("deadline_rule", NC_ ("table", "Deadlines"), deadline_rule_fields);
const XcCatalogueTable xc_catalogue_deadline =
    TABLE ("deadline", NC_ ("table", "Deadlines given"), deadline_fields);
const XcCatalogueTable xc_catalogue_deadline_extension =
    TABLE ("deadline_extension", NC_ ("table", "Extensions of deadlines"), deadline_extension_fields);
const XcCatalogueTable xc_catalogue_holiday = TABLE ("holiday", NC_ ("table", "Holidays"), holiday_fields);
const XcCatalogueTable xc_catalogue_list_layout =
    TABLE ("list_layout", NC_ ("table", "Layouts of lists"), list_layout_fields);
const XcCatalogueTable xc_catalogue_list_column =
    TABLE ("list_column", NC_ ("table", "Columns of lists"), list_column_fields);
const XcCatalogueTable xc_catalogue_saved_view =
    TABLE ("saved_view", NC_ ("table", "Saved views"), saved_view_fields);
const XcCatalogueTable xc_catalogue_setting = TABLE ("setting", NC_ ("table", "Settings"), setting_fields);
