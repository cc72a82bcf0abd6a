package app.focusly.server.engine;

import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import app.focusly.socketio.Action;
import app.focusly.socketio.Adapter;
import app.focusly.socketio.LocalRooms;
import app.focusly.socketio.Target;

/// The rooms of a namespace over all event loops. Each loop keeps its own sockets, so rooms are not
/// shared, and what is done to a room is one hand-over for each loop, however many members are
/// there. Used from every loop.
///
/// Every loop is handed everything, also one without members: it may have been handed a join
/// before, which it has not come to yet. Whoever sends a join and then a message to another loop
/// relies on their order.
public final class LoopRooms implements Adapter {
  private final Part[] parts;

  /// One loop's share.
  private record Part(Loop loop, LocalRooms rooms) {}

  public LoopRooms(Loops loops) {
    this.parts =
        loops.all().stream().map(loop -> new Part(loop, new LocalRooms())).toArray(Part[]::new);
  }

  @Override
  public LocalRooms local() {
    for (Part part : parts) {
      if (part.loop().current()) {
        return part.rooms();
      }
    }
    throw new IllegalStateException("not on an event loop");
  }

  @Override
  public void apply(Target target, Action action) {
    for (Part part : parts) {
      handOver(part, target, action);
    }
  }

  private static void handOver(Part part, Target target, Action action) {
    if (part.loop().current()) {
      part.rooms().apply(target, action);
      return;
    }
    action.handedOver();
    part.loop()
        .run(() -> {
          part.rooms().apply(target, action);
          action.done();
        });
  }
}
