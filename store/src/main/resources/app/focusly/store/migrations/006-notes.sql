-- What is written in notes: a note is there from the event that made it to the one that removed it.
CREATE TABLE note (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  note BIGINT NOT NULL,
  PRIMARY KEY (stream_id, note)
) WITHOUT ROWID;

-- Its updates as they came, each as a Yjs client sent it.
CREATE TABLE note_update (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  note BIGINT NOT NULL,
  n BIGINT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (stream_id, note, n)
);

-- All of them up to a number, as one.
CREATE TABLE note_state (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  note BIGINT NOT NULL,
  upto BIGINT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (stream_id, note)
);
