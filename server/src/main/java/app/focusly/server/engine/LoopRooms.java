package app.focusly.server.engine;

import app.focusly.engineio.Packet;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import app.focusly.socketio.Adapter;
import app.focusly.socketio.LocalRooms;
import app.focusly.socketio.Socket;
import app.focusly.socketio.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rooms of a namespace over all event loops: each loop keeps its own sockets, so nothing is
/// shared, and a broadcast is one hand-over a loop, however many members are there.
public final class LoopRooms implements Adapter {
  private final Loops loops;
  private final Map<Loop, LocalRooms> parts = new HashMap<>();

  public LoopRooms(Loops loops) {
    this.loops = loops;
    loops.all().forEach(loop -> parts.put(loop, new LocalRooms()));
  }

  @Override
  public void join(Socket socket, String room) {
    part(loops.current()).join(socket, room);
  }

  @Override
  public void leave(Socket socket, String room) {
    part(loops.current()).leave(socket, room);
  }

  @Override
  public void broadcast(List<Packet> messages, Target target) {
    for (Loop loop : loops.all()) {
      loop.run(() -> part(loop).broadcast(messages, target));
    }
  }

  private LocalRooms part(Loop loop) {
    LocalRooms part = parts.get(loop);
    if (part == null) {
      throw new IllegalArgumentException("not one of our event loops");
    }
    return part;
  }
}
