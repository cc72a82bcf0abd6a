package app.focusly.room.task;

/// What happens to a member's own board, which nobody else sees.
public sealed interface OwnTaskCommand {

  /// What its member tells it, as members tell the room's board.
  record Told(TaskCommand command) implements OwnTaskCommand {}

  /// A focus phase of the room came to its end while its member was there.
  ///
  /// @param memberId whose board it is
  record Focused(String memberId, EndedPhase phase) implements OwnTaskCommand {}
}
