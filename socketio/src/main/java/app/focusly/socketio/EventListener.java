package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What to do with an event of a client.
@FunctionalInterface
public interface EventListener {

  /// An event came.
  ///
  /// @param arguments what followed its name; bytes are binary nodes
  void on(List<JsonNode> arguments, Ack ack);
}
