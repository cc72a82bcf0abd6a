package app.focusly.room.standup;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.history.Erasure;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stand-up of a session: what members answered to its three questions, and the round in which
/// they speak in turn. It never stops a speaker: pages show when a time is over, and somebody
/// passes on.
public final class Standup implements Feature<StandupCommand>, Feature.Excusing, Feature.Forgetful {
  /// The most answers that are remembered of a session: one for each member whom a room takes.
  static final int KEPT = 100;

  private static final String ANSWERED = "standup-answered";
  private static final String STARTED = "standup-started";
  private static final String MOVED = "standup-moved";
  private static final String ENDED = "standup-ended";
  private static final String JOINED = "member-joined";
  private static final String LEFT = "member-left";
  private static final String SESSION_ENDED = "session-ended";

  /// What is forgotten of it when it is old.
  public static final Set<String> TYPES = Set.of(ANSWERED, STARTED);

  /// What is overwritten when a member is forgotten: what they answered. Their place in a round
  /// stays, as a number that stands for nobody.
  public static final Erasure.Overwriting OVERWRITING = Erasure.by(Set.of(ANSWERED));

  private static final Description<StandupCommand> DESCRIPTION =
      new Description<>(
          "standup",
          1,
          StandupCommand.class,
          List.of(
              EventType.of(ANSWERED),
              EventType.of(STARTED),
              EventType.of(MOVED),
              EventType.of(ENDED)),
          Set.of(JOINED, LEFT, SESSION_ENDED));

  private final StandupLimits limits;
  private final Set<String> present = new LinkedHashSet<>(); // in the order of their coming
  private final LinkedHashMap<String, Response> answers =
      new LinkedHashMap<>(); // the oldest comes first
  private @Nullable Round round;

  public Standup(StandupLimits limits) {
    this.limits = limits;
  }

  @Override
  public Description<StandupCommand> description() {
    return DESCRIPTION;
  }

  /// Whoever speaks may pass on.
  @Override
  public boolean excuses(Object command, Act act) {
    return command instanceof StandupCommand.Next
        && round != null
        && round.speaker().equals(act.actor());
  }

  @Override
  public Decision decide(StandupCommand command, Act act) {
    return switch (command) {
      case StandupCommand.Respond respond -> respond(respond, act);
      case StandupCommand.Start start -> start(start, act);
      case StandupCommand.Next next -> next(next, act);
      case StandupCommand.End() ->
          round == null ? none() : Decision.happens(Draft.of(ENDED, json()));
    };
  }

  private Decision respond(StandupCommand.Respond respond, Act act) {
    if (respond.texts().anyMatch(text -> Text.length(text) > limits.answer())) {
      return refused(
          RefusalCode.INVALID_PAYLOAD,
          "An answer has %d characters at most.".formatted(limits.answer()));
    }
    Response before = answers.get(act.actor());
    if (before != null && before.says(respond)) {
      return Decision.happens();
    }
    return Decision.happens(
        Draft.of(
            ANSWERED,
            json()
                .put("name", act.name())
                .put("yesterday", respond.yesterday())
                .put("today", respond.today())
                .put("blockers", respond.blockers())));
  }

  private Decision start(StandupCommand.Start start, Act act) {
    if (round != null) {
      return refused(RefusalCode.STANDUP_RUNNING, "A round is under way; end it first.");
    }
    List<String> order =
        start.order().isEmpty()
            ? present.stream().limit(StandupLimits.SPEAKERS).toList()
            : start.order();
    for (int i = 0; i < order.size(); i++) {
      if (!present.contains(order.get(i))) {
        return new Decision.Refused(
            Refusal.at(
                "order." + i, RefusalCode.UNKNOWN_MEMBER, "That member is not in the room."));
      }
    }
    if (order.isEmpty()) {
      return refused(RefusalCode.UNKNOWN_MEMBER, "Nobody is in the room.");
    }
    ObjectNode body = json();
    order.forEach(body.putArray("order")::add);
    body.put("seconds", start.seconds());
    return Decision.happens(Draft.of(STARTED, timed(body, start.seconds(), act)));
  }

  private Decision next(StandupCommand.Next next, Act act) {
    if (round == null) {
      return none();
    }
    if (next.index() >= 0 && next.index() != round.index()) {
      return Decision.happens(); // somebody else was quicker
    }
    OptionalInt index = round.next(present);
    return Decision.happens(
        index.isPresent()
            ? Draft.of(MOVED, timed(json().put("index", index.getAsInt()), round.seconds(), act))
            : Draft.of(ENDED, json()));
  }

  private static ObjectNode timed(ObjectNode body, int seconds, Act act) {
    long now = act.now().toEpochMilli();
    return body.put("startedAt", now).put("endsAt", now + Duration.ofSeconds(seconds).toMillis());
  }

  @Override
  public void apply(Recorded recorded) {
    ObjectNode body = recorded.body();
    switch (recorded.type()) {
      case ANSWERED -> {
        if (body.has("today")) { // otherwise it has been forgotten
          answered(Response.of(recorded));
        }
      }
      case STARTED -> round = body.has("order") ? Round.started(recorded) : null;
      case MOVED -> round = round == null ? null : round.moved(body);
      case ENDED -> round = null;
      case JOINED -> {
        if (body.has("memberId")) { // otherwise it has been forgotten
          present.add(body.path("memberId").asText());
        }
      }
      case LEFT -> present.remove(body.path("memberId").asText());
      case SESSION_ENDED -> {
        answers.clear();
        round = null;
      }
      default -> throw new IllegalArgumentException(recorded.type());
    }
  }

  private void answered(Response response) {
    answers.remove(response.memberId());
    if (answers.size() >= KEPT) {
      answers.pollFirstEntry();
    }
    answers.put(response.memberId(), response);
  }

  @Override
  public void forgetThrough(long seq, Instant now) {
    answers.values().removeIf(answer -> answer.seq() <= seq);
    if (round != null && round.seq() <= seq) {
      round = null;
    }
  }

  @Override
  public void forgetMember(String memberId) {
    present.remove(memberId);
    answers.remove(memberId);
    if (round != null && round.startedBy().equals(memberId)) {
      round = round.startedBy(JournalEvent.FORGOTTEN);
    }
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = view();
    present.forEach(state.putArray("present")::add);
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    state.path("present").forEach(memberId -> present.add(memberId.asText()));
    state.path("answers").valueStream().map(Response::of).forEach(this::answered);
    JsonNode started = state.path("round");
    round = started.isObject() ? Round.of(started) : null;
  }

  @Override
  public ObjectNode view() {
    ObjectNode view = json();
    var array = view.putArray("answers");
    answers.values().forEach(answer -> array.add(answer.toJson()));
    view.set("round", round == null ? null : round.toJson());
    return view;
  }

  private static Decision none() {
    return refused(RefusalCode.NO_STANDUP, "No round is under way.");
  }

  private static Decision refused(RefusalCode code, String message) {
    return new Decision.Refused(Refusal.of(code, message));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
