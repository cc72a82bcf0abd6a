package app.focusly.store;

import org.jspecify.annotations.Nullable;

/// A database that cannot be opened; nothing of it was touched. The message is one line for the
/// operator.
public final class UnusableDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableDatabaseException(String message) {
    super(message);
  }

  UnusableDatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
