package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Checks that the events of one socket pass.
class EventMiddlewareTest {
  private static final int MOST = 10;

  private final TestServer server =
      new TestServer(
          SocketIoOptions.defaults().withClientLimits(new ClientLimits(MOST, MOST, MOST)));
  private final TestClient client = server.connected();
  private final Socket socket = server.sockets.getFirst();
  private final List<String> calls = new ArrayList<>();
  private final List<Middleware.Next> undecided = new ArrayList<>();

  @BeforeEach
  void listen() {
    socket.on("a", (arguments, _) -> calls.add("a" + arguments));
    socket.onError(error -> calls.add(error.toString()));
  }

  @Test
  void eventPassesTheChecksInTheirOrder() {
    socket.use((event, _, next) -> {
      calls.add("first" + event);
      next.proceed();
    });
    socket.use((_, _, next) -> {
      calls.add("second");
      next.proceed();
    });
    client.say("2[\"a\",1]");
    assertThat(calls).containsExactly("first[\"a\", 1]", "second", "a[1]");
  }

  @Test
  void refusedEventReachesTheErrorListenersAlone() {
    socket.use((_, _, next) -> next.refuse("not now", PacketJson.json("{'code':7}")));
    socket.use((_, _, _) -> calls.add("second"));
    client.say("2[\"a\"]");
    assertThat(calls).containsExactly("Refused[event=a, message=not now, data={\"code\":7}]");
    assertThat(client.closed).isEmpty();
    assertThat(client.sent).isEmpty();
  }

  @Test
  void listenersOfAnyEventHearItBefore() {
    socket.use((_, _, next) -> next.refuse("no", null));
    socket.onAny((_, _) -> calls.add("any"));
    client.say("2[\"a\"]");
    assertThat(calls).first().isEqualTo("any");
  }

  @Test
  void checkMayAnswerInTheListenersPlace() {
    socket.use((_, ack, _) -> ack.send(PacketJson.json("'done'")));
    client.say("27[\"a\"]");
    assertThat(client.sent).containsExactly("37[\"done\"]");
    assertThat(calls).isEmpty();
  }

  @Test
  void checkThatThrowsRefusesTheEvent() {
    socket.use((_, _, _) -> {
      throw new IllegalStateException("boom");
    });
    client.say("2[\"a\"]");
    assertThat(calls).containsExactly("Refused[event=a, message=internal error, data=null]");
    assertThat(server.failures).containsExactly("a: boom");
  }

  @Test
  void eventsMayOvertakeOneThatIsBeingDecided() {
    socket.use((event, _, next) -> {
      if (event.size() > 1) {
        undecided.add(next);
      } else {
        next.proceed();
      }
    });
    client.say("2[\"a\",1]", "2[\"a\"]");
    undecided.getFirst().proceed();
    assertThat(calls).containsExactly("a[]", "a[1]");
  }

  @Test
  void decisionAfterTheEndMeansNothing() {
    socket.use((_, _, next) -> undecided.add(next));
    client.say("2[\"a\"]", "2[\"a\"]", "1");
    undecided.get(0).proceed();
    undecided.get(1).refuse("late", null);
    assertThat(calls).isEmpty();
  }

  @Test
  void asManyEventsWaitAsMay() {
    socket.use((_, _, next) -> undecided.add(next));
    for (int i = 0; i < MOST; i++) {
      client.say("2[\"a\"]");
    }
    assertThat(calls).isEmpty();
    undecided.removeFirst().proceed();
    client.say("2[\"a\"]");
    assertThat(calls).containsExactly("a[]");
  }

  @Test
  void oneMoreIsRefused() {
    socket.use((_, _, next) -> undecided.add(next));
    for (int i = 0; i <= MOST; i++) {
      client.say("2[\"a\"]");
    }
    assertThat(undecided).hasSize(MOST);
    assertThat(calls).singleElement().asString().contains("too many events wait for a decision");
  }
}
