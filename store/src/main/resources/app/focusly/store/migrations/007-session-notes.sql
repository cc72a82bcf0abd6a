-- Notes as they stood when a session ended, as Markdown.
CREATE TABLE session_note (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  seq BIGINT NOT NULL,
  note BIGINT NOT NULL,
  title TEXT NOT NULL,
  markdown TEXT NOT NULL,
  PRIMARY KEY (stream_id, seq, note)
);
