package app.focusly.socketio;

import static app.focusly.socketio.PacketJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiddlewareTest {
  private final TestServer server = new TestServer();
  private final TestClient client = server.client();
  private final List<String> calls = new ArrayList<>();

  /// The checks that have not decided yet.
  private final List<Middleware.Next> undecided = new ArrayList<>();

  @Test
  void checksRunInTheirOrderAndThenTheConnection() {
    server.main.use(passing("first")).use(passing("second"));
    server.main.onConnection(_ -> calls.add("connection"));
    client.say("0");
    assertThat(calls).containsExactly("first", "second", "connection");
    assertThat(client.sent).containsExactly("0{\"sid\":\"s1\"}");
  }

  @Test
  void checkSeesAuthBeforeTheSocketIsConnected() {
    server.main.use((socket, next) -> {
      calls.add(socket.auth().path("token").asText() + " " + socket.connected());
      next.proceed();
    });
    client.say("0{\"token\":\"abc\"}");
    assertThat(calls).containsExactly("abc false");
  }

  @Test
  void refusalIsToldAndEndsTheChecks() {
    server.main.use((_, next) -> next.refuse("Not authorized", null)).use(passing("second"));
    client.say("0");
    assertThat(client.sent).containsExactly("4{\"message\":\"Not authorized\"}");
    assertThat(calls).isEmpty();
    assertThat(server.sockets).isEmpty();
    assertThat(client.closed).isEmpty();
  }

  @Test
  void refusalCarriesItsData() {
    server.io.of("/custom").use((_, next) -> next.refuse("Not authorized", json("{'code':7}")));
    client.say("0/custom,");
    assertThat(client.sent)
        .containsExactly("4/custom,{\"message\":\"Not authorized\",\"data\":{\"code\":7}}");
  }

  @Test
  void refusedClientMayTryAgain() {
    server.main.use((socket, next) -> {
      if (socket.auth().has("token")) {
        next.proceed();
      } else {
        next.refuse("no token", null);
      }
    });
    client.say("0", "0{\"token\":1}");
    assertThat(client.sent).containsExactly("4{\"message\":\"no token\"}", "0{\"sid\":\"s2\"}");
  }

  @Test
  void eventAfterARefusalEndsTheConnection() {
    server.main.use((_, next) -> next.refuse("no", null));
    client.say("0", "2[\"message\"]");
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(server.sockets).isEmpty();
  }

  @Test
  void checkThatThrowsLetsNobodyInAndIsReported() {
    server.main.use((_, _) -> {
      throw new IllegalStateException("boom");
    });
    client.say("0");
    assertThat(client.sent).singleElement().asString().startsWith("4{\"message\":");
    assertThat(client.sent.getFirst()).doesNotContain("boom");
    assertThat(server.failures).containsExactly("connection: boom");
    assertThat(server.sockets).isEmpty();
    assertThat(client.closed).isEmpty();
  }

  @Test
  void checkMayDecideLater() {
    server.main.use((_, next) -> undecided.add(next));
    client.say("0");
    assertThat(client.sent).isEmpty();
    assertThat(server.sockets).isEmpty();
    undecided.getFirst().proceed();
    assertThat(client.sent).containsExactly("0{\"sid\":\"s1\"}");
    assertThat(server.sockets).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2[\"message\"]", "20[\"message\"]", "1", "30[]", "0"})
  void clientThatDoesNotWaitForTheDecisionIsClosed(String message) {
    server.main.use((_, next) -> undecided.add(next));
    server.main.onConnection(socket -> socket.onAny((_, _) -> calls.add("event")));
    client.say("0", message);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    undecided.getFirst().proceed();
    assertThat(calls).isEmpty();
    assertThat(server.sockets).isEmpty();
    assertThat(client.sent).isEmpty();
  }

  @Test
  void decisionAfterTheConnectionEndedMeansNothing() {
    server.main.use((_, next) -> undecided.add(next)).use(passing("second"));
    client.say("0");
    client.close(CloseReason.TRANSPORT_CLOSE);
    undecided.getFirst().proceed();
    undecided.getFirst().refuse("late", null);
    assertThat(calls).isEmpty();
    assertThat(server.sockets).isEmpty();
    assertThat(server.rooms.size()).isZero();
  }

  /// A check that refused and went on by mistake used to let the client in all the same.
  @Test
  void refusalStandsWhateverTheCheckSaysAfterwards() {
    server.main.use((_, next) -> {
      next.refuse("Not authorized", null);
      next.proceed();
    });
    client.say("0");
    assertThat(client.sent).containsExactly("4{\"message\":\"Not authorized\"}");
    assertThat(server.sockets).isEmpty();
    assertThat(server.rooms.size()).isZero();
  }

  /// A check that proceeded twice used to skip the one behind it.
  @Test
  void secondProceedSkipsNoOtherCheck() {
    server.main.use((_, next) -> {
      next.proceed();
      next.proceed();
    });
    server.main.use((_, next) -> undecided.add(next));
    client.say("0");
    assertThat(undecided).hasSize(1);
    assertThat(server.sockets).isEmpty();
    undecided.getFirst().refuse("no", null);
    assertThat(client.sent).containsExactly("4{\"message\":\"no\"}");
  }

  @Test
  void acceptedSocketCannotBeRefused() {
    server.main.use((_, next) -> {
      next.proceed();
      next.refuse("too late", null);
      next.proceed();
    });
    client.say("0");
    assertThat(client.sent).containsExactly("0{\"sid\":\"s1\"}");
    assertThat(server.sockets).hasSize(1);
  }

  private Middleware passing(String name) {
    return (_, next) -> {
      calls.add(name);
      next.proceed();
    };
  }
}
