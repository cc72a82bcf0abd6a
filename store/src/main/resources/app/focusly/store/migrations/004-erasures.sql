-- Members who want to be forgotten, until they are everywhere.
CREATE TABLE erasure (
  member_id TEXT NOT NULL PRIMARY KEY
);
