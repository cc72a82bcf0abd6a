package app.focusly.room;

import app.focusly.room.access.Waiting;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.media.MediaState;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberName;
import app.focusly.room.presence.Typing;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a room says, as it goes over the wire.
public final class RoomJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RoomJson() {}

  /// The answer to a join, but for what only the server knows: `serverTime`, `iceServers` and
  /// `iceServersExpireAt`.
  public static ObjectNode entered(Effect.Entered entered) {
    Snapshot snapshot = entered.joined().snapshot();
    ObjectNode answer = accepted().put("protocol", JoinRequest.PROTOCOL);
    addLasting(answer, entered.lasting());
    room(answer).put("roomId", snapshot.roomId().value());
    answer
        .putObject("you")
        .put("memberId", snapshot.you().memberId().value())
        .put("userId", snapshot.you().userId().value())
        .put("role", snapshot.you().role().text());
    answer.set("members", members(snapshot.members()));
    answer.set("limits", limits(snapshot.limits()));
    ArrayNode waiting = answer.putArray("waiting");
    entered.waiting().forEach(each -> waiting.add(waiting(each)));
    return answer;
  }

  private static ObjectNode room(ObjectNode answer) {
    return answer.path("room") instanceof ObjectNode room ? room : answer.putObject("room");
  }

  /// The answer to `catch-up`.
  public static ObjectNode caughtUp(Effect.CaughtUp caughtUp) {
    ObjectNode answer = accepted();
    addLasting(answer, caughtUp.lasting());
    return answer;
  }

  /// The answer to somebody who wanted to be shown something.
  public static ObjectNode shown(Effect.Shown shown) {
    return accepted().setAll(shown.answer());
  }

  /// The argument of `chat-read`.
  public static ObjectNode chatRead(Effect.ChatRead chatRead) {
    return JSON.objectNode().put("seq", chatRead.seq());
  }

  /// The answer to a change.
  public static ObjectNode changed(Effect.Changed changed) {
    ObjectNode answer = accepted().put("seq", changed.seq());
    return changed.repeat() ? answer.put("repeat", true) : answer;
  }

  /// The argument of `room-event`: what the event is, with the fields of its body.
  public static ObjectNode event(Recorded recorded) {
    JournalEvent event = recorded.event();
    ObjectNode node =
        JSON.objectNode()
            .put("seq", event.seq())
            .put("at", event.at().toEpochMilli())
            .put("by", event.actor())
            .put("type", event.type());
    if (event.commandId() != null) {
      node.put("commandId", event.commandId().value());
    }
    recorded
        .body()
        .properties()
        .forEach(field -> node.putIfAbsent(field.getKey(), field.getValue()));
    return node;
  }

  private static void addLasting(ObjectNode answer, Answer lasting) {
    switch (lasting) {
      case Answer.State(String epoch, long seq, ObjectNode state) -> {
        answer.put("epoch", epoch).put("seq", seq).put("resumed", false);
        answer.setAll(state);
      }
      case Answer.Missed(String epoch, long seq, List<Recorded> events, boolean more) -> {
        answer.put("epoch", epoch).put("seq", seq).put("resumed", true);
        ArrayNode nodes = answer.putArray("events");
        events.forEach(event -> nodes.add(event(event)));
        answer.put("more", more);
      }
      case Answer.Done _, Answer.Shown _, Answer.Refused _ ->
          throw new IllegalArgumentException("nothing lasting");
    }
  }

  /// The answer to anything else that was carried out.
  public static ObjectNode accepted() {
    return JSON.objectNode().put("ok", true);
  }

  /// The answer to what was refused.
  public static ObjectNode refused(Refusal refusal) {
    return describe(JSON.objectNode().put("ok", false), refusal);
  }

  /// The argument of `notice`, for a client that asked for no answer.
  public static ObjectNode notice(Refusal refusal) {
    return describe(JSON.objectNode(), refusal);
  }

  /// The argument of `notice`, of something that concerns its receiver.
  public static ObjectNode notice(Effect.Notice notice) {
    ObjectNode node = JSON.objectNode().put("code", notice.code()).put("message", notice.message());
    return notice.by() == null ? node : node.put("by", notice.by().value());
  }

  /// The argument of `member-waiting`.
  public static ObjectNode waiting(Waiting waiting) {
    return JSON.objectNode()
        .put("memberId", waiting.memberId().value())
        .put("name", text(waiting.name()))
        .put("since", waiting.since().toEpochMilli());
  }

  /// The argument of `member-waiting-gone`.
  public static ObjectNode waitingGone(MemberId memberId) {
    return JSON.objectNode().put("memberId", memberId.value());
  }

  /// The argument of `member-updated`.
  public static ObjectNode member(Member member) {
    ObjectNode node = JSON.objectNode().put("memberId", member.memberId().value());
    node.put("name", text(member.name()));
    node.put("role", member.role().text());
    node.put("joinedAt", member.joinedAt().toEpochMilli());
    node.put("status", member.status().text());
    Instant handRaisedAt = member.handRaisedAt();
    node.put("handRaisedAt", handRaisedAt == null ? null : handRaisedAt.toEpochMilli());
    ArrayNode connections = node.putArray("connections");
    member.connections().forEach(connection -> connections.add(connection(connection)));
    return node;
  }

  /// The argument of `receive-video`.
  public static ObjectNode videoAsked(Effect.VideoAsked asked) {
    return JSON.objectNode().put("userId", asked.from().value()).put("on", asked.on());
  }

  /// The argument of `typing`.
  public static ObjectNode typed(Effect.Typed typed) {
    Typing typing = typed.typing();
    ObjectNode node = JSON.objectNode().put("memberId", typed.memberId().value());
    node.put("where", typing.place().text());
    if (typing.id() != null) {
      node.put("id", typing.id());
    }
    return node.put("on", typing.on());
  }

  /// The argument of `notice`, for those whose hand went down without their doing.
  public static ObjectNode handLowered() {
    return JSON.objectNode()
        .put("code", "hand-lowered")
        .put("message", "An owner of the room lowered your hand.");
  }

  private static ArrayNode members(List<Member> members) {
    ArrayNode nodes = JSON.arrayNode(members.size());
    members.forEach(member -> nodes.add(member(member)));
    return nodes;
  }

  private static ObjectNode connection(Member.Connection connection) {
    ObjectNode node =
        JSON.objectNode()
            .put("userId", connection.userId().value())
            .put("protocol", connection.protocol())
            .put("joinedAt", connection.joinedAt().toEpochMilli())
            .put("publisher", connection.publisher());
    node.set("media", media(connection.media()));
    return node;
  }

  private static ObjectNode media(MediaState media) {
    return JSON.objectNode()
        .put("mic", media.mic())
        .put("camera", media.camera())
        .put("screen", media.screen())
        .put("hand", media.hand());
  }

  private static ObjectNode limits(RoomLimits limits) {
    return JSON.objectNode()
        .put("members", limits.members())
        .put("connectionsPerMember", limits.connectionsPerMember())
        .put("videoPublishers", limits.videoPublishers())
        .put("name", MemberName.MAX_CODE_POINTS);
  }

  private static ObjectNode describe(ObjectNode node, Refusal refusal) {
    node.put("code", refusal.code().text()).put("message", refusal.message());
    if (refusal.path() != null) {
      node.put("path", refusal.path());
    }
    return node;
  }

  private static @Nullable String text(@Nullable MemberName name) {
    return name == null ? null : name.value();
  }
}
