package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Decides whether a socket may join its namespace, before any listener hears of it.
@FunctionalInterface
public interface Middleware {

  /// Calls one method of `next`, once, now or later on the connection's thread.
  void check(Socket socket, Next next);

  /// How a check ends.
  interface Next {

    /// The next check, and after the last the connection.
    void proceed();

    /// The client gets CONNECT_ERROR with `{message, data}`.
    void refuse(String message, @Nullable JsonNode data);
  }
}
