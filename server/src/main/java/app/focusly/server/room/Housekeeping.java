package app.focusly.server.room;

import app.focusly.room.RoomId;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.server.websocket.Loop;
import app.focusly.store.StreamDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after rooms that nobody opens: what is too old in them is forgotten, and who was there
/// when the server went down is written down as gone. While somebody is in a room it notes that the
/// server runs, in one row for all of them, so that it is known until when they were there. Who
/// wants to be forgotten and could not be everywhere is, and what is missing on the record of a
/// session is put there, as soon as it can be done. One room after the other, so that it takes no
/// more than one client does. Confined to its loop.
public final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /// The time between two rounds, unless a test cannot wait as long.
  public static final Duration PERIOD = Duration.ofMinutes(1);

  private static final Instant AT_ONCE = Instant.EPOCH;

  private final Loop loop;
  private final StreamDirectory directory;
  private final BiConsumer<RoomId, Runnable> rooms;
  private final Consumer<Runnable> unfinished;
  private final BooleanSupplier used;
  private final InstantSource clock;
  private final Duration keep;
  private final Duration period;

  /// A page of streams, from a name on.
  private interface Pages {
    void read(String after, Consumer<Read<List<StreamId>>> answer);
  }

  /// @param rooms opens a room and does what is due in it, then runs the task, on any thread
  /// @param unfinished goes on with what was begun and could not be done, then runs the task, on
  ///   any thread
  /// @param used whether somebody is in a room
  /// @param keep how old what happened may get
  /// @param period the time between two rounds
  public Housekeeping(
      Loop loop,
      StreamDirectory directory,
      BiConsumer<RoomId, Runnable> rooms,
      Consumer<Runnable> unfinished,
      BooleanSupplier used,
      InstantSource clock,
      Duration keep,
      Duration period) {
    this.loop = loop;
    this.directory = directory;
    this.rooms = rooms;
    this.unfinished = unfinished;
    this.used = used;
    this.clock = clock;
    this.keep = keep;
    this.period = period;
  }

  /// Goes through the rooms that were in use when the server went down, or, when events are to get
  /// another age, through all; and then, again and again, through those whose time has come.
  public void start() {
    begin(() -> finish(() -> round(this::again)));
  }

  private void finish(Runnable done) {
    unfinished.accept(() -> loop.run(done));
  }

  /// The round after a start.
  ///
  /// @param done is run on the loop when it is over
  private void begin(Runnable done) {
    directory.keep(answer ->
        loop.run(() -> {
          boolean known =
              answer instanceof Read.Found<Duration>(Duration before) && before.equals(keep);
          if (known) {
            round((after, page) -> directory.due(AT_ONCE, AT_ONCE, after, page), done);
          } else {
            LOG.debug("going through all rooms keep={}", keep);
            round(directory::all, () -> directory.setKeep(keep).thenRun(() -> loop.run(done)));
          }
        }));
  }

  private void again() {
    loop.at(loop.nowMillis() + period.toMillis(), () -> finish(() -> round(this::again)));
  }

  /// A round through the rooms whose time has come.
  ///
  /// @param done is run on the loop when it is over
  private void round(Runnable done) {
    Instant now = clock.instant();
    if (used.getAsBoolean()) {
      directory.markAlive(now);
    }
    Instant first = AT_ONCE.plusMillis(1); // those in use look after themselves
    round((after, page) -> directory.due(first, now, after, page), done);
  }

  private void round(Pages pages, Runnable done) {
    page(pages, "", done);
  }

  private void page(Pages pages, String after, Runnable done) {
    pages.read(
        after,
        answer ->
            loop.run(() -> {
              switch (answer) {
                case Read.Found<List<StreamId>>(List<StreamId> streams) ->
                    visit(pages, streams, 0, done);
                case Read.Unavailable<List<StreamId>> _ -> done.run(); // the journal has told why
              }
            }));
  }

  private void visit(Pages pages, List<StreamId> streams, int index, Runnable done) {
    if (index < streams.size()) {
      Runnable next = () -> loop.later(() -> visit(pages, streams, index + 1, done));
      streams.get(index).room().ifPresentOrElse(room -> rooms.accept(room, next), next);
    } else if (streams.size() == StreamDirectory.PAGE) {
      page(pages, streams.getLast().value(), done);
    } else {
      done.run();
    }
  }
}
