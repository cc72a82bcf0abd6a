package app.focusly.socketio.msgpack;

import app.focusly.engineio.Packet;
import app.focusly.socketio.MalformedSocketPacketException;
import app.focusly.socketio.PacketFormat;
import app.focusly.socketio.SocketPacket;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/// What `socket.io-msgpack-parser` speaks: a packet is one MessagePack map `{type, nsp, data, id}`,
/// in which bytes are bytes.
final class MessagePackFormat implements PacketFormat, PacketFormat.Decoder {
  private static final ObjectMapper MAPPER = new ObjectMapper(new MessagePackFactory());

  @Override
  public List<Packet> encode(SocketPacket packet) {
    ObjectNode map = MAPPER.createObjectNode();
    switch (packet) {
      case SocketPacket.Connect connect -> put(map, 0, connect, connect.payload());
      case SocketPacket.Disconnect disconnect -> put(map, 1, disconnect, null);
      case SocketPacket.Event event -> {
        put(map, 2, event, event.arguments());
        event.id().ifPresent(id -> map.put("id", id));
      }
      case SocketPacket.Ack ack -> put(map, 3, ack, ack.arguments()).put("id", ack.id());
      case SocketPacket.ConnectError error -> put(map, 4, error, error.payload());
    }
    try {
      return List.of(new Packet.Binary(MAPPER.writeValueAsBytes(map)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree is always writable", e);
    }
  }

  private static ObjectNode put(
      ObjectNode map, int type, SocketPacket packet, @Nullable JsonNode data) {
    map.put("type", type).put("nsp", packet.namespace());
    return data == null ? map : map.set("data", data);
  }

  /// It keeps nothing between messages, so one serves all.
  @Override
  public Decoder decoder() {
    return this;
  }

  @Override
  public SocketPacket text(String message) {
    throw new MalformedSocketPacketException("text where bytes were due");
  }

  @Override
  public SocketPacket binary(byte[] message) {
    JsonNode map;
    try {
      map = MAPPER.readTree(message);
    } catch (IOException | MessagePackException expected) { // whatever a client sends
      throw new MalformedSocketPacketException("invalid MessagePack");
    }
    JsonNode data = map.path("data");
    String namespace = map.path("nsp").asText();
    JsonNode id = map.path("id");
    return switch (map.path("type").asInt(-1)) {
      // JavaScript's undefined is an extension, which is read as no JSON at all.
      case 0 -> new SocketPacket.Connect(namespace, data.isObject() ? data : null);
      case 1 -> new SocketPacket.Disconnect(namespace);
      case 2 ->
          new SocketPacket.Event(
              namespace,
              id.isNumber() ? OptionalLong.of(id.asLong()) : OptionalLong.empty(),
              array(data));
      case 3 -> new SocketPacket.Ack(namespace, id.asLong(), array(data));
      case 4 -> new SocketPacket.ConnectError(namespace, data);
      default -> throw new MalformedSocketPacketException("unknown packet type");
    };
  }

  private static ArrayNode array(JsonNode data) {
    if (data instanceof ArrayNode array) {
      return array;
    }
    throw new MalformedSocketPacketException("no array");
  }
}
