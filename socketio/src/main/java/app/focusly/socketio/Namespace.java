package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// One namespace: its checks, its listeners, its rooms. Checks and listeners are added before the
/// first client comes; after that they do not change, so connections of every thread may read them.
public final class Namespace {
  private final String name;
  private final Adapter adapter;
  private final List<Middleware> checks = new ArrayList<>();
  private final List<Consumer<Socket>> connectionListeners = new ArrayList<>();
  private final AtomicLong acks = new AtomicLong();

  Namespace(String name, Adapter adapter) {
    this.name = name;
    this.adapter = adapter;
  }

  /// Its name, such as `/`.
  public String name() {
    return name;
  }

  /// Adds a check that each socket must pass.
  public Namespace use(Middleware check) {
    checks.add(check);
    return this;
  }

  /// Adds a listener for sockets that were accepted; it runs on the socket's thread, before any
  /// event of the socket.
  public Namespace onConnection(Consumer<Socket> listener) {
    connectionListeners.add(listener);
    return this;
  }

  /// An event to the sockets of a room.
  public Broadcast to(String room) {
    return everyone().to(room);
  }

  /// An event to everyone.
  public Broadcast everyone() {
    return new Broadcast(this, new Target(Set.of(), Set.of(), false));
  }

  Adapter adapter() {
    return adapter;
  }

  List<Middleware> checks() {
    return checks;
  }

  List<Consumer<Socket>> connectionListeners() {
    return connectionListeners;
  }

  /// The next acknowledgement's number, shared by all sockets of the namespace as in the reference.
  long nextAck() {
    return acks.getAndIncrement();
  }

  static ArrayNode event(String event, JsonNode... arguments) {
    return array(arguments).insert(0, event);
  }

  static ArrayNode array(JsonNode... arguments) {
    return JsonNodeFactory.instance.arrayNode(arguments.length + 1).addAll(List.of(arguments));
  }
}
