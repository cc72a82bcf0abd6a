package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a socket's application listens to. Lists are never changed but replaced, so a call may add
/// and remove listeners; they are shared while they are empty, so an idle socket stays small.
abstract sealed class SocketListeners permits Socket {
  private @Nullable EventListeners listeners;
  private List<EventListener> anyListeners = List.of();
  private List<Consumer<List<JsonNode>>> outgoingListeners = List.of();
  private List<Consumer<SocketError>> errorListeners = List.of();
  private List<Consumer<DisconnectReason>> disconnectingListeners = List.of();
  private List<Consumer<DisconnectReason>> disconnectListeners = List.of();

  abstract Socket self();

  abstract Guard guard();

  /// Adds a listener of an event.
  ///
  /// @throws IllegalArgumentException when the name is reserved, so that no client can send it
  public Socket on(String event, EventListener listener) {
    ReservedEvents.refuse(event);
    events().add(event, listener);
    return self();
  }

  /// Adds a listener of an event that hears it once.
  public Socket once(String event, EventListener listener) {
    ReservedEvents.refuse(event);
    events().addOnce(event, listener);
    return self();
  }

  /// Removes a listener of an event.
  public Socket off(String event, EventListener listener) {
    if (listeners != null) {
      listeners.remove(event, listener);
    }
    return self();
  }

  /// Removes all listeners of an event.
  public Socket off(String event) {
    if (listeners != null) {
      listeners.removeAll(event);
    }
    return self();
  }

  private EventListeners events() {
    if (listeners == null) {
      listeners = new EventListeners();
    }
    return listeners;
  }

  /// Adds a listener of every event, called before those of its name; its first argument is the
  /// name.
  public Socket onAny(EventListener listener) {
    anyListeners = with(anyListeners, anyListeners.size(), listener);
    return self();
  }

  /// Adds a listener of every event, before the others.
  public Socket prependAny(EventListener listener) {
    anyListeners = with(anyListeners, 0, listener);
    return self();
  }

  /// Removes a listener of every event.
  public Socket offAny(EventListener listener) {
    anyListeners = without(anyListeners, listener);
    return self();
  }

  /// Removes all listeners of every event.
  public Socket offAny() {
    anyListeners = List.of();
    return self();
  }

  /// Adds a listener of every event to this client, broadcasts too; the first argument is its name.
  public Socket onAnyOutgoing(Consumer<List<JsonNode>> listener) {
    outgoingListeners = with(outgoingListeners, outgoingListeners.size(), listener);
    return self();
  }

  /// Adds a listener of every event to this client, before the others.
  public Socket prependAnyOutgoing(Consumer<List<JsonNode>> listener) {
    outgoingListeners = with(outgoingListeners, 0, listener);
    return self();
  }

  /// Removes a listener of every event to this client.
  public Socket offAnyOutgoing(Consumer<List<JsonNode>> listener) {
    outgoingListeners = without(outgoingListeners, listener);
    return self();
  }

  /// Removes all listeners of every event to this client.
  public Socket offAnyOutgoing() {
    outgoingListeners = List.of();
    return self();
  }

  /// Adds a listener of what goes wrong. Without one nothing else happens.
  public Socket onError(Consumer<SocketError> listener) {
    errorListeners = with(errorListeners, errorListeners.size(), listener);
    return self();
  }

  /// Adds a listener of the end, called while the socket is still in its rooms.
  public Socket onDisconnecting(Consumer<DisconnectReason> listener) {
    disconnectingListeners = with(disconnectingListeners, disconnectingListeners.size(), listener);
    return self();
  }

  /// Adds a listener of the end, called after the socket has left its rooms.
  public Socket onDisconnect(Consumer<DisconnectReason> listener) {
    disconnectListeners = with(disconnectListeners, disconnectListeners.size(), listener);
    return self();
  }

  final void heard(SocketPacket.Event event, Ack ack) {
    if (listeners != null) {
      List<JsonNode> arguments = Arguments.list(event.arguments(), 1);
      listeners.call(event.name(), arguments, ack, guard().failures());
    }
  }

  final void heardByAny(SocketPacket.Event event, Ack ack) {
    if (!anyListeners.isEmpty()) {
      List<JsonNode> arguments = Arguments.list(event.arguments(), 0);
      for (EventListener listener : anyListeners) {
        guard().run(event.name(), () -> listener.on(arguments, ack));
      }
    }
  }

  final void goesOut(ArrayNode arguments) {
    if (!outgoingListeners.isEmpty()) {
      List<JsonNode> list = Arguments.list(arguments, 0);
      tell(outgoingListeners, arguments.path(0).asText(), list);
    }
  }

  final void failed(SocketError error) {
    tell(errorListeners, "error", error);
  }

  final void disconnecting(DisconnectReason reason) {
    tell(disconnectingListeners, "disconnecting", reason);
  }

  final void disconnected(DisconnectReason reason) {
    tell(disconnectListeners, "disconnect", reason);
  }

  private <T> void tell(List<Consumer<T>> to, String event, T what) {
    for (Consumer<T> listener : to) {
      guard().run(event, () -> listener.accept(what));
    }
  }

  private static <T> List<T> with(List<T> some, int index, T one) {
    var more = new ArrayList<>(some);
    more.add(index, one);
    return List.copyOf(more);
  }

  private static <T> List<T> without(List<T> some, T one) {
    var fewer = new ArrayList<>(some);
    fewer.remove(one);
    return List.copyOf(fewer);
  }
}
