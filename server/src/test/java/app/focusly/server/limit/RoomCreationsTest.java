package app.focusly.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rooms are made as fast as is set, and no faster.
class RoomCreationsTest {

  @Test
  void aMemberIsToldWhenToTryAgainAndOthersAreNot() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_MEMBER_ROOMS", "1/3"))) {
      String ann = cookie(server);
      for (int i = 0; i < 3; i++) {
        assertThat(make(server, ann).status()).isEqualTo(201);
      }
      assertRefused(make(server, ann));
      assertThat(make(server, cookie(server)).status()).isEqualTo(201);
      assertThat(Scrape.of(server).limit("FOCUSLY_MEMBER_ROOMS")).isEqualTo(1);
      assertThat(RawHttp.get(server, "/api/me", ann).status()).isEqualTo(200);
    }
  }

  @Test
  void anAddressHasALimitOfItsOwn() {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_ADDRESS_ROOMS", "1/2"))) {
      assertThat(RawHttp.ask(server, "POST", "/api/rooms", "").status()).isEqualTo(201);
      assertThat(RawHttp.ask(server, "POST", "/api/rooms", "").status()).isEqualTo(201);
      assertRefused(RawHttp.ask(server, "POST", "/api/rooms", ""));
      assertThat(Scrape.of(server).limit("FOCUSLY_ADDRESS_ROOMS")).isEqualTo(1);
    }
  }

  private static void assertRefused(HttpAnswer answer) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.header("Retry-After")).contains("1");
    assertThat(answer.json().get("code").textValue()).isEqualTo("too-many-rooms");
  }

  private static HttpAnswer make(TestServer server, String cookie) {
    return RawHttp.ask(server, "POST", "/api/rooms", "", cookie);
  }

  private static String cookie(TestServer server) {
    String set = RawHttp.get(server, "/api/me").header("Set-Cookie").orElseThrow();
    return "Cookie: " + set.substring(0, set.indexOf(';'));
  }
}
