package app.focusly.socketio;

import java.util.Set;

/// Whom a broadcast reaches.
///
/// @param rooms the sockets of any of these; of the whole namespace when empty
/// @param except but none of these rooms; a socket's own id is a room too
/// @param skipBusy leave out sockets that cannot send at once (Socket.IO's `volatile`)
public record Target(Set<String> rooms, Set<String> except, boolean skipBusy) {
  public Target {
    rooms = Set.copyOf(rooms);
    except = Set.copyOf(except);
  }
}
