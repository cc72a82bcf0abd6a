package app.focusly.socketio;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The namespaces of a Socket.IO server. Set up on one thread before the first client comes, read
/// by all threads afterwards.
public final class SocketIoServer {
  private final Map<String, Namespace> namespaces = new HashMap<>();
  private final Function<String, Adapter> adapters;
  private final Supplier<String> ids;
  private final Duration connectTimeout;
  private final FailureListener failures;

  /// Hears of listeners that threw; their connection goes on.
  @FunctionalInterface
  public interface FailureListener {

    /// A listener of this event, or of `connection`, `disconnecting` or `disconnect`, threw.
    void failed(String event, RuntimeException failure);
  }

  /// A server without namespaces.
  ///
  /// @param adapters makes a namespace's rooms
  /// @param ids makes socket ids: random, and unrelated to the ids of Engine.IO sessions, which are
  ///   secrets
  /// @param connectTimeout how long a client may stay without any namespace
  public SocketIoServer(
      Function<String, Adapter> adapters,
      Supplier<String> ids,
      Duration connectTimeout,
      FailureListener failures) {
    this.adapters = adapters;
    this.ids = ids;
    this.connectTimeout = connectTimeout;
    this.failures = failures;
  }

  /// The namespace of this name, made when it is new.
  public Namespace of(String name) {
    return namespaces.computeIfAbsent(name, _ -> new Namespace(name, adapters.apply(name)));
  }

  @Nullable Namespace find(String name) {
    return namespaces.get(name);
  }

  String newId() {
    return ids.get();
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  /// Runs a listener; what it throws must not end the connection, nor keep others from running.
  void guard(String event, Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException failure) { // the application's own, told to whoever watches it
      failures.failed(event, failure);
    }
  }
}
