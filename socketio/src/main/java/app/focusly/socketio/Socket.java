package app.focusly.socketio;

import app.focusly.engineio.Packet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// One client in one namespace. Confined to the thread of its connection.
public final class Socket {
  private final String id;
  private final Namespace namespace;
  private final ClientConnection client;
  private final JsonNode auth;
  private final Map<String, List<EventListener>> listeners = new HashMap<>(4);
  private final List<EventListener> anyListeners = new ArrayList<>(1);
  private final List<Consumer<DisconnectReason>> disconnectingListeners = new ArrayList<>(1);
  private final List<Consumer<DisconnectReason>> disconnectListeners = new ArrayList<>(1);
  private final Set<String> rooms = new HashSet<>(4);
  private final PendingAcks acks = new PendingAcks();
  private boolean connected;
  private boolean leaving;

  Socket(String id, Namespace namespace, ClientConnection client, JsonNode auth) {
    this.id = id;
    this.namespace = namespace;
    this.client = client;
    this.auth = auth;
  }

  /// Its public id, which others may see.
  public String id() {
    return id;
  }

  /// The namespace that it is in.
  public Namespace namespace() {
    return namespace;
  }

  /// The request that its connection began with.
  public Handshake handshake() {
    return client.handshake();
  }

  /// What the client gave as `auth`; an empty object when it gave nothing.
  public JsonNode auth() {
    return auth;
  }

  /// Whether it was accepted and has not left.
  public boolean connected() {
    return connected;
  }

  /// Adds a listener of an event.
  public Socket on(String event, EventListener listener) {
    listeners.computeIfAbsent(event, _ -> new ArrayList<>(1)).add(listener);
    return this;
  }

  /// Adds a listener of every event; its first argument is the event's name.
  public Socket onAny(EventListener listener) {
    anyListeners.add(listener);
    return this;
  }

  /// Adds a listener of the end, called while the socket is still in its rooms.
  public Socket onDisconnecting(Consumer<DisconnectReason> listener) {
    disconnectingListeners.add(listener);
    return this;
  }

  /// Adds a listener of the end, called after the socket has left its rooms.
  public Socket onDisconnect(Consumer<DisconnectReason> listener) {
    disconnectListeners.add(listener);
    return this;
  }

  /// Sends an event.
  public void emit(String event, JsonNode... arguments) {
    send(event(OptionalLong.empty(), event, arguments));
  }

  /// Sends an event, unless it could not leave at once.
  public void emitIfWritable(String event, JsonNode... arguments) {
    if (client.writable()) {
      emit(event, arguments);
    }
  }

  /// Sends an event and awaits its acknowledgement.
  public void emitWithAck(
      String event, Duration timeout, AckListener listener, JsonNode... arguments) {
    if (!connected) {
      client.guard("ack", listener::timedOut);
      return;
    }
    long number = namespace.nextAck();
    acks.await(number, timeout.toMillis(), listener)
        .ifPresent(oldest -> client.guard("ack", oldest::timedOut));
    client.deadlineMoved();
    send(event(OptionalLong.of(number), event, arguments));
  }

  /// Joins a room.
  public void join(String room) {
    if (connected && rooms.add(room)) {
      namespace.adapter().join(this, room);
    }
  }

  /// Leaves a room.
  public void leave(String room) {
    if (rooms.remove(room)) {
      namespace.adapter().leave(this, room);
    }
  }

  /// The rooms that it is in, its own id among them.
  public Set<String> rooms() {
    return Set.copyOf(rooms);
  }

  /// An event to the others of a room.
  public Broadcast to(String room) {
    return namespace.to(room).except(id);
  }

  /// Leaves the namespace, and tells the client.
  public void disconnect() {
    if (connected) {
      send(new SocketPacket.Disconnect(namespace.name()));
      client.left(this, DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
    }
  }

  /// Ends the whole connection, other namespaces too, and tells the client, which else would
  /// connect again.
  public void disconnectClient() {
    client.disconnectSockets();
  }

  boolean inAnyOf(Set<String> names) {
    for (String name : names) {
      if (rooms.contains(name)) {
        return true;
      }
    }
    return false;
  }

  void deliver(List<Packet> messages, boolean skipBusy) {
    if (connected && !(skipBusy && !client.writable())) {
      client.send(messages);
    }
  }

  void accepted() {
    connected = true;
    join(id);
    send(
        new SocketPacket.Connect(
            namespace.name(), JsonNodeFactory.instance.objectNode().put("sid", id)));
    for (Consumer<Socket> listener : namespace.connectionListeners()) {
      if (!connected) {
        return; // it ended with its first packet, and would end for nobody who hears of it now
      }
      client.guard("connection", () -> listener.accept(this));
    }
  }

  void received(SocketPacket.Event event) {
    List<JsonNode> arguments = List.copyOf(event.arguments().valueStream().skip(1).toList());
    Ack ack = new EventAck(event.id());
    if (!anyListeners.isEmpty()) {
      List<JsonNode> all = List.copyOf(event.arguments().valueStream().toList());
      anyListeners.forEach(listener -> client.guard(event.name(), () -> listener.on(all, ack)));
    }
    for (EventListener listener : listeners.getOrDefault(event.name(), List.of())) {
      client.guard(event.name(), () -> listener.on(arguments, ack));
    }
  }

  void received(SocketPacket.Ack ack) {
    List<JsonNode> arguments = List.copyOf(ack.arguments().valueStream().toList());
    acks.take(ack.id())
        .ifPresent(listener -> client.guard("ack", () -> listener.answered(arguments)));
  }

  void closed(DisconnectReason reason) {
    if (!connected || leaving) {
      return;
    }
    leaving = true;
    disconnectingListeners.forEach(
        listener -> client.guard("disconnecting", () -> listener.accept(reason)));
    connected = false;
    rooms.forEach(room -> namespace.adapter().leave(this, room));
    rooms.clear();
    acks.clear().forEach(listener -> client.guard("ack", listener::timedOut));
    disconnectListeners.forEach(
        listener -> client.guard("disconnect", () -> listener.accept(reason)));
  }

  long deadlineMillis() {
    return acks.deadlineMillis();
  }

  void expireAcks(long nowMillis) {
    acks.expired(nowMillis).forEach(listener -> client.guard("ack", listener::timedOut));
  }

  private SocketPacket event(OptionalLong number, String event, JsonNode... arguments) {
    return new SocketPacket.Event(namespace.name(), number, Namespace.event(event, arguments));
  }

  private void send(SocketPacket packet) {
    if (connected) {
      client.send(PacketEncoder.encode(packet));
    }
  }

  private final class EventAck implements Ack {
    private final OptionalLong number;
    private boolean sent;

    EventAck(OptionalLong number) {
      this.number = number;
    }

    @Override
    public boolean wanted() {
      return number.isPresent() && !sent;
    }

    @Override
    public void send(JsonNode... arguments) {
      if (wanted()) {
        sent = true;
        Socket.this.send(
            new SocketPacket.Ack(namespace.name(), number.getAsLong(), Namespace.array(arguments)));
      }
    }
  }
}
