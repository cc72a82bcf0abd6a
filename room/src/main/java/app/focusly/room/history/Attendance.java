package app.focusly.room.history;

import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who was in the room and when: a session lasts from the first member's coming to the last one's
/// going.
public final class Attendance implements Feature<AttendanceCommand> {
  private static final String STARTED = "session-started";
  private static final String ENDED = "session-ended";
  private static final String JOINED = "member-joined";
  private static final String LEFT = "member-left";

  private static final Description<AttendanceCommand> DESCRIPTION =
      new Description<>(
          "session",
          1,
          AttendanceCommand.class,
          List.of(
              EventType.of(STARTED), EventType.of(ENDED), EventType.of(JOINED), EventType.of(LEFT)),
          Set.of());

  private final Map<String, Long> since = new LinkedHashMap<>(); // member id to epoch ms
  private long session; // the number of the event that started it; 0 when there is none
  private long startedAt;

  @Override
  public Description<AttendanceCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(AttendanceCommand command, Act act) {
    return switch (command) {
      case AttendanceCommand.Came came -> new Decision.Happens(come(came));
      case AttendanceCommand.Went(var memberId) ->
          new Decision.Happens(go(memberId.value(), act.now()));
      case AttendanceCommand.Missing(var memberId, Instant lastSeen) ->
          new Decision.Happens(go(memberId.value(), lastSeen));
      case AttendanceCommand.Interrupted(Instant lastSeen) -> new Decision.Happens(allGo(lastSeen));
    };
  }

  /// The ids of the members who are in the room.
  public Set<String> present() {
    return Collections.unmodifiableSet(since.keySet());
  }

  private List<Draft> come(AttendanceCommand.Came came) {
    if (since.containsKey(came.memberId().value())) {
      return List.of();
    }
    var drafts = new ArrayList<Draft>();
    if (since.isEmpty()) {
      drafts.add(Draft.of(STARTED, body()));
    }
    ObjectNode body = member(came.memberId().value()).put("role", came.role().text());
    if (came.name() != null) {
      body.put("name", came.name().value());
    }
    drafts.add(Draft.of(JOINED, body));
    return drafts;
  }

  private List<Draft> go(String memberId, Instant at) {
    if (!since.containsKey(memberId)) {
      return List.of();
    }
    var drafts = new ArrayList<Draft>();
    drafts.add(left(memberId, at));
    if (since.size() == 1) {
      drafts.add(ended(at));
    }
    return drafts;
  }

  private List<Draft> allGo(Instant lastSeen) {
    var drafts = new ArrayList<Draft>();
    since.keySet().forEach(memberId -> drafts.add(left(memberId, lastSeen)));
    if (!drafts.isEmpty()) {
      drafts.add(ended(lastSeen));
    }
    return drafts;
  }

  /// Nobody can have gone before they came.
  private Draft left(String memberId, Instant at) {
    long leftAt = Math.max(at.toEpochMilli(), since.getOrDefault(memberId, 0L));
    return Draft.of(LEFT, member(memberId).put("leftAt", leftAt));
  }

  private Draft ended(Instant at) {
    long latest = since.values().stream().mapToLong(Long::longValue).max().orElse(startedAt);
    return Draft.of(
        ENDED, body().put("session", session).put("endedAt", Math.max(at.toEpochMilli(), latest)));
  }

  @Override
  public void apply(Recorded recorded) {
    JsonNode memberId = recorded.body().path("memberId");
    long at = recorded.event().at().toEpochMilli();
    switch (recorded.type()) {
      case STARTED -> {
        session = recorded.seq();
        startedAt = at;
      }
      case ENDED -> session = 0;
      case JOINED -> since.put(memberId.asText(), at);
      case LEFT -> since.remove(memberId.asText());
      default -> throw new IllegalArgumentException(recorded.type());
    }
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = view();
    ObjectNode present = state.putObject("present");
    since.forEach(present::put);
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    session = state.path("session").longValue();
    startedAt = state.path("startedAt").longValue();
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
