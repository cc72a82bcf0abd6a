package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/// The answer that a client awaits to an event. Confined to the socket's thread.
final class EventAck implements Ack {
  private final Socket socket;
  private final long number;
  private boolean sent;

  private EventAck(Socket socket, long number) {
    this.socket = socket;
    this.number = number;
  }

  static Ack of(Socket socket, OptionalLong number) {
    return number.isPresent() ? new EventAck(socket, number.getAsLong()) : Unasked.INSTANCE;
  }

  @Override
  public boolean wanted() {
    return !sent;
  }

  @Override
  public void send(JsonNode... arguments) {
    if (!sent) {
      String namespace = socket.namespace().name();
      socket.send(new SocketPacket.Ack(namespace, number, Arguments.array(arguments)));
      sent = true;
    }
  }

  /// Of an event to which the client wants no answer.
  private enum Unasked implements Ack {
    INSTANCE;

    @Override
    public boolean wanted() {
      return false;
    }

    @Override
    public void send(JsonNode... arguments) {}
  }
}
