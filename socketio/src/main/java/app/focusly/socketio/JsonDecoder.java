package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads packets from one connection's messages; a packet with attachments is whole when the last
/// of them came. Confined to one thread.
final class JsonDecoder implements PacketFormat.Decoder {
  /// Numbers up to 2^53 are exact in JavaScript: 15 digits always are.
  private static final int MAX_ID_DIGITS = 15;

  /// A packet whose attachments are still to come; null between packets.
  private @Nullable Pending pending;

  private record Pending(
      boolean event,
      String namespace,
      OptionalLong id,
      ArrayNode arguments,
      int expected,
      List<byte[]> attachments) {}

  @Override
  public @Nullable SocketPacket text(String message) {
    if (pending != null) {
      throw new MalformedSocketPacketException("text where an attachment was due");
    }
    var reader = new Reader(message);
    char type = reader.type();
    int attachments = type == '5' || type == '6' ? reader.attachments() : 0;
    String namespace = reader.namespace();
    OptionalLong id = reader.id();
    JsonNode data = reader.data();
    return switch (type) {
      case '0' -> connect(namespace, data);
      case '1' -> disconnect(namespace, data);
      case '4' -> connectError(namespace, data);
      case '2', '5' -> assemble(true, namespace, id, eventArguments(data), attachments);
      default -> assemble(false, namespace, id, ackArguments(id, data), attachments);
    };
  }

  @Override
  public @Nullable SocketPacket binary(byte[] message) {
    Pending packet = pending;
    if (packet == null) {
      throw new MalformedSocketPacketException("an attachment where none was due");
    }
    packet.attachments().add(message);
    if (packet.attachments().size() < packet.expected()) {
      return null;
    }
    pending = null;
    var arguments =
        (ArrayNode) restoreBinary(packet.arguments(), new Attachments(packet.attachments()));
    return packet(packet.event(), packet.namespace(), packet.id(), arguments);
  }

  private @Nullable SocketPacket assemble(
      boolean event, String namespace, OptionalLong id, ArrayNode arguments, int attachments) {
    if (attachments > 0) {
      pending =
          new Pending(event, namespace, id, arguments, attachments, new ArrayList<>(attachments));
      return null;
    }
    return packet(event, namespace, id, arguments);
  }

  private static SocketPacket packet(
      boolean event, String namespace, OptionalLong id, ArrayNode arguments) {
    return event
        ? new SocketPacket.Event(namespace, id, arguments)
        : new SocketPacket.Ack(namespace, id.orElseThrow(), arguments);
  }

  private static SocketPacket connect(String namespace, @Nullable JsonNode data) {
    if (data != null && !data.isObject()) {
      throw new MalformedSocketPacketException("CONNECT takes an object");
    }
    return new SocketPacket.Connect(namespace, data);
  }

  private static SocketPacket disconnect(String namespace, @Nullable JsonNode data) {
    if (data != null) {
      throw new MalformedSocketPacketException("DISCONNECT takes no payload");
    }
    return new SocketPacket.Disconnect(namespace);
  }

  private static SocketPacket connectError(String namespace, @Nullable JsonNode data) {
    if (data == null || !(data.isObject() || data.isTextual())) {
      throw new MalformedSocketPacketException("CONNECT_ERROR takes an object or a string");
    }
    return new SocketPacket.ConnectError(namespace, data);
  }

  private static ArrayNode eventArguments(@Nullable JsonNode data) {
    if (data instanceof ArrayNode arguments && !arguments.isEmpty()) {
      JsonNode name = arguments.get(0);
      if (name.isNumber() || (name.isTextual() && !ReservedEvents.contains(name.asText()))) {
        return arguments;
      }
    }
    throw new MalformedSocketPacketException("EVENT takes an array that begins with its name");
  }

  private static ArrayNode ackArguments(OptionalLong id, @Nullable JsonNode data) {
    if (id.isPresent() && data instanceof ArrayNode arguments) {
      return arguments;
    }
    throw new MalformedSocketPacketException("ACK takes an id and an array");
  }

  private static JsonNode restoreBinary(JsonNode node, Attachments attachments) {
    if (node instanceof ObjectNode object) {
      if (object.path("_placeholder").isBoolean() && object.path("_placeholder").booleanValue()) {
        return attachments.take(object.path("num"));
      }
      for (String name : object.propertyStream().map(Map.Entry::getKey).toList()) {
        object.set(name, restoreBinary(object.get(name), attachments));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, restoreBinary(array.get(i), attachments));
      }
    }
    return node;
  }

  /// The attachments of one packet, each for one place: were there more, a short text could ask for
  /// the same bytes thousands of times when the packet is sent on.
  private static final class Attachments {
    private final List<byte[]> attachments;
    private final BitSet taken = new BitSet();

    Attachments(List<byte[]> attachments) {
      this.attachments = attachments;
    }

    JsonNode take(JsonNode index) {
      int place = index.isInt() ? index.intValue() : -1;
      if (place < 0 || place >= attachments.size() || taken.get(place)) {
        throw new MalformedSocketPacketException("illegal attachments");
      }
      taken.set(place);
      return JsonNodeFactory.instance.binaryNode(attachments.get(place));
    }
  }

  /// Walks one text message from its first character to its last.
  private static final class Reader {
    private final String message;
    private int position;

    Reader(String message) {
      this.message = message;
    }

    char type() {
      if (message.isEmpty() || message.charAt(0) < '0' || message.charAt(0) > '6') {
        throw new MalformedSocketPacketException("unknown packet type");
      }
      return message.charAt(position++);
    }

    int attachments() {
      int count = (int) digits(2);
      if (count < 0 || position == message.length() || message.charAt(position) != '-') {
        throw new MalformedSocketPacketException("illegal attachments");
      }
      if (count > PacketFormat.MAX_ATTACHMENTS) {
        throw new MalformedSocketPacketException("too many attachments");
      }
      position++;
      return count;
    }

    String namespace() {
      if (position == message.length() || message.charAt(position) != '/') {
        return "/";
      }
      int comma = message.indexOf(',', position);
      int end = comma < 0 ? message.length() : comma;
      if (end - position > PacketFormat.MAX_NAMESPACE_LENGTH) {
        throw new MalformedSocketPacketException("namespace too long");
      }
      String namespace = message.substring(position, end);
      position = comma < 0 ? end : end + 1;
      return namespace;
    }

    OptionalLong id() {
      long id = digits(MAX_ID_DIGITS);
      return id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Nullable JsonNode data() {
      return position == message.length() ? null : Json.parse(message.substring(position));
    }

    /// The number at this place, or -1 when there is none.
    private long digits(int most) {
      int start = position;
      long value = 0;
      while (position < message.length()
          && message.charAt(position) >= '0'
          && message.charAt(position) <= '9') {
        value = value * 10 + (message.charAt(position) - '0');
        position++;
        if (position - start > most) {
          throw new MalformedSocketPacketException("number too long");
        }
      }
      return position == start ? -1 : value;
    }
  }
}
