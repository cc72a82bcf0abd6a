package app.focusly.socketio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// What a namespace and a parent of namespaces have in common: the checks that sockets must pass,
/// the listeners that hear of them, and broadcasts. Used from any thread.
///
/// @param <G> the kind of gate, for calls in a row
public abstract sealed class NamespaceGate<G> permits Namespace, ParentNamespace {
  private final String name;
  private final Guard guard;
  private volatile List<Middleware> checks;
  private volatile List<Consumer<Socket>> connectionListeners;

  NamespaceGate(
      String name,
      Guard guard,
      List<Middleware> checks,
      List<Consumer<Socket>> connectionListeners) {
    this.name = name;
    this.guard = guard;
    this.checks = checks;
    this.connectionListeners = connectionListeners;
  }

  /// Its name, such as `/`.
  public String name() {
    return name;
  }

  /// Adds a check that each socket must pass from now on.
  public synchronized G use(Middleware check) {
    checks = with(checks, check);
    return self();
  }

  /// Adds a listener for sockets that were accepted; it runs on the socket's thread, before any
  /// event of the socket.
  public synchronized G onConnection(Consumer<Socket> listener) {
    connectionListeners = with(connectionListeners, listener);
    return self();
  }

  /// Everyone.
  public Broadcast everyone() {
    return new Broadcast(this, Target.EVERYONE);
  }

  /// The sockets of any of these rooms.
  public Broadcast to(String... rooms) {
    return everyone().to(rooms);
  }

  /// Everyone but the sockets of these rooms.
  public Broadcast except(String... rooms) {
    return everyone().except(rooms);
  }

  abstract G self();

  abstract Collection<Namespace> namespaces();

  List<Middleware> checks() {
    return checks;
  }

  List<Consumer<Socket>> connectionListeners() {
    return connectionListeners;
  }

  Guard guard() {
    return guard;
  }

  static <T> List<T> with(List<T> some, T one) {
    var more = new ArrayList<T>(some.size() + 1);
    more.addAll(some);
    more.add(one);
    return List.copyOf(more);
  }
}
