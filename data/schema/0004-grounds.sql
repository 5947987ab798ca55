-- Which kind of conflict a waiver covers, and by which paper a limit was put off.
--
-- A waiver of one ground covers that ground only. One that was written before names none: it goes on covering every
-- ground but two teams at once. What it was written for stands in its reason, which a program cannot read; and of the
-- two mistakes, to ask once more for a waiver of two teams is smaller than to let somebody serve in both in silence.
-- Rulings to avoid have no ground: they hold whatever else is known.

ALTER TABLE avoidance ADD COLUMN ground TEXT CHECK (ground IN ('ruled', 'home', 'present_post', 'past_post',
    'long_service', 'kin', 'inspected_before', 'two_teams'));
ALTER TABLE extension ADD COLUMN document TEXT;
ALTER TABLE deadline_extension ADD COLUMN document TEXT;
