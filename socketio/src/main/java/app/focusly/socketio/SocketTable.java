package app.focusly.socketio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The sockets of one client, one for each namespace. Most clients have one: an array is less to
/// keep and faster to search than a map.
final class SocketTable {
  private static final Socket[] NONE = {};

  private Socket[] sockets = NONE;

  int size() {
    return sockets.length;
  }

  @Nullable Socket find(String namespace) {
    for (Socket socket : sockets) {
      if (socket.namespace().name().equals(namespace)) {
        return socket;
      }
    }
    return null;
  }

  void add(Socket socket) {
    Socket[] more = Arrays.copyOf(sockets, sockets.length + 1);
    more[sockets.length] = socket;
    sockets = more;
  }

  /// Removes a socket, and says whether it was there.
  boolean remove(Socket socket) {
    int index = Arrays.asList(sockets).indexOf(socket);
    if (index < 0) {
      return false;
    }
    var fewer = sockets.length == 1 ? NONE : new Socket[sockets.length - 1];
    System.arraycopy(sockets, 0, fewer, 0, index);
    System.arraycopy(sockets, index + 1, fewer, index, fewer.length - index);
    sockets = fewer;
    return true;
  }

  /// Those that are there now; never changed afterwards.
  Socket[] now() {
    return sockets;
  }
}
