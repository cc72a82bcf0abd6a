package app.focusly.room.note;

import app.focusly.room.access.Permission;
import app.focusly.room.access.PermittedCommand;
import org.jspecify.annotations.Nullable;

/// What members tell the room's list of notes.
public sealed interface NoteCommand extends PermittedCommand {

  @Override
  default Permission permission() {
    return Permission.EDIT_NOTES;
  }

  /// Makes a note.
  ///
  /// @param template whose text the page that asked for it writes into it; null for none
  record Add(String title, @Nullable String template) implements NoteCommand {}

  /// Names a note anew.
  record Rename(long noteId, String title) implements NoteCommand {}

  /// Removes a note and all that was written in it, for good.
  record Remove(long noteId) implements NoteCommand {}
}
