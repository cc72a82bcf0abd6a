package app.focusly.yjs;

/// What was given is no update, no state vector, or one that no honest client of Yjs makes.
public final class InvalidUpdateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidUpdateException(String message) {
    super(message);
  }
}
