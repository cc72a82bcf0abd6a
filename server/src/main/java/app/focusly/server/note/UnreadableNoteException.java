package app.focusly.server.note;

import org.jspecify.annotations.Nullable;

/// What is kept of a note is no document, or one with a hole.
final class UnreadableNoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableNoteException(@Nullable Throwable cause) {
    super(cause == null ? "it has a hole" : cause.getMessage(), cause);
  }
}
