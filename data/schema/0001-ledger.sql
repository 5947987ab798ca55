-- The ledger as first released. Never edited once landed: a change is the next number.
-- Rules that undo by changesets sets: no generated columns, no cascades, no triggers, every tracked table with an
-- integer primary key. Days are text that SQLite itself reads as the same day. Choices are the catalogue's words;
-- where rows come by the hundred thousand they are compared one by one, because for IN (…) with more than two words
-- SQLite builds a table anew with each row, which takes as long as the rest of the insert.

CREATE TABLE ledger (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL,
  -- the last row of the history, so that a row cut off its end is missed as well
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  -- microseconds since 1970-01-01 UTC
  happened_at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('action', 'undo', 'redo', 'note')),
  -- what an undo or a redo was of
  target_seq INTEGER REFERENCES history (seq),
  title TEXT NOT NULL,
  changeset BLOB,
  -- SHA-256 over the hash of the row before and all of this one
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX history_target ON history (target_seq, seq);

CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 99),
  committee TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('city', 'county', 'district')),
  starts_on TEXT NOT NULL CHECK (starts_on IS date (starts_on, '+0 days')),
  ends_on TEXT NOT NULL CHECK (ends_on IS date (ends_on, '+0 days')),
  covered_when TEXT NOT NULL CHECK (covered_when IN ('entered', 'left', 'fed_back')),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 4),
  planned_rounds INTEGER CHECK (planned_rounds BETWEEN 1 AND 99),
  CHECK (starts_on <= ends_on),
  UNIQUE (committee, ordinal)
) STRICT;

CREATE TABLE register (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
  in_total INTEGER NOT NULL CHECK (in_total IN (0, 1)),
  UNIQUE (title)
) STRICT;

CREATE TABLE organization (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT,
  body TEXT CHECK (body IN ('committee', 'group', 'working_committee', 'general_branch', 'branch', 'leading_team')),
  register_id INTEGER NOT NULL REFERENCES register (id),
  parent_id INTEGER REFERENCES organization (id),
  sector TEXT,
  head TEXT,
  head_post TEXT,
  contact TEXT,
  telephone TEXT,
  attention TEXT CHECK (attention IN ('a', 'b', 'c')),
  work_days INTEGER CHECK (work_days BETWEEN 1 AND 9999),
  valid_from TEXT CHECK (valid_from IS date (valid_from, '+0 days')),
  valid_to TEXT CHECK (valid_to IS date (valid_to, '+0 days')),
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
  unlisted_reason TEXT,
  note TEXT,
  CHECK (parent_id <> id)
) STRICT;
CREATE INDEX organization_register ON organization (register_id);
CREATE INDEX organization_parent ON organization (parent_id);
CREATE INDEX organization_name ON organization (name);

CREATE TABLE organization_event (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('founded', 'renamed', 'merged', 'split', 'abolished', 'moved')),
  happened_on TEXT NOT NULL CHECK (happened_on IS date (happened_on, '+0 days')),
  document TEXT,
  reason TEXT,
  note TEXT
) STRICT;

CREATE TABLE event_member (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES organization_event (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  side TEXT NOT NULL CHECK (side IN ('before', 'after')),
  passes TEXT NOT NULL CHECK (passes IN ('to_confirm', 'yes', 'no')),
  decided_on TEXT CHECK (decided_on IS date (decided_on, '+0 days')),
  former_name TEXT,
  former_register_id INTEGER REFERENCES register (id),
  former_parent_id INTEGER REFERENCES organization (id),
  former_listed INTEGER CHECK (former_listed IN (0, 1)),
  UNIQUE (event_id, organization_id, side)
) STRICT;
CREATE INDEX event_member_organization ON event_member (organization_id);
CREATE INDEX event_member_former_register ON event_member (former_register_id);
CREATE INDEX event_member_former_parent ON event_member (former_parent_id);

CREATE TABLE scheme (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 999),
  basis TEXT,
  adopted_on TEXT CHECK (adopted_on IS date (adopted_on, '+0 days')),
  UNIQUE (title, version)
) STRICT;

CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  scheme_id INTEGER NOT NULL REFERENCES scheme (id),
  parent_id INTEGER REFERENCES point (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 9999),
  title TEXT NOT NULL,
  CHECK (parent_id <> id)
) STRICT;
CREATE INDEX point_scheme ON point (scheme_id);
CREATE INDEX point_parent ON point (parent_id);

CREATE TABLE round (
  id INTEGER PRIMARY KEY,
  term_id INTEGER NOT NULL REFERENCES term (id),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 99),
  title TEXT,
  scheme_id INTEGER REFERENCES scheme (id),
  starts_on TEXT CHECK (starts_on IS date (starts_on, '+0 days')),
  ends_on TEXT CHECK (ends_on IS date (ends_on, '+0 days')),
  note TEXT,
  UNIQUE (term_id, ordinal)
) STRICT;
CREATE INDEX round_scheme ON round (scheme_id);

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES round (id),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 99),
  starts_on TEXT CHECK (starts_on IS date (starts_on, '+0 days')),
  ends_on TEXT CHECK (ends_on IS date (ends_on, '+0 days')),
  note TEXT,
  UNIQUE (round_id, ordinal)
) STRICT;

CREATE TABLE round_stage (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES round (id),
  batch_id INTEGER REFERENCES batch (id),
  stage TEXT NOT NULL CHECK (stage IN ('preparation', 'deployment', 'on_site', 'reporting', 'feedback', 'handover', 'plan',
    'rectification', 'evaluation', 'archive')),
  planned_from TEXT CHECK (planned_from IS date (planned_from, '+0 days')),
  planned_to TEXT CHECK (planned_to IS date (planned_to, '+0 days')),
  actual_from TEXT CHECK (actual_from IS date (actual_from, '+0 days')),
  actual_to TEXT CHECK (actual_to IS date (actual_to, '+0 days')),
  document TEXT,
  note TEXT
) STRICT;
CREATE INDEX round_stage_round ON round_stage (round_id);
CREATE INDEX round_stage_batch ON round_stage (batch_id);

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES round (id),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 99),
  title TEXT,
  document TEXT,
  authorised_on TEXT CHECK (authorised_on IS date (authorised_on, '+0 days')),
  note TEXT,
  UNIQUE (round_id, ordinal)
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT,
  post TEXT,
  rank TEXT,
  specialities TEXT,
  telephone TEXT,
  in_talent_pool INTEGER NOT NULL CHECK (in_talent_pool IN (0, 1)),
  in_leader_pool INTEGER NOT NULL CHECK (in_leader_pool IN (0, 1)),
  note TEXT
) STRICT;
CREATE INDEX person_organization ON person (organization_id);
CREATE INDEX person_name ON person (name);

CREATE TABLE person_post (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT,
  post TEXT,
  from_on TEXT CHECK (from_on IS date (from_on, '+0 days')),
  to_on TEXT CHECK (to_on IS date (to_on, '+0 days'))
) STRICT;
CREATE INDEX person_post_person ON person_post (person_id);
CREATE INDEX person_post_organization ON person_post (organization_id);

CREATE TABLE person_kin (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  relation TEXT NOT NULL,
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT,
  post TEXT
) STRICT;
CREATE INDEX person_kin_person ON person_kin (person_id);
CREATE INDEX person_kin_organization ON person_kin (organization_id);

CREATE TABLE team_member (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (role IN ('leader', 'deputy', 'commissioner', 'liaison', 'member')),
  document TEXT,
  authorised_on TEXT CHECK (authorised_on IS date (authorised_on, '+0 days')),
  from_on TEXT CHECK (from_on IS date (from_on, '+0 days')),
  to_on TEXT CHECK (to_on IS date (to_on, '+0 days'))
) STRICT;
CREATE INDEX team_member_team ON team_member (team_id);
CREATE INDEX team_member_person ON team_member (person_id);

CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  round_id INTEGER REFERENCES round (id),
  batch_id INTEGER REFERENCES batch (id),
  team_id INTEGER REFERENCES team (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  serial INTEGER CHECK (serial BETWEEN 1 AND 9999),
  kind TEXT NOT NULL CHECK (kind IN ('regular', 'special', 'mobile', 'upgraded', 'cross', 'upgraded_cross', 'joint', 'extended',
    'look_back', 'rectification_check')),
  level TEXT NOT NULL CHECK (level IN ('own', 'higher')),
  counts TEXT NOT NULL CHECK (counts IN ('by_kind', 'yes', 'no')),
  counts_reason TEXT,
  notified_on TEXT CHECK (notified_on IS date (notified_on, '+0 days')),
  planned_enters_on TEXT CHECK (planned_enters_on IS date (planned_enters_on, '+0 days')),
  planned_leaves_on TEXT CHECK (planned_leaves_on IS date (planned_leaves_on, '+0 days')),
  enters_on TEXT CHECK (enters_on IS date (enters_on, '+0 days')),
  leaves_on TEXT CHECK (leaves_on IS date (leaves_on, '+0 days')),
  reported_on TEXT CHECK (reported_on IS date (reported_on, '+0 days')),
  fed_back_on TEXT CHECK (fed_back_on IS date (fed_back_on, '+0 days')),
  plan_received_on TEXT CHECK (plan_received_on IS date (plan_received_on, '+0 days')),
  report_received_on TEXT CHECK (report_received_on IS date (report_received_on, '+0 days')),
  extends_id INTEGER REFERENCES inspection (id),
  note TEXT,
  CHECK (round_id IS NOT NULL OR level = 'higher')
) STRICT;
CREATE INDEX inspection_round ON inspection (round_id, organization_id);
CREATE INDEX inspection_batch ON inspection (batch_id);
CREATE INDEX inspection_team ON inspection (team_id);
CREATE INDEX inspection_organization ON inspection (organization_id);
CREATE INDEX inspection_extends ON inspection (extends_id);

CREATE TABLE avoidance (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  inspection_id INTEGER REFERENCES inspection (id),
  ruling TEXT NOT NULL CHECK (ruling IN ('avoid', 'waived')),
  reason TEXT NOT NULL,
  ruled_on TEXT CHECK (ruled_on IS date (ruled_on, '+0 days'))
) STRICT;
CREATE INDEX avoidance_person ON avoidance (person_id);
CREATE INDEX avoidance_organization ON avoidance (organization_id);
CREATE INDEX avoidance_inspection ON avoidance (inspection_id);

CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  number TEXT NOT NULL,
  point_id INTEGER REFERENCES point (id),
  wording TEXT NOT NULL,
  facts TEXT,
  is_key INTEGER NOT NULL CHECK (is_key IN (0, 1)),
  commonness TEXT CHECK (commonness IN ('common', 'individual')),
  found_at TEXT CHECK (found_at = 'before' OR found_at = 'during' OR found_at = 'feedback'),
  source TEXT,
  found_on TEXT CHECK (found_on IS date (found_on, '+0 days')),
  amount INTEGER,
  fed_back INTEGER NOT NULL CHECK (fed_back IN (0, 1)),
  second_body_id INTEGER REFERENCES organization (id),
  state TEXT NOT NULL CHECK (state = 'not_started' OR state = 'in_progress' OR state = 'basically_done' OR
    state = 'awaiting_review' OR state = 'returned' OR state = 'closed' OR state = 'reopened'),
  closed_on TEXT CHECK (closed_on IS date (closed_on, '+0 days'))
) STRICT;
CREATE INDEX problem_inspection ON problem (inspection_id);
CREATE INDEX problem_point ON problem (point_id);
CREATE INDEX problem_second_body ON problem (second_body_id);
CREATE INDEX problem_number ON problem (number);

CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 9999),
  wording TEXT NOT NULL,
  type TEXT CHECK (type = 'immediate' OR type = 'by_date' OR type = 'lasting'),
  due_on TEXT CHECK (due_on IS date (due_on, '+0 days')),
  due_wording TEXT,
  progress TEXT,
  result TEXT,
  done_on TEXT CHECK (done_on IS date (done_on, '+0 days')),
  state TEXT NOT NULL CHECK (state = 'not_started' OR state = 'in_progress' OR state = 'basically_done' OR
    state = 'done')
) STRICT;
CREATE INDEX measure_problem ON measure (problem_id);

CREATE TABLE responsibility (
  id INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  role TEXT NOT NULL CHECK (role = 'first' OR role = 'leader' OR role = 'lead_department' OR role = 'department' OR
    role = 'person' OR role = 'cooperating' OR role = 'supervising'),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 9999),
  unit TEXT,
  name TEXT,
  post TEXT
) STRICT;
CREATE INDEX responsibility_problem ON responsibility (problem_id);

CREATE TABLE extension (
  id INTEGER PRIMARY KEY,
  measure_id INTEGER NOT NULL REFERENCES measure (id),
  old_on TEXT CHECK (old_on IS date (old_on, '+0 days')),
  new_on TEXT NOT NULL CHECK (new_on IS date (new_on, '+0 days')),
  reason TEXT NOT NULL,
  approver TEXT NOT NULL,
  approved_on TEXT NOT NULL CHECK (approved_on IS date (approved_on, '+0 days'))
) STRICT;
CREATE INDEX extension_measure ON extension (measure_id);

CREATE TABLE closing_step (
  id INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  cycle INTEGER NOT NULL CHECK (cycle BETWEEN 1 AND 999),
  step TEXT NOT NULL CHECK (step IN ('applied', 'reviewed', 'reopened')),
  body TEXT CHECK (body IN ('office', 'discipline', 'organization', 'leader')),
  verdict TEXT CHECK (verdict IN ('accepted', 'returned')),
  opinion TEXT,
  person TEXT NOT NULL,
  happened_on TEXT NOT NULL CHECK (happened_on IS date (happened_on, '+0 days')),
  CHECK ((step = 'reviewed') = (body IS NOT NULL)),
  CHECK ((step = 'reviewed') = (verdict IS NOT NULL))
) STRICT;
CREATE INDEX closing_step_problem ON closing_step (problem_id);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  measure_id INTEGER REFERENCES measure (id),
  title TEXT NOT NULL,
  media_type TEXT,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha256 TEXT NOT NULL,
  added_on TEXT CHECK (added_on IS date (added_on, '+0 days'))
) STRICT;
CREATE INDEX evidence_problem ON evidence (problem_id);
CREATE INDEX evidence_measure ON evidence (measure_id);

CREATE TABLE deadline_rule (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('notice', 'report', 'plan', 'rectification', 'lead_reply')),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 9999),
  unit TEXT NOT NULL CHECK (unit IN ('days', 'working_days', 'months')),
  direction TEXT NOT NULL CHECK (direction IN ('after', 'before')),
  start TEXT NOT NULL CHECK (start IN ('enters', 'leaves', 'feedback', 'handover')),
  basis TEXT,
  valid_from TEXT CHECK (valid_from IS date (valid_from, '+0 days'))
) STRICT;

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
  title TEXT,
  UNIQUE (day)
) STRICT;

CREATE TABLE list_layout (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('problem', 'rectification', 'responsibility')),
  title TEXT,
  annex TEXT,
  unit TEXT,
  marking TEXT,
  UNIQUE (list)
) STRICT;

CREATE TABLE list_column (
  id INTEGER PRIMARY KEY,
  layout_id INTEGER NOT NULL REFERENCES list_layout (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
  field TEXT NOT NULL,
  title TEXT,
  width INTEGER CHECK (width BETWEEN 5 AND 400)
) STRICT;
CREATE INDEX list_column_layout ON list_column (layout_id);

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  page TEXT NOT NULL,
  title TEXT NOT NULL,
  definition TEXT NOT NULL,
  UNIQUE (page, title)
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  value TEXT,
  UNIQUE (name)
) STRICT;

-- What is shipped; every number is the office's to change.
INSERT INTO deadline_rule (id, subject, amount, unit, direction, start) VALUES
  (1, 'notice', 10, 'days', 'before', 'enters'),
  (2, 'report', 1, 'months', 'after', 'leaves'),
  (3, 'plan', 1, 'months', 'after', 'feedback'),
  (4, 'rectification', 3, 'months', 'after', 'feedback'),
  (5, 'lead_reply', 3, 'months', 'after', 'handover');
