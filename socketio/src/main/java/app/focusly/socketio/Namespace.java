package app.focusly.socketio;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One namespace: its checks, its listeners, its rooms. Used from any thread.
public final class Namespace extends NamespaceGate<Namespace> {
  private static final int CLOSED = -1;

  private final Adapter adapter;
  private final PacketFormat format;
  private final List<Namespace> alone = List.of(this);
  private final AtomicLong acks = new AtomicLong();

  /// How many sockets are here or being checked, or [#CLOSED].
  private final AtomicInteger sockets = new AtomicInteger();

  /// Hears that the last socket has left, and that no other comes; null when sockets may come back.
  private final @Nullable Consumer<Namespace> emptied;

  Namespace(
      String name,
      Adapter adapter,
      PacketFormat format,
      Guard guard,
      List<Middleware> checks,
      List<Consumer<Socket>> connectionListeners,
      @Nullable Consumer<Namespace> emptied) {
    super(name, guard, checks, connectionListeners);
    this.adapter = adapter;
    this.format = format;
    this.emptied = emptied;
  }

  @Override
  Namespace self() {
    return this;
  }

  @Override
  Collection<Namespace> namespaces() {
    return alone;
  }

  Adapter adapter() {
    return adapter;
  }

  PacketFormat format() {
    return format;
  }

  /// The next acknowledgement's number, shared by all sockets of the namespace as in the reference.
  long nextAck() {
    return acks.getAndIncrement();
  }

  /// One more socket asks to join.
  ///
  /// @return false when the namespace is gone
  boolean enter() {
    return sockets.getAndUpdate(count -> count == CLOSED ? CLOSED : count + 1) != CLOSED;
  }

  /// Whether no socket can enter any more.
  boolean gone() {
    return sockets.get() == CLOSED;
  }

  /// A socket that had entered has left, or was refused.
  void exit() {
    if (sockets.decrementAndGet() == 0 && emptied != null && sockets.compareAndSet(0, CLOSED)) {
      emptied.accept(this);
    }
  }
}
