package app.focusly.server.room;

import app.focusly.room.Command;
import app.focusly.room.Effect;
import app.focusly.room.RefusalCode;
import app.focusly.room.Room;
import app.focusly.room.RoomId;
import app.focusly.room.RoomLimits;
import app.focusly.room.RoutedCommand;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms of this process. Each belongs to one loop, by its id; commands reach it there one
/// after the other. Used from every loop.
final class Rooms {
  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

  private final Loops loops;
  private final RoomLimits limits;
  private final int maxRooms;
  private final InstantSource clock;
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

  /// One loop's rooms, and the commands that wait for their turn there.
  private static final class Part {
    private final Map<RoomId, Room> rooms = new HashMap<>();
    private final Queue<Runnable> commands = new ArrayDeque<>();
    private boolean busy;

    /// Carrying an effect out can cause a command, such as the leave of a member who reads too
    /// slowly: it waits until the one before it is done.
    void submit(Runnable command) {
      commands.add(command);
      if (busy) {
        return;
      }
      busy = true;
      for (Runnable next = commands.poll(); next != null; next = commands.poll()) {
        next.run();
      }
      busy = false;
    }
  }

  Rooms(Loops loops, RoomLimits limits, int maxRooms, InstantSource clock) {
    this.loops = loops;
    this.limits = limits;
    this.maxRooms = maxRooms;
    this.clock = clock;
    loops.all().forEach(loop -> parts.put(loop, new Part()));
  }

  /// Carries a command out on its room's loop.
  void handle(RoutedCommand routed, Outcome outcome) {
    Loop loop = loops.owner(routed.roomId());
    loop.run(() -> {
      Part part = part(loop);
      part.submit(() -> handle(part, routed, outcome));
    });
  }

  private void handle(Part part, RoutedCommand routed, Outcome outcome) {
    try {
      Room room = room(part, routed);
      if (room == null) {
        outcome.refused(RefusalCode.ROOM_FULL, "The server holds as many rooms as it may.");
        return;
      }
      room.handle(routed.command(), clock.instant(), outcome::effect);
      settle(part, routed.roomId(), room);
    } catch (RuntimeException failure) { // our own fault; who waits must hear something
      LOG.error("command failed type={}", routed.command().getClass().getSimpleName(), failure);
      outcome.refused(RefusalCode.INTERNAL_ERROR, "The server made a mistake.");
    }
  }

  private @Nullable Room room(Part part, RoutedCommand routed) {
    Room room = part.rooms.get(routed.roomId());
    if (room != null) {
      return room;
    }
    if (!(routed.command() instanceof Command.Join)) {
      return new Room(routed.roomId(), limits); // nobody is there: it refuses, and is forgotten
    }
    if (count.incrementAndGet() > maxRooms) {
      count.decrementAndGet();
      return null;
    }
    room = new Room(routed.roomId(), limits);
    part.rooms.put(routed.roomId(), room);
    return room;
  }

  /// An empty room holds nothing that is worth keeping.
  private void settle(Part part, RoomId id, Room room) {
    int members = room.memberCount();
    if (members > 0) {
      memberCounts.put(id, members);
    } else if (part.rooms.remove(id) != null) {
      memberCounts.remove(id);
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
    return count.get();
  }
}
