package app.focusly.room.access;

/// A command that not everyone may give.
public interface PermittedCommand {

  /// What it needs.
  Permission permission();
}
