package app.focusly.socketio;

import app.focusly.engineio.Packet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One client in one namespace. Except for [#execute], confined to the thread of its connection.
public final class Socket extends SocketListeners {
  private final String id;
  private final Namespace namespace;
  private final ClientConnection client;
  private final @Nullable JsonNode auth;
  private JsonNode data = MissingNode.getInstance();

  /// The rooms of its thread, which know those that it is in; null until it was accepted.
  private @Nullable LocalRooms rooms;

  private Room.@Nullable Membership memberships;
  private @Nullable PendingAcks acks;
  private @Nullable EventChecks checks;
  private boolean connected;
  private boolean leaving;

  Socket(String id, Namespace namespace, ClientConnection client, @Nullable JsonNode auth) {
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
    return auth == null ? JsonNodeFactory.instance.objectNode() : auth;
  }

  /// What the application keeps with it, for [Broadcast#fetch]; missing until it is set.
  public JsonNode data() {
    return data;
  }

  /// Keeps this with it; it may be read on other threads and must not change any more.
  public void data(JsonNode value) {
    data = value;
  }

  /// Whether it was accepted and has not left.
  public boolean connected() {
    return connected;
  }

  /// Adds a check that each of its events must pass.
  public Socket use(EventMiddleware check) {
    if (checks == null) {
      checks = new EventChecks(client, this);
    }
    checks.add(check);
    return this;
  }

  /// Runs a task on its thread: at once when the caller is on it.
  public void execute(Runnable task) {
    client.execute(task);
  }

  /// Sends an event.
  ///
  /// @throws IllegalArgumentException when its name is reserved, or it has too many attachments
  public void emit(String event, JsonNode... arguments) {
    emit(OptionalLong.empty(), Arguments.event(event, arguments));
  }

  /// Sends an event, unless it could not leave at once (Socket.IO's `volatile`).
  public void emitIfWritable(String event, JsonNode... arguments) {
    ArrayNode array = Arguments.event(event, arguments);
    if (client.writable()) {
      emit(OptionalLong.empty(), array);
    }
  }

  /// Sends an event and awaits its acknowledgement.
  public void emitWithAck(
      String event, Duration timeout, AckListener listener, JsonNode... arguments) {
    ArrayNode array = Arguments.event(event, arguments);
    if (!connected) {
      client.guard("ack", listener::timedOut);
      return;
    }
    long number = namespace.nextAck();
    List<Packet> messages = encode(OptionalLong.of(number), array);
    await(number, timeout, listener);
    goesOut(array);
    client.send(messages);
  }

  private void emit(OptionalLong number, ArrayNode arguments) {
    if (connected) {
      List<Packet> messages = encode(number, arguments);
      goesOut(arguments);
      client.send(messages);
    }
  }

  private List<Packet> encode(OptionalLong number, ArrayNode arguments) {
    return namespace.format().encode(new SocketPacket.Event(namespace.name(), number, arguments));
  }

  private void await(long number, Duration timeout, AckListener listener) {
    if (acks == null) {
      acks = new PendingAcks(client.limits().pendingAcks());
    }
    acks.await(number, timeout.toMillis(), listener)
        .ifPresent(oldest -> client.guard("ack", oldest::timedOut));
    client.deadlineMoved();
  }

  /// Joins rooms.
  public void join(String... names) {
    if (connected && rooms != null) {
      for (String name : names) {
        rooms.join(this, name);
      }
    }
  }

  /// Leaves a room.
  public void leave(String name) {
    if (rooms != null) {
      rooms.leave(this, name);
    }
  }

  /// The rooms that it is in, its own id among them.
  public Set<String> rooms() {
    return rooms == null ? Set.of() : rooms.of(this);
  }

  /// Everyone else in the namespace (Socket.IO's `broadcast`).
  public Broadcast others() {
    return namespace.except(id);
  }

  /// The others of these rooms.
  public Broadcast to(String... names) {
    return others().to(names);
  }

  /// Everyone else but the sockets of these rooms.
  public Broadcast except(String... names) {
    return others().except(names);
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
    if (connected) {
      client.disconnectSockets();
    }
  }

  @Override
  Socket self() {
    return this;
  }

  @Override
  Guard guard() {
    return namespace.guard();
  }

  Room.@Nullable Membership memberships() {
    return memberships;
  }

  void memberships(Room.@Nullable Membership first) {
    memberships = first;
  }

  void carryOut(Action action, boolean skipBusy) {
    switch (action) {
      case Action.Emit emit -> deliver(emit.arguments(), emit.messages(), skipBusy);
      case Action.Ask ask -> {
        ask.answers().expect();
        await(ask.number(), ask.timeout(), new TalliedAnswer(ask.answers()));
        deliver(ask.arguments(), ask.messages(), skipBusy);
      }
      case Action.Join join -> join.rooms().forEach(this::join);
      case Action.Leave leave -> leave.rooms().forEach(this::leave);
      case Action.Disconnect all when all.connection() -> disconnectClient();
      case Action.Disconnect _ -> disconnect();
      case Action.Fetch fetch ->
          fetch.sockets().add(new SocketDetails(id, handshake(), auth(), rooms(), data));
    }
  }

  private void deliver(ArrayNode arguments, List<Packet> messages, boolean skipBusy) {
    if (connected) {
      goesOut(arguments);
      if (!skipBusy || client.writable()) {
        client.send(messages);
      }
    }
  }

  void accepted() {
    connected = true;
    LocalRooms local = namespace.adapter().local();
    rooms = local;
    local.enter(this);
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
    Ack ack = EventAck.of(this, event.id());
    heardByAny(event, ack);
    if (checks != null) {
      checks.check(event, ack);
    } else if (connected) {
      heard(event, ack);
    }
  }

  void received(SocketPacket.Ack ack) {
    if (acks != null) {
      List<JsonNode> arguments = Arguments.list(ack.arguments(), 0);
      acks.take(ack.id())
          .ifPresent(listener -> client.guard("ack", () -> listener.answered(arguments)));
    }
  }

  void closed(DisconnectReason reason) {
    if (!connected || leaving) {
      return;
    }
    leaving = true;
    disconnecting(reason);
    connected = false;
    if (rooms != null) {
      rooms.exit(this);
    }
    if (acks != null) {
      acks.clear().forEach(listener -> client.guard("ack", listener::timedOut));
    }
    disconnected(reason);
  }

  long deadlineMillis() {
    return acks == null ? Long.MAX_VALUE : acks.deadlineMillis();
  }

  void expireAcks(long nowMillis) {
    if (acks != null) {
      acks.expired(nowMillis).forEach(listener -> client.guard("ack", listener::timedOut));
    }
  }

  void send(SocketPacket packet) {
    if (connected) {
      client.send(namespace.format().encode(packet));
    }
  }
}
