package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.FeatureTable;
import app.focusly.room.ledger.Input;
import app.focusly.room.ledger.Ledger;
import app.focusly.room.ledger.LedgerDriver;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Output;
import app.focusly.room.ledger.Recorded;
import app.focusly.testkit.JournalCalls;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// Measures the store on the disk under a folder: a program to run by hand.
final class Measurements {
  private static final int LENGTH = 100_000;
  private static final PrintStream OUT = System.out;

  private Measurements() {}

  /// Prints the figures.
  ///
  /// @param arguments a folder to write to, which must not be there yet
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.createDirectory(folder);
    appends(folder.resolve("appends.db"));
    length(folder.resolve("length.db"));
    opening(folder.resolve("opening.db"));
  }

  private static void appends(Path file) throws InterruptedException {
    try (var journal = StoreFixture.open(file)) {
      rate(journal, "warm", 200, 100); // the first thousands run in the interpreter
      double one = rate(journal, "one", 1, 3_000);
      double many = rate(journal, "many", 200, 500);
      OUT.printf("appends/s: 1 writer %.0f, 200 writers %.0f, ratio %.1f%n", one, many, many / one);
    }
  }

  /// The price of an append when the journal is long.
  private static void length(Path file) throws InterruptedException {
    try (var journal = StoreFixture.open(file)) {
      for (int round = 0; round < 5; round++) {
        double rate = rate(journal, "room", 200, 500);
        OUT.printf("from %d events on: %.0f appends/s%n", round * LENGTH, rate);
      }
    }
  }

  /// So many writers, each of which appends when the append before is acknowledged.
  private static double rate(SqliteJournal journal, String name, int writers, int each)
      throws InterruptedException {
    var heads = new ArrayList<Long>();
    for (int i = 0; i < writers; i++) {
      heads.add(JournalCalls.open(journal, new StreamId(name + i)).head());
    }
    var done = new CountDownLatch(writers);
    long start = System.nanoTime();
    for (int i = 0; i < writers; i++) {
      long head = heads.get(i);
      append(journal, new StreamId(name + i), head, head + each, done);
    }
    done.await();
    return writers * each / seconds(start);
  }

  private static void append(
      SqliteJournal journal, StreamId stream, long head, long last, CountDownLatch done) {
    if (head == last) {
      done.countDown();
      return;
    }
    journal.append(
        Append.of(stream, head, List.of(message(head + 1))),
        result -> {
          if (!result.equals(new AppendResult.Appended())) {
            throw new IllegalStateException(result.toString());
          }
          append(journal, stream, head + 1, last, done);
        });
  }

  /// A room with many events, as a ledger loads it.
  private static void opening(Path file) throws IOException, InterruptedException {
    try (var journal = StoreFixture.open(file)) {
      fill(journal, LENGTH - 400);
      view(journal, "all events, the first time");
      view(journal, "all events");
      String state = LastMessages.stateOf(LENGTH - 400);
      JournalCalls.append(
          journal,
          new Append(
              StoreFixture.STREAM,
              LENGTH - 400,
              List.of(),
              List.of(),
              new StreamSnapshot(LENGTH - 400, state)));
      fill(journal, LENGTH);
      view(journal, "the snapshot and 400 events");
    }
    OUT.printf("the file has %.1f MB%n", Files.size(file) / 1e6);
    long start = System.nanoTime();
    try (var journal = StoreFixture.open(file)) {
      OUT.printf("opened and checked the database in %.0f ms%n", seconds(start) * 1e3);
      view(journal, "the snapshot and 400 events, in a database just opened");
    }
  }

  private static void fill(SqliteJournal journal, int to) {
    long head = JournalCalls.open(journal, StoreFixture.STREAM).head();
    while (head < to) {
      var events = new ArrayList<JournalEvent>();
      for (long seq = head + 1; seq <= Math.min(head + 1_000, to); seq++) {
        events.add(message(seq));
      }
      JournalCalls.append(journal, Append.of(StoreFixture.STREAM, head, events));
      head += events.size();
    }
  }

  private static void view(SqliteJournal journal, String from) throws InterruptedException {
    var tasks = new LinkedBlockingQueue<Runnable>();
    var answers = new ArrayList<Answer>();
    long start = System.nanoTime();
    var driver =
        new LedgerDriver<String>(
            new Ledger<>(
                StoreFixture.STREAM,
                new FeatureTable(List.of(LastMessages::new)),
                LedgerLimits.DEFAULT),
            journal,
            tasks::add,
            () -> StoreFixture.AT,
            output -> {
              if (output instanceof Output.Answered<String>(var waiter, Answer answer)) {
                answers.add(answer);
              }
            });
    driver.tell(new Input.View<>("ann"));
    while (answers.isEmpty()) {
      tasks.take().run();
    }
    long seq = ((Answer.State) answers.getFirst()).seq();
    OUT.printf("opened a room of %d events from %s in %.1f ms%n", seq, from, seconds(start) * 1e3);
  }

  private static JournalEvent message(long seq) {
    String text = "message %d, about as long as what people write to each other".formatted(seq);
    return StoreFixture.event(seq, text);
  }

  private static double seconds(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos).toNanos() / 1e9;
  }

  /// The last fifty messages, as a chat would keep them.
  private static final class LastMessages implements Feature<Void> {
    private static final Description<Void> DESCRIPTION =
        new Description<>("chat", 1, Void.class, List.of(EventType.of("said")), Set.of());
    private final ArrayList<String> last = new ArrayList<>();

    /// A ledger's snapshot with fifty messages in it.
    static String stateOf(long seq) {
      var feature = new LastMessages();
      for (int i = 0; i < 50; i++) {
        feature.last.add(message(seq).body());
      }
      ObjectNode state = JsonNodeFactory.instance.objectNode();
      state.put("format", "chat 1\n").put("at", 0).putObject("commands");
      state.putObject("features").set("chat", feature.snapshot());
      return state.toString();
    }

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
      last.add(recorded.body().path("text").asText());
      if (last.size() > 50) {
        last.removeFirst();
      }
    }

    @Override
    public ObjectNode snapshot() {
      ObjectNode state = JsonNodeFactory.instance.objectNode();
      var messages = state.putArray("messages");
      last.forEach(messages::add);
      return state;
    }

    @Override
    public void restore(ObjectNode state) {
      state.path("messages").forEach(message -> last.add(message.asText()));
    }

    @Override
    public ObjectNode view() {
      return snapshot();
    }
  }
}
