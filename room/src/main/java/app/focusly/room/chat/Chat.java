package app.focusly.room.chat;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.history.Erasure;
import app.focusly.room.history.SessionErasure;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Redaction;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Found;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What members write to each other.
///
/// The event that sent a message always has the message's present state: what changes it overwrites
/// that event's body, so that the past is read back from the journal as it is now, and what was
/// deleted or edited away is nowhere.
public final class Chat implements Feature.LookingUp<ChatCommand>, Feature.Forgetful {
  private static final String SENT = "chat-sent";
  private static final String EDITED = "chat-edited";
  private static final String DELETED = "chat-deleted";
  private static final String REACTED = "chat-reacted";

  private static final String EMPTY = "{\"name\":\"\",\"text\":\"\",\"deleted\":true}";

  /// What is forgotten of it when it is old.
  public static final Set<String> TYPES = Set.of(SENT, EDITED, DELETED, REACTED);

  /// What is overwritten when a member is forgotten: what they wrote, and their id in others'
  /// messages. That messages stood there and somebody reacted stays.
  public static final Erasure.Overwriting OVERWRITING =
      (memberId, among) ->
          List.of(
              Redaction.of(among.by(memberId).ofType(SENT), EMPTY),
              Redaction.of(among.by(memberId).ofType(EDITED), "{}"),
              Redaction.unnaming(among.ofType(SENT), memberId),
              Redaction.unnaming(among.ofType(REACTED), memberId));

  /// What is overwritten when a session is to be forgotten: what everyone wrote. That messages
  /// stood there stays.
  public static final SessionErasure.Overwriting OVERWRITING_SESSION =
      among ->
          Stream.concat(
                  SessionErasure.whole(among.ofType(SENT), EMPTY).stream(),
                  SessionErasure.all(Set.of(EDITED, DELETED, REACTED)).of(among).stream())
              .toList();

  /// The messages that a client gets when it joins.
  private static final int VIEW = 50;

  private static final Description<ChatCommand> DESCRIPTION =
      new Description<>(
          "chat",
          2,
          ChatCommand.class,
          List.of(
              EventType.of(SENT),
              EventType.of(EDITED),
              EventType.of(DELETED),
              EventType.of(REACTED)),
          Set.of());

  private final ChatLimits limits;
  private final Messages messages = new Messages();

  public Chat(ChatLimits limits) {
    this.limits = limits;
  }

  @Override
  public Description<ChatCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Optional<Past> wanted(ChatCommand command) {
    if (command.found() != null) {
      return Optional.empty();
    }
    return switch (command) {
      case ChatCommand.Send send -> wanted(send.replyTo());
      case ChatCommand.Edit edit -> wanted(edit.messageId());
      case ChatCommand.Delete delete -> wanted(delete.messageId());
      case ChatCommand.React react -> wanted(react.messageId());
      case ChatCommand.History(long before, int limit, _) ->
          messages.covers(before, limit)
              ? Optional.empty()
              : Optional.of(new Past(SENT, messages.forgotten(), before, limit));
    };
  }

  private Optional<Past> wanted(long messageId) {
    return messages.isPast(messageId)
        ? Optional.of(new Past(SENT, messageId + 1, 1))
        : Optional.empty();
  }

  @Override
  public ChatCommand with(ChatCommand command, Found found) {
    return command.with(found);
  }

  @Override
  public Decision decide(ChatCommand command, Act act) {
    return switch (command) {
      case ChatCommand.Send send -> send(send, act);
      case ChatCommand.Edit edit ->
          change(edit.messageId(), edit.found(), message -> edit(message, edit.text(), act));
      case ChatCommand.Delete delete ->
          change(delete.messageId(), delete.found(), message -> delete(message, act));
      case ChatCommand.React react ->
          change(react.messageId(), react.found(), message -> react(message, react, act));
      case ChatCommand.History history -> new Decision.Shows(history(history));
    };
  }

  private Decision send(ChatCommand.Send send, Act act) {
    if (isTooLong(send.text())) {
      return tooLong();
    }
    if (send.replyTo() > 0 && message(send.replyTo(), send.found()).isEmpty()) {
      return unknown("replyTo");
    }
    var message =
        new Message(
            act.seq(),
            act.now().toEpochMilli(),
            act.actor(),
            act.name(),
            send.text(),
            send.replyTo(),
            send.mentions(),
            null,
            false,
            Reactions.NONE);
    return Decision.happens(Draft.of(SENT, message.toBody()));
  }

  private Decision change(
      long messageId, @Nullable Found found, Function<Message, Decision> decision) {
    return message(messageId, found).map(decision).orElseGet(() -> unknown("messageId"));
  }

  private Decision edit(Message message, String text, Act act) {
    if (!message.by().equals(act.actor())) {
      return notYours();
    }
    if (isTooLong(text)) {
      return tooLong();
    }
    if (message.text().equals(text)) {
      return Decision.happens();
    }
    long now = act.now().toEpochMilli();
    Message edited = message.edited(text, new Message.Edit(act.seq(), now));
    ObjectNode body = about(message).put("text", text).put("editedAt", now);
    return Decision.happens(new Draft(EDITED, body, overwriting(message, edited)));
  }

  private static Decision delete(Message message, Act act) {
    if (!message.by().equals(act.actor()) && act.role() != Role.OWNER) {
      return notYours();
    }
    return Decision.happens(
        new Draft(DELETED, about(message), overwriting(message, message.emptied())));
  }

  private Decision react(Message message, ChatCommand.React react, Act act) {
    Emoji emoji = react.emoji();
    Reactions before = message.reactions();
    if (before.has(emoji, act.actor()) == react.on()) {
      return Decision.happens();
    }
    if (react.on() && before.isFull(emoji, limits)) {
      return new Decision.Refused(
          Refusal.at(
              "emoji",
              RefusalCode.TOO_MANY_REACTIONS,
              "A message has %d reactions of %d kinds at most."
                  .formatted(limits.reactions(), limits.reactionKinds())));
    }
    Reactions after =
        react.on() ? before.with(emoji, act.actor()) : before.without(emoji, act.actor());
    ObjectNode body = about(message).put("emoji", emoji.value()).put("on", react.on());
    body.set("reactions", after.toJson());
    String state = message.reacted(after).toBody().toString();
    return Decision.happens(
        new Draft(REACTED, body, List.of(Redaction.update(message.id(), state))));
  }

  /// Orders that nothing is left of what a message said: not in its own event, nor in its last
  /// edit's.
  private static List<Redaction> overwriting(Message before, Message after) {
    var redactions = new ArrayList<Redaction>();
    redactions.add(Redaction.of(before.id(), after.toBody().toString()));
    if (before.edit() != null) {
      redactions.add(Redaction.of(before.edit().seq(), about(before).toString()));
    }
    return redactions;
  }

  private ObjectNode history(ChatCommand.History history) {
    Found found = history.found();
    if (found == null) {
      List<Message> all = messages.between(1, history.before());
      return ChatPage.newest(all, history.limit(), messages.hasPast());
    }
    var shown = new ArrayList<Message>();
    found.events().stream()
        .filter(event -> event.seq() > messages.forgotten())
        .forEach(event -> shown.add(messages.renewed(Message.of(event))));
    long newest = shown.isEmpty() ? 0 : shown.getLast().id();
    // What the journal did not have yet is in memory.
    shown.addAll(messages.between(newest + 1, history.before()));
    return ChatPage.newest(shown, history.limit(), found.more());
  }

  /// The message as it is now, unless there is none, or it was deleted.
  private Optional<Message> message(long id, @Nullable Found found) {
    Optional<Message> known = messages.find(id);
    Optional<Message> message =
        known.isPresent() || found == null
            ? known
            : found.events().stream()
                .filter(event -> event.seq() == id && id > messages.forgotten())
                .map(event -> messages.renewed(Message.of(event)))
                .findFirst();
    return message.filter(each -> !each.deleted());
  }

  @Override
  public void apply(Recorded recorded) {
    ObjectNode body = recorded.body();
    long messageId = body.path("messageId").longValue();
    switch (recorded.type()) {
      case SENT -> {
        if (body.has("text")) { // otherwise it has been forgotten
          messages.add(Message.of(recorded));
        }
      }
      case EDITED -> {
        if (body.has("text")) { // otherwise a later event overwrote it, and so the message
          var edit = new Message.Edit(recorded.seq(), body.path("editedAt").longValue());
          change(messageId, Touch.Change.edited(body.path("text").asText(), edit));
        }
      }
      case DELETED -> change(messageId, Touch.Change.emptied());
      case REACTED -> change(messageId, Touch.Change.reacted(Reactions.of(body.path("reactions"))));
      default -> throw new IllegalArgumentException(recorded.type());
    }
  }

  private void change(long messageId, Touch.Change change) {
    if (messageId > 0) { // otherwise the event has been forgotten
      messages.change(messageId, change);
    }
  }

  @Override
  public void forgetThrough(long seq, Instant now) {
    messages.forgetThrough(seq);
  }

  @Override
  public void forgetSession(long from, long through) {
    messages.forgetSession(from, through);
  }

  @Override
  public void forgetMember(String memberId) {
    messages.forgetMember(memberId);
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state =
        JsonNodeFactory.instance
            .objectNode()
            .put("newestPast", messages.newestPast())
            .put("forgotten", messages.forgotten());
    var array = state.putArray("messages");
    messages.last().forEach(message -> array.add(message.toJson()));
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    messages.restore(
        state.required("newestPast").longValue(),
        state.required("forgotten").longValue(),
        state.required("messages").valueStream().map(Message::of).toList());
  }

  @Override
  public ObjectNode view() {
    List<Message> last = messages.last();
    return ChatPage.newest(last, VIEW, messages.hasPast());
  }

  private boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > limits.message();
  }

  private Decision tooLong() {
    return new Decision.Refused(
        Refusal.at(
            "text",
            RefusalCode.MESSAGE_TOO_LONG,
            "A message has %d characters at most.".formatted(limits.message())));
  }

  private static Decision unknown(String path) {
    return new Decision.Refused(
        Refusal.at(path, RefusalCode.UNKNOWN_MESSAGE, "There is no such message, or no longer."));
  }

  private static Decision notYours() {
    return new Decision.Refused(
        Refusal.at(
            "messageId", RefusalCode.NOT_YOUR_MESSAGE, "Only its author may change a message."));
  }

  private static ObjectNode about(Message message) {
    return JsonNodeFactory.instance.objectNode().put("messageId", message.id());
  }
}
