-- Lists of problems are filtered, sorted and counted from indexes alone: a list by the number meets every short field on
-- its way, and who answers in one role is read without those in the others.

DROP INDEX problem_number;
CREATE INDEX problem_number ON problem (number, inspection_id, point_id, is_key, commonness, found_at, source,
  found_on, amount, fed_back, second_body_id, state, closed_on);
DROP INDEX problem_inspection;
CREATE INDEX problem_inspection ON problem (inspection_id, fed_back, state, point_id, found_at, number);
DROP INDEX problem_point;
CREATE INDEX problem_point ON problem (point_id, number);
CREATE INDEX responsibility_role ON responsibility (role, problem_id, position, unit, post, name);
