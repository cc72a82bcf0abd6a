package app.focusly.socketio;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One client: the Socket.IO side of an Engine.IO session, with a socket for each namespace that it
/// joined. Confined to the thread of its session. The owner calls [#tick] no earlier than
/// [#deadlineMillis], and hands in what the session receives with the time.
public final class ClientConnection {
  /// How many namespaces one client may be in; a stock front end uses one or two.
  public static final int MAX_NAMESPACES = 100;

  private static final long NEVER = Long.MAX_VALUE;

  private final SocketIoServer server;
  private final Handshake handshake;
  private final EngineLink link;
  private final PacketDecoder decoder = new PacketDecoder();

  /// Sockets by namespace; a socket that is still being checked is there too, but not connected.
  private final Map<String, Socket> sockets = new HashMap<>(2);

  /// The last time that the owner told.
  private long heardMillis;

  private long connectByMillis;
  private boolean open = true;

  public ClientConnection(
      SocketIoServer server, Handshake handshake, EngineLink link, long nowMillis) {
    this.server = server;
    this.handshake = handshake;
    this.link = link;
    heardMillis = nowMillis;
    this.connectByMillis = nowMillis + server.connectTimeout().toMillis();
  }

  /// A text message came.
  public void text(String message, long nowMillis) {
    heardMillis = nowMillis;
    try {
      handle(decoder.text(message));
    } catch (MalformedSocketPacketException expected) { // whatever a client sends
      link.close(CloseReason.FORCED_CLOSE);
    }
  }

  /// A binary message came.
  public void binary(byte[] message, long nowMillis) {
    heardMillis = nowMillis;
    try {
      handle(decoder.binary(message));
    } catch (MalformedSocketPacketException expected) { // whatever a client sends
      link.close(CloseReason.FORCED_CLOSE);
    }
  }

  private void handle(@Nullable SocketPacket packet) {
    if (packet == null || !open) {
      return;
    }
    if (packet instanceof SocketPacket.Connect connect) {
      connect(connect);
      return;
    }
    Socket socket = sockets.get(packet.namespace());
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
    // The reference matches the path of a URL: a query behind it is not part of the name.
    String name = connect.namespace().split("\\?", 2)[0];
    if (sockets.containsKey(name)) {
      disconnect(DisconnectReason.FORCED_SERVER_CLOSE);
      return;
    }
    Namespace namespace = server.find(name);
    if (namespace == null || sockets.size() >= MAX_NAMESPACES) {
      refuse(name, "Invalid namespace", null);
      return;
    }
    JsonNode payload = connect.payload();
    JsonNode auth = payload == null ? JsonNodeFactory.instance.objectNode() : payload;
    var socket = new Socket(server.newId(), namespace, this, auth);
    sockets.put(name, socket);
    new Check(socket, namespace.checks(), 0).run();
  }

  private void refuse(String namespace, String message, @Nullable JsonNode data) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("message", message);
    if (data != null) {
      payload.set("data", data);
    }
    send(PacketEncoder.encode(new SocketPacket.ConnectError(namespace, payload)));
  }

  /// One step of a socket's way through its namespace's checks. What it says after its first word
  /// does not count, else a check that refuses and goes on would let everyone in.
  private final class Check implements Middleware.Next {
    private final Socket socket;
    private final List<Middleware> checks;
    private final int index;
    private boolean decided;

    Check(Socket socket, List<Middleware> checks, int index) {
      this.socket = socket;
      this.checks = checks;
      this.index = index;
    }

    void run() {
      if (index == checks.size()) {
        connectByMillis = NEVER;
        socket.accepted();
        return;
      }
      try {
        checks.get(index).check(socket, this);
      } catch (RuntimeException failure) { // a check that cannot decide lets nobody in
        server.guard(
            "connection",
            () -> {
              throw failure;
            });
        refuse("internal error", null);
      }
    }

    @Override
    public void proceed() {
      if (decides()) {
        new Check(socket, checks, index + 1).run();
      }
    }

    @Override
    public void refuse(String message, @Nullable JsonNode data) {
      if (decides()) {
        String name = socket.namespace().name();
        sockets.remove(name);
        ClientConnection.this.refuse(name, message, data);
      }
    }

    private boolean decides() {
      boolean first = !decided;
      decided = true;
      return first && open;
    }
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
    new ArrayList<>(sockets.values()).forEach(Socket::disconnect);
    disconnect(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
  }

  private void closeSockets(DisconnectReason reason) {
    if (open) {
      open = false;
      connectByMillis = NEVER;
      new ArrayList<>(sockets.values()).forEach(socket -> socket.closed(reason));
      sockets.clear();
    }
  }

  void left(Socket socket, DisconnectReason reason) {
    if (sockets.remove(socket.namespace().name(), socket)) {
      socket.closed(reason);
    }
  }

  /// When [#tick] has something to do.
  public long deadlineMillis() {
    long earliest = connectByMillis;
    for (Socket socket : sockets.values()) {
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
    new ArrayList<>(sockets.values()).forEach(socket -> socket.expireAcks(nowMillis));
  }

  Handshake handshake() {
    return handshake;
  }

  void deadlineMoved() {
    link.deadlineMoved();
  }

  boolean writable() {
    return link.writable();
  }

  void send(List<Packet> messages) {
    for (Packet message : messages) {
      link.send(message);
    }
  }

  void guard(String event, Runnable listener) {
    server.guard(event, listener);
  }
}
