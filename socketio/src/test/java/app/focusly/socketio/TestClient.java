package app.focusly.socketio;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A client's end of a connection: says what a test tells it, and writes down what it hears. Ends
/// as a session does: the connection hears of it, once, and what is sent afterwards is dropped.
final class TestClient implements EngineLink {
  static final Handshake HANDSHAKE =
      new Handshake(
          Map.of("user-agent", List.of("test")),
          "/socket.io/?EIO=4&transport=websocket",
          "192.0.2.1",
          true,
          Instant.EPOCH);

  /// What it heard; bytes as `b` and Base64.
  final List<String> sent = new ArrayList<>();

  final List<Packet> packets = new ArrayList<>();
  final List<CloseReason> closed = new ArrayList<>();
  final ClientConnection connection;
  boolean writable = true;

  /// Whether the next message finds that too much waits already.
  boolean closeOnSend;

  /// How often the connection asked for its thread.
  int tasks;

  long now;

  TestClient(SocketIoServer io) {
    connection = new ClientConnection(io, HANDSHAKE, this, now);
  }

  void say(String... messages) {
    for (String message : messages) {
      connection.text(message, now);
    }
  }

  void say(byte[] message) {
    connection.binary(message, now);
  }

  void tick(long nowMillis) {
    now = nowMillis;
    connection.tick(nowMillis);
  }

  @Override
  public void send(Packet message) {
    if (closed.isEmpty()) {
      packets.add(message);
      sent.add(
          switch (message) {
            case Packet.Text text -> text.data();
            case Packet.Binary binary -> "b" + Base64.getEncoder().encodeToString(binary.data());
            default -> throw new AssertionError("no message: " + message);
          });
      if (closeOnSend) {
        close(CloseReason.SLOW_CONSUMER);
      }
    }
  }

  @Override
  public boolean writable() {
    return writable;
  }

  /// A test has one thread.
  @Override
  public void execute(Runnable task) {
    tasks++;
    task.run();
  }

  @Override
  public void close(CloseReason reason) {
    if (closed.isEmpty()) {
      closed.add(reason);
      connection.closed(reason);
    }
  }
}
