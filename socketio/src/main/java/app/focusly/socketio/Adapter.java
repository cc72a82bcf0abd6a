package app.focusly.socketio;

/// The sockets of one namespace, over all threads of a process or over several processes.
public interface Adapter {

  /// The rooms of the calling thread. A socket's connection keeps to those of its own.
  LocalRooms local();

  /// Does something to each socket of the target once, on the socket's own thread. May be called
  /// from any thread that the implementation serves. What is handed over to another thread or
  /// process begins with [Action#handedOver] on this one and ends with [Action#done].
  void apply(Target target, Action action);
}
