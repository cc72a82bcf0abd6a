package app.focusly.socketio;

import app.focusly.engineio.Packet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.List;

/// What is done to the sockets of a [Target].
public sealed interface Action {

  /// One more part of the adapter does it, and says so by [#done].
  default void handedOver() {}

  /// A part of the adapter, to which it was handed over, has done it.
  default void done() {}

  /// Sends an event.
  ///
  /// @param arguments its name and its arguments
  /// @param messages the same, encoded
  record Emit(ArrayNode arguments, List<Packet> messages) implements Action {}

  /// Sends an event and awaits the acknowledgement of each socket.
  ///
  /// @param number of the acknowledgement
  /// @param answers gathers the first argument of each
  record Ask(
      long number,
      ArrayNode arguments,
      List<Packet> messages,
      Duration timeout,
      Tally<JsonNode> answers)
      implements Action {
    @Override
    public void handedOver() {
      answers.expect();
    }

    @Override
    public void done() {
      answers.done();
    }
  }

  /// Joins rooms.
  record Join(List<String> rooms) implements Action {}

  /// Leaves rooms.
  record Leave(List<String> rooms) implements Action {}

  /// Leaves the namespace.
  ///
  /// @param connection whether the whole connection ends, with its other namespaces
  record Disconnect(boolean connection) implements Action {}

  /// Tells who is there.
  record Fetch(Tally<SocketDetails> sockets) implements Action {
    @Override
    public void handedOver() {
      sockets.expect();
    }

    @Override
    public void done() {
      sockets.done();
    }
  }
}
