package app.focusly.socketio;

/// Hears which rooms have sockets on one thread, on that thread.
public interface RoomListener {

  /// The first socket joins.
  void opened(String room);

  /// The last socket has left.
  void closed(String room);
}
