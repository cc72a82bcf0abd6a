package app.focusly.socketio;

import java.util.Set;

/// The names that no event may have, since clients and servers give them a meaning of their own.
final class ReservedEvents {
  private static final Set<String> NAMES =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private ReservedEvents() {}

  static boolean contains(String event) {
    return NAMES.contains(event);
  }

  /// @throws IllegalArgumentException when the name is one of them
  static void refuse(String event) {
    if (NAMES.contains(event)) {
      throw new IllegalArgumentException('"' + event + "\" is a reserved event name");
    }
  }
}
