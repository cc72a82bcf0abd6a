package app.focusly.room.ledger;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A ledger whose journal does what the test says and when; reads are answered at once. What goes
/// out is kept as short texts.
final class Bench {
  static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  static final StreamId STREAM = new StreamId("room:abc");
  static final LedgerLimits LIMITS =
      new LedgerLimits(3, 8, 1_000, 2, 50, 2_000, 100, Duration.ofSeconds(1));

  final List<JournalEvent> stored = new ArrayList<>();
  final TreeMap<Long, StreamSnapshot> snapshots = new TreeMap<>();
  private final FeatureTable table;
  private final LedgerLimits limits;
  private Ledger<String> ledger;
  private Instant now = START;
  private boolean readable = true;
  private boolean answersReads = true;
  private final ArrayDeque<Input<String>> readings = new ArrayDeque<>();
  private Optional<Append> inFlight = Optional.empty();
  private final List<String> heard = new ArrayList<>();
  private Optional<Instant> alarm = Optional.empty();
  final List<Recorded> published = new ArrayList<>();

  Bench(FeatureTable table, LedgerLimits limits) {
    this.table = table;
    this.limits = limits;
    ledger = new Ledger<>(STREAM, table, limits);
  }

  /// A ledger of [Notes].
  Bench() {
    this(Notes.TABLE, LIMITS);
  }

  /// Forgets the ledger, and takes a new one on the same journal.
  void restart() {
    ledger = new Ledger<>(STREAM, table, limits);
    inFlight = Optional.empty();
    readings.clear();
    heard.clear();
    alarm = Optional.empty();
  }

  void execute(String waiter, Object command) {
    execute(waiter, null, command);
  }

  void execute(String waiter, @Nullable CommandId commandId, Object command) {
    tell(new Input.Execute<>(waiter, new Actor(waiter, "", Role.MEMBER), commandId, command));
  }

  void add(String waiter, String text) {
    execute(waiter, new Notes.Add(text));
  }

  void view(String waiter) {
    tell(new Input.View<>(waiter));
  }

  void resume(String waiter, long since) {
    tell(new Input.Resume<>(waiter, "epoch", since));
  }

  void hold(String item) {
    tell(new Input.Hold<>(item));
  }

  void tell(Input<String> input) {
    var outputs = new ArrayList<Output<String>>();
    ledger.handle(input, now, outputs::add);
    outputs.forEach(this::carryOut);
    while (answersReads && !readings.isEmpty()) {
      tell(readings.removeFirst());
    }
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// Lets time pass and the ledger be woken when it wants to be; the journal always works.
  void live(Duration time) {
    Instant until = now.plus(time);
    while (alarm.filter(at -> !at.isAfter(until)).isPresent()) {
      Instant at = alarm.orElseThrow();
      now = at.isAfter(now) ? at : now;
      alarm = Optional.empty();
      tell(new Input.Wake<>());
      succeedAll();
    }
    now = until;
  }

  Instant now() {
    return now;
  }

  void setReadable(boolean value) {
    readable = value;
  }

  /// Whether reads are answered, or wait until they are.
  void setAnswersReads(boolean value) {
    answersReads = value;
    while (answersReads && !readings.isEmpty()) {
      tell(readings.removeFirst());
    }
  }

  /// The reads that wait are answered, the last one first.
  void answerLastReadFirst() {
    while (!readings.isEmpty()) {
      tell(readings.removeLast());
    }
  }

  /// The append under way reaches the disk.
  void succeed() {
    write(takeInFlight());
    tell(new Input.Appended<>(new AppendResult.Appended()));
  }

  /// Appends succeed until nothing is under way.
  void succeedAll() {
    while (inFlight.isPresent()) {
      succeed();
    }
  }

  void fail(Cause cause) {
    takeInFlight();
    tell(new Input.Appended<>(new AppendResult.NotAppended(cause, "told to fail")));
  }

  /// The append under way reaches the disk, and its answer says otherwise.
  void failAfterWriting() {
    write(takeInFlight());
    tell(new Input.Appended<>(new AppendResult.NotAppended(Cause.FAILED, "told to fail")));
  }

  boolean isAppending() {
    return inFlight.isPresent();
  }

  boolean isIdle() {
    return ledger.isIdle();
  }

  /// How many events the append under way has.
  int appendingCount() {
    return inFlight.orElseThrow().events().size();
  }

  /// What went out since this was last asked.
  List<String> heard() {
    var list = List.copyOf(heard);
    heard.clear();
    return list;
  }

  private Append takeInFlight() {
    Append append = inFlight.orElseThrow();
    inFlight = Optional.empty();
    return append;
  }

  private void write(Append append) {
    if (append.after() != stored.size()) {
      throw new AssertionError("appended after " + append.after() + " to " + stored.size());
    }
    stored.addAll(append.events());
    append
        .redactions()
        .forEach(redaction -> {
          stored.replaceAll(redaction::apply);
          if (redaction.voidsSnapshots()) {
            snapshots.tailMap(redaction.from()).clear();
          }
        });
    if (append.snapshot() != null) {
      snapshots.put(append.last(), append.snapshot());
    }
  }

  private void carryOut(Output<String> output) {
    switch (output) {
      case Output.Append<String>(Append append) -> {
        if (inFlight.isPresent()) {
          throw new AssertionError("two appends at a time");
        }
        inFlight = Optional.of(append);
      }
      case Output.Open<String> open -> readings.add(new Input.Opened<>(opening()));
      case Output.Read<String>(long ticket, StreamId stream, long after) ->
          readings.add(new Input.PageRead<>(ticket, page(after)));
      case Output.ReadBack<String>(long ticket, StreamId stream, Past past) ->
          readings.add(new Input.BackRead<>(ticket, past(past)));
      case Output.Answered<String>(String waiter, Answer answer) ->
          heard.add(waiter + ": " + text(answer));
      case Output.Published<String>(List<Recorded> events) ->
          events.forEach(event -> {
            heard.add("event " + event.seq());
            published.add(event);
          });
      case Output.Released<String>(String item) -> heard.add("released " + item);
      case Output.Lost<String>(String item, var refusal) ->
          heard.add("lost " + item + ", " + refusal.code().text());
      case Output.WakeAt<String>(Instant at) -> {
        alarm = Optional.of(at);
        heard.add("wake at " + Duration.between(START, at).toSeconds());
      }
      case Output.Trouble<String> trouble -> heard.add("trouble");
    }
  }

  private Read<Opening> opening() {
    var newest = snapshots.lastEntry();
    return readable
        ? new Read.Found<>(
            new Opening("epoch", stored.size(), newest == null ? null : newest.getValue()))
        : new Read.Unavailable<>("told to fail");
  }

  /// Pages are of ten events.
  private Read<Page> page(long after) {
    var events = stored.stream().skip(after).limit(10).toList();
    return readable
        ? new Read.Found<>(new Page(events, after + events.size() < stored.size()))
        : new Read.Unavailable<>("told to fail");
  }

  private Read<Page> past(Past past) {
    var all =
        stored.stream()
            .filter(event -> event.type().equals(past.type()))
            .filter(event -> past.after() < event.seq() && event.seq() < past.before())
            .toList();
    int from = Math.max(0, all.size() - past.limit());
    return readable
        ? new Read.Found<>(new Page(all.subList(from, all.size()), from > 0))
        : new Read.Unavailable<>("told to fail");
  }

  /// The state as clients get it, when nothing is under way.
  ObjectNode state() {
    var states = new ArrayList<ObjectNode>();
    ledger.handle(
        new Input.View<>("state"),
        now,
        output -> {
          if (output instanceof Output.Answered<String>(var waiter, Answer.State state)) {
            states.add(state.state());
          } else {
            carryOut(output);
          }
        });
    return states.getFirst();
  }

  private static String text(Answer answer) {
    return switch (answer) {
      case Answer.Done(long seq, boolean repeat) -> "done " + seq + (repeat ? " again" : "");
      case Answer.Shown(var shown) -> "shown " + shown;
      case Answer.Refused(var refusal) -> refusal.code().text();
      case Answer.State(String epoch, long seq, var state) ->
          "state " + seq + " " + state.path("notes").path("texts");
      case Answer.Missed(String epoch, _, var events, boolean more) ->
          "missed "
              + events.stream()
                  .map(event -> event.seq() + ":" + event.body().path("text").asText("-"))
                  .collect(Collectors.joining(" "))
              + (more ? " and more" : "");
    };
  }
}
