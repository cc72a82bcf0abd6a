package app.focusly.socketio;

import app.focusly.engineio.Packet;
import java.util.List;

/// Who is in which room of one namespace, and how a broadcast reaches them. A socket joins and
/// leaves on its own connection's thread; a broadcast may come from any thread that the
/// implementation serves.
public interface Adapter {

  /// The socket is in the room from now on.
  void join(Socket socket, String room);

  /// The socket is not in the room any more.
  void leave(Socket socket, String room);

  /// Sends the messages of one packet to each socket of the target once.
  void broadcast(List<Packet> messages, Target target);
}
