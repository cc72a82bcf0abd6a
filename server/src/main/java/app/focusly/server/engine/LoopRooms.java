package app.focusly.server.engine;

import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import app.focusly.socketio.Action;
import app.focusly.socketio.Adapter;
import app.focusly.socketio.LocalRooms;
import app.focusly.socketio.RoomListener;
import app.focusly.socketio.Target;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The rooms of a namespace over all event loops. Each loop keeps its own sockets, so rooms are not
/// shared, and what is done to a room is one hand-over for each loop that has members of it. Used
/// from every loop.
public final class LoopRooms implements Adapter {
  /// As many loops as a set of bits can name; with more, every loop is handed everything.
  private static final int MAX_NAMED_LOOPS = Long.SIZE;

  private final Part[] parts;

  /// On which loops a room has members, as a set of bits. A loop adds itself before the first
  /// member has joined and goes after the last has left. So whoever knows of a join, by whatever
  /// way, finds its loop here.
  private final Map<String, Long> spread = new ConcurrentHashMap<>();

  /// One loop's share.
  private final class Part implements RoomListener {
    private final Loop loop;
    private final long bit;
    private final LocalRooms rooms = new LocalRooms(this);

    Part(Loop loop, int index) {
      this.loop = loop;
      this.bit = 1L << index;
    }

    @Override
    public void opened(String room) {
      spread.merge(room, bit, (some, one) -> some | one);
    }

    @Override
    public void closed(String room) {
      spread.computeIfPresent(room, (_, some) -> some == bit ? null : some & ~bit);
    }
  }

  public LoopRooms(Loops loops) {
    this.parts = new Part[loops.all().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Part(loops.all().get(i), i);
    }
  }

  @Override
  public LocalRooms local() {
    for (Part part : parts) {
      if (part.loop.current()) {
        return part.rooms;
      }
    }
    throw new IllegalStateException("not on an event loop");
  }

  @Override
  public void apply(Target target, Action action) {
    long where = loopsOf(target.rooms());
    for (Part part : parts) {
      if ((where & part.bit) != 0) {
        handOver(part, target, action);
      }
    }
  }

  private long loopsOf(Set<String> rooms) {
    if (rooms.isEmpty() || parts.length > MAX_NAMED_LOOPS) {
      return -1;
    }
    long where = 0;
    for (String room : rooms) {
      where |= spread.getOrDefault(room, 0L);
    }
    return where;
  }

  private static void handOver(Part part, Target target, Action action) {
    if (part.loop.current()) {
      part.rooms.apply(target, action);
      return;
    }
    action.handedOver();
    part.loop.run(() -> {
      part.rooms.apply(target, action);
      action.done();
    });
  }

  /// How many rooms have members.
  int size() {
    return spread.size();
  }

  @Override
  public void close() {
    spread.clear();
  }
}
