-- The journal as a whole. The epoch is another one after a restore.
CREATE TABLE journal (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  epoch TEXT NOT NULL
);

CREATE TABLE stream (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- `at` is in milliseconds since 1970, `body` a JSON object.
CREATE TABLE event (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  command_id TEXT,
  PRIMARY KEY (stream_id, seq)
);

-- `checksum` is the CRC-32C of the state's UTF-8.
CREATE TABLE snapshot (
  stream_id BIGINT NOT NULL REFERENCES stream (id),
  seq BIGINT NOT NULL,
  state TEXT NOT NULL,
  checksum BIGINT NOT NULL,
  PRIMARY KEY (stream_id, seq)
);
