package app.focusly.socketio;

import app.focusly.engineio.Packet;
import app.focusly.testkit.Golden.Example;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/// Packets and messages as the golden files write them, with `{"$binary":…}` for bytes.
final class PacketJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PacketJson() {}

  /// JSON as a test writes it.
  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(failure);
    }
  }

  static BinaryNode bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return NODES.binaryNode(bytes);
  }

  static SocketPacket packet(Example example) {
    JsonNode packet = example.get("packet");
    String namespace = packet.required("namespace").textValue();
    JsonNode data = packet.has("data") ? withBinary(packet.get("data")) : null;
    OptionalLong id =
        packet.has("id") ? OptionalLong.of(packet.get("id").longValue()) : OptionalLong.empty();
    return switch (packet.required("type").textValue()) {
      case "CONNECT" -> new SocketPacket.Connect(namespace, data);
      case "DISCONNECT" -> new SocketPacket.Disconnect(namespace);
      case "EVENT" ->
          new SocketPacket.Event(namespace, id, (ArrayNode) withBinary(packet.required("data")));
      case "ACK" ->
          new SocketPacket.Ack(
              namespace, id.orElseThrow(), (ArrayNode) withBinary(packet.required("data")));
      case "CONNECT_ERROR" ->
          new SocketPacket.ConnectError(namespace, withBinary(packet.required("data")));
      default -> throw new IllegalArgumentException(example.name());
    };
  }

  static List<Packet> messages(Example example) {
    return StreamSupport.stream(example.get("messages").spliterator(), false)
        .map(PacketJson::message)
        .toList();
  }

  private static Packet message(JsonNode message) {
    return message.isTextual()
        ? new Packet.Text(message.textValue())
        : new Packet.Binary(base64(message));
  }

  private static JsonNode withBinary(JsonNode node) {
    return switch (node) {
      case ObjectNode object when object.has("$binary") -> NODES.binaryNode(base64(object));
      case ObjectNode object -> {
        ObjectNode copy = NODES.objectNode();
        object
            .properties()
            .forEach(entry -> copy.set(entry.getKey(), withBinary(entry.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = NODES.arrayNode();
        array.forEach(element -> copy.add(withBinary(element)));
        yield copy;
      }
      default -> node;
    };
  }

  private static byte[] base64(JsonNode node) {
    return Base64.getDecoder().decode(node.required("$binary").textValue());
  }
}
