package app.focusly.socketio;

import app.focusly.engineio.Packet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rooms of the sockets of one thread, and only to be used on it.
public final class LocalRooms implements Adapter {
  private final Map<String, Set<Socket>> rooms = new HashMap<>();

  @Override
  public void join(Socket socket, String room) {
    rooms.computeIfAbsent(room, _ -> new LinkedHashSet<>()).add(socket);
  }

  @Override
  public void leave(Socket socket, String room) {
    rooms.computeIfPresent(
        room,
        (_, sockets) -> {
          sockets.remove(socket);
          return sockets.isEmpty() ? null : sockets;
        });
  }

  /// How many rooms have sockets here.
  public int size() {
    return rooms.size();
  }

  @Override
  public void broadcast(List<Packet> messages, Target target) {
    for (Socket socket : receivers(target)) {
      if (target.except().isEmpty() || !socket.inAnyOf(target.except())) {
        socket.deliver(messages, target.skipBusy());
      }
    }
  }

  /// A copy where a delivery may end a connection, and with it change the room that is walked.
  private Collection<Socket> receivers(Target target) {
    if (target.rooms().size() == 1) {
      return List.copyOf(rooms.getOrDefault(target.rooms().iterator().next(), Set.of()));
    }
    Collection<String> names =
        target.rooms().isEmpty() ? List.copyOf(rooms.keySet()) : target.rooms();
    var receivers = new LinkedHashSet<Socket>();
    names.forEach(name -> receivers.addAll(rooms.getOrDefault(name, Set.of())));
    return receivers;
  }
}
