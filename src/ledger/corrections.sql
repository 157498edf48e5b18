-- What people say against the machine, explained in docs/ledger.md: since format 2.

-- The log. A row is never changed and never goes; what is taken back is taken back by another row.
CREATE TABLE corrections (
  number INTEGER PRIMARY KEY,      -- in the order in which they were made, from 1
  kind TEXT NOT NULL,              -- correct, merge, split, reject, undo
  incident TEXT NOT NULL,          -- id that it was made on
  field TEXT NOT NULL,             -- of the incident's record
  value TEXT NOT NULL,             -- JSON, as the record has it
  replaced TEXT NOT NULL,          -- JSON: what stood before
  undoes INTEGER,                  -- number of the correction that an undo takes back
  person TEXT NOT NULL,
  made TEXT NOT NULL,              -- UTC: 2026-11-29T02:15:00Z
  reason TEXT NOT NULL             -- empty only for undo
);
CREATE TRIGGER corrections_stand BEFORE UPDATE ON corrections
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections
BEGIN SELECT raise(ABORT, 'a correction is never removed'); END;

-- The events that a correction speaks of: by what their report said of them.
CREATE TABLE correction_anchors (
  correction INTEGER NOT NULL,
  position INTEGER NOT NULL,
  incident TEXT NOT NULL,          -- that held the event when the correction was made
  leaves INTEGER NOT NULL,         -- 1: a split takes it out of its incident
  report TEXT NOT NULL,            -- id then
  event TEXT NOT NULL,             -- id then
  evidence TEXT NOT NULL,          -- JSON: sha256 of the text, type, day, place, triggers
  member TEXT,                     -- REPORT/EVENT that it is today, NULL: no report tells of it
  PRIMARY KEY (correction, position)
) WITHOUT ROWID;
CREATE INDEX anchors_by_member ON correction_anchors (member);
CREATE TRIGGER anchors_stand BEFORE UPDATE OF
  correction, position, incident, leaves, report, event, evidence ON correction_anchors
BEGIN SELECT raise(ABORT, 'a correction is never changed'); END;
CREATE TRIGGER anchors_stay BEFORE DELETE ON correction_anchors
BEGIN SELECT raise(ABORT, 'a correction is never removed'); END;

-- One row: the knowledge that every report was coded with, or coded alike; none: some may not be.
CREATE TABLE recoded (
  knowledge TEXT NOT NULL
);
