-- The events of one type are read from the newest backwards.
CREATE INDEX event_by_type ON event (stream_id, type, seq);
