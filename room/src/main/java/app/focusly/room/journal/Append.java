package app.focusly.room.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is added to one stream at once: all of it or nothing.
///
/// @param after where the stream must be, so that two writers cannot both succeed
/// @param events the next ones, in order
/// @param redactions what these events order, of events before them
/// @param snapshot of the state after the last of them, or null
/// @param due when somebody has to look after the stream, should it be in nobody's memory then: the
///   epoch when that is at once, null when there is nothing to do
/// @param rows what the events mean for the tables of sessions and focus, in order
public record Append(
    StreamId stream,
    long after,
    List<JournalEvent> events,
    List<Redaction> redactions,
    @Nullable StreamSnapshot snapshot,
    @Nullable Instant due,
    List<HistoryRow> rows) {

  public static final int MAX_EVENTS = 2048;
  public static final int MAX_BYTES = 2 * 1024 * 1024;

  public Append {
    events = List.copyOf(events);
    redactions = List.copyOf(redactions);
    rows = List.copyOf(rows);
    long last = after + events.size();
    require(after >= 0 && events.size() <= MAX_EVENTS, "events");
    for (int i = 0; i < events.size(); i++) {
      require(events.get(i).seq() == after + 1 + i, "seq");
    }
    require(bytes(events) <= MAX_BYTES, "bytes");
    require(redactions.stream().allMatch(redaction -> redaction.to() < last), "redactions");
    require(redactions.isEmpty() || !events.isEmpty(), "redactions");
    require(snapshot == null || snapshot.seq() == last, "snapshot");
  }

  /// With nothing for the tables.
  public Append(
      StreamId stream,
      long after,
      List<JournalEvent> events,
      List<Redaction> redactions,
      @Nullable StreamSnapshot snapshot,
      @Nullable Instant due) {
    this(stream, after, events, redactions, snapshot, due, List.of());
  }

  /// With nothing to look after.
  public Append(
      StreamId stream,
      long after,
      List<JournalEvent> events,
      List<Redaction> redactions,
      @Nullable StreamSnapshot snapshot) {
    this(stream, after, events, redactions, snapshot, null);
  }

  /// Events alone.
  public static Append of(StreamId stream, long after, List<JournalEvent> events) {
    return new Append(stream, after, events, List.of(), null);
  }

  /// Where the stream is afterwards.
  public long last() {
    return after + events.size();
  }

  /// What this counts for where bytes are bounded.
  public long bytes() {
    return bytes(events) + (snapshot == null ? 0 : snapshot.state().length());
  }

  private static long bytes(List<JournalEvent> events) {
    return events.stream().mapToLong(JournalEvent::bytes).sum();
  }

  private static void require(boolean valid, String field) {
    if (!valid) {
      throw new IllegalArgumentException("an append's " + field + " are out of bounds");
    }
  }
}
