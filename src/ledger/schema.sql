-- A ledger, format 13, explained in docs/ledger.md. A change here raises the format (opening.h).

CREATE TABLE meta (
  format INTEGER NOT NULL,         -- of this schema
  knowledge TEXT NOT NULL          -- version of the knowledge that the last write was made with
);

-- One row for each report, in its newest version.
CREATE TABLE reports (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  uri TEXT NOT NULL,
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT,                  -- ISO day as stated, NULL: undated
  minute INTEGER,                  -- of that day, where a time was given
  inferred TEXT,                   -- ISO day inferred from other reports, for undated ones
  sha256 TEXT NOT NULL,            -- of the text
  duplicate_of TEXT,               -- id of the earliest report of nearly the same words
  dateline TEXT NOT NULL,
  captions TEXT NOT NULL,          -- JSON array
  text TEXT NOT NULL,              -- clean text; spans count in its code points
  coding BLOB NOT NULL,            -- zlib: the coding's JSON as it was given, its text left out
  recoding BLOB                    -- zlib: the same once the publication day was inferred
);
CREATE INDEX reports_by_uri ON reports (uri);
CREATE INDEX undated_reports ON reports (number) WHERE published IS NULL;

-- Earlier versions of reports, and versions that came in after a later one.
CREATE TABLE report_revisions (
  report TEXT NOT NULL,            -- id that this version had
  uri TEXT NOT NULL,
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT,
  minute INTEGER,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (report, sha256)
) WITHOUT ROWID;
CREATE INDEX revisions_by_uri ON report_revisions (uri, sha256);

CREATE TABLE incidents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  phase TEXT NOT NULL,
  outcome TEXT NOT NULL,
  first_day TEXT,                  -- ISO days, NULL: unknown
  last_day TEXT,
  country TEXT NOT NULL,           -- alpha-2, empty: unknown
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL,            -- of the content; another one makes a new revision
  json TEXT NOT NULL               -- the incident as the output contract has it
);
CREATE INDEX incidents_by_day ON incidents (first_day, id);
CREATE INDEX incidents_by_country ON incidents (country, phase, first_day);

-- What lists, maps and filters need of each incident (include/sitrep/incident_row.h): read in place of
-- the records, which are twenty times as large.
CREATE TABLE incident_rows (
  number INTEGER PRIMARY KEY,      -- incidents.number
  digest TEXT NOT NULL,            -- incidents.digest
  json TEXT NOT NULL
);

-- For reading: which reports, and which of their events (REPORT/EVENT), an incident joins.
CREATE VIEW incident_reports (incident, report) AS
  SELECT incidents.id, json_extract(joined.value, '$.id')
  FROM incidents, json_each(incidents.json, '$.reports') AS joined;
CREATE VIEW incident_members (incident, position, member) AS
  SELECT incidents.id, joined.key, joined.value
  FROM incidents, json_each(incidents.json, '$.members') AS joined;

-- What comparing needs of a report (src/incidents/sketch.h), as it was when its events were last
-- grouped.
CREATE TABLE sketches (
  report INTEGER PRIMARY KEY,      -- reports.number
  sketch BLOB NOT NULL
);

-- Reports whose events are still to be grouped.
CREATE TABLE pending (
  report INTEGER PRIMARY KEY,      -- reports.number
  sketch BLOB                      -- NULL: the report is gone
);

-- Ids of replaced versions whose successors are still to be grouped.
CREATE TABLE pending_renames (
  old TEXT NOT NULL PRIMARY KEY,
  report TEXT NOT NULL             -- id of the version in its place
) WITHOUT ROWID;

-- Who shares a place and day, a victim, a telling word ... (src/incidents/seats.h).
CREATE TABLE seats (
  era INTEGER NOT NULL,            -- of the slot: what is of one time lies together
  key INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  sitter INTEGER NOT NULL,         -- an event's number; of seats of reports, that of a first event
  PRIMARY KEY (era, key, slot, rank, sitter)
) WITHOUT ROWID;

CREATE TABLE events (
  number INTEGER PRIMARY KEY,      -- reports.number * 65536 + place in the report, by event id
  component INTEGER NOT NULL,      -- least number of the events that are grouped together with it
  incident INTEGER NOT NULL,       -- incidents.number
  news INTEGER NOT NULL,           -- 1: its report is news of it, 0: background
  best REAL NOT NULL,              -- best of its scores with other reports' events that reach the threshold
  print INTEGER NOT NULL           -- of its pairs in the component (incidents::Weighed)
);
CREATE INDEX events_by_component ON events (component);
CREATE INDEX events_by_incident ON events (incident);

-- What the events of a component scored with each other when it was last grouped.
CREATE TABLE component_pairs (
  component INTEGER PRIMARY KEY,   -- events.component
  pairs BLOB NOT NULL              -- two events.number (8 bytes each), their score (a float), and so on
);

-- Ids that once stood and what stands in their place.
CREATE TABLE incident_merges (
  old TEXT NOT NULL PRIMARY KEY,
  incident TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX merges_by_incident ON incident_merges (incident);

-- Incidents that are known as background only, and the news incidents that they may be.
CREATE TABLE recalls (
  background INTEGER NOT NULL,     -- incidents.number
  news INTEGER NOT NULL,
  PRIMARY KEY (background, news)
) WITHOUT ROWID;
CREATE INDEX recalls_by_news ON recalls (news);

-- What an incident was before each change, and before it went.
CREATE TABLE incident_history (
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  json BLOB NOT NULL,              -- zlib
  PRIMARY KEY (id, revision)
) WITHOUT ROWID;

-- Words to find an incident by: its summary, its names, the sentences that its claims stand in.
CREATE VIRTUAL TABLE incident_words USING fts5 (
  body,
  tokenize = "porter unicode61 remove_diacritics 2"
);
