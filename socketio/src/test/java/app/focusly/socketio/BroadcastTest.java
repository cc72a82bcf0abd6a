package app.focusly.socketio;

import static app.focusly.socketio.PacketJson.bytes;
import static app.focusly.socketio.PacketJson.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.focusly.engineio.CloseReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is done to many sockets besides sending an event.
class BroadcastTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final TestServer server = new TestServer();
  private final TestClient a = server.connected();
  private final TestClient b = server.connected();
  private final TestClient c = server.connected();
  private final Socket socketA = server.sockets.get(0);
  private final Socket socketB = server.sockets.get(1);
  private final Socket socketC = server.sockets.get(2);
  private final List<String> ends = new ArrayList<>();
  private final BroadcastAckListener listener =
      new BroadcastAckListener() {
        @Override
        public void answered(List<JsonNode> answers) {
          ends.add("answered" + answers);
        }

        @Override
        public void timedOut(List<JsonNode> answers) {
          ends.add("timed out" + answers);
        }
      };

  @Test
  void serverSocketAndNamespaceAddressTheSame() {
    socketA.join("x", "y");
    socketB.join("x");
    server.io.to("x").emit("1");
    server.io.except("y").emit("2");
    server.io.everyone().emit("3");
    socketC.to("x").emit("4");
    socketA.except(socketB.id()).emit("5");
    socketB.others().emit("6");
    assertThat(a.sent).containsExactly("2[\"1\"]", "2[\"3\"]", "2[\"4\"]", "2[\"6\"]");
    assertThat(b.sent).containsExactly("2[\"1\"]", "2[\"2\"]", "2[\"3\"]", "2[\"4\"]");
    assertThat(c.sent).containsExactly("2[\"2\"]", "2[\"3\"]", "2[\"5\"]", "2[\"6\"]");
  }

  @Test
  void manyRoomsAreNamedAtOnce() {
    socketA.join("x");
    socketB.join("y");
    socketC.join("x", "z");
    server.main.to("x", "y", "x").except("z", "nowhere").emit("hi");
    assertThat(a.sent).hasSize(1);
    assertThat(b.sent).hasSize(1);
    assertThat(c.sent).isEmpty();
  }

  @Test
  void localReachesTheSocketsOfThisProcess() {
    server.main.everyone().local().emit("hi");
    assertThat(List.of(a, b, c)).allMatch(client -> client.sent.size() == 1);
  }

  @Test
  void socketsJoinAndLeaveRooms() {
    socketA.join("x");
    socketB.join("x");
    server.main.to("x").join("y", "x");
    assertThat(socketB.rooms()).containsExactlyInAnyOrder(socketB.id(), "x", "y");
    server.main.everyone().leave("x", "nowhere");
    assertThat(socketA.rooms()).containsExactlyInAnyOrder(socketA.id(), "y");
    server.main.everyone().except("y").join("z");
    assertThat(socketC.rooms()).containsExactlyInAnyOrder(socketC.id(), "z");
    assertThat(server.rooms.size()).isEqualTo(5);
  }

  @Test
  void socketsLeaveTheNamespace() {
    socketA.join("x");
    socketB.join("x");
    server.main.to("x").disconnect();
    assertThat(List.of(socketA, socketB)).noneMatch(Socket::connected);
    assertThat(socketC.connected()).isTrue();
    assertThat(a.sent).containsExactly("1");
    assertThat(a.closed).isEmpty();
  }

  @Test
  void connectionsOfSocketsEnd() {
    server.main.except(socketC.id()).disconnectClients();
    assertThat(a.closed).containsExactly(CloseReason.FORCED_CLOSE);
    assertThat(b.sent).containsExactly("1");
    assertThat(c.closed).isEmpty();
  }

  @Test
  void detailsTellWhoIsThere() {
    socketA.join("x");
    socketA.data(json("{'name':'Ann'}"));
    var fetched = new ArrayList<List<SocketDetails>>();
    server.main.to("x").fetch(fetched::add);
    server.main.everyone().fetch(fetched::add);
    server.main.to("nowhere").fetch(fetched::add);
    assertThat(fetched).hasSize(3);
    assertThat(fetched.get(0))
        .containsExactly(
            new SocketDetails(
                socketA.id(),
                TestClient.HANDSHAKE,
                json("{}"),
                Set.of(socketA.id(), "x"),
                json("{'name':'Ann'}")));
    assertThat(fetched.get(1)).hasSize(3);
    assertThat(fetched.get(1).getLast().data().isMissingNode()).isTrue();
    assertThat(fetched.get(2)).isEmpty();
  }

  @Test
  void everyonesAnswersAreGathered() {
    server.main.everyone().emitWithAck("ask", TIMEOUT, listener, json("1"));
    assertThat(a.sent).containsExactly("20[\"ask\",1]");
    assertThat(c.sent).isEqualTo(a.sent);
    a.say("30[\"a\",\"more\"]");
    c.say("30[]");
    assertThat(ends).isEmpty();
    b.say("30[{\"b\":1}]");
    assertThat(ends).containsExactly("answered[\"a\", null, {\"b\":1}]");
  }

  @Test
  void answersThatAreMissingTimeOut() {
    server.main.everyone().emitWithAck("ask", TIMEOUT, listener);
    List.of(a, b, c).forEach(client -> client.tick(0));
    b.say("30[1]");
    a.tick(5_000);
    assertThat(ends).isEmpty();
    c.close(CloseReason.TRANSPORT_CLOSE);
    assertThat(ends).containsExactly("timed out[1]");
    a.say("30[\"late\"]");
    assertThat(ends).hasSize(1);
  }

  @Test
  void questionToNobodyIsAnswered() {
    server.main.to("nowhere").emitWithAck("ask", TIMEOUT, listener);
    assertThat(ends).containsExactly("answered[]");
  }

  @Test
  void questionAsksForTheDeadlineAnew() {
    server.main.everyone().emitWithAck("ask", TIMEOUT, listener);
    assertThat(a.tasks).isEqualTo(1);
    socketA.emitWithAck("ask", TIMEOUT, new RecordingAckListener());
    assertThat(a.tasks).isEqualTo(2);
  }

  @Test
  void moreAttachmentsThanClientsReadAreNotSent() {
    JsonNode[] eleven = new JsonNode[PacketFormat.MAX_ATTACHMENTS + 1];
    Arrays.fill(eleven, bytes(1));
    String message = "too many attachments: 11, where clients read 10 at most";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.main.everyone().emit("e", eleven))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> socketA.emit("e", eleven))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> socketA.emitWithAck("e", TIMEOUT, new RecordingAckListener(), eleven));
    assertThat(a.sent).isEmpty();
    assertThat(a.connection.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void answerOfTooManyAttachmentsLeavesRoomForAnother() {
    JsonNode[] eleven = new JsonNode[PacketFormat.MAX_ATTACHMENTS + 1];
    Arrays.fill(eleven, bytes(1));
    socketA.on(
        "ask",
        (_, ack) -> {
          try {
            ack.send(eleven);
          } catch (IllegalArgumentException tooMany) {
            ack.send(json("'sorry'"));
          }
        });
    a.say("21[\"ask\"]");
    assertThat(a.sent).containsExactly("31[\"sorry\"]");
  }
}
