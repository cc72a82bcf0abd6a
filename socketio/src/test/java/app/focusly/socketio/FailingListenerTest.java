package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a listener throws is told to whoever watches, and ends nothing.
class FailingListenerTest {
  private final TestServer server = new TestServer();
  private final TestClient client = server.connected();
  private final Socket socket = server.sockets.getFirst();
  private final List<String> calls = new ArrayList<>();

  @Test
  void ofAnEventKeepsNoOtherFromRunning() {
    socket.on("message", (_, _) -> fail("first"));
    socket.on("message", (_, _) -> calls.add("second"));
    socket.onAny((_, _) -> fail("any"));
    client.say("2[\"message\"]", "2[\"message\"]");
    assertThat(calls).containsExactly("second", "second");
    assertThat(server.failures)
        .containsExactlyInAnyOrder(
            "message: first", "message: any", "message: first", "message: any");
    assertThat(client.closed).isEmpty();
  }

  @Test
  void ofConnectionLeavesTheSocketConnected() {
    server.main.onConnection(_ -> fail("no"));
    server.main.onConnection(_ -> calls.add("second"));
    TestClient other = server.client();
    other.say("0");
    assertThat(other.sent).containsExactly("0{\"sid\":\"s2\"}");
    assertThat(other.closed).isEmpty();
    assertThat(server.failures).containsExactly("connection: no");
    assertThat(calls).containsExactly("second");
  }

  @Test
  void ofTheEndKeepsNoRoom() {
    socket.join("x");
    socket.onDisconnecting(_ -> fail("a"));
    socket.onDisconnecting(_ -> calls.add("disconnecting"));
    socket.onDisconnect(_ -> fail("b"));
    socket.onDisconnect(_ -> calls.add("disconnect"));
    client.close(CloseReason.TRANSPORT_CLOSE);
    assertThat(calls).containsExactly("disconnecting", "disconnect");
    assertThat(server.failures).containsExactly("disconnecting: a", "disconnect: b");
    assertThat(server.rooms.size()).isZero();
  }

  @Test
  void ofAnAckEndsNothing() {
    var failing =
        new AckListener() {
          @Override
          public void answered(List<JsonNode> arguments) {
            fail("answered");
          }

          @Override
          public void timedOut() {
            fail("timed out");
          }
        };
    var last = new RecordingAckListener();
    socket.emitWithAck("ask", Duration.ofSeconds(1), failing);
    socket.emitWithAck("ask", Duration.ofSeconds(1), failing);
    socket.emitWithAck("ask", Duration.ofSeconds(1), last);
    client.say("30[]");
    client.tick(0);
    client.tick(1_000);
    assertThat(server.failures).hasSize(2);
    assertThat(last.ends).containsExactly("timed out");
    assertThat(client.closed).isEmpty();
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }
}
