package app.focusly.server.note;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Page;
import app.focusly.room.note.NoteTitle;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a text was found in a room, large and small letters alike. Used by one thread at a time.
final class Finds {
  /// How much is shown before and behind what was found.
  private static final int BEFORE = 40;

  private static final int BEHIND = 80;

  private static final JsonMapper JSON = new JsonMapper();

  private final Pattern pattern;
  private final int limit;
  private final ArrayNode notes = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode chat = JsonNodeFactory.instance.arrayNode();

  /// @param limit the most finds of each kind
  Finds(String text, int limit) {
    this.pattern =
        Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.limit = limit;
  }

  /// Looks into a note: into its title, and what is written in it.
  ///
  /// @return whether it was found
  boolean note(NoteTitle note, String text) {
    Optional<String> excerpt = excerpt(text).or(() -> excerpt(note.title()).map(_ -> start(text)));
    if (notes.size() < limit) {
      excerpt.ifPresent(found ->
          notes
              .addObject()
              .put("noteId", note.noteId())
              .put("title", note.title())
              .put("excerpt", found));
    }
    return excerpt.isPresent();
  }

  /// Looks into messages, the newest first.
  ///
  /// @return whether some were found
  boolean chat(Page page) {
    int before = chat.size();
    for (JournalEvent event : page.events().reversed()) {
      if (hasEnoughChat()) {
        break;
      }
      JsonNode message = read(event.body());
      excerpt(message.path("text").asText())
          .ifPresent(found ->
              chat.addObject()
                  .put("messageId", event.seq())
                  .put("at", event.at().toEpochMilli())
                  .put("name", message.path("name").asText())
                  .put("excerpt", found));
    }
    return chat.size() > before;
  }

  boolean hasEnoughChat() {
    return chat.size() >= limit;
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException damaged) { // then nothing is found in it
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private Optional<String> excerpt(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(part(text, matcher.start() - BEFORE, matcher.end() + BEHIND))
        : Optional.empty();
  }

  private static String start(String text) {
    return part(text, 0, BEFORE + BEHIND);
  }

  /// A part of a text on one line; no sign is cut in two.
  private static String part(String text, int from, int to) {
    int first = Math.max(from, 0);
    int last = Math.min(to, text.length());
    if (first > 0 && Character.isLowSurrogate(text.charAt(first))) {
      first--;
    }
    if (last < text.length() && Character.isLowSurrogate(text.charAt(last))) {
      last++;
    }
    String part = text.substring(first, last).replaceAll("\\s+", " ").strip();
    return (first > 0 ? "…" : "") + part + (last < text.length() ? "…" : "");
  }

  /// @param more whether there is more than was looked at
  ObjectNode toJson(boolean more) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("ok", true);
    json.set("notes", notes.deepCopy());
    json.set("chat", chat.deepCopy());
    return json.put("more", more);
  }
}
