package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
  private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(
          Map.of("FOCUSLY_SESSION_COOKIE", "io", "FOCUSLY_TRUSTED_PROXIES", "127.0.0.1"));

  @Test
  void comesWithTheHandshakeAlone() {
    HttpAnswer answer = RawHttp.get(SERVER, POLLING);
    String sid = answer.text().substring(9, 29);
    assertThat(answer.text()).startsWith("0{\"sid\":\"" + sid + "\"");
    assertThat(answer.header("Set-Cookie"))
        .contains("io=" + sid + "; Path=/; HttpOnly; SameSite=Lax");
    PollingClient client = PollingClient.open(SERVER);
    assertThat(client.post("40").headers()).doesNotContainKey("set-cookie");
    assertThat(client.poll().headers()).doesNotContainKey("set-cookie");
  }

  @Test
  void staysOnTlsWhereItCameByTls() {
    assertThat(RawHttp.get(SERVER, POLLING, "X-Forwarded-Proto: https").header("Set-Cookie"))
        .hasValueSatisfying(
            cookie -> assertThat(cookie).endsWith("; Path=/; HttpOnly; Secure; SameSite=Lax"));
  }
}
