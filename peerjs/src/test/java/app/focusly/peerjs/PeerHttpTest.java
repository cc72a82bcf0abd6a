package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerHttpTest {

  private static final PeerRoute.NewId NEW_ID = new PeerRoute.NewId("peerjs");
  private static final PeerRoute.Peers PEERS = new PeerRoute.Peers("peerjs");

  private final Stage stage = new Stage();

  @Test
  void saysWhatItIs() {
    assertThat(get(stage, new PeerRoute.ServerInfo()))
        .isEqualTo(
            new PeerResponse(
                200,
                "application/json; charset=utf-8",
                "{\"name\":\"PeerJS Server\",\"description\":\"A server side element to broker"
                    + " connections between PeerJS clients.\",\"website\":\"https://peerjs.com/\"}"));
  }

  @Test
  void newIdIsTheBareBody() {
    assertThat(get(stage, NEW_ID))
        .isEqualTo(new PeerResponse(200, "text/html; charset=utf-8", "one"));
  }

  @Test
  void newIdIsDrawnUntilNobodyHasIt() {
    stage.join("one");
    stage.join("two");

    assertThat(get(stage, NEW_ID).body()).isEqualTo("three");
  }

  @Test
  void newIdIsNotReserved() {
    get(stage, NEW_ID);

    assertThat(stage.broker.isConnected("one")).isFalse();
  }

  @Test
  void generatorThatKnowsOneIdDoesNotHangTheServer() {
    stage.join("only");

    PeerResponse response =
        new PeerHttp(stage.options, stage.broker, () -> "only").respond("GET", NEW_ID);

    assertThat(response)
        .isEqualTo(new PeerResponse(503, "text/plain; charset=utf-8", "No free id was found"));
  }

  @Test
  void lastDrawCounts() {
    stage.join("taken");
    Iterator<Integer> draws = IntStream.rangeClosed(1, PeerHttp.MOST_DRAWS).iterator();
    Supplier<String> ids = () -> draws.next() == PeerHttp.MOST_DRAWS ? "free" : "taken";

    assertThat(new PeerHttp(stage.options, stage.broker, ids).respond("GET", NEW_ID).body())
        .isEqualTo("free");
  }

  @Test
  void peersAreSecretByDefault() {
    assertThat(get(stage, PEERS))
        .isEqualTo(new PeerResponse(401, "text/plain; charset=utf-8", "Unauthorized"));
  }

  @Test
  void discoveryListsThePeers() {
    Stage open = new Stage(new OptionsBuilder().allowDiscovery());
    assertThat(get(open, PEERS))
        .isEqualTo(new PeerResponse(200, "application/json; charset=utf-8", "[]"));

    open.join("a \"b\"");
    assertThat(get(open, PEERS).body()).isEqualTo("[\"a \\\"b\\\"\"]");

    open.join("c");
    assertThat(get(open, PEERS).body()).isIn("[\"a \\\"b\\\"\",\"c\"]", "[\"c\",\"a \\\"b\\\"\"]");
  }

  /// PeerServer gave ids and peers to whoever asked, with any key.
  @Test
  void wrongKeyIsRefused() {
    Stage open = new Stage(new OptionsBuilder().allowDiscovery());
    PeerResponse refusal =
        new PeerResponse(401, "text/plain; charset=utf-8", "Invalid key provided");

    assertThat(get(open, new PeerRoute.NewId("other"))).isEqualTo(refusal);
    assertThat(get(open, new PeerRoute.Peers("other"))).isEqualTo(refusal);
  }

  @Test
  void restIsNotFound() {
    PeerResponse notFound = new PeerResponse(404, "text/plain; charset=utf-8", "Not Found");

    assertThat(get(stage, new PeerRoute.Unknown())).isEqualTo(notFound);
    assertThat(get(stage, new PeerRoute.Socket())).isEqualTo(notFound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get"})
  void otherMethodsAreNotFound(String method) {
    for (PeerRoute route : List.of(new PeerRoute.ServerInfo(), NEW_ID, PEERS)) {
      assertThat(http(stage).respond(method, route).status()).isEqualTo(404);
    }
  }

  @Test
  void headIsAnsweredAsGet() {
    assertThat(http(stage).respond("HEAD", NEW_ID)).isEqualTo(get(stage, NEW_ID));
  }

  private static PeerResponse get(Stage stage, PeerRoute route) {
    return http(stage).respond("GET", route);
  }

  private static PeerHttp http(Stage stage) {
    Iterator<String> ids = List.of("one", "two", "three").iterator();
    return new PeerHttp(stage.options, stage.broker, ids::next);
  }
}
