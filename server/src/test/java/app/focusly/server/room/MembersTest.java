package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who a connection is: the guest of a cookie that counts, else nobody known.
class MembersTest {
  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Map.of("FOCUSLY_ORIGINS", "*,https://listed.example"));

  private static String cookie() {
    String set = RawHttp.get(SERVER, "/api/me").header("Set-Cookie").orElseThrow();
    return "Cookie: " + set.substring(0, set.indexOf(';'));
  }

  private static String memberId(String cookie) {
    return RawHttp.get(SERVER, "/api/me", cookie).json().get("memberId").textValue();
  }

  @Test
  void twoTabsWithACookieAreOneMember() {
    String cookie = cookie();
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient one = SocketIoClient.connect(SERVER, cookie);
        SocketIoClient two = SocketIoClient.connect(SERVER, cookie)) {
      ann.join("tabs", "a");
      JsonNode first = one.join("tabs", "b1");
      assertThat(first.at("/you/role").textValue()).isEqualTo("member");
      assertThat(first.at("/you/memberId").textValue()).isEqualTo(memberId(cookie));
      ann.soFar();
      JsonNode second = two.join("tabs", "b2");
      assertThat(second.get("members")).hasSize(2);
      assertThat(second.at("/you/memberId")).isEqualTo(first.at("/you/memberId"));
      assertThat(one.expect("member-updated").get("connections")).hasSize(2);
      assertThat(one.expect("user-connected").textValue()).isEqualTo("b2");
      assertThat(ann.expect("member-updated").get("connections")).hasSize(2);
      ann.expect("user-connected");
      two.leave();
      assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("b2");
      assertThat(ann.expect("member-updated").get("connections")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Origin: http://focusly.test", "Origin: https://listed.example", "X-None: 1"})
  void aCookieCountsForOurOwnPagesAndForListedOnes(String origin) {
    String cookie = cookie();
    try (SocketIoClient ann = SocketIoClient.connect(SERVER, cookie, origin)) {
      JsonNode you = ann.join("own", "a").get("you");
      assertThat(you.get("role").textValue()).isEqualTo("member");
      assertThat(you.get("memberId").textValue()).isEqualTo(memberId(cookie));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://focusly.test.evil.example",
        "Origin: http://focusly.test:81",
        "Origin: focusly.test"
      })
  void aCookieOfAForeignPageIsIgnored(String origin) {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER, cookie(), origin)) {
      assertThat(ann.join("foreign", "a").at("/you/role").textValue()).isEqualTo("guest");
    }
  }

  @Test
  void aForgedCookieIsIgnored() {
    String cookie = cookie();
    String guest = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf('.'));
    String other = cookie();
    String signature = other.substring(other.indexOf('.') + 1);
    for (String forged :
        new String[] {
          "Cookie: focusly_guest=" + guest + "." + signature,
          "Cookie: focusly_guest=" + guest + ".",
          "Cookie: focusly_guest=" + guest,
          "Cookie: focusly_guest=" + guest + "." + "A".repeat(43),
          "Cookie: focusly_guest=;;;=;",
        }) {
      try (SocketIoClient ann = SocketIoClient.connect(SERVER, forged)) {
        JsonNode you = ann.join("forged", "a").get("you");
        assertThat(you.get("role").textValue()).as(forged).isEqualTo("guest");
        assertThat(you.get("memberId").textValue()).isNotEqualTo(guest);
      }
    }
  }

  @Test
  void aForgedCookieBesideAGenuineOneDoesNotHideIt() {
    String cookie = cookie();
    String both = cookie.replace("Cookie: ", "Cookie: theme=dark; focusly_guest=forged; ");
    try (SocketIoClient ann = SocketIoClient.connect(SERVER, both)) {
      assertThat(ann.join("both", "a").at("/you/memberId").textValue()).isEqualTo(memberId(cookie));
    }
  }

  @Test
  void withoutACookieEachConnectionIsAMemberOfItsOwn() {
    try (SocketIoClient one = SocketIoClient.connect(SERVER);
        SocketIoClient two = SocketIoClient.connect(SERVER)) {
      one.join("guests", "a");
      JsonNode answer = two.join("guests", "b");
      assertThat(answer.get("members")).hasSize(2);
      assertThat(answer.at("/you/memberId").textValue()).isNotEqualTo(two.id());
    }
  }
}
