-- What is counted of problems and measures is read from their indexes alone, however long the rows are.

DROP INDEX problem_inspection;
CREATE INDEX problem_inspection ON problem (inspection_id, fed_back, state, point_id, found_at);
DROP INDEX measure_problem;
CREATE INDEX measure_problem ON measure (problem_id, state, type, due_on, done_on);
