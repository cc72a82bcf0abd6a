-- When somebody has to look after a stream that is in nobody's memory, in milliseconds since 1970; 0 is at once.
ALTER TABLE stream ADD COLUMN due BIGINT;

-- How long events were kept when all streams were last gone through, in milliseconds; 0 is for ever, -1 is never yet.
ALTER TABLE journal ADD COLUMN keep BIGINT NOT NULL DEFAULT -1;

-- When a server was last known to run with somebody in a room, in milliseconds since 1970.
ALTER TABLE journal ADD COLUMN alive_at BIGINT NOT NULL DEFAULT 0;

-- Which rooms name a member,
CREATE INDEX event_by_member ON event (json_extract(body, '$.memberId'), stream_id)
  WHERE type IN (
    'member-joined', 'member-admitted', 'member-removed', 'member-banned', 'owner-added', 'owner-handed-over');

-- were made by them,
CREATE INDEX event_by_owner ON event (json_extract(body, '$.owner'), stream_id) WHERE type = 'room-created';

-- or are theirs since others are no more, which is rare,
CREATE INDEX event_of_owners ON event (stream_id) WHERE type = 'owners-set';

-- and have what they wrote.
CREATE INDEX event_by_author ON event (actor, stream_id) WHERE type = 'chat-sent';
