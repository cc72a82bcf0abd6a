package app.focusly.server.storage;

import app.focusly.server.testing.RunningServer;
import app.focusly.server.testing.SocketIoClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Somebody in a room who writes messages, and remembers which of them were acknowledged.
final class Writer implements AutoCloseable {
  private final String name;
  private final String room;
  private final SocketIoClient client;
  private final List<String> acknowledged = new ArrayList<>();
  private int written;

  Writer(RunningServer server, String room, String name) {
    this.name = name;
    this.room = room;
    client = SocketIoClient.connect(server);
  }

  SocketIoClient client() {
    return client;
  }

  /// Joins, and joins again.
  ///
  /// @param more fields of the payload
  JsonNode join(Map<String, ?> more) {
    var payload = new HashMap<String, Object>(more);
    payload.putAll(Map.of("roomId", room, "userId", name, "protocol", 1, "name", name));
    return client.call("join-room", payload);
  }

  JsonNode join() {
    return join(Map.of());
  }

  /// Writes the next message.
  ///
  /// @param length of its text at least
  JsonNode write(int length) {
    written++;
    return again(length);
  }

  /// Writes the same message as before, as after a refusal.
  JsonNode again(int length) {
    String text = name + " writes " + written + '.';
    String padded = text + " ".repeat(Math.max(0, length - text.length() - 1)) + "!";
    JsonNode answer = client.call("chat-send", Map.of("text", padded));
    if (answer.path("ok").booleanValue()) {
      acknowledged.add(text);
    }
    return answer;
  }

  /// What was acknowledged, in its order.
  List<String> acknowledged() {
    return acknowledged;
  }

  /// All messages of the room as it shows them, in their order.
  List<String> history() {
    var texts = new ArrayList<String>();
    long before = Long.MAX_VALUE;
    JsonNode page;
    do {
      page = client.call("chat-history", Map.of("before", before, "limit", 100));
      texts.addAll(0, texts(page.required("messages")));
      before = page.path("messages").path(0).path("messageId").longValue();
    } while (page.path("more").booleanValue());
    return texts;
  }

  /// The texts of messages, without what they were padded with.
  static List<String> texts(JsonNode messages) {
    return messages
        .valueStream()
        .map(message -> message.path("text").asText())
        .map(text -> text.substring(0, text.indexOf('.') + 1))
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
