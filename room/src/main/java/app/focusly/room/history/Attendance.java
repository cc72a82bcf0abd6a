package app.focusly.room.history;

import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Forgetting;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who was in the room and when: a session lasts from the first member's coming to the last one's
/// going.
///
/// That somebody was the last to go is known when the room has been empty for a while: until then a
/// member who comes, such as the only one whose page reloads, goes on with the session.
public final class Attendance
    implements Feature<AttendanceCommand>, Feature.Waking, Feature.Forgetful {
  /// How long a room is empty before its session is over: enough for a page to reload or a server
  /// to start again, too short for a break.
  public static final Duration GRACE = Duration.ofMinutes(2);

  private static final String STARTED = "session-started";
  private static final String ENDED = "session-ended";
  private static final String JOINED = "member-joined";
  private static final String LEFT = "member-left";

  /// Its events that say who is there.
  public static final Set<String> WHO = Set.of(JOINED, LEFT, Forgetting.MEMBER);

  /// What is overwritten when a member is forgotten: that they came and went.
  public static final Erasure.Overwriting OVERWRITING = Erasure.naming(Set.of(JOINED, LEFT));

  /// What is forgotten of sessions when it is old; comings and goings are [Retention]'s.
  public static final Set<String> TYPES = Set.of(STARTED, ENDED);

  /// What says who was there.
  public static final Set<String> VISITS = Set.of(JOINED, LEFT);

  private static final Description<AttendanceCommand> DESCRIPTION =
      new Description<>(
          "session",
          2,
          AttendanceCommand.class,
          List.of(
              EventType.of(STARTED), EventType.of(ENDED), EventType.of(JOINED), EventType.of(LEFT)),
          Set.of());

  private final Map<String, Long> since = new LinkedHashMap<>(); // member id to epoch ms
  private long session; // the number of the event that started it; 0 when there is none
  private long startedAt;
  private long lastLeftAt; // of the session; its end, unless somebody is there or comes

  @Override
  public Description<AttendanceCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(AttendanceCommand command, Act act) {
    return new Decision.Happens(
        switch (command) {
          case AttendanceCommand.Came came -> come(came, act);
          case AttendanceCommand.Went(var memberId) -> go(memberId.value(), act.now());
          case AttendanceCommand.Missing(var memberId, Instant lastSeen) ->
              go(memberId.value(), lastSeen);
          case AttendanceCommand.Interrupted(Instant lastSeen) -> allGo(lastSeen, act.now());
        });
  }

  /// The ids of the members who are in the room.
  public Set<String> present() {
    return Collections.unmodifiableSet(since.keySet());
  }

  private List<Draft> come(AttendanceCommand.Came came, Act act) {
    if (since.containsKey(came.memberId().value())) {
      return List.of();
    }
    var drafts = new ArrayList<>(wake(act));
    if (session == 0 || !drafts.isEmpty()) {
      drafts.add(Draft.of(STARTED, body()));
    }
    ObjectNode body = member(came.memberId().value()).put("role", came.role().text());
    if (came.name() != null) {
      body.put("name", came.name().value());
    }
    if (came.timeZone() != null) {
      body.put("timeZone", came.timeZone().getId());
    }
    drafts.add(Draft.of(JOINED, body));
    return drafts;
  }

  private List<Draft> go(String memberId, Instant at) {
    return since.containsKey(memberId) ? List.of(left(memberId, at)) : List.of();
  }

  private List<Draft> allGo(Instant lastSeen, Instant now) {
    var drafts = new ArrayList<Draft>();
    long lastGone = lastLeftAt;
    for (String memberId : since.keySet()) {
      drafts.add(left(memberId, lastSeen));
      lastGone = Math.max(lastGone, leftAt(memberId, lastSeen));
    }
    if (session != 0 && isOver(lastGone, now)) {
      drafts.add(ended(lastGone));
    }
    return drafts;
  }

  private Draft left(String memberId, Instant at) {
    return Draft.of(LEFT, member(memberId).put("leftAt", leftAt(memberId, at)));
  }

  /// Nobody can have gone before they came.
  private long leftAt(String memberId, Instant at) {
    return Math.max(at.toEpochMilli(), since.getOrDefault(memberId, 0L));
  }

  private Draft ended(long at) {
    return Draft.of(ENDED, body().put("session", session).put("endedAt", at));
  }

  private static boolean isOver(long emptySince, Instant now) {
    return !now.isBefore(Instant.ofEpochMilli(emptySince).plus(GRACE));
  }

  @Override
  public Optional<Instant> wakesAt() {
    return session != 0 && since.isEmpty()
        ? Optional.of(Instant.ofEpochMilli(lastLeftAt).plus(GRACE))
        : Optional.empty();
  }

  /// Those who are there when the server goes down have to be looked for.
  @Override
  public Optional<Instant> unattendedAt() {
    return since.isEmpty() ? wakesAt() : Optional.of(Instant.EPOCH);
  }

  @Override
  public List<Draft> wake(Act act) {
    boolean over = session != 0 && since.isEmpty() && isOver(lastLeftAt, act.now());
    return over ? List.of(ended(lastLeftAt)) : List.of();
  }

  @Override
  public void apply(Recorded recorded) {
    JsonNode memberId = recorded.body().path("memberId");
    long at = recorded.event().at().toEpochMilli();
    switch (recorded.type()) {
      case STARTED -> {
        session = recorded.seq();
        startedAt = at;
        lastLeftAt = at;
      }
      case ENDED -> session = 0;
      case JOINED -> {
        if (memberId.isTextual()) { // otherwise it has been forgotten
          since.put(memberId.asText(), at);
        }
      }
      case LEFT -> {
        since.remove(memberId.asText());
        lastLeftAt = Math.max(lastLeftAt, recorded.body().path("leftAt").asLong(at));
      }
      default -> throw new IllegalArgumentException(recorded.type());
    }
  }

  /// The coming of those who are there is not forgotten.
  @Override
  public void forgetThrough(long seq, Instant now) {}

  @Override
  public void forgetMember(String memberId) {
    since.remove(memberId);
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = view().put("lastLeftAt", lastLeftAt);
    ObjectNode present = state.putObject("present");
    since.forEach(present::put);
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    session = state.path("session").longValue();
    startedAt = state.path("startedAt").longValue();
    lastLeftAt = state.path("lastLeftAt").longValue();
    state
        .path("present")
        .properties()
        .forEach(entry -> since.put(entry.getKey(), entry.getValue().longValue()));
  }

  @Override
  public ObjectNode view() {
    return session == 0 ? body() : body().put("session", session).put("startedAt", startedAt);
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode member(String memberId) {
    return body().put("memberId", memberId);
  }
}
