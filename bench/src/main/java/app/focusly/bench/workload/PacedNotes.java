package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.SocketIoClient;
import app.focusly.bench.generator.Transport;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Notes in which several write at the same time, letter by letter at fixed times, whether or not
/// the server keeps up. A letter's latency counts from the time at which it was to be sent to its
/// acknowledgement. Each note is in a room of its own, whose first member makes it.
public final class PacedNotes implements PacedLoad {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final byte[] NOTHING_KNOWN = {0};

  private final Generator generator;
  private final Shape shape;
  private final long gapNanos;
  private final Crowd crowd;
  private final Histogram latencies = new Histogram();
  private final List<Writer> writers = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private @Nullable Future<?> pace;
  private long startNanos;
  private long sent;
  private long acknowledged;

  /// How many there are.
  ///
  /// @param writers of each note
  /// @param lettersASecond in all notes together
  public record Shape(int notes, int writers, int lettersASecond) {}

  /// A note, and who wait until it is made.
  private static final class Note {
    private long noteId;
    private final List<Writer> waiting = new ArrayList<>();
  }

  public PacedNotes(Generator generator, int port, Shape shape) {
    this.generator = generator;
    this.shape = shape;
    this.gapNanos = SECOND_NANOS / shape.lettersASecond();
    for (int i = 0; i < shape.notes(); i++) {
      notes.add(new Note());
    }
    this.crowd =
        new Crowd(
            generator,
            shape.notes() * shape.writers(),
            (on, client) -> Transport.WEBSOCKET.open(on, port, client),
            this::writer);
  }

  private SocketIoClient writer(int number) {
    var writer = new Writer(number);
    writers.add(writer);
    return writer.client;
  }

  @Override
  public void begin() throws InterruptedException, TimeoutException {
    crowd.gather();
    generator.ask(() -> {
      startNanos = System.nanoTime();
      pace = generator.loop().scheduleAtFixedRate(this::sendDue, 0, gapNanos, TimeUnit.NANOSECONDS);
      return true;
    });
  }

  /// Sends all that should have been sent by now, each with its own time.
  private void sendDue() {
    long now = System.nanoTime() - startNanos;
    for (long due = sent * gapNanos; due <= now; due += gapNanos) {
      writers.get((int) (sent % writers.size())).type(due);
      sent++;
    }
  }

  @Override
  public void forget() {
    latencies.clear();
  }

  @Override
  public Map<String, Double> latencies() {
    return latencies.figures("updates");
  }

  @Override
  public Duration backlog() {
    return Duration.ofNanos((sent - acknowledged) * gapNanos);
  }

  @Override
  public long operations() {
    return acknowledged;
  }

  @Override
  public String failure() {
    return crowd.failure();
  }

  @Override
  public void end() {
    if (pace != null) {
      pace.cancel(false);
    }
    crowd.disperse();
  }

  private enum Step {
    JOINS,
    MAKES_THE_NOTE,
    ASKS_WHAT_IS_IN_IT,
    WRITES
  }

  private final class Writer implements SocketIoClient.Listener {
    private final SocketIoClient client = new SocketIoClient(this);
    private final ArrayDeque<Long> unanswered = new ArrayDeque<>(); // when each was to be sent
    private final Typist typist;
    private final byte[] join;
    private final Note note;
    private final boolean first;
    private Step step = Step.JOINS;

    /// Neighbours by number are in different notes, so that a note's letters are spread in time.
    Writer(int number) {
      int room = number % shape.notes();
      typist = new Typist(number + 1);
      join = Dialect.ROOM.join(room, number / shape.notes());
      note = notes.get(room);
      first = number < shape.notes();
    }

    void type(long dueNanos) {
      unanswered.add(dueNanos);
      client.send(packet("note-update", "update"), typist.next());
    }

    private byte[] packet(String event, String field) {
      return SocketIoClient.bytes(
          "451-1[\"%s\",{\"noteId\":%d,\"%s\":{\"_placeholder\":true,\"num\":0}}]"
              .formatted(event, note.noteId, field));
    }

    private void open() {
      step = Step.ASKS_WHAT_IS_IN_IT;
      client.send(packet("note-sync", "stateVector"), NOTHING_KNOWN);
    }

    @Override
    public void connected(SocketIoClient self) {
      self.send(join);
    }

    @Override
    public void event(ByteBuf bytes, int index, int length) {}

    @Override
    public void acknowledged(ByteBuf bytes, int index, int length) {
      if (!Acknowledgement.isAccepted(bytes, index, length)) {
        failed("refused: " + Acknowledgement.text(bytes, index, length));
        return;
      }
      switch (step) {
        case JOINS -> joined();
        case MAKES_THE_NOTE -> {
          note.noteId = Acknowledgement.number(bytes, index, length, "seq");
          open();
          note.waiting.forEach(Writer::open);
        }
        case ASKS_WHAT_IS_IN_IT -> {
          step = Step.WRITES;
          crowd.ready();
        }
        case WRITES -> {
          acknowledged++;
          latencies.add((System.nanoTime() - startNanos - unanswered.remove()) / 1_000);
        }
      }
    }

    private void joined() {
      if (first) {
        step = Step.MAKES_THE_NOTE;
        client.send(SocketIoClient.bytes("421[\"note-add\",{\"title\":\"Minutes\"}]"));
      } else if (note.noteId == 0) {
        note.waiting.add(this);
      } else {
        open();
      }
    }

    @Override
    public void failed(String why) {
      crowd.failed(why);
    }
  }
}
