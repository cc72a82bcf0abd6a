package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What to do with the answer of a client to an event of ours. One of the methods is called, once.
public interface AckListener {

  /// The client answered.
  void answered(List<JsonNode> arguments);

  /// It did not within the time given, or is gone.
  void timedOut();
}
