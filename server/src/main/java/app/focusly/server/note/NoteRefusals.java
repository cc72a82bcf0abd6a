package app.focusly.server.note;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;

/// What somebody hears whose request about a note is not carried out.
final class NoteRefusals {
  static final Refusal SYNC_FIRST =
      Refusal.of(RefusalCode.SYNC_FIRST, "Ask first what is in the note, then send what it lacks.");
  static final Refusal INVALID =
      Refusal.at("update", RefusalCode.INVALID_UPDATE, "That is no update of a Yjs document.");
  static final Refusal INVALID_PART =
      Refusal.at(
          "part", RefusalCode.INVALID_PAYLOAD, "That is not the next part of an upload under way.");
  static final Refusal INVALID_STATE_VECTOR =
      Refusal.at("stateVector", RefusalCode.INVALID_PAYLOAD, "That is no state vector.");
  static final Refusal FULL =
      Refusal.of(RefusalCode.NOTE_FULL, "The note is as large as it may be.");
  static final Refusal BUSY =
      Refusal.of(RefusalCode.STORAGE_BUSY, "Too much waits to be stored. Try again.");
  static final Refusal UNAVAILABLE =
      Refusal.of(
          RefusalCode.STORAGE_UNAVAILABLE, "The server cannot store this now. Try again, please.");
  static final Refusal UNREADABLE =
      Refusal.of(RefusalCode.NOTE_UNREADABLE, "What is kept of the note cannot be read.");

  private NoteRefusals() {}
}
