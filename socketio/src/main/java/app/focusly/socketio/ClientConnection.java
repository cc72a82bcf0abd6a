package app.focusly.socketio;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One client: the Socket.IO side of an Engine.IO session, with a socket for each namespace that it
/// joined. Confined to the thread of its session. The owner calls [#tick] no earlier than
/// [#deadlineMillis], and hands in what the session receives with the time.
public final class ClientConnection {
  private static final long NEVER = Long.MAX_VALUE;

  private final SocketIoServer server;
  private final Handshake handshake;
  private final EngineLink link;
  private final PacketFormat.Decoder decoder;

  /// A socket that is still being checked is here too, but not connected.
  private final SocketTable sockets = new SocketTable();

  /// The names of namespaces that rules still decide about; null when there are none.
  private @Nullable Set<String> undecided;

  /// The last time that the owner told.
  private long heardMillis;

  private long connectByMillis;
  private boolean open = true;

  public ClientConnection(
      SocketIoServer server, Handshake handshake, EngineLink link, long nowMillis) {
    this.server = server;
    this.handshake = handshake;
    this.link = link;
    this.decoder = server.format().decoder();
    heardMillis = nowMillis;
    this.connectByMillis = nowMillis + server.connectTimeout().toMillis();
  }

  /// A text message came.
  public void text(String message, long nowMillis) {
    heardMillis = nowMillis;
    try {
      handle(decoder.text(message));
    } catch (MalformedSocketPacketException expected) { // whatever a client sends
      malformed(expected);
    }
  }

  /// A binary message came.
  public void binary(byte[] message, long nowMillis) {
    heardMillis = nowMillis;
    try {
      handle(decoder.binary(message));
    } catch (MalformedSocketPacketException expected) { // whatever a client sends
      malformed(expected);
    }
  }

  private void malformed(MalformedSocketPacketException failure) {
    var error = new SocketError.Malformed(String.valueOf(failure.getMessage()));
    for (Socket socket : sockets.now()) {
      socket.failed(error);
    }
    link.close(CloseReason.FORCED_CLOSE);
  }

  private void handle(@Nullable SocketPacket packet) {
    if (packet == null || !open) {
      return;
    }
    if (packet instanceof SocketPacket.Connect connect) {
      connect(connect);
      return;
    }
    Socket socket = sockets.find(packet.namespace());
    if (socket == null || !socket.connected()) {
      disconnect(DisconnectReason.FORCED_SERVER_CLOSE);
      return;
    }
    switch (packet) {
      case SocketPacket.Event event -> socket.received(event);
      case SocketPacket.Ack ack -> socket.received(ack);
      case SocketPacket.Disconnect _ -> left(socket, DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
      case SocketPacket.Connect _, SocketPacket.ConnectError _ ->
          disconnect(DisconnectReason.FORCED_SERVER_CLOSE);
    }
  }

  private void connect(SocketPacket.Connect connect) {
    String name = connect.namespace();
    if (sockets.find(name) != null || (undecided != null && undecided.contains(name))) {
      disconnect(DisconnectReason.FORCED_SERVER_CLOSE);
      return;
    }
    if (sockets.size() + (undecided == null ? 0 : undecided.size()) >= limits().namespaces()) {
      refuse(name, "Invalid namespace", null);
      return;
    }
    Namespace namespace = server.namespaces().find(name);
    if (namespace != null && namespace.enter()) {
      join(namespace, connect.payload());
    } else {
      choose(name, connect.payload());
    }
  }

  private void choose(String name, @Nullable JsonNode payload) {
    Set<String> waiting = undecided == null ? new HashSet<>(2) : undecided;
    undecided = waiting;
    waiting.add(name);
    JsonNode auth = payload == null ? JsonNodeFactory.instance.objectNode() : payload;
    new NamespaceChoice(
            this,
            server.namespaces(),
            name,
            auth,
            namespace -> {
              waiting.remove(name);
              if (namespace == null) {
                refuse(name, "Invalid namespace", null);
              } else {
                join(namespace, payload);
              }
            })
        .decide();
  }

  /// Lets a socket into a namespace that it has entered, if the checks agree.
  private void join(Namespace namespace, @Nullable JsonNode auth) {
    var socket = new Socket(server.newId(), namespace, this, auth);
    sockets.add(socket);
    CheckWalk.start(
        this,
        "connection",
        namespace.checks(),
        (check, next) -> check.check(socket, next),
        new CheckWalk.Outcome() {
          @Override
          public void passed() {
            connectByMillis = NEVER;
            socket.accepted();
          }

          @Override
          public void refused(String message, @Nullable JsonNode data) {
            left(socket, DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
            refuse(namespace.name(), message, data);
          }
        });
  }

  private void refuse(String namespace, String message, @Nullable JsonNode data) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("message", message);
    if (data != null) {
      payload.set("data", data);
    }
    send(server.format().encode(new SocketPacket.ConnectError(namespace, payload)));
  }

  /// The session ended.
  public void closed(CloseReason reason) {
    closeSockets(DisconnectReason.of(reason));
  }

  /// Ends the connection from this side; each socket hears the reason.
  public void disconnect(DisconnectReason reason) {
    closeSockets(reason);
    link.close(CloseReason.FORCED_CLOSE);
  }

  void disconnectSockets() {
    for (Socket socket : sockets.now()) {
      socket.disconnect();
    }
    disconnect(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
  }

  private void closeSockets(DisconnectReason reason) {
    if (open) {
      open = false;
      connectByMillis = NEVER;
      for (Socket socket : sockets.now()) {
        left(socket, reason);
      }
    }
  }

  /// A socket leaves its namespace; one that was never accepted does so without a word.
  void left(Socket socket, DisconnectReason reason) {
    if (sockets.remove(socket)) {
      socket.closed(reason);
      socket.namespace().exit();
    }
  }

  /// Whether it has joined a namespace, or is over.
  public boolean joined() {
    return connectByMillis == NEVER;
  }

  /// When [#tick] has something to do.
  public long deadlineMillis() {
    long earliest = connectByMillis;
    for (Socket socket : sockets.now()) {
      earliest = Math.min(earliest, socket.deadlineMillis());
    }
    return Math.max(earliest, heardMillis); // what is due at once has no time of its own
  }

  /// Gives up on a client without a namespace, and on acknowledgements that are overdue.
  public void tick(long nowMillis) {
    heardMillis = nowMillis;
    if (nowMillis >= connectByMillis) {
      disconnect(DisconnectReason.FORCED_SERVER_CLOSE);
    }
    for (Socket socket : sockets.now()) {
      socket.expireAcks(nowMillis);
    }
  }

  ClientLimits limits() {
    return server.clientLimits();
  }

  Handshake handshake() {
    return handshake;
  }

  boolean open() {
    return open;
  }

  boolean writable() {
    return link.writable();
  }

  void send(List<Packet> messages) {
    for (int i = 0; i < messages.size(); i++) { // for each receiver of a broadcast: no iterator
      link.send(messages.get(i));
    }
  }

  void execute(Runnable task) {
    link.execute(task);
  }

  /// Lets the owner ask for the deadline, which may have become an earlier one.
  void deadlineMoved() {
    link.execute(() -> {});
  }

  void failed(String event, RuntimeException failure) {
    server.guard().failures().failed(event, failure);
  }

  void guard(String event, Runnable listener) {
    server.guard().run(event, listener);
  }
}
