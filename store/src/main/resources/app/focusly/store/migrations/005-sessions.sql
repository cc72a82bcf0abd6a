-- What follows from the events is kept beside them, in the same transactions: who met when.
CREATE TABLE room (
  stream_id BIGINT NOT NULL PRIMARY KEY REFERENCES stream (id),
  name TEXT,
  template TEXT
);

CREATE TABLE room_owner (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  member_id TEXT NOT NULL,
  PRIMARY KEY (stream_id, member_id)
);

CREATE INDEX room_by_owner ON room_owner (member_id, stream_id);

-- A session goes by the number of the event that started it.
CREATE TABLE session (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  seq BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  last_seq BIGINT,
  focus_ms BIGINT NOT NULL DEFAULT 0,
  phases BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (stream_id, seq)
);

CREATE TABLE session_member (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  seq BIGINT NOT NULL,
  member_id TEXT NOT NULL,
  name TEXT,
  PRIMARY KEY (stream_id, seq, member_id)
);

CREATE INDEX session_by_member ON session_member (member_id, stream_id, seq);

-- Who focused how long, on which day of theirs. It is the member's own, and outlasts the session.
CREATE TABLE focus (
  member_id TEXT NOT NULL,
  day TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  session BIGINT NOT NULL,
  task BIGINT NOT NULL,
  ms BIGINT NOT NULL,
  phases BIGINT NOT NULL
);

CREATE INDEX focus_by_member ON focus (member_id, day, stream_id, ms, phases);
