/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes to and fro on paper about rectification: plans and their reviews, warning letters. */
#include "core/catalogue-private.h"

static const XcField plan_review_fields[] = {
  REFERENCE ("inspection_id", NC_ ("plan_review", "Inspection"), XC_TABLE_INSPECTION, .is_required = TRUE,
             .is_name = TRUE),
  NUMBER ("cycle", NC_ ("plan_review", "Cycle"), 1, 999, .is_required = TRUE, .is_name = TRUE,
          .initial = "1"),
  DAY ("received_on", NC_ ("plan_review", "Plan received on"), .is_required = TRUE),
  CHOICE ("verdict", NC_ ("plan_review", "Verdict"), xc_catalogue_verdicts),
  LONG_TEXT ("opinion", NC_ ("plan_review", "Opinion")),
  TEXT ("person", NC_ ("plan_review", "Person")),
  DAY ("happened_on", NC_ ("plan_review", "Day")),
  DAY ("resubmit_on", NC_ ("plan_review", "To come again by"),
       .hint = NC_ ("plan_review", "Of a plan that was returned")),
};

static const XcChoice colours[] = {
  { "green", NC_ ("choice", "Green"), "绿|绿色|绿色提醒|提醒函" },
  { "yellow", NC_ ("choice", "Yellow"), "黄|黄色|黄色预警" },
  { "red", NC_ ("choice", "Red"), "红|红色|红色督办|督办函" },
  { NULL },
};

static const XcField letter_fields[] = {
  CHOICE ("colour", NC_ ("letter", "Color"), colours, .is_required = TRUE, .is_name = TRUE),
  TEXT ("prefix", NC_ ("letter", "Code of the issuing office"), .is_required = TRUE,
        .hint = NC_ ("letter", "What stands before the year in the number of the letter")),
  NUMBER ("number", NC_ ("letter", "Number"), 1, 9999, .is_required = TRUE, .is_name = TRUE,
          .hint = NC_ ("letter", "Given by the program, from 1 in every year")),
  REFERENCE ("organization_id", NC_ ("letter", "Organization"), XC_TABLE_ORGANIZATION, .is_required = TRUE,
             .is_name = TRUE),
  REFERENCE ("inspection_id", NC_ ("letter", "Inspection"), XC_TABLE_INSPECTION),
  TEXT ("addressee", NC_ ("letter", "Addressed to"), .is_required = TRUE),
  TEXT ("copied_to", NC_ ("letter", "Copied to")),
  TEXT ("signatory", NC_ ("letter", "Issued by"), .is_required = TRUE),
  DAY ("issued_on", NC_ ("letter", "Issued on"), .is_required = TRUE),
  DAY ("reply_on", NC_ ("letter", "Reply by")),
  DAY ("received_on", NC_ ("letter", "Received on")),
  TEXT ("received_by", NC_ ("letter", "Received by")),
  LONG_TEXT ("note", NC_ ("letter", "Note")),
};

static const XcField letter_item_fields[] = {
  REFERENCE ("letter_id", NC_ ("letter_item", "Letter"), XC_TABLE_LETTER, .is_required = TRUE),
  NUMBER ("position", NC_ ("letter_item", "Order"), 1, 9999, .is_required = TRUE, .initial = "1"),
  REFERENCE ("problem_id", NC_ ("letter_item", "Problem"), XC_TABLE_PROBLEM, .is_required = TRUE),
  REFERENCE ("measure_id", NC_ ("letter_item", "Measure"), XC_TABLE_MEASURE),
  LONG_TEXT ("wording", NC_ ("letter_item", "Wording"), .is_required = TRUE, .is_name = TRUE,
             .hint = NC_ ("letter_item", "As it was when the letter was issued")),
  DAY ("due_on", NC_ ("letter_item", "Time limit")),
};

const XcCatalogueTable xc_catalogue_plan_review =
    TABLE ("plan_review", NC_ ("table", "Reviews of rectification plans"), plan_review_fields);
const XcCatalogueTable xc_catalogue_letter =
    TABLE ("letter", NC_ ("table", "Warning letters"), letter_fields);
const XcCatalogueTable xc_catalogue_letter_item =
    TABLE ("letter_item", NC_ ("table", "What warning letters say"), letter_item_fields);
