package app.focusly.room.journal;

import org.jspecify.annotations.Nullable;

/// Where a stream is, for whoever is about to read it.
///
/// @param epoch another one after a restore, when numbers may stand for other events than before
/// @param head the last event's number; 0 when there is none
/// @param snapshot the newest one that is intact, or null
public record Opening(String epoch, long head, @Nullable StreamSnapshot snapshot) {}
