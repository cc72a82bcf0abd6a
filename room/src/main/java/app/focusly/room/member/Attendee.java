package app.focusly.room.member;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.UserId;
import java.time.Instant;

/// One connection in the room, and whose it is.
public record Attendee(
    ConnectionId connection, MemberId memberId, UserId userId, int protocol, Instant joinedAt) {}
