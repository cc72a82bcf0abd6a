package app.focusly.room;

/// Why a connection left a room.
public enum LeaveReason {
  /// It asked to leave, and awaits an answer.
  LEFT,
  /// It joins another room, or this one with another user id; the join is what is answered.
  MOVED,
  /// An owner sent its member away; nobody awaits an answer.
  REMOVED,
  /// Its socket died, so that nobody awaits an answer.
  DROPPED
}
