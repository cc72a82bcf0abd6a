package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineRequestTest {
  private static final Set<Transport> BOTH = Set.of(Transport.values());

  @Test
  void readsAHandshakeOnEachTransport() {
    assertThat(read("GET", false, "EIO=4&transport=polling"))
        .isEqualTo(new EngineRequest.Open(Transport.POLLING));
    assertThat(read("GET", true, "EIO=4&transport=websocket"))
        .isEqualTo(new EngineRequest.Open(Transport.WEBSOCKET));
  }

  @Test
  void readsRequestsOfASession() {
    assertThat(read("GET", false, "EIO=4&transport=polling&sid=a"))
        .isEqualTo(new EngineRequest.Poll("a"));
    assertThat(read("POST", false, "EIO=4&transport=polling&sid=a"))
        .isEqualTo(new EngineRequest.Post("a"));
    assertThat(read("GET", true, "EIO=4&transport=websocket&sid=a"))
        .isEqualTo(new EngineRequest.Probe("a"));
  }

  @Test
  void anEmptySidIsNoSid() {
    assertThat(read("GET", false, "EIO=4&transport=polling&sid="))
        .isEqualTo(new EngineRequest.Open(Transport.POLLING));
    assertThat(read("GET", true, "EIO=4&transport=websocket&sid="))
        .isEqualTo(new EngineRequest.Open(Transport.WEBSOCKET));
  }

  @Test
  void theVersionIsAskedForAfterEverythingElse() {
    assertThat(read("GET", false, "EIO=3&transport=polling"))
        .isEqualTo(new EngineRequest.Open(Transport.POLLING));
    assertThat(EngineRequest.refusalOfVersion(UrlEncoded.lastValues("EIO=4"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EIO", "EIO=", "EIO=3", "EIO=abc", "EIO=4.0", "EIO=4&EIO=3"})
  void everyVersionButFourIsRefused(String query) {
    assertThat(EngineRequest.refusalOfVersion(UrlEncoded.lastValues(query)))
        .get(type(Refusal.class))
        .extracting(Refusal::error)
        .isEqualTo(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
  }

  @ParameterizedTest(name = "{0} upgrade={1} {2}: {3} {4}")
  @CsvSource({
    "GET,  false, EIO=4,                          UNKNOWN_TRANSPORT,    ''",
    "GET,  false, EIO=4&transport=abc,            UNKNOWN_TRANSPORT,    ''",
    "GET,  false, EIO=4&transport=,               UNKNOWN_TRANSPORT,    ''",
    "GET,  false, EIO=4&transport=Polling,        UNKNOWN_TRANSPORT,    ''",
    "GET,  false, EIO=4&transport=webtransport,   UNKNOWN_TRANSPORT,    ''",
    "POST, false, EIO=3&transport=abc&sid=a,      UNKNOWN_TRANSPORT,    ''",
    "GET,  true,  EIO=4,                          UNKNOWN_TRANSPORT,    ''",
    "POST, false, EIO=4&transport=polling,        BAD_HANDSHAKE_METHOD, ''",
    "PUT,  false, EIO=3&transport=polling,        BAD_HANDSHAKE_METHOD, ''",
    "POST, false, EIO=4&transport=websocket,      BAD_HANDSHAKE_METHOD, ''",
    "POST, true,  EIO=4&transport=websocket,      BAD_HANDSHAKE_METHOD, ''",
    "GET,  false, EIO=4&transport=websocket,      BAD_REQUEST,          TRANSPORT_HANDSHAKE_ERROR",
    "GET,  true,  EIO=4&transport=polling,        BAD_REQUEST,          TRANSPORT_HANDSHAKE_ERROR",
  })
  void refuses(String method, boolean upgrade, String query, EngineError error, String name) {
    assertThat(read(method, upgrade, query))
        .asInstanceOf(type(EngineRequest.Refused.class))
        .satisfies(refused -> assertRefusal(refused.refusal(), error, name));
  }

  @ParameterizedTest(name = "{0} upgrade={1} {2}: {3}")
  @CsvSource({
    "GET,    false, EIO=4&transport=websocket&sid=a, TRANSPORT_MISMATCH",
    "GET,    true,  EIO=4&transport=polling&sid=a,   TRANSPORT_MISMATCH",
    "GET,    false, transport=polling&sid=a,         PROTOCOL_MISMATCH",
    "POST,   false, EIO=3&transport=polling&sid=a,   PROTOCOL_MISMATCH",
    "GET,    true,  EIO=3&transport=websocket&sid=a, PROTOCOL_MISMATCH",
    "PUT,    false, EIO=4&transport=polling&sid=a,   ''",
    "DELETE, false, EIO=4&transport=polling&sid=a,   ''",
    "POST,   true,  EIO=4&transport=websocket&sid=a, ''",
  })
  void aSessionCannotServe(String method, boolean upgrade, String query, String name) {
    assertThat(read(method, upgrade, query))
        .asInstanceOf(type(EngineRequest.Misfit.class))
        .satisfies(misfit -> {
          assertThat(misfit.sid()).isEqualTo("a");
          assertRefusal(misfit.refusal(), EngineError.BAD_REQUEST, name);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example\u0001", "\n", "\u007f", "http://\u0100.example"})
  void anOriginWithControlCharactersIsRefused(String origin) {
    assertThat(readFrom(origin, BOTH))
        .isEqualTo(new EngineRequest.Refused(new Refusal.InvalidOrigin(origin)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "http://a.example", "http://\u00e9.example", "a\tb c"})
  void anyOtherOriginIsTakenAsItIs(String origin) {
    assertThat(readFrom(origin, BOTH)).isEqualTo(new EngineRequest.Open(Transport.POLLING));
  }

  @Test
  void aTransportThatIsNotLetInIsUnknown() {
    assertThat(readFrom("", Set.of(Transport.WEBSOCKET)))
        .isEqualTo(new EngineRequest.Refused(new Refusal.UnknownTransport("polling")));
  }

  private static void assertRefusal(Refusal refusal, EngineError error, String name) {
    assertThat(refusal.error()).isEqualTo(error);
    assertThat(refusal.name().orElse("")).isEqualTo(name);
    assertThat(refusal.message()).isEqualTo(error.message());
  }

  private static EngineRequest read(String method, boolean upgrade, String query) {
    return EngineRequest.read(method, upgrade, "", UrlEncoded.lastValues(query), BOTH);
  }

  private static EngineRequest readFrom(String origin, Set<Transport> transports) {
    return EngineRequest.read(
        "GET", false, origin, UrlEncoded.lastValues("EIO=4&transport=polling"), transports);
  }
}
