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

CREATE INDEX focus_by_member ON focus (member_id);

CREATE INDEX focus_by_session ON focus (stream_id, session);

-- The sums of it, which are as many however long the past is: by day, and by task, 0 for none.
CREATE TABLE focus_day (
  member_id TEXT NOT NULL,
  day TEXT NOT NULL,
  ms BIGINT NOT NULL,
  phases BIGINT NOT NULL,
  PRIMARY KEY (member_id, day)
) WITHOUT ROWID;

CREATE TABLE focus_task (
  member_id TEXT NOT NULL,
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  task BIGINT NOT NULL,
  ms BIGINT NOT NULL,
  PRIMARY KEY (member_id, stream_id, task)
) WITHOUT ROWID;

CREATE TRIGGER focus_added_to_day AFTER INSERT ON focus BEGIN
  INSERT INTO focus_day VALUES (NEW.member_id, NEW.day, NEW.ms, NEW.phases)
    ON CONFLICT (member_id, day) DO UPDATE SET ms = ms + NEW.ms, phases = phases + NEW.phases; END;

CREATE TRIGGER focus_added_to_task AFTER INSERT ON focus BEGIN
  INSERT INTO focus_task VALUES (NEW.member_id, NEW.stream_id, NEW.task, NEW.ms)
    ON CONFLICT (member_id, stream_id, task) DO UPDATE SET ms = ms + NEW.ms; END;

CREATE TRIGGER focus_taken_from_day AFTER DELETE ON focus BEGIN
  UPDATE focus_day SET ms = ms - OLD.ms, phases = phases - OLD.phases WHERE member_id = OLD.member_id AND day = OLD.day; DELETE
    FROM focus_day WHERE member_id = OLD.member_id AND day = OLD.day AND ms <= 0; END;

CREATE TRIGGER focus_taken_from_task AFTER DELETE ON focus BEGIN
  UPDATE focus_task SET ms = ms - OLD.ms WHERE member_id = OLD.member_id AND stream_id = OLD.stream_id AND task = OLD.task; DELETE
    FROM focus_task WHERE member_id = OLD.member_id AND stream_id = OLD.stream_id AND task = OLD.task AND ms <= 0; END;

-- What a task that was named anew is called.
CREATE INDEX event_task_title ON event (stream_id, CAST(json_extract(body, '$.taskId') AS INTEGER))
  WHERE type = 'task-updated';
