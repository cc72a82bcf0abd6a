package app.focusly.room.history;

import app.focusly.room.journal.HistoryRow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who focused how long: the overlap of a running focus phase and a member's presence, cut at each
/// midnight of the member's time zone. What was focused counts as well when the phase is skipped or
/// reset; the phase then is not a completed one.
///
/// It is told what happened and when; nothing counts beyond the time at which a phase ends.
/// Confined to whoever follows the stream.
final class Credit {
  /// A phase that runs.
  private record Running(long from, long endsAt) {}

  /// A member who is there.
  ///
  /// @param since when what is not credited yet began
  private record Present(long since, ZoneId zone, boolean guest, long task) {
    Present from(long time) {
      return new Present(time, zone, guest, task);
    }
  }

  /// The most members whose task is known; of more, those go who chose theirs longest ago.
  private static final int MAX_WORKING = 1_000;

  private final Map<String, Present> present = new LinkedHashMap<>();

  /// Tasks by member, who may have gone meanwhile.
  private final Map<String, Long> working = new LinkedHashMap<>();

  private @Nullable Running running;

  /// When the time that the room itself is credited with began.
  private long roomSince;

  /// A member came.
  ///
  /// @param zone the name of their time zone; UTC where there is none that is known
  void come(String memberId, long at, String zone, boolean guest) {
    if (present.isEmpty()) {
      roomSince = at;
    }
    long task = working.getOrDefault(memberId, 0L);
    present.putIfAbsent(memberId, new Present(at, zone(zone), guest, task));
  }

  /// A member went.
  List<HistoryRow> go(long session, String memberId, long at) {
    Present member = present.remove(memberId);
    if (member == null) {
      return List.of();
    }
    var rows = new ArrayList<HistoryRow>();
    credit(rows, session, memberId, member, at, running != null && at >= running.endsAt());
    if (present.isEmpty()) {
      ran(rows, session, at, false);
    }
    return rows;
  }

  /// A member is not to be named any more.
  void forget(String memberId) {
    present.remove(memberId);
    working.remove(memberId);
  }

  /// A member works on a task from now on, for as long as nothing else is said; 0 is none.
  List<HistoryRow> work(long session, String memberId, long task, long at) {
    working.remove(memberId);
    if (task > 0) {
      working.put(memberId, task);
      if (working.size() > MAX_WORKING) {
        working.remove(working.keySet().iterator().next());
      }
    }
    Present member = present.get(memberId);
    if (member == null) {
      return List.of();
    }
    var rows = new ArrayList<HistoryRow>();
    credit(rows, session, memberId, member, at, false);
    present.put(
        memberId, new Present(Math.max(at, member.since()), member.zone(), member.guest(), task));
    return rows;
  }

  /// Nobody works on a task any more.
  List<HistoryRow> endWork(long session, long task, long at) {
    List<String> members =
        working.entrySet().stream()
            .filter(entry -> entry.getValue() == task)
            .map(Map.Entry::getKey)
            .toList();
    return members.stream().flatMap(member -> work(session, member, 0, at).stream()).toList();
  }

  /// Nobody who comes from now on works on anything.
  void endWork() {
    working.clear();
  }

  /// A focus phase began to run, or goes on.
  void run(long at, long endsAt) {
    running = new Running(at, endsAt);
  }

  /// The phase that runs ends at another time.
  void extend(long endsAt) {
    if (running != null) {
      running = new Running(running.from(), endsAt);
    }
  }

  boolean isRunning() {
    return running != null;
  }

  /// The phase does not run any more.
  ///
  /// @param completed whether it came to its end
  List<HistoryRow> stop(long session, long at, boolean completed) {
    if (running == null) {
      return List.of();
    }
    var rows = new ArrayList<HistoryRow>();
    present.forEach((memberId, member) -> credit(rows, session, memberId, member, at, completed));
    present.replaceAll((memberId, member) -> member.from(Math.max(at, member.since())));
    if (!present.isEmpty()) {
      ran(rows, session, at, completed);
      roomSince = at;
    }
    running = null;
    return rows;
  }

  private void ran(List<HistoryRow> rows, long session, long at, boolean completed) {
    if (running != null) {
      long millis = Math.min(at, running.endsAt()) - Math.max(roomSince, running.from());
      if (millis > 0 || completed) {
        rows.add(new HistoryRow.Ran(session, Math.max(0, millis), completed));
      }
    }
  }

  private void credit(
      List<HistoryRow> rows,
      long session,
      String memberId,
      Present member,
      long at,
      boolean completed) {
    if (running == null) {
      return;
    }
    long from = Math.max(member.since(), running.from());
    long to = Math.min(at, running.endsAt());
    while (from < to) {
      LocalDate day = Instant.ofEpochMilli(from).atZone(member.zone()).toLocalDate();
      long midnight = day.plusDays(1).atStartOfDay(member.zone()).toInstant().toEpochMilli();
      long end = Math.min(to, midnight);
      rows.add(
          new HistoryRow.Focused(
              session,
              memberId,
              member.guest(),
              day,
              member.task(),
              from,
              end,
              completed && end == to));
      from = end;
    }
  }

  private static ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException unknown) { // to this Java, or the event was written by another
      return ZoneOffset.UTC;
    }
  }

  ObjectNode snapshot() {
    ObjectNode state = JsonNodeFactory.instance.objectNode().put("roomSince", roomSince);
    if (running != null) {
      state.putObject("running").put("from", running.from()).put("endsAt", running.endsAt());
    }
    ObjectNode members = state.putObject("present");
    present.forEach((memberId, member) ->
        members
            .putObject(memberId)
            .put("since", member.since())
            .put("zone", member.zone().getId())
            .put("guest", member.guest())
            .put("task", member.task()));
    ObjectNode tasks = state.putObject("working");
    working.forEach(tasks::put);
    return state;
  }

  void restore(JsonNode state) {
    state
        .path("working")
        .properties()
        .forEach(entry -> working.put(entry.getKey(), entry.getValue().longValue()));
    roomSince = state.path("roomSince").longValue();
    JsonNode phase = state.path("running");
    if (phase.isObject()) {
      running = new Running(phase.path("from").longValue(), phase.path("endsAt").longValue());
    }
    state
        .path("present")
        .properties()
        .forEach(entry -> {
          JsonNode member = entry.getValue();
          present.put(
              entry.getKey(),
              new Present(
                  member.path("since").longValue(),
                  zone(member.path("zone").asText()),
                  member.path("guest").booleanValue(),
                  member.path("task").longValue()));
        });
  }
}
