package app.focusly.server.room;

import app.focusly.room.Command;
import app.focusly.room.Effect;
import app.focusly.room.LeaveReason;
import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomFeatures;
import app.focusly.room.RoomHost;
import app.focusly.room.RoomId;
import app.focusly.room.RoomService;
import app.focusly.room.RoutedCommand;
import app.focusly.room.journal.Journal;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.server.config.RoomConfig;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms of this process. Each belongs to one loop, by its id; commands reach it there one
/// after the other. Used from every loop.
final class Rooms {
  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

  /// A timer of a loop counts in nanoseconds; who waits longer is asked again after this time.
  private static final long MAX_DELAY_MILLIS = Duration.ofDays(1).toMillis();

  private static final String FULL = "The server holds as many rooms as it may.";

  private final Loops loops;
  private final RoomConfig config;
  private final Journal journal;
  private final RoomFeatures features;
  private final BiConsumer<RoomId, Effect> receivers;
  private final InstantSource clock;
  private final Instant aliveBefore;

  /// Rooms in memory, with members or not.
  private final AtomicInteger count = new AtomicInteger();

  /// How many are in which room, for readers of other threads.
  private final Map<RoomId, Integer> memberCounts = new ConcurrentHashMap<>();

  private final Map<Loop, Part> parts = new HashMap<>();

  /// Hears what becomes of one command, on the room's loop.
  interface Outcome {

    /// Something is to be done.
    void effect(Effect effect);

    /// Nothing could be done: there are too many rooms, or the room failed.
    void refused(RefusalCode code, String message);
  }

  /// A room and what it needs of its loop.
  private record Entry(RoomService room, Host host) {}

  /// One loop's rooms, and the tasks that wait for their turn there.
  private static final class Part {
    private final Map<RoomId, Entry> rooms = new HashMap<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean busy;

    private final Loop loop;

    Part(Loop loop) {
      this.loop = loop;
    }

    /// Carrying an effect out can cause a command, such as the leave of a member who reads too
    /// slowly: it waits until the one before it is done.
    void submit(Runnable task) {
      tasks.add(task);
      if (!busy) {
        work();
      }
    }

    /// Even when an error ends a task, such as one for want of memory, the others have their turn.
    private void work() {
      busy = true;
      try {
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
          next.run();
        }
      } finally {
        busy = false;
        if (!tasks.isEmpty()) {
          loop.later(() -> submit(() -> {}));
        }
      }
    }
  }

  /// @param receivers takes what rooms have to say to more than the one who asked
  /// @param aliveBefore when the server before this one was last known to run
  Rooms(
      Loops loops,
      RoomConfig config,
      Journal journal,
      BiConsumer<RoomId, Effect> receivers,
      InstantSource clock,
      Instant aliveBefore) {
    this.loops = loops;
    this.config = config;
    this.features = new RoomFeatures(config.features(), config.retention());
    this.journal = journal;
    this.receivers = receivers;
    this.clock = clock;
    this.aliveBefore = aliveBefore;
    loops.all().forEach(loop -> parts.put(loop, new Part(loop)));
  }

  /// What all rooms can do.
  RoomFeatures features() {
    return features;
  }

  /// Carries a command out on its room's loop.
  void handle(RoutedCommand routed, Outcome outcome) {
    Loop loop = loops.owner(routed.roomId());
    loop.run(() -> {
      Part part = part(loop);
      part.submit(() -> handle(loop, part, routed, outcome));
    });
  }

  /// A room that is in memory, as it is while it says something. On its loop.
  Optional<RoomService> inMemory(RoomId id) {
    return Optional.ofNullable(part(loops.owner(id)).rooms.get(id)).map(Entry::room);
  }

  /// Asks a room something from outside, on its loop.
  ///
  /// @param refused is told when there are too many rooms, or the room failed
  void ask(RoomId id, Consumer<RoomService> question, Consumer<Refusal> refused) {
    Loop loop = loops.owner(id);
    loop.run(() -> {
      Part part = part(loop);
      part.submit(() -> ask(loop, part, id, question, refused));
    });
  }

  /// Asks in which rooms a member is at this moment.
  ///
  /// @param to takes the answer, on any thread
  void where(MemberId memberId, Consumer<List<RoomId>> to) {
    var found = new ConcurrentLinkedQueue<RoomId>();
    var unanswered = new AtomicInteger(parts.size());
    parts.forEach((loop, part) ->
        loop.run(() ->
            part.submit(() -> {
              part.rooms.forEach((id, entry) -> {
                if (entry.room().knows(memberId)) {
                  found.add(id);
                }
              });
              if (unanswered.decrementAndGet() == 0) {
                to.accept(List.copyOf(found));
              }
            })));
  }

  private void ask(
      Loop loop, Part part, RoomId id, Consumer<RoomService> question, Consumer<Refusal> refused) {
    try {
      Optional<Entry> entry = entry(loop, part, id);
      if (entry.isPresent()) {
        question.accept(entry.get().room());
        settle(part, id, entry.get());
      } else {
        refused.accept(Refusal.of(RefusalCode.ROOM_FULL, FULL));
      }
    } catch (RuntimeException failure) { // our own fault; who waits must hear something
      LOG.error("a room failed room={}", id, failure);
      refused.accept(Refusal.of(RefusalCode.INTERNAL_ERROR, "The server made a mistake."));
    }
  }

  private void handle(Loop loop, Part part, RoutedCommand routed, Outcome outcome) {
    try {
      Optional<Entry> entry =
          routed.command() instanceof Command.Join
              ? entry(loop, part, routed.roomId())
              : Optional.ofNullable(part.rooms.get(routed.roomId()));
      if (entry.isPresent()) {
        entry.get().room().handle(routed.command(), outcome::effect);
        settle(part, routed.roomId(), entry.get());
      } else if (routed.command() instanceof Command.Join) {
        outcome.refused(RefusalCode.ROOM_FULL, FULL);
      } else if (awaitsAnswer(routed.command())) {
        outcome.refused(RefusalCode.NOT_JOINED, "Join a room first.");
      }
    } catch (RuntimeException failure) { // our own fault; who waits must hear something
      LOG.error("command failed type={}", routed.command().getClass().getSimpleName(), failure);
      outcome.refused(RefusalCode.INTERNAL_ERROR, "The server made a mistake.");
    }
  }

  /// Whoever moves to another room hears of that one.
  private static boolean awaitsAnswer(Command command) {
    return !(command instanceof Command.Leave leave) || leave.reason() == LeaveReason.LEFT;
  }

  /// The room, which is made unless it is in memory or there are too many.
  private Optional<Entry> entry(Loop loop, Part part, RoomId id) {
    Entry entry = part.rooms.get(id);
    if (entry != null) {
      return Optional.of(entry);
    }
    if (count.incrementAndGet() > config.maxRooms()) {
      count.decrementAndGet();
      return Optional.empty();
    }
    var host = new Host(loop, part, id);
    var room =
        new RoomService(
            id,
            config.limits(),
            config.features().access(),
            features.table(),
            features.ownTable(),
            LedgerLimits.DEFAULT,
            journal,
            host);
    var fresh = new Entry(room, host);
    part.rooms.put(id, fresh);
    return Optional.of(fresh);
  }

  /// What one room needs of its loop.
  private final class Host implements RoomHost {
    private final Loop loop;
    private final Part part;
    private final RoomId id;
    private @Nullable Future<?> alarm;

    Host(Loop loop, Part part, RoomId id) {
      this.loop = loop;
      this.part = part;
      this.id = id;
    }

    @Override
    public void run(Runnable task) {
      loop.run(() -> part.submit(() -> turn(task)));
    }

    private void turn(Runnable task) {
      try {
        task.run();
        Entry entry = part.rooms.get(id);
        if (entry != null) {
          settle(part, id, entry);
        }
      } catch (RuntimeException failure) { // our own fault; other rooms go on
        LOG.error("a room failed room={}", id, failure);
      }
    }

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public Instant aliveBefore() {
      return aliveBefore;
    }

    @Override
    public void wakeAt(Instant time) {
      if (alarm != null) {
        alarm.cancel(false);
      }
      long delay = Math.clamp(Duration.between(now(), time).toMillis(), 0, MAX_DELAY_MILLIS);
      alarm = loop.at(loop.nowMillis() + delay, () -> part.submit(() -> turn(this::wake)));
    }

    private void wake() {
      Entry entry = part.rooms.get(id);
      if (entry != null) {
        entry.room().wake();
      }
    }

    @Override
    public void effect(Effect effect) {
      receivers.accept(id, effect);
    }

    @Override
    public void trouble(String report) {
      LOG.warn("room={} {}", id, report);
    }

    @Override
    public void failed(RuntimeException failure) {
      LOG.error("a room failed room={}", id, failure);
    }

    /// The room is forgotten.
    void close() {
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }

  /// Forgets a room that is empty and at rest.
  private void settle(Part part, RoomId id, Entry entry) {
    int members = entry.room().memberCount();
    if (members > 0) {
      memberCounts.put(id, members);
      return;
    }
    memberCounts.remove(id);
    if (entry.room().isIdle() && part.rooms.remove(id, entry)) {
      entry.host().close();
      count.decrementAndGet();
    }
  }

  private Part part(Loop loop) {
    Part part = parts.get(loop);
    if (part == null) {
      throw new IllegalArgumentException("not one of our event loops");
    }
    return part;
  }

  /// How many members are in a room.
  int memberCount(RoomId id) {
    return memberCounts.getOrDefault(id, 0);
  }

  /// How many members are in all rooms.
  int memberCount() {
    return memberCounts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// How many rooms have members.
  int size() {
    return memberCounts.size();
  }
}
