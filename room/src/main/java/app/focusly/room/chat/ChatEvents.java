package app.focusly.room.chat;

import app.focusly.room.RefusalCode;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Past;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The client events of the chat.
public final class ChatEvents {
  /// How many messages are shown when a client does not say.
  private static final int DEFAULT_HISTORY = 50;

  /// Each event's reader.
  public static final Map<String, PayloadReader<? extends ChatCommand>> READERS =
      Map.of(
          "chat-send", ChatEvents::send,
          "chat-edit", ChatEvents::edit,
          "chat-delete", ChatEvents::delete,
          "chat-react", ChatEvents::react,
          "chat-history", ChatEvents::history);

  private ChatEvents() {}

  private static ChatCommand.Send send(Payload payload) {
    String text = text(payload);
    long replyTo = Payload.isAbsent(payload.field("replyTo")) ? 0 : messageId(payload, "replyTo");
    return new ChatCommand.Send(text, replyTo, mentions(payload.field("mentions")), null);
  }

  private static ChatCommand.Edit edit(Payload payload) {
    return new ChatCommand.Edit(messageId(payload, "messageId"), text(payload), null);
  }

  private static ChatCommand.Delete delete(Payload payload) {
    return new ChatCommand.Delete(messageId(payload, "messageId"), null);
  }

  private static ChatCommand.React react(Payload payload) {
    long messageId = messageId(payload, "messageId");
    String text = payload.text("emoji").orElseThrow(() -> Payload.invalid("emoji", "a string"));
    Emoji emoji =
        Emoji.parse(text)
            .orElseThrow(() ->
                Payload.refused("emoji", RefusalCode.INVALID_EMOJI, "A reaction is one emoji."));
    return new ChatCommand.React(messageId, emoji, payload.flag("on"), null);
  }

  private static ChatCommand.History history(Payload payload) {
    long before = payload.count("before").orElse(Long.MAX_VALUE);
    long limit = payload.count("limit").orElse(DEFAULT_HISTORY);
    if (before < 1) {
      throw Payload.invalid("before", "a whole number from 1");
    }
    if (limit < 1 || limit > Past.MAX_LIMIT) {
      throw Payload.invalid("limit", "1 to " + Past.MAX_LIMIT);
    }
    return new ChatCommand.History(before, Math.toIntExact(limit), null);
  }

  private static String text(Payload payload) {
    String text = payload.text("text").orElseThrow(() -> Payload.invalid("text", "a string"));
    if (text.codePointCount(0, text.length()) > ChatLimits.MAX_MESSAGE) {
      throw Payload.refused(
          "text",
          RefusalCode.MESSAGE_TOO_LONG,
          "A message has %d characters at most.".formatted(ChatLimits.MAX_MESSAGE));
    }
    if (!Text.isPlain(text)) {
      throw Payload.invalid("text", "without control characters other than newline and tab");
    }
    if (Text.isBlank(text)) {
      throw Payload.invalid("text", "something to be seen");
    }
    return text;
  }

  private static long messageId(Payload payload, String name) {
    return payload
        .count(name)
        .orElseThrow(() -> Payload.invalid(name, "the messageId of a message"));
  }

  private static List<String> mentions(JsonNode value) {
    if (Payload.isAbsent(value)) {
      return List.of();
    }
    if (!value.isArray() || value.size() > ChatLimits.MENTIONS) {
      throw Payload.invalid(
          "mentions", "an array of %d member ids at most".formatted(ChatLimits.MENTIONS));
    }
    var mentions = new LinkedHashSet<String>();
    for (int i = 0; i < value.size(); i++) {
      mentions.add(mention(value.path(i), "mentions." + i));
    }
    return List.copyOf(mentions);
  }

  private static String mention(JsonNode value, String path) {
    String memberId = value.asText();
    if (!value.isTextual()
        || memberId.isBlank()
        || memberId.length() > JournalEvent.MAX_ACTOR_LENGTH
        || !Text.isOneLine(memberId)) {
      throw Payload.invalid(path, "a member id");
    }
    return memberId;
  }
}
