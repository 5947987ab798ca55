-- Papers of a round, reviews of rectification plans, deadlines as they were given, warning letters; and the two words
-- that a deadline for feeding back needs. No row of the first version is changed.

CREATE TABLE round_document (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES round (id),
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'authorization', 'request', 'report', 'notice', 'feedback', 'minutes', 'other')),
  number TEXT,
  title TEXT NOT NULL,
  issued_on TEXT CHECK (issued_on IS date (issued_on, '+0 days')),
  note TEXT
) STRICT;
CREATE INDEX round_document_round ON round_document (round_id);

-- One row each time that a plan comes in; without a verdict while it is looked at.
CREATE TABLE plan_review (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  cycle INTEGER NOT NULL CHECK (cycle BETWEEN 1 AND 999),
  received_on TEXT NOT NULL CHECK (received_on IS date (received_on, '+0 days')),
  verdict TEXT CHECK (verdict IN ('accepted', 'returned')),
  opinion TEXT,
  person TEXT,
  happened_on TEXT CHECK (happened_on IS date (happened_on, '+0 days')),
  resubmit_on TEXT CHECK (resubmit_on IS date (resubmit_on, '+0 days')),
  CHECK ((verdict IS NULL) = (happened_on IS NULL)),
  CHECK (verdict IS NULL OR person IS NOT NULL),
  UNIQUE (inspection_id, cycle)
) STRICT;

-- What an inspection was given, with the rule as it was then: a later change of the rule does not move it.
CREATE TABLE deadline (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  subject TEXT NOT NULL CHECK (subject IN ('notice', 'report', 'feedback', 'plan', 'rectification', 'lead_reply')),
  due_on TEXT NOT NULL CHECK (due_on IS date (due_on, '+0 days')),
  started_on TEXT CHECK (started_on IS date (started_on, '+0 days')),
  amount INTEGER CHECK (amount BETWEEN 0 AND 9999),
  unit TEXT CHECK (unit IN ('days', 'working_days', 'months')),
  direction TEXT CHECK (direction IN ('after', 'before')),
  start TEXT CHECK (start IN ('enters', 'leaves', 'reporting', 'feedback', 'handover')),
  basis TEXT,
  UNIQUE (inspection_id, subject)
) STRICT;

CREATE TABLE deadline_extension (
  id INTEGER PRIMARY KEY,
  deadline_id INTEGER NOT NULL REFERENCES deadline (id),
  old_on TEXT NOT NULL CHECK (old_on IS date (old_on, '+0 days')),
  new_on TEXT NOT NULL CHECK (new_on IS date (new_on, '+0 days')),
  reason TEXT NOT NULL,
  approver TEXT NOT NULL,
  approved_on TEXT NOT NULL CHECK (approved_on IS date (approved_on, '+0 days'))
) STRICT;
CREATE INDEX deadline_extension_deadline ON deadline_extension (deadline_id);

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  colour TEXT NOT NULL CHECK (colour IN ('green', 'yellow', 'red')),
  -- 〔year〕number after it; the year is that of issued_on
  prefix TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  inspection_id INTEGER REFERENCES inspection (id),
  addressee TEXT NOT NULL,
  copied_to TEXT,
  signatory TEXT NOT NULL,
  issued_on TEXT NOT NULL CHECK (issued_on IS date (issued_on, '+0 days')),
  reply_on TEXT CHECK (reply_on IS date (reply_on, '+0 days')),
  received_on TEXT CHECK (received_on IS date (received_on, '+0 days')),
  received_by TEXT,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX letter_number ON letter (prefix, substr (issued_on, 1, 4), number);
CREATE INDEX letter_organization ON letter (organization_id);
CREATE INDEX letter_inspection ON letter (inspection_id);

-- What a letter says, as it was when the letter left.
CREATE TABLE letter_item (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 9999),
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  measure_id INTEGER REFERENCES measure (id),
  wording TEXT NOT NULL,
  due_on TEXT CHECK (due_on IS date (due_on, '+0 days'))
) STRICT;
CREATE INDEX letter_item_letter ON letter_item (letter_id);
CREATE INDEX letter_item_problem ON letter_item (problem_id);
CREATE INDEX letter_item_measure ON letter_item (measure_id);

-- The same table with two more words: the feedback itself may be due, counted from the report on the inspection.
CREATE TABLE deadline_rule_2 (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('notice', 'report', 'feedback', 'plan', 'rectification', 'lead_reply')),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 9999),
  unit TEXT NOT NULL CHECK (unit IN ('days', 'working_days', 'months')),
  direction TEXT NOT NULL CHECK (direction IN ('after', 'before')),
  start TEXT NOT NULL CHECK (start IN ('enters', 'leaves', 'reporting', 'feedback', 'handover')),
  basis TEXT,
  valid_from TEXT CHECK (valid_from IS date (valid_from, '+0 days'))
) STRICT;
INSERT INTO deadline_rule_2 SELECT id, subject, amount, unit, direction, start, basis, valid_from FROM deadline_rule;
DROP TABLE deadline_rule;
ALTER TABLE deadline_rule_2 RENAME TO deadline_rule;
