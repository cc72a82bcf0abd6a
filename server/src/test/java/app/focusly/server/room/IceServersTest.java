package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class IceServersTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.500Z");

  private static JsonNode join(Map<String, String> settings) {
    try (TestServer server = TestServer.start(settings, InstantSource.fixed(NOW));
        SocketIoClient ann = SocketIoClient.connect(server)) {
      JsonNode answer = ann.join("r", "a");
      ann.leave();
      return answer;
    }
  }

  @Test
  void withoutConfigurationThereAreNone() {
    JsonNode answer = join(Map.of());
    assertThat(answer.get("iceServers").isEmpty()).isTrue();
    assertThat(answer.has("iceServersExpireAt")).isFalse();
  }

  @Test
  void stunNeedsNoCredentials() {
    JsonNode answer = join(Map.of("FOCUSLY_STUN", "stun:one.example:3478, stuns:two.example"));
    assertThat(answer.get("iceServers").toString())
        .isEqualTo("[{\"urls\":[\"stun:one.example:3478\",\"stuns:two.example\"]}]");
    assertThat(answer.has("iceServersExpireAt")).isFalse();
  }

  @Test
  void turnCredentialsAreTheExpiryAndTheMemberSignedWithTheSecret()
      throws GeneralSecurityException {
    String secret = "top$ecret\\with${all}";
    JsonNode answer =
        join(
            Map.of(
                "FOCUSLY_TURN_URLS", "turn:turn.example:3478?transport=udp",
                "FOCUSLY_TURN_SECRET", secret,
                "FOCUSLY_TURN_LIFETIME", "2h"));
    Instant expiry = NOW.plus(Duration.ofHours(2));
    assertThat(answer.get("iceServersExpireAt").longValue()).isEqualTo(expiry.toEpochMilli());
    assertThat(answer.get("iceServers")).hasSize(1);
    JsonNode turn = answer.get("iceServers").get(0);
    assertThat(turn.get("urls").toString()).isEqualTo("[\"turn:turn.example:3478?transport=udp\"]");
    String user = expiry.getEpochSecond() + ":" + answer.at("/you/memberId").textValue();
    assertThat(turn.get("username").textValue()).isEqualTo(user);
    assertThat(turn.get("credential").textValue()).isEqualTo(hmacSha1(secret, user));
  }

  private static String hmacSha1(String secret, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
