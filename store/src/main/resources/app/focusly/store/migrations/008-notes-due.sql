-- The last session of a room that has ended, until all the room's notes are on its record.
CREATE TABLE notes_due (
  stream_id BIGINT NOT NULL PRIMARY KEY REFERENCES stream (id),
  seq BIGINT NOT NULL
);
