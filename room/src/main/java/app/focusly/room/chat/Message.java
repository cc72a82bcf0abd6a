package app.focusly.room.chat;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A message as it is now.
///
/// @param id the number of the event that sent it
/// @param at epoch ms
/// @param by the author's member id
/// @param name that the author went by then
/// @param text empty once it is deleted
/// @param replyTo 0 when it answers none
/// @param edit the last one; null when there was none
record Message(
    long id,
    long at,
    String by,
    String name,
    String text,
    long replyTo,
    List<String> mentions,
    @Nullable Edit edit,
    boolean deleted,
    Reactions reactions) {

  /// An edit: the number of its event, and when it was in epoch ms.
  record Edit(long seq, long at) {}

  Message {
    mentions = List.copyOf(mentions);
  }

  /// The message that an event of the type `chat-sent` holds.
  static Message of(Recorded recorded) {
    JournalEvent event = recorded.event();
    return of(event.seq(), event.at().toEpochMilli(), event.actor(), recorded.body());
  }

  /// The message that [#toJson] gave.
  static Message of(JsonNode json) {
    return of(
        json.required("messageId").longValue(),
        json.required("at").longValue(),
        json.required("by").textValue(),
        json);
  }

  private static Message of(long id, long at, String by, JsonNode body) {
    long editedIn = body.path("editedIn").longValue();
    return new Message(
        id,
        at,
        by,
        body.path("name").asText(),
        body.path("text").asText(),
        body.path("replyTo").longValue(),
        body.path("mentions").valueStream().map(JsonNode::asText).toList(),
        editedIn == 0 ? null : new Edit(editedIn, body.path("editedAt").longValue()),
        body.path("deleted").booleanValue(),
        Reactions.of(body.path("reactions")));
  }

  /// The message as its own event keeps it. `editedIn` is there so that the last edit's text is
  /// found when the next one or a deletion overwrites it.
  ObjectNode toBody() {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name).put("text", text);
    if (replyTo > 0) {
      body.put("replyTo", replyTo);
    }
    if (!mentions.isEmpty()) {
      mentions.forEach(body.putArray("mentions")::add);
    }
    if (edit != null) {
      body.put("editedAt", edit.at()).put("editedIn", edit.seq());
    }
    if (deleted) {
      body.put("deleted", true);
    }
    if (!reactions.isEmpty()) {
      body.set("reactions", reactions.toJson());
    }
    return body;
  }

  /// The message as clients get it in lists, where `mentions` and `reactions` are always there.
  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("messageId", id).put("at", at).put("by", by);
    json.setAll(toBody());
    json.set("reactions", reactions.toJson());
    mentions.forEach(json.putArray("mentions")::add);
    return json;
  }

  Message edited(String newText, Edit newEdit) {
    return new Message(id, at, by, name, newText, replyTo, mentions, newEdit, deleted, reactions);
  }

  Message reacted(Reactions now) {
    return new Message(id, at, by, name, text, replyTo, mentions, edit, deleted, now);
  }

  /// What is left of it when its author wants to be forgotten: that somebody wrote here.
  Message forgotten() {
    return new Message(
        id, at, JournalEvent.FORGOTTEN, "", "", 0, List.of(), null, true, Reactions.NONE);
  }

  /// The message as it names nobody where it named one of these members.
  Message unnaming(Set<String> members) {
    return new Message(
        id,
        at,
        by,
        name,
        text,
        replyTo,
        mentions.stream().map(each -> Reactions.unnamed(each, members)).toList(),
        edit,
        deleted,
        reactions.unnaming(members));
  }

  /// What is left of it: that somebody wrote here.
  Message emptied() {
    return new Message(id, at, by, name, "", 0, List.of(), null, true, Reactions.NONE);
  }
}
