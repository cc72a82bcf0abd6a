package app.focusly.room.task;

/// A focus phase that came to its end by itself. Times are epoch ms.
///
/// @param startedAt moved on by each pause
/// @param endedAt when its time was over
/// @param lengthMs without pauses
public record EndedPhase(long startedAt, long endedAt, long lengthMs) {}
