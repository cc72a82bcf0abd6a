package app.focusly.room.history;

import app.focusly.room.journal.Redaction;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Overwrites events when they are so old, and all of a room without an owner a day after the last
/// one: nobody could say who may read it.
///
/// The features whose events they are [forget][Feature.Forgetful] what they have of them, and must
/// read bodies that are empty. A visit is as old as its end: the coming of a member who is still
/// there stays, so that a restart of the server finds them.
public final class Retention implements Feature<Void>, Feature.Waking, Feature.Forgetful {
  /// How long a room without an owner keeps what happened in it.
  public static final Duration UNOWNED = Duration.ofHours(24);

  /// The most events that are gone through at once.
  static final int STEP = 5_000;

  /// The time to the next ones.
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final String JOINED = "member-joined";
  private static final String LEFT = "member-left";
  private static final String CREATED = "room-created";
  private static final String OWNER_ADDED = "owner-added";
  private static final String OWNERS_SET = "owners-set";
  private static final Set<String> VISITS = Set.of(JOINED, LEFT);

  private final Description<Void> description;
  private final Set<String> types;
  private final Ages ages;
  private final Map<String, Long> present = new LinkedHashMap<>(); // member id to their coming
  private boolean owned;
  private long lastSeq; // the last event that is to be forgotten some day
  private long lastAt;
  private long forgotten;
  private long forgottenVisits;
  private long pausedUntil;

  /// @param keep how old an event gets, and an hour more at most, or a thousandth of it; zero keeps
  ///   those of owned rooms
  /// @param types which events, beside members' coming and going
  public Retention(Duration keep, Set<String> types) {
    this.types = Set.copyOf(types);
    Set<String> follows =
        Stream.of(types, VISITS, Set.of(CREATED, OWNER_ADDED, OWNERS_SET))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    ages = new Ages(keep);
    // Another time makes older snapshots unreadable, as their marks are of no use.
    int format = 2 + Math.toIntExact(keep.toHours());
    description =
        new Description<>(
            "retention", format, Void.class, List.of(EventType.of(Forgetting.HISTORY)), follows);
  }

  @Override
  public Description<Void> description() {
    return description;
  }

  @Override
  public Decision decide(Void command, Act act) {
    return Decision.happens();
  }

  @Override
  public void apply(Recorded recorded) {
    JsonNode body = recorded.body();
    String memberId = body.path("memberId").asText();
    switch (recorded.type()) {
      case Forgetting.HISTORY -> {
        forgotten = body.path("through").longValue();
        forgottenVisits = body.path("visits").longValue();
        pausedUntil = recorded.event().at().plus(PAUSE).toEpochMilli();
        ages.forget(forgotten);
        return;
      }
      case CREATED, OWNER_ADDED -> owned = true;
      case OWNERS_SET -> owned = !body.path("owners").isEmpty();
      case JOINED -> {
        if (!memberId.isEmpty()) { // otherwise it has been forgotten
          present.put(memberId, recorded.seq());
        }
      }
      case LEFT -> present.remove(memberId);
      default -> {}
    }
    if (VISITS.contains(recorded.type()) || types.contains(recorded.type())) {
      long at = recorded.event().at().toEpochMilli();
      lastSeq = recorded.seq();
      // What was noticed later, as after an outage, is no younger by it.
      lastAt = Math.max(lastAt, body.path("leftAt").asLong(body.path("endedAt").asLong(at)));
      ages.add(recorded.seq(), at);
    }
  }

  @Override
  public Optional<Instant> wakesAt() {
    Stream<Long> times =
        forgottenVisits < visitsThrough(forgotten)
            ? Stream.of(pausedUntil)
            : Stream.concat(ages.dueAt().stream(), unownedUntil().stream());
    return times.min(Long::compare).map(time -> Instant.ofEpochMilli(Math.max(time, pausedUntil)));
  }

  private Optional<Long> unownedUntil() {
    return !owned && present.isEmpty() && lastSeq > forgotten
        ? Optional.of(lastAt + UNOWNED.toMillis())
        : Optional.empty();
  }

  @Override
  public List<Draft> wake(Act act) {
    long now = act.now().toEpochMilli();
    if (now < pausedUntil) {
      return List.of();
    }
    boolean all = unownedUntil().filter(time -> time <= now).isPresent();
    long wanted = all ? lastSeq : Math.max(forgotten, ages.through(now));
    long through = Math.min(wanted, forgotten + STEP);
    long visits = Math.min(visitsThrough(through), forgottenVisits + STEP);
    return through > forgotten || visits > forgottenVisits
        ? List.of(forget(through, visits))
        : List.of();
  }

  /// The last coming or going that may be forgotten, of those up to this event.
  private long visitsThrough(long through) {
    long oldest = present.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    return Math.max(forgottenVisits, Math.min(through, oldest - 1));
  }

  private Draft forget(long through, long visits) {
    var redactions = new ArrayList<Redaction>();
    if (through > forgotten) {
      var scope = Redaction.Scope.of(forgotten + 1, through);
      types.forEach(type -> redactions.add(Redaction.of(scope.ofType(type), "{}")));
      redactions.add(Redaction.anonymous(scope));
    }
    if (visits > forgottenVisits) {
      var scope = Redaction.Scope.of(forgottenVisits + 1, visits);
      VISITS.forEach(type -> redactions.add(Redaction.of(scope.ofType(type), "{}")));
    }
    ObjectNode body = json().put("through", through).put("visits", visits);
    return new Draft(Forgetting.HISTORY, body, redactions);
  }

  /// It is the one who says so.
  @Override
  public void forgetThrough(long seq, Instant now) {}

  @Override
  public void forgetMember(String memberId) {
    present.remove(memberId);
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state =
        json()
            .put("forgotten", forgotten)
            .put("forgottenVisits", forgottenVisits)
            .put("pausedUntil", pausedUntil)
            .put("owned", owned)
            .put("lastSeq", lastSeq)
            .put("lastAt", lastAt);
    ObjectNode members = state.putObject("present");
    present.forEach(members::put);
    state.set("marks", ages.snapshot());
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    forgotten = state.path("forgotten").longValue();
    forgottenVisits = state.path("forgottenVisits").longValue();
    pausedUntil = state.path("pausedUntil").longValue();
    owned = state.path("owned").booleanValue();
    lastSeq = state.path("lastSeq").longValue();
    lastAt = state.path("lastAt").longValue();
    state
        .path("present")
        .properties()
        .forEach(entry -> present.put(entry.getKey(), entry.getValue().longValue()));
    ages.restore(state.path("marks"));
  }

  @Override
  public ObjectNode view() {
    return json();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
