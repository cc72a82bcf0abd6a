package app.focusly.socketio;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Whom a broadcast reaches.
///
/// @param rooms the sockets of any of these; of the whole namespace when empty
/// @param except but none of these rooms; a socket's own id is a room too
/// @param skipBusy leave out sockets that cannot send at once (Socket.IO's `volatile`)
/// @param local only the sockets of this process, when several form one server
public record Target(Set<String> rooms, Set<String> except, boolean skipBusy, boolean local) {
  static final Target EVERYONE = new Target(Set.of(), Set.of(), false, false);

  public Target {
    rooms = Set.copyOf(rooms);
    except = Set.copyOf(except);
  }

  Target to(String... more) {
    return new Target(union(rooms, more), except, skipBusy, local);
  }

  Target butNot(String... more) {
    return new Target(rooms, union(except, more), skipBusy, local);
  }

  Target skippingBusy() {
    return new Target(rooms, except, true, local);
  }

  Target onlyLocal() {
    return new Target(rooms, except, skipBusy, true);
  }

  private static Set<String> union(Set<String> some, String... more) {
    if (some.isEmpty() && more.length == 1) {
      return Set.of(more[0]);
    }
    var all = new HashSet<>(some);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
