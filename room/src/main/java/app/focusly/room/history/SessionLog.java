package app.focusly.room.history;

import app.focusly.room.access.AccessEvent;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Forgetting;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns a room's events into the rows from which its sessions and everybody's focus are read. It
/// has no commands and no events of its own.
public final class SessionLog implements Feature<Void>, Feature.Recording {
  private static final String MEMBER_ID = "memberId";
  private static final String WORKED = "task-worked";
  private static final String MOVED = "task-moved";
  private static final String REMOVED = "task-removed";

  /// What says what the timer did.
  public static final Set<String> TIMER =
      Set.of(
          "timer-started",
          "timer-paused",
          "timer-resumed",
          "timer-skipped",
          "timer-reset",
          "timer-extended",
          "timer-phase-ended");

  private static final Set<String> OTHERS =
      Set.of(
          "session-started",
          "session-ended",
          "member-joined",
          "member-left",
          WORKED,
          MOVED,
          REMOVED,
          AccessEvent.CREATED,
          AccessEvent.OWNER_ADDED,
          AccessEvent.HANDED_OVER,
          AccessEvent.OWNERS_SET,
          Forgetting.HISTORY,
          Forgetting.MEMBER,
          Forgetting.SESSION);

  private static final Description<Void> DESCRIPTION =
      new Description<>(
          "history",
          1,
          Void.class,
          List.of(),
          Stream.concat(TIMER.stream(), OTHERS.stream()).collect(Collectors.toUnmodifiableSet()));

  private final Credit credit = new Credit();
  private long session; // the last one
  private List<HistoryRow> rows = List.of();

  @Override
  public Description<Void> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(Void command, Act act) {
    return Decision.happens();
  }

  @Override
  public void apply(Recorded recorded) {
    rows = follow(recorded.event(), recorded.body());
  }

  @Override
  public List<HistoryRow> rows() {
    return rows;
  }

  /// What the next event means. A body may have been overwritten; events of other kinds mean
  /// nothing.
  public List<HistoryRow> follow(JournalEvent event, JsonNode body) {
    long at = event.at().toEpochMilli();
    String memberId = body.path(MEMBER_ID).asText();
    return switch (event.type()) {
      case "session-started" -> {
        session = event.seq();
        yield List.of(new HistoryRow.Began(session, at));
      }
      case "session-ended" -> {
        credit.endWork();
        yield List.of(
            new HistoryRow.Ended(
                body.path("session").asLong(session),
                body.path("endedAt").asLong(at),
                event.seq()));
      }
      case "member-joined" -> memberId.isEmpty() ? List.of() : come(memberId, at, body);
      case "member-left" -> credit.go(session, memberId, body.path("leftAt").asLong(at));
      case WORKED ->
          memberId.isEmpty() // they have been forgotten
              ? List.of()
              : credit.work(session, memberId, Math.max(0, body.path("taskId").longValue()), at);
      case MOVED -> body.path("column").asText().equals("done") ? endWork(body, at) : List.of();
      case REMOVED -> endWork(body, at);
      case AccessEvent.CREATED -> made(body);
      case AccessEvent.OWNER_ADDED ->
          memberId.isEmpty() ? List.of() : List.of(new HistoryRow.Owns(memberId));
      case AccessEvent.HANDED_OVER ->
          memberId.isEmpty()
              ? List.of()
              : List.of(
                  new HistoryRow.OwnsNot(body.path("from").asText()),
                  new HistoryRow.Owns(memberId));
      case AccessEvent.OWNERS_SET -> {
        List<String> owners = body.path("owners").valueStream().map(JsonNode::asText).toList();
        yield body.has("owners") ? List.of(new HistoryRow.Owners(owners)) : List.of();
      }
      case Forgetting.HISTORY ->
          List.of(new HistoryRow.Forgotten(body.path("through").longValue()));
      case Forgetting.MEMBER -> {
        credit.forget(memberId);
        yield List.of(new HistoryRow.MemberForgotten(memberId));
      }
      case Forgetting.SESSION ->
          body.path("last").booleanValue()
              ? List.of(new HistoryRow.SessionForgotten(body.path("session").longValue()))
              : List.of();
      default -> TIMER.contains(event.type()) ? time(event.type(), at, body) : List.of();
    };
  }

  private List<HistoryRow> come(String memberId, long at, JsonNode body) {
    boolean guest = body.path("role").asText().equals("guest");
    credit.come(memberId, at, body.path("timeZone").asText(), guest);
    return List.of(new HistoryRow.Came(session, memberId, body.path("name").textValue()));
  }

  private List<HistoryRow> endWork(JsonNode body, long at) {
    return credit.endWork(session, body.path("taskId").longValue(), at);
  }

  private static List<HistoryRow> made(JsonNode body) {
    var rows = new ArrayList<HistoryRow>();
    rows.add(new HistoryRow.Made(body.path("name").textValue(), body.path("template").textValue()));
    if (body.has("owner")) {
      rows.add(new HistoryRow.Owns(body.path("owner").asText()));
    }
    return rows;
  }

  /// Each event of the timer says what the timer is after it.
  private List<HistoryRow> time(String type, long at, JsonNode body) {
    JsonNode timer = body.path("timer");
    boolean focusing =
        timer.path("phase").asText().equals("focus") && timer.path("endsAt").isNumber();
    long endsAt = timer.path("endsAt").longValue();
    if (type.equals("timer-extended") && focusing && credit.isRunning()) {
      credit.extend(endsAt);
      return List.of();
    }
    boolean ended = type.equals("timer-phase-ended");
    long then = ended ? body.path("endedAt").asLong(at) : at;
    List<HistoryRow> stopped = credit.stop(session, then, ended);
    if (focusing) {
      credit.run(then, endsAt);
    }
    return stopped;
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = JsonNodeFactory.instance.objectNode().put("session", session);
    state.set("credit", credit.snapshot());
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    session = state.path("session").longValue();
    credit.restore(state.path("credit"));
  }

  @Override
  public ObjectNode view() {
    return JsonNodeFactory.instance.objectNode();
  }
}
