package app.focusly.room.chat;

import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The reactions on one message.
///
/// @param byEmoji who reacted so, each in the order in which they came; no list is empty
record Reactions(Map<String, List<String>> byEmoji) {
  static final Reactions NONE = new Reactions(Map.of());

  Reactions {
    byEmoji = Collections.unmodifiableMap(new LinkedHashMap<>(byEmoji));
  }

  static Reactions of(JsonNode json) {
    var byEmoji = new LinkedHashMap<String, List<String>>();
    json.properties()
        .forEach(entry ->
            byEmoji.put(
                entry.getKey(), entry.getValue().valueStream().map(JsonNode::asText).toList()));
    return new Reactions(byEmoji);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    byEmoji.forEach((emoji, members) -> {
      ArrayNode array = json.putArray(emoji);
      members.forEach(array::add);
    });
    return json;
  }

  boolean isEmpty() {
    return byEmoji.isEmpty();
  }

  boolean has(Emoji emoji, String memberId) {
    return byEmoji.getOrDefault(emoji.value(), List.of()).contains(memberId);
  }

  /// Whether one more would be too many.
  boolean isFull(Emoji emoji, ChatLimits limits) {
    int total = byEmoji.values().stream().mapToInt(List::size).sum();
    boolean newKind = !byEmoji.containsKey(emoji.value());
    return total >= limits.reactions() || (newKind && byEmoji.size() >= limits.reactionKinds());
  }

  Reactions with(Emoji emoji, String memberId) {
    var changed = new LinkedHashMap<>(byEmoji);
    var members = new ArrayList<>(changed.getOrDefault(emoji.value(), List.of()));
    members.add(memberId);
    changed.put(emoji.value(), members);
    return new Reactions(changed);
  }

  /// The reactions with nobody in the place of these members.
  Reactions unnaming(Set<String> members) {
    var changed = new LinkedHashMap<String, List<String>>();
    byEmoji.forEach((emoji, all) ->
        changed.put(emoji, all.stream().map(each -> unnamed(each, members)).toList()));
    return new Reactions(changed);
  }

  static String unnamed(String memberId, Set<String> members) {
    return members.contains(memberId) ? JournalEvent.FORGOTTEN : memberId;
  }

  Reactions without(Emoji emoji, String memberId) {
    var changed = new LinkedHashMap<>(byEmoji);
    var members = new ArrayList<>(changed.getOrDefault(emoji.value(), List.of()));
    members.remove(memberId);
    if (members.isEmpty()) {
      changed.remove(emoji.value());
    } else {
      changed.put(emoji.value(), members);
    }
    return new Reactions(changed);
  }
}
