package app.focusly.socketio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The sockets of one room on one thread. Joining, leaving and each step of a walk take constant
/// time and make no garbage. While the room is walked, whoever leaves does so at once, and whoever
/// joins is not walked to: a delivery may close a connection, and so change the room.
final class Room {
  private static final int LEAST_TO_SHRINK = 16;

  private final String name;
  private @Nullable Membership[] members = new Membership[1];

  /// How much of the array is in use, with the holes that leaving makes during a walk.
  private int end;

  private int holes;
  private int walks;

  /// One socket in one room, in the room's array and in the list of the socket's rooms.
  static final class Membership {
    final Socket socket;
    final Room room;
    @Nullable Membership next;
    private int index;

    Membership(Socket socket, Room room, @Nullable Membership next) {
      this.socket = socket;
      this.room = room;
      this.next = next;
    }
  }

  /// Does something to a socket.
  @FunctionalInterface
  interface Visitor {
    void visit(Socket socket);
  }

  Room(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  boolean isEmpty() {
    return end == holes;
  }

  void add(Membership membership) {
    if (end == members.length) {
      members = Arrays.copyOf(members, end * 2);
    }
    membership.index = end;
    members[end++] = membership;
  }

  void remove(Membership membership) {
    members[membership.index] = null;
    holes++;
    if (walks == 0) {
      fillHole(membership.index);
      shrink();
    }
  }

  /// The last member moves to the hole.
  private void fillHole(int hole) {
    end--;
    holes--;
    Membership last = members[end];
    if (last != null) {
      members[end] = null;
      members[hole] = last;
      last.index = hole;
    }
  }

  void walk(Visitor visitor) {
    int last = end;
    walks++;
    try {
      for (int i = 0; i < last; i++) {
        Membership membership = members[i];
        if (membership != null) {
          visitor.visit(membership.socket);
        }
      }
    } finally {
      walks--;
      if (walks == 0 && holes > 0) {
        closeRanks();
      }
    }
  }

  private void closeRanks() {
    int kept = 0;
    for (int i = 0; i < end; i++) {
      Membership membership = members[i];
      if (membership != null) {
        members[i] = null;
        members[kept] = membership;
        membership.index = kept++;
      }
    }
    end = kept;
    holes = 0;
    shrink();
  }

  private void shrink() {
    if (members.length >= LEAST_TO_SHRINK && end < members.length / 4) {
      members = Arrays.copyOf(members, members.length / 2);
    }
  }
}
