package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Decides whether an event of a client reaches the listeners of its name (Socket.IO's
/// `socket.use`). Listeners of any event have heard it before.
@FunctionalInterface
public interface EventMiddleware {

  /// Calls one method of `next`, now or later. An event that is still being decided does not hold
  /// up those that follow it.
  ///
  /// @param event its name and its arguments
  /// @param ack the answer, which a check may give in the listeners' place
  void check(List<JsonNode> event, Ack ack, Middleware.Next next);
}
