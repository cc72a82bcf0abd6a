package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Writes down how an acknowledgement ended, and takes no second end.
final class RecordingAckListener implements AckListener {
  final List<String> ends = new ArrayList<>(1);

  @Override
  public void answered(List<JsonNode> arguments) {
    end(arguments.toString());
  }

  @Override
  public void timedOut() {
    end("timed out");
  }

  private void end(String how) {
    ends.add(how);
    if (ends.size() > 1) {
      throw new AssertionError("ended twice: " + ends);
    }
  }
}
