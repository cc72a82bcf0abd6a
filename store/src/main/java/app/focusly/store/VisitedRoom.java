package app.focusly.store;

import app.focusly.room.RoomId;
import org.jspecify.annotations.Nullable;

/// A room that a member was in.
///
/// @param name null when it has none
/// @param lastAt when their last session there began, in epoch ms
/// @param owner whether it is theirs
public record VisitedRoom(
    RoomId roomId,
    @Nullable String name,
    long lastAt,
    long sessions,
    long focusMillis,
    boolean owner) {}
