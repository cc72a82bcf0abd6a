package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The checks that the events of one socket must pass. Confined to its thread.
final class EventChecks {
  private final ClientConnection client;
  private final Socket socket;
  private List<EventMiddleware> checks = List.of();
  private int undecided;

  EventChecks(ClientConnection client, Socket socket) {
    this.client = client;
    this.socket = socket;
  }

  void add(EventMiddleware check) {
    checks = NamespaceGate.with(checks, check);
  }

  void check(SocketPacket.Event event, Ack ack) {
    if (undecided == client.limits().undecidedEvents()) {
      refuse(event, "too many events wait for a decision", null);
      return;
    }
    undecided++;
    List<JsonNode> arguments = Arguments.list(event.arguments(), 0);
    CheckWalk.start(
        client,
        event.name(),
        checks,
        (check, next) -> check.check(arguments, ack, next),
        new CheckWalk.Outcome() {
          @Override
          public void passed() {
            undecided--;
            if (socket.connected()) {
              socket.heard(event, ack);
            }
          }

          @Override
          public void refused(String message, @Nullable JsonNode data) {
            undecided--;
            if (socket.connected()) {
              refuse(event, message, data);
            }
          }
        });
  }

  private void refuse(SocketPacket.Event event, String message, @Nullable JsonNode data) {
    socket.failed(new SocketError.Refused(event.name(), message, data));
  }
}
