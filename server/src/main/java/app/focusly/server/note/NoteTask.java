package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;

/// What somebody asked of a note, and who is to be answered. Nobody changes the bytes.
sealed interface NoteTask {

  NoteAnswer<?> answer();

  /// What a connection lacks.
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Sync(
      ConnectionId connection, MemberId by, byte[] stateVector, NoteAnswer<SyncAnswer> answer)
      implements NoteTask {}

  /// What a connection wrote. The answer says whether it was new.
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Write(ConnectionId connection, MemberId by, byte[] update, NoteAnswer<Boolean> answer)
      implements NoteTask {}

  /// The whole note as one update.
  record Look(NoteAnswer<byte[]> answer) implements NoteTask {}
}
