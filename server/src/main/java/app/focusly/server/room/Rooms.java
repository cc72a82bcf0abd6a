package app.focusly.server.room;

import app.focusly.room.Command;
import app.focusly.room.Effect;
import app.focusly.room.Room;
import app.focusly.room.RoomId;
import app.focusly.room.RoomLimits;
import app.focusly.room.RoutedCommand;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rooms of this process. Each belongs to one loop, by its id; commands reach it there one
/// after the other. Used from every loop.
final class Rooms {
  private final Loops loops;
  private final RoomLimits limits;
  private final int maxRooms;
  private final InstantSource clock;
  private final AtomicInteger count = new AtomicInteger();

  /// Who is in which room, for readers of other threads.
  private final Map<RoomId, Integer> memberCounts = new ConcurrentHashMap<>();

  /// Each loop's rooms, touched on that loop alone.
  private final Map<Loop, Map<RoomId, Room>> byLoop = new HashMap<>();

  Rooms(Loops loops, RoomLimits limits, int maxRooms, InstantSource clock) {
    this.loops = loops;
    this.limits = limits;
    this.maxRooms = maxRooms;
    this.clock = clock;
    loops.all().forEach(loop -> byLoop.put(loop, new HashMap<>()));
  }

  /// Carries a command out on its room's loop.
  ///
  /// @param effects hears what is to be done, on that loop
  /// @param full runs there instead when a new room would be one too many
  void handle(RoutedCommand routed, Consumer<Effect> effects, Runnable full) {
    Loop loop = loops.owner(routed.roomId());
    loop.run(() -> {
      Room room = room(loop, routed);
      if (room == null) {
        full.run();
        return;
      }
      room.handle(routed.command(), clock.instant(), effects);
      settle(loop, routed.roomId(), room);
    });
  }

  private @Nullable Room room(Loop loop, RoutedCommand routed) {
    Map<RoomId, Room> rooms = rooms(loop);
    Room room = rooms.get(routed.roomId());
    if (room == null) {
      if (routed.command() instanceof Command.Join && count.incrementAndGet() > maxRooms) {
        count.decrementAndGet();
        return null;
      }
      room = new Room(routed.roomId(), limits);
      if (routed.command() instanceof Command.Join) {
        rooms.put(routed.roomId(), room);
      }
    }
    return room;
  }

  /// An empty room holds nothing that is worth keeping.
  private void settle(Loop loop, RoomId id, Room room) {
    int members = room.memberCount();
    if (members > 0) {
      memberCounts.put(id, members);
    } else if (rooms(loop).remove(id) != null) {
      memberCounts.remove(id);
      count.decrementAndGet();
    }
  }

  private Map<RoomId, Room> rooms(Loop loop) {
    Map<RoomId, Room> rooms = byLoop.get(loop);
    if (rooms == null) {
      throw new IllegalArgumentException("not one of our event loops");
    }
    return rooms;
  }

  /// How many members are in a room.
  int memberCount(RoomId id) {
    return memberCounts.getOrDefault(id, 0);
  }

  /// How many rooms have members.
  int size() {
    return count.get();
  }
}
