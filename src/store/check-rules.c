/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check-private.h"

#include <glib/gi18n-lib.h>

#define ERROR_IN(table) XC_FINDING_ERROR, XC_TABLE_##table
#define WARNING_IN(table) XC_FINDING_WARNING, XC_TABLE_##table

#define INSPECTIONS                                                                                          \
  " FROM inspection AS i JOIN organization AS o ON o.id = i.organization_id"                                 \
  " LEFT JOIN round AS r ON r.id = i.round_id LEFT JOIN term AS t ON t.id = r.term_id "
#define PROBLEMS                                                                                             \
  " FROM problem AS p JOIN inspection AS i ON i.id = p.inspection_id"                                        \
  " LEFT JOIN round AS r ON r.id = i.round_id "
#define EVENT_MEMBERS                                                                                        \
  " FROM event_member AS m JOIN organization_event AS e ON e.id = m.event_id"                                \
  " JOIN organization AS o ON o.id = m.organization_id "

const XcCheckRule xc_check_rules[] = {
  /* Organizations and what happened to them */
  { ERROR_IN (ORGANIZATION),
    "WITH RECURSIVE up (id, above) AS (SELECT id, parent_id FROM organization WHERE parent_id IS NOT NULL"
    " UNION SELECT up.id, o.parent_id FROM up JOIN organization AS o ON o.id = up.above"
    " WHERE o.parent_id IS NOT NULL)"
    " SELECT o.id, o.name FROM up JOIN organization AS o ON o.id = up.id WHERE up.id = up.above ORDER BY "
    "o.id",
    /* translators: {1} is an organization */
    N_ ("“{1}” is, through its parents, a part of itself. Choose another parent.") },
  { WARNING_IN (ORGANIZATION),
    "SELECT id, name FROM organization WHERE listed = 0 AND unlisted_reason IS NULL ORDER BY id",
    /* translators: {1} is an organization */
    N_ ("“{1}” is not listed for coverage, and no reason is given.") },
  { ERROR_IN (ORGANIZATION_EVENT),
    "SELECT e.id, o.name, e.happened_on, coalesce (o.valid_to, '–')" EVENT_MEMBERS
    "WHERE e.kind IN ('merged', 'abolished') AND m.side = 'before' AND o.valid_to IS NOT e.happened_on"
    " AND NOT EXISTS (SELECT 1 FROM event_member AS n WHERE n.event_id = e.id AND n.side = 'after'"
    " AND n.organization_id = o.id) ORDER BY e.id, o.id",
    /* translators: {1} is an organization, {2} and {3} are days */
    N_ ("“{1}” was merged or abolished on {2}, but its validity ends on {3}; the two must be "
        "the same.") },
  { ERROR_IN (ORGANIZATION_EVENT),
    "SELECT e.id, o.name, e.happened_on, coalesce (o.valid_from, '–')" EVENT_MEMBERS
    "WHERE e.kind = 'founded' AND m.side = 'after' AND o.valid_from IS NOT e.happened_on ORDER BY e.id, o.id",
    /* translators: {1} is an organization, {2} and {3} are days */
    N_ ("“{1}” was founded on {2}, but it is valid from {3}; the two must be the same.") },
  { ERROR_IN (ORGANIZATION_EVENT),
    "SELECT e.id, min (o.name), e.happened_on" EVENT_MEMBERS
    "WHERE e.kind = 'renamed' GROUP BY e.id HAVING count (m.former_name) = 0 ORDER BY e.id",
    /* translators: {1} is an organization, {2} a day */
    N_ ("“{1}” was renamed on {2}, but its former name is not given.") },
  { WARNING_IN (ORGANIZATION_EVENT),
    "SELECT e.id, e.happened_on FROM organization_event AS e"
    " WHERE NOT EXISTS (SELECT 1 FROM event_member AS m WHERE m.event_id = e.id) ORDER BY e.id",
    /* translators: {1} is a day */
    N_ ("An event of {1} names no organization.") },

  /* Schemes */
  { ERROR_IN (POINT),
    "WITH RECURSIVE up (id, above) AS (SELECT id, parent_id FROM point WHERE parent_id IS NOT NULL"
    " UNION SELECT up.id, p.parent_id FROM up JOIN point AS p ON p.id = up.above WHERE p.parent_id IS NOT "
    "NULL)"
    " SELECT p.id, p.title FROM up JOIN point AS p ON p.id = up.id WHERE up.id = up.above ORDER BY p.id",
    /* translators: {1} is a point of a scheme */
    N_ ("The point “{1}” is, through its parents, a part of itself. Choose another parent.") },
  { ERROR_IN (POINT),
    "SELECT p.id, p.title, above.title FROM point AS p JOIN point AS above ON above.id = p.parent_id"
    " WHERE above.scheme_id <> p.scheme_id ORDER BY p.id",
    /* translators: {1} and {2} are points of schemes */
    N_ ("The point “{1}” is part of “{2}”, which belongs to another scheme.") },

  /* Rounds */
  { WARNING_IN (ROUND),
    "SELECT r.id, r.ordinal, t.starts_on, t.ends_on FROM round AS r JOIN term AS t ON t.id = r.term_id"
    " WHERE r.starts_on < t.starts_on OR r.starts_on > t.ends_on OR r.ends_on > t.ends_on ORDER BY r.id",
    /* translators: {1#} is the name of a round, {2} and {3} are days */
    N_ ("{1#} does not lie within its term, {2} to {3}.") },
  { ERROR_IN (ROUND_STAGE),
    "SELECT s.id, r.ordinal FROM round_stage AS s JOIN batch AS b ON b.id = s.batch_id"
    " JOIN round AS r ON r.id = s.round_id WHERE b.round_id <> s.round_id ORDER BY s.id",
    /* translators: {1#} is the name of a round */
    N_ ("A stage of {1#} belongs to a batch of another round.") },

  /* Inspections */
  { ERROR_IN (INSPECTION),
    "SELECT i.id, o.name, r.ordinal" INSPECTIONS
    "JOIN team AS m ON m.id = i.team_id WHERE m.round_id IS NOT i.round_id ORDER BY i.id",
    /* translators: {1} is an organization, {2#} the name of a round */
    N_ ("The inspection of “{1}” in {2#} has a team of another round.") },
  { ERROR_IN (INSPECTION),
    "SELECT i.id, o.name, r.ordinal" INSPECTIONS
    "JOIN batch AS b ON b.id = i.batch_id WHERE b.round_id IS NOT i.round_id ORDER BY i.id",
    /* translators: {1} is an organization, {2#} the name of a round */
    N_ ("The inspection of “{1}” in {2#} is in a batch of another round.") },
  { ERROR_IN (INSPECTION),
    "SELECT min (i.id), o.name, r.ordinal, group_concat (DISTINCT i.serial)" INSPECTIONS
    "WHERE i.round_id IS NOT NULL GROUP BY i.round_id, o.id HAVING count (DISTINCT i.serial) > 1 ORDER BY 1",
    /* translators: {1} is an organization, {2#} the name of a round, {3} several numbers */
    N_ ("“{1}” has several numbers in {2#}: {3}. An organization has one in a round.") },
  { ERROR_IN (INSPECTION),
    "SELECT min (i.id), r.ordinal, i.serial, group_concat (DISTINCT o.name)" INSPECTIONS
    "WHERE i.round_id IS NOT NULL AND i.serial IS NOT NULL GROUP BY i.round_id, i.serial"
    " HAVING count (DISTINCT o.id) > 1 ORDER BY 1",
    /* translators: {1#} is the name of a round, {2} a number in it, {3} several organizations */
    N_ ("In {1#} the number {2} is given to several organizations: {3}.") },
  { ERROR_IN (INSPECTION),
    "SELECT i.id, o.name, i.fed_back_on, i.enters_on" INSPECTIONS
    "WHERE i.leaves_on IS NULL AND i.fed_back_on < i.enters_on ORDER BY i.id",
    /* translators: {1} is an organization, {2} and {3} are days */
    N_ ("The inspection of “{1}” was fed back on {2}, before the team entered on {3}.") },
  { ERROR_IN (INSPECTION),
    "SELECT i.id, o.name, i.fed_back_on" INSPECTIONS
    "WHERE i.plan_received_on < i.fed_back_on OR i.report_received_on < i.fed_back_on"
    " OR i.report_received_on < i.plan_received_on ORDER BY i.id",
    /* translators: {1} is an organization, {2} a day */
    N_ ("For “{1}”, feedback ({2}), rectification plan and rectification report are not in the order of "
        "their "
        "days.") },
  { WARNING_IN (INSPECTION),
    "SELECT i.id, o.name, t.starts_on, t.ends_on" INSPECTIONS
    "WHERE i.enters_on < t.starts_on OR i.enters_on > t.ends_on OR i.leaves_on > t.ends_on ORDER BY i.id",
    /* translators: {1} is an organization, {2} and {3} are days */
    N_ ("The inspection of “{1}” does not lie within the term, {2} to {3}.") },

  /* Problems */
  { ERROR_IN (PROBLEM),
    "SELECT min (p.id), p.number, count (*)" PROBLEMS
    "GROUP BY coalesce (r.term_id, 0), p.number HAVING count (*) > 1 ORDER BY 1",
    /* translators: {1} is the number of problems, {2} how often it was given */
    N_ ("The problem number {1} is given {2} times in one term. Each problem has its own.") },
  { ERROR_IN (PROBLEM),
    "SELECT p.id, p.number, n.title" PROBLEMS "JOIN point AS n ON n.id = p.point_id"
    " WHERE r.scheme_id IS NOT NULL AND n.scheme_id <> r.scheme_id ORDER BY p.id",
    /* translators: {1} is the number of a problem, {2} a point */
    N_ ("Problem {1} has the point “{2}”, which does not belong to the scheme of its round.") },
  { WARNING_IN (PROBLEM),
    "SELECT p.id, p.number, n.title FROM problem AS p JOIN point AS n ON n.id = p.point_id"
    " WHERE EXISTS (SELECT 1 FROM point AS below WHERE below.parent_id = n.id) ORDER BY p.id",
    /* translators: {1} is the number of a problem, {2} a point */
    N_ ("Problem {1} has the point “{2}”, which is divided further; only the last level is counted.") },
  { ERROR_IN (PROBLEM),
    "SELECT id, number FROM problem WHERE state = 'closed' AND closed_on IS NULL ORDER BY id",
    /* translators: {1} is the number of a problem */
    N_ ("Problem {1} is closed, but the day is not given.") },
  { WARNING_IN (PROBLEM),
    "SELECT id, number, closed_on FROM problem WHERE state <> 'closed' AND closed_on IS NOT NULL ORDER BY id",
    /* translators: {1} is the number of a problem, {2} a day */
    N_ ("Problem {1} is not closed, but {2} is given as the day of its closing.") },
  { ERROR_IN (PROBLEM),
    "SELECT p.id, p.number, count (*) FROM problem AS p JOIN measure AS m ON m.problem_id = p.id"
    " WHERE p.state = 'closed' AND m.state <> 'done' GROUP BY p.id ORDER BY p.id",
    /* translators: {1} is the number of a problem, {2} how many */
    N_ ("Problem {1} is closed, but {2} of its measures are not done.") },
  { WARNING_IN (MEASURE),
    "SELECT m.id, p.number, m.position FROM measure AS m JOIN problem AS p ON p.id = m.problem_id"
    " WHERE m.state = 'done' AND m.done_on IS NULL ORDER BY m.id",
    /* translators: {1} is the number of a problem, {2} the number of a measure */
    N_ ("Measure {2} of problem {1} is done, but the day is not given.") },
  { WARNING_IN (CLOSING_STEP),
    "SELECT review.id, p.number, review.person FROM closing_step AS review JOIN closing_step AS applied"
    " ON applied.problem_id = review.problem_id AND applied.cycle = review.cycle AND applied.step = 'applied'"
    " AND applied.person = review.person JOIN problem AS p ON p.id = review.problem_id"
    " WHERE review.step = 'reviewed' ORDER BY review.id",
    /* translators: {1} is the number of a problem, {2} a person */
    N_ ("The closing of problem {1} was applied for and reviewed by the same person, {2}.") },
  { ERROR_IN (EVIDENCE),
    "SELECT e.id, e.title, p.number FROM evidence AS e JOIN problem AS p ON p.id = e.problem_id"
    " JOIN measure AS m ON m.id = e.measure_id WHERE m.problem_id <> e.problem_id ORDER BY e.id",
    /* translators: {1} is the name of a file, {2} the number of a problem */
    N_ ("The evidence “{1}” of problem {2} belongs to a measure of another problem.") },
  { ERROR_IN (EVIDENCE),
    "SELECT e.id, e.title, p.number FROM evidence AS e JOIN problem AS p ON p.id = e.problem_id"
    " LEFT JOIN attachment AS a ON a.sha256 = e.sha256 WHERE a.sha256 IS NULL OR length (a.bytes) <> e.size"
    " ORDER BY e.id",
    /* translators: {1} is the name of a file, {2} the number of a problem */
    N_ ("The file “{1}”, evidence of problem {2}, is missing from the ledger or not as long as it was.") },
};

const guint xc_n_check_rules = G_N_ELEMENTS (xc_check_rules);
