package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import org.junit.jupiter.api.Test;

class ConnectTimeoutTest {
  private static final long TIMEOUT = SocketIoOptions.defaults().connectTimeout().toMillis();

  private final TestServer server = new TestServer();
  private final TestClient client = server.client();

  @Test
  void silentClientIsClosedAndNotBefore() {
    assertThat(client.connection.deadlineMillis()).isEqualTo(TIMEOUT);
    client.tick(TIMEOUT - 1);
    assertThat(client.closed).isEmpty();
    client.tick(TIMEOUT);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(client.connection.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void connectedClientMayBeSilent() {
    client.say("0");
    assertThat(client.connection.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    client.tick(TIMEOUT);
    assertThat(client.closed).isEmpty();
  }

  @Test
  void refusedClientIsClosed() {
    client.say("0/random,");
    client.tick(TIMEOUT);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }

  @Test
  void checkThatNeverDecidesKeepsNobody() {
    server.main.use((_, _) -> {});
    client.say("0");
    client.tick(TIMEOUT);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(server.sockets).isEmpty();
  }
}
