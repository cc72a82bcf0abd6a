package app.focusly.store;

import org.jspecify.annotations.Nullable;

/// A back-up that could not be made or restored. The message is one line for the operator.
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
