package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Decides whether a socket may join its namespace, before any listener hears of it.
@FunctionalInterface
public interface Middleware {

  /// Calls one method of `next`, now or later.
  void check(Socket socket, Next next);

  /// How a check ends. May be called from any thread; only the first call counts.
  interface Next {

    /// The next check, and after the last what was asked for.
    void proceed();

    /// The client of a refused socket gets CONNECT_ERROR with `{message, data}`; for a refused
    /// event see [Socket#onError].
    void refuse(String message, @Nullable JsonNode data);
  }
}
