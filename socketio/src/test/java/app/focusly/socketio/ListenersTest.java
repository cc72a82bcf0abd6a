package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Listeners come and go, also while they are called.
class ListenersTest {
  private final TestServer server = new TestServer();
  private final TestClient client = server.connected();
  private final Socket socket = server.sockets.getFirst();
  private final List<String> calls = new ArrayList<>();

  private EventListener listener(String name) {
    return (_, _) -> calls.add(name);
  }

  private List<String> callsOf(String message) {
    calls.clear();
    client.say(message);
    return List.copyOf(calls);
  }

  @Test
  void onceHearsTheFirstEventAlone() {
    socket.once("a", listener("once")).on("a", listener("on"));
    assertThat(callsOf("2[\"a\"]")).containsExactly("once", "on");
    assertThat(callsOf("2[\"a\"]")).containsExactly("on");
  }

  @Test
  void offRemovesOneListenerOfOneEvent() {
    EventListener first = listener("first");
    socket.on("a", first).on("a", listener("second")).on("b", first);
    socket.off("a", first).off("a", listener("unknown")).off("c", first);
    assertThat(callsOf("2[\"a\"]")).containsExactly("second");
    assertThat(callsOf("2[\"b\"]")).containsExactly("first");
  }

  @Test
  void offRemovesAListenerAsOftenAsItIsCalled() {
    EventListener twice = listener("twice");
    socket.on("a", twice).on("a", twice);
    socket.off("a", twice);
    assertThat(callsOf("2[\"a\"]")).containsExactly("twice");
  }

  @Test
  void offRemovesAListenerForOnce() {
    EventListener once = listener("once");
    socket.once("a", once).off("a", once);
    assertThat(callsOf("2[\"a\"]")).isEmpty();
  }

  @Test
  void offRemovesAllListenersOfAnEvent() {
    socket.off("a");
    socket.on("a", listener("1")).on("b", listener("b")).on("a", listener("2"));
    socket.off("a");
    assertThat(callsOf("2[\"a\"]")).isEmpty();
    assertThat(callsOf("2[\"b\"]")).containsExactly("b");
  }

  @Test
  void manyEventsKeepTheirListeners() {
    for (int i = 0; i < 100; i++) {
      socket.on("e" + i, listener("l" + i));
    }
    assertThat(callsOf("2[\"e73\"]")).containsExactly("l73");
  }

  @Test
  void listenerMayRemoveAndAddOthersWhileItIsCalled() {
    EventListener last = listener("last");
    socket.on("a", (_, _) -> socket.off("a", last).on("a", listener("new")));
    socket.on("a", last);
    assertThat(callsOf("2[\"a\"]")).as("those of its beginning").containsExactly("last");
    assertThat(callsOf("2[\"a\"]")).containsExactly("new");
  }

  @Test
  void anyListenersComeFirstInTheirOrder() {
    socket.on("a", listener("a"));
    socket.onAny(listener("second")).prependAny(listener("first")).onAny(listener("third"));
    assertThat(callsOf("2[\"a\"]")).containsExactly("first", "second", "third", "a");
  }

  @Test
  void anyListenersCanBeRemoved() {
    EventListener any = listener("any");
    socket.onAny(any).onAny(listener("other")).offAny(any);
    assertThat(callsOf("2[\"a\"]")).containsExactly("other");
    socket.offAny();
    assertThat(callsOf("2[\"a\"]")).isEmpty();
  }

  @Test
  void anyListenerMayEndTheSocketBeforeTheOthersHear() {
    socket.on("a", listener("a")).onAny((_, _) -> socket.disconnect());
    assertThat(callsOf("2[\"a\"]")).isEmpty();
  }

  @Test
  void outgoingListenersHearEventsAndBroadcastsWithTheirNames() {
    socket.onAnyOutgoing(arguments -> calls.add("second" + arguments));
    socket.prependAnyOutgoing(arguments -> calls.add("first" + arguments));
    socket.emit("a", PacketJson.json("1"));
    server.main.everyone().emit("b");
    assertThat(calls)
        .containsExactly("first[\"a\", 1]", "second[\"a\", 1]", "first[\"b\"]", "second[\"b\"]");
  }

  @Test
  void outgoingListenersHearQuestionsAndNoAnswers() {
    socket.onAnyOutgoing(arguments -> calls.add(arguments.toString()));
    socket.on("ask", (_, ack) -> ack.send());
    client.say("21[\"ask\"]");
    socket.emitWithAck("q", Duration.ofSeconds(1), new RecordingAckListener());
    assertThat(calls).containsExactly("[\"q\"]");
  }

  @Test
  void outgoingListenersCanBeRemoved() {
    Consumer<List<JsonNode>> one = _ -> calls.add("one");
    socket.onAnyOutgoing(one).onAnyOutgoing(_ -> calls.add("two")).offAnyOutgoing(one);
    socket.emit("a");
    socket.offAnyOutgoing();
    socket.emit("a");
    assertThat(calls).containsExactly("two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect",
        "connect_error",
        "disconnect",
        "disconnecting",
        "newListener",
        "removeListener"
      })
  void reservedNamesAreNeitherSentNorListenedTo(String name) {
    String message = '"' + name + "\" is a reserved event name";
    assertThatIllegalArgumentException().isThrownBy(() -> socket.emit(name)).withMessage(message);
    assertThatIllegalArgumentException().isThrownBy(() -> socket.emitIfWritable(name));
    assertThatIllegalArgumentException().isThrownBy(() -> server.main.everyone().emit(name));
    assertThatIllegalArgumentException().isThrownBy(() -> socket.on(name, listener("")));
    assertThatIllegalArgumentException().isThrownBy(() -> socket.once(name, listener("")));
    assertThat(client.sent).isEmpty();
  }

  @Test
  void errorsReachTheirListenersBeforeTheEnd() {
    socket.onError(error -> calls.add(error.message()));
    socket.onDisconnecting(reason -> calls.add(reason.text()));
    client.say("4{");
    assertThat(calls).containsExactly("invalid JSON", "forced close");
  }

  /// A client may send an event of this name; it is no failure of the connection.
  @Test
  void eventNamedErrorIsAnEventLikeOthers() {
    socket.onError(error -> calls.add(error.message()));
    socket.on("error", listener("event"));
    assertThat(callsOf("2[\"error\"]")).containsExactly("event");
  }
}
