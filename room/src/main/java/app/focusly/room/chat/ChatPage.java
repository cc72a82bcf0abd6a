package app.focusly.room.chat;

import app.focusly.room.journal.Page;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/// Messages as a client gets them at a time: bounded in number and in bytes.
final class ChatPage {
  private ChatPage() {}

  /// The newest of these.
  ///
  /// @param messages oldest first
  /// @param more whether there are older ones than these
  static ObjectNode newest(List<Message> messages, int limit, boolean more) {
    var shown = new ArrayDeque<ObjectNode>();
    long bytes = 0;
    for (Message message : messages.reversed()) {
      ObjectNode json = message.toJson();
      bytes += json.toString().getBytes(StandardCharsets.UTF_8).length;
      if (shown.size() == limit || (!shown.isEmpty() && bytes > Page.MAX_BYTES)) {
        break;
      }
      shown.addFirst(json);
    }
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode array = page.putArray("messages");
    shown.forEach(array::add);
    return page.put("more", more || shown.size() < messages.size());
  }
}
