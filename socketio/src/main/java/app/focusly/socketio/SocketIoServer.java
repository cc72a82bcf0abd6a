package app.focusly.socketio;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Socket.IO server: its namespaces, and what all clients share. Used from any thread.
public final class SocketIoServer {
  private final SocketIoOptions options;
  private final NamespaceTable namespaces;
  private final Supplier<String> ids;
  private final Guard guard;
  private final AtomicInteger parents = new AtomicInteger();

  /// A server without namespaces.
  ///
  /// @param adapters makes a namespace's rooms
  /// @param ids makes socket ids: random, and unrelated to the ids of Engine.IO sessions, which are
  ///   secrets
  public SocketIoServer(
      SocketIoOptions options,
      Function<String, Adapter> adapters,
      Supplier<String> ids,
      FailureListener failures) {
    this.options = options;
    this.ids = ids;
    this.guard = new Guard(failures);
    this.namespaces = new NamespaceTable(options, adapters, guard);
  }

  /// The namespace of this name, made when it is new. When it matches the pattern of a parent it is
  /// made as that one's child.
  public Namespace of(String name) {
    return namespaces.of(name.startsWith("/") ? name : "/" + name);
  }

  /// Makes a namespace for each client that asks for one in whose name the pattern is found.
  public ParentNamespace of(Pattern pattern) {
    return parent(ParentNamespace.matching(pattern), pattern);
  }

  /// Makes a namespace for each client that asks for one that the rule allows. Rules and patterns
  /// are tried in the order in which they came.
  public ParentNamespace of(NamespaceRule rule) {
    return parent(rule, null);
  }

  private ParentNamespace parent(NamespaceRule rule, @Nullable Pattern pattern) {
    String name = "/_" + parents.getAndIncrement();
    return namespaces.add(new ParentNamespace(name, guard, rule, pattern));
  }

  /// Adds a listener for namespaces that are made from now on. No client is in one before its
  /// listeners have heard of it; they must not wait for another thread.
  public SocketIoServer onNewNamespace(Consumer<Namespace> listener) {
    namespaces.onNewNamespace(listener);
    return this;
  }

  /// Everyone in the namespace `/`.
  public Broadcast everyone() {
    return of("/").everyone();
  }

  /// The sockets of any of these rooms of the namespace `/`.
  public Broadcast to(String... rooms) {
    return everyone().to(rooms);
  }

  /// Everyone in the namespace `/` but the sockets of these rooms.
  public Broadcast except(String... rooms) {
    return everyone().except(rooms);
  }

  NamespaceTable namespaces() {
    return namespaces;
  }

  PacketFormat format() {
    return options.format();
  }

  ClientLimits clientLimits() {
    return options.client();
  }

  Duration connectTimeout() {
    return options.connectTimeout();
  }

  String newId() {
    return ids.get();
  }

  Guard guard() {
    return guard;
  }
}
