package app.focusly.room.history;

import app.focusly.room.RoomId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Some time that a member focused without a break, on one day of theirs.
///
/// @param place where it is among all of the member's, for who reads on
/// @param day in the member's own time zone
/// @param roomName null when the room has none
/// @param task what they worked on, as it is called now; null for nothing
/// @param completed whether a focus phase came to its end with it
public record FocusStretch(
    long place,
    LocalDate day,
    Instant from,
    Instant to,
    RoomId room,
    @Nullable String roomName,
    @Nullable String task,
    boolean completed) {}
