package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One Socket.IO v5 packet (socket.io-protocol, "Packet encoding"). Bytes within the JSON of an
/// event or an acknowledgement are [com.fasterxml.jackson.databind.node.BinaryNode]s; that they
/// travel as attachments of a BINARY_EVENT or BINARY_ACK is the codec's affair.
public sealed interface SocketPacket {

  /// The namespace that it belongs to, such as `/`.
  String namespace();

  /// Type 0, from the client: asks to join a namespace. From the server: it has.
  ///
  /// @param payload the client's `auth`, or the server's `{sid}`
  record Connect(String namespace, @Nullable JsonNode payload) implements SocketPacket {}

  /// Type 1: leaves a namespace.
  record Disconnect(String namespace) implements SocketPacket {}

  /// Types 2 and 5: an event.
  ///
  /// @param id the number under which an acknowledgement is awaited
  /// @param arguments the event's name and its arguments
  record Event(String namespace, OptionalLong id, ArrayNode arguments) implements SocketPacket {
    /// The event's name.
    public String name() {
      return arguments.path(0).asText();
    }
  }

  /// Types 3 and 6: the acknowledgement of an event.
  record Ack(String namespace, long id, ArrayNode arguments) implements SocketPacket {}

  /// Type 4: the namespace is not to be had.
  ///
  /// @param payload `{message}` and, where the refusal carries some, `data`
  record ConnectError(String namespace, JsonNode payload) implements SocketPacket {}
}
