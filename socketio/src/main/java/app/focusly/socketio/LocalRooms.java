package app.focusly.socketio;

import app.focusly.socketio.Room.Membership;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rooms of the sockets of one thread, and only to be used on it. By itself it is the adapter
/// of a server that has one thread.
public final class LocalRooms implements Adapter {
  private static final Room[] NO_ROOMS = {};

  private final Map<String, Room> rooms = new HashMap<>();
  private final Room everyone = new Room("");

  /// How many rooms have sockets here.
  public int size() {
    return rooms.size();
  }

  @Override
  public LocalRooms local() {
    return this;
  }

  /// The socket is one of the namespace, and in the room of its own id.
  void enter(Socket socket) {
    add(socket, everyone);
    join(socket, socket.id());
  }

  void join(Socket socket, String name) {
    Room room = rooms.get(name);
    if (room == null) {
      room = new Room(name);
      rooms.put(name, room);
    } else if (isIn(socket, room)) {
      return;
    }
    add(socket, room);
  }

  private static boolean isIn(Socket socket, Room room) {
    for (Membership one = socket.memberships(); one != null; one = one.next) {
      if (one.room == room) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInAnyOf(Socket socket, Room[] some) {
    for (Room room : some) {
      if (isIn(socket, room)) {
        return true;
      }
    }
    return false;
  }

  private static void add(Socket socket, Room room) {
    var membership = new Membership(socket, room, socket.memberships());
    room.add(membership);
    socket.memberships(membership);
  }

  void leave(Socket socket, String name) {
    Room room = rooms.get(name);
    @Nullable Membership before = null;
    for (Membership one = socket.memberships(); one != null; one = one.next) {
      if (one.room == room) {
        if (before == null) {
          socket.memberships(one.next);
        } else {
          before.next = one.next;
        }
        remove(one);
        return;
      }
      before = one;
    }
  }

  /// The socket leaves the namespace, and with it all rooms.
  void exit(Socket socket) {
    for (Membership one = socket.memberships(); one != null; one = one.next) {
      remove(one);
    }
    socket.memberships(null);
  }

  private void remove(Membership membership) {
    Room room = membership.room;
    room.remove(membership);
    if (room != everyone && room.isEmpty()) {
      rooms.remove(room.name());
    }
  }

  Set<String> of(Socket socket) {
    var names = new HashSet<String>();
    for (Membership one = socket.memberships(); one != null; one = one.next) {
      if (one.room != everyone) {
        names.add(one.room.name());
      }
    }
    return Set.copyOf(names);
  }

  @Override
  public void apply(Target target, Action action) {
    Room[] except = known(target.except());
    boolean skipBusy = target.skipBusy();
    Room.Visitor visitor =
        socket -> {
          if (!isInAnyOf(socket, except)) {
            socket.carryOut(action, skipBusy);
          }
        };
    Set<String> names = target.rooms();
    if (names.isEmpty()) {
      everyone.walk(visitor);
    } else if (names.size() == 1) {
      walk(names.iterator().next(), visitor);
    } else {
      Set<Socket> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      for (String name : names) {
        walk(
            name,
            socket -> {
              if (seen.add(socket)) {
                visitor.visit(socket);
              }
            });
      }
    }
  }

  private void walk(String name, Room.Visitor visitor) {
    Room room = rooms.get(name);
    if (room != null) {
      room.walk(visitor);
    }
  }

  /// The rooms of these names that have sockets here, most often none.
  private Room[] known(Set<String> names) {
    int count = 0;
    Room[] known = NO_ROOMS;
    for (String name : names) {
      Room room = rooms.get(name);
      if (room != null) {
        if (count == 0) {
          known = new Room[names.size()];
        }
        known[count++] = room;
      }
    }
    return count == known.length ? known : Arrays.copyOf(known, count);
  }
}
