package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What to do with the answers of many clients. One of the methods is called, once, on the thread
/// of the last socket that was asked.
public interface BroadcastAckListener {

  /// Everyone answered.
  ///
  /// @param answers the first argument of each
  void answered(List<JsonNode> answers);

  /// Some did not within the time given, or are gone.
  ///
  /// @param answers of the others
  void timedOut(List<JsonNode> answers);
}
