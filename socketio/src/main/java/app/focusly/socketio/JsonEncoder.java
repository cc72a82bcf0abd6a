package app.focusly.socketio;

import app.focusly.engineio.Packet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Writes packets as one text message, and then one binary message for each attachment.
final class JsonEncoder {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonEncoder() {}

  static List<Packet> encode(SocketPacket packet) {
    return switch (packet) {
      case SocketPacket.Connect connect ->
          List.of(text('0', "", connect.namespace(), OptionalLong.empty(), connect.payload()));
      case SocketPacket.Disconnect disconnect ->
          List.of(text('1', "", disconnect.namespace(), OptionalLong.empty(), null));
      case SocketPacket.Event event ->
          withAttachments('2', '5', event.namespace(), event.id(), event.arguments());
      case SocketPacket.Ack ack ->
          withAttachments('3', '6', ack.namespace(), OptionalLong.of(ack.id()), ack.arguments());
      case SocketPacket.ConnectError error ->
          List.of(text('4', "", error.namespace(), OptionalLong.empty(), error.payload()));
    };
  }

  private static List<Packet> withAttachments(
      char plain, char binary, String namespace, OptionalLong id, ArrayNode arguments) {
    if (!holdsBinary(arguments)) {
      return List.of(text(plain, "", namespace, id, arguments));
    }
    var attachments = new ArrayList<Packet>();
    JsonNode replaced = replaceBinary(arguments, attachments);
    if (attachments.size() > PacketFormat.MAX_ATTACHMENTS) {
      throw new IllegalArgumentException(
          "too many attachments: %d, where clients read %d at most"
              .formatted(attachments.size(), PacketFormat.MAX_ATTACHMENTS));
    }
    var messages = new ArrayList<Packet>(attachments.size() + 1);
    messages.add(text(binary, attachments.size() + "-", namespace, id, replaced));
    messages.addAll(attachments);
    return messages;
  }

  private static Packet text(
      char type, String attachments, String namespace, OptionalLong id, @Nullable JsonNode data) {
    var text = new StringBuilder().append(type).append(attachments);
    if (!namespace.equals("/")) {
      text.append(namespace).append(',');
    }
    id.ifPresent(text::append);
    if (data != null) {
      text.append(Json.write(data));
    }
    return new Packet.Text(text.toString());
  }

  private static boolean holdsBinary(JsonNode node) {
    if (!node.isContainerNode()) {
      return node.isBinary();
    }
    for (JsonNode child : node) {
      if (holdsBinary(child)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode replaceBinary(JsonNode node, List<Packet> attachments) {
    return switch (node) {
      case BinaryNode bytes -> {
        attachments.add(new Packet.Binary(bytes.binaryValue()));
        yield NODES.objectNode().put("_placeholder", true).put("num", attachments.size() - 1);
      }
      case ArrayNode array -> {
        ArrayNode copy = NODES.arrayNode(array.size());
        array.forEach(child -> copy.add(replaceBinary(child, attachments)));
        yield copy;
      }
      case ObjectNode object -> {
        ObjectNode copy = NODES.objectNode();
        object.forEachEntry((name, child) -> copy.set(name, replaceBinary(child, attachments)));
        yield copy;
      }
      default -> node;
    };
  }
}
