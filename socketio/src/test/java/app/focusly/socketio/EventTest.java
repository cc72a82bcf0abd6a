package app.focusly.socketio;

import static app.focusly.socketio.PacketJson.bytes;
import static app.focusly.socketio.PacketJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventTest {
  private final TestServer server = new TestServer();
  private final TestClient client = server.connected();
  private final Socket socket = server.sockets.getFirst();
  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void listen() {
    socket.on("message", (arguments, _) -> events.add("message" + arguments));
  }

  @Test
  void argumentsReachTheListener() {
    client.say("2[\"message\",1,\"2\",{\"3\":[true,null]}]", "2[\"message\"]", "2[\"other\"]");
    assertThat(events).containsExactly("message[1, \"2\", {\"3\":[true,null]}]", "message[]");
  }

  @Test
  void listenersRunInTheirOrder() {
    socket.on("message", (_, _) -> events.add("second"));
    socket.onAny((arguments, _) -> events.add("any" + arguments));
    client.say("2[\"message\",1]", "2[\"other\",2]");
    assertThat(events)
        .containsExactlyInAnyOrder(
            "any[\"message\", 1]", "message[1]", "second", "any[\"other\", 2]");
    assertThat(events).containsSubsequence("message[1]", "second", "any[\"other\", 2]");
  }

  @Test
  void bytesReachTheListenerAsBytes() {
    socket.on(
        "bytes", (arguments, _) -> assertThat(arguments).containsExactly(bytes(1, 2), bytes(3)));
    socket.on("bytes", (_, _) -> events.add("bytes"));
    client.say(
        "52-[\"bytes\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
    client.say(new byte[] {1, 2});
    assertThat(events).isEmpty();
    client.say(new byte[] {3});
    assertThat(events).containsExactly("bytes");
    assertThat(server.failures).isEmpty();
  }

  @Test
  void placeholdersMayNameTheirAttachmentsInAnyOrder() {
    socket.on("bytes", (arguments, _) -> events.add(arguments.toString()));
    client.say(
        "52-[\"bytes\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]");
    client.say(new byte[] {1});
    client.say(new byte[] {2});
    assertThat(events).containsExactly(List.of(bytes(2), bytes(1)).toString());
  }

  @Test
  void eventToTheClientIsOneMessage() {
    socket.emit("hey", json("'Jude'"), json("{'a':1}"));
    assertThat(client.sent).containsExactly("2[\"hey\",\"Jude\",{\"a\":1}]");
  }

  @Test
  void bytesToTheClientFollowTheirEvent() {
    socket.emit("hey", bytes(1, 2), json("1"), bytes(3, 4));
    assertThat(client.sent)
        .containsExactly(
            "52-[\"hey\",{\"_placeholder\":true,\"num\":0},1,{\"_placeholder\":true,\"num\":1}]",
            "bAQI=",
            "bAwQ=");
  }

  @Test
  void answerCarriesTheNumberOfItsEvent() {
    socket.on(
        "ask",
        (arguments, ack) -> {
          assertThat(ack.wanted()).isTrue();
          ack.send(arguments.toArray(JsonNode[]::new));
        });
    client.say("2456[\"ask\",1,\"2\",{\"3\":[false]}]", "20[\"ask\"]");
    assertThat(client.sent).containsExactly("3456[1,\"2\",{\"3\":[false]}]", "30[]");
    assertThat(server.failures).isEmpty();
  }

  @Test
  void onlyTheFirstAnswerCounts() {
    socket.on(
        "ask",
        (_, ack) -> {
          ack.send(json("1"));
          ack.send(json("2"));
        });
    socket.on("ask", (_, ack) -> ack.send(json("3")));
    client.say("27[\"ask\"]");
    assertThat(client.sent).containsExactly("37[1]");
  }

  @Test
  void answerThatNobodyWantsIsNotSent() {
    socket.on(
        "ask",
        (_, ack) -> {
          assertThat(ack.wanted()).isFalse();
          ack.send(json("1"));
        });
    client.say("2[\"ask\"]");
    assertThat(client.sent).isEmpty();
    assertThat(server.failures).isEmpty();
  }

  @Test
  void answerOfBytesIsABinaryAck() {
    socket.on("ask", (_, ack) -> ack.send(bytes(1, 2, 3, 4)));
    client.say("215[\"ask\"]");
    assertThat(client.sent)
        .containsExactly("61-15[{\"_placeholder\":true,\"num\":0}]", "bAQIDBA==");
  }

  @Test
  void answerAfterTheSocketLeftIsNotSent() {
    var acks = new ArrayList<Ack>();
    socket.on("ask", (_, ack) -> acks.add(ack));
    client.say("21[\"ask\"]", "1");
    acks.getFirst().send(json("1"));
    assertThat(client.sent).isEmpty();
  }

  @Test
  void socketThatLeftSendsNothing() {
    client.say("1");
    socket.emit("late");
    socket.emitIfWritable("late");
    assertThat(client.sent).isEmpty();
  }
}
