package app.focusly.socketio;

import static app.focusly.socketio.PacketJson.bytes;
import static app.focusly.socketio.PacketJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final String HI = "2[\"hi\"]";

  private final TestServer server = new TestServer();
  private final TestClient a = server.connected();
  private final TestClient b = server.connected();
  private final TestClient c = server.connected();
  private final Socket socketA = server.sockets.get(0);
  private final Socket socketB = server.sockets.get(1);
  private final Socket socketC = server.sockets.get(2);

  @Test
  void socketIsInTheRoomOfItsOwnId() {
    assertThat(socketB.rooms()).containsExactly(socketB.id());
    server.main.to(socketB.id()).emit("hi");
    assertHeard(b);
  }

  @Test
  void everyoneIsTheWholeNamespace() {
    server.main.everyone().emit("hi");
    assertHeard(a, b, c);
  }

  @Test
  void roomReachesItsMembersAlone() {
    socketA.join("x");
    socketC.join("x");
    server.main.to("x").emit("hi");
    assertHeard(a, c);
    assertThat(socketA.rooms()).containsExactlyInAnyOrder(socketA.id(), "x");
  }

  @Test
  void othersOfARoomAreAllButTheSender() {
    socketA.join("x");
    socketB.join("x");
    socketA.to("x").emit("hi");
    assertHeard(b);
  }

  @Test
  void senderNeedNotBeInTheRoom() {
    socketB.join("x");
    socketA.to("x").emit("hi");
    assertHeard(b);
  }

  @Test
  void unionReachesEachSocketOnce() {
    socketA.join("x");
    socketA.join("y");
    socketB.join("y");
    server.main.to("x").to("y").to(socketA.id()).emit("hi");
    assertHeard(a, b);
  }

  @Test
  void everyoneReachesASocketOfManyRoomsOnce() {
    socketA.join("x");
    socketA.join("y");
    server.main.everyone().emit("hi");
    assertHeard(a, b, c);
  }

  @Test
  void exceptLeavesOutRoomsAndIds() {
    socketA.join("x");
    socketB.join("x");
    socketB.join("y");
    server.main.to("x").except("y").emit("hi");
    assertHeard(a);
    a.sent.clear();
    server.main.everyone().except("y").except(socketC.id()).emit("hi");
    assertHeard(a);
  }

  @Test
  void unknownRoomReachesNobody() {
    server.main.to("nowhere").emit("hi");
    socketA.leave("nowhere");
    assertHeard();
  }

  @Test
  void leavingARoomEndsItsEvents() {
    socketA.join("x");
    socketA.join("x");
    socketA.leave("x");
    server.main.to("x").emit("hi");
    assertHeard();
    assertThat(socketA.rooms()).containsExactly(socketA.id());
  }

  @Test
  void broadcastIsNarrowedWithoutChangingTheOneItCameFrom() {
    socketA.join("x");
    socketB.join("y");
    Broadcast x = server.main.to("x");
    assertThat(x.to("y")).isNotSameAs(x);
    x.except("x");
    x.emit("hi");
    assertHeard(a);
  }

  @Test
  void roomsOfAnotherNamespaceAreOthers() {
    var customs = new ArrayList<Socket>();
    server.io.of("/custom").onConnection(customs::add);
    b.say("0/custom,");
    b.sent.clear();
    customs.getFirst().join("x");
    socketA.join("x");
    server.main.to("x").emit("hi");
    assertHeard(a);
    server.io.of("/custom").to("x").emit("hi");
    assertThat(b.sent).containsExactly("2/custom,[\"hi\"]");
  }

  @Test
  void leavingTheNamespaceLeavesAllRooms() {
    socketA.join("x");
    a.say("1");
    server.main.to("x").emit("hi");
    server.main.everyone().emit("hi");
    assertHeard(b, c);
    assertThat(socketA.rooms()).isEmpty();
    assertThat(server.rooms.size()).isEqualTo(2);
  }

  @Test
  void endOfAllConnectionsEmptiesAllRooms() {
    socketA.join("x");
    socketB.join("y");
    List.of(a, b, c).forEach(client -> client.close(CloseReason.TRANSPORT_CLOSE));
    assertThat(server.rooms.size()).isZero();
  }

  @Test
  void roomsAreStillThereWhileDisconnecting() {
    socketA.join("x");
    socketB.join("x");
    var seen = new ArrayList<String>();
    socketA.onDisconnecting(_ -> {
      seen.addAll(socketA.rooms());
      socketA.to("x").emit("hi");
    });
    socketA.onDisconnect(_ -> seen.add("then " + socketA.rooms().size()));
    a.say("1");
    assertThat(seen).containsExactlyInAnyOrder(socketA.id(), "x", "then 0").endsWith("then 0");
    assertHeard(b);
  }

  @Test
  void socketThatLeftJoinsNoRoom() {
    socketA.onDisconnect(_ -> socketA.join("late"));
    a.say("1");
    socketA.join("later");
    assertThat(socketA.rooms()).isEmpty();
    assertThat(server.rooms.size()).isEqualTo(2);
  }

  @Test
  void socketJoinsNoRoomWhileItLeavesThem() {
    socketA.onDisconnecting(_ -> socketA.join("late"));
    a.say("1");
    assertThat(socketA.rooms()).isEmpty();
    assertThat(server.rooms.size()).isEqualTo(2);
  }

  @Test
  void broadcastIsEncodedOnceForAll() {
    server.main.everyone().emit("hi", json("{'a':1}"), bytes(1, 2));
    assertThat(a.packets).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(b.packets.get(i)).isSameAs(a.packets.get(i));
      assertThat(c.packets.get(i)).isSameAs(a.packets.get(i));
    }
  }

  @Test
  void clientThatCannotSendAtOnceIsSkippedWhenAsked() {
    b.writable = false;
    server.main.everyone().skipBusy().emit("hi");
    assertHeard(a, c);
    a.sent.clear();
    c.sent.clear();
    server.main.everyone().emit("hi");
    assertHeard(a, b, c);
  }

  @Test
  void skippingTheBusyKeepsTheTarget() {
    socketA.join("x");
    socketB.join("x");
    server.main.to("x").except(socketB.id()).skipBusy().emit("hi");
    assertHeard(a);
    a.sent.clear();
    server.main.everyone().skipBusy().to("x").except(socketB.id()).emit("hi");
    assertHeard(a);
  }

  @Test
  void volatileEventToOneSocketIsDroppedWhenItIsBusy() {
    a.writable = false;
    socketA.emitIfWritable("lost");
    a.writable = true;
    socketA.emitIfWritable("hi");
    assertHeard(a);
  }

  @Test
  void deliveryMayEndConnectionsOfTheRoomThatIsWalked() {
    socketA.onDisconnect(_ -> socketB.disconnectClient());
    server.main.to("nobody").emit("hi");
    socketA.join("x");
    socketB.join("x");
    socketC.join("x");
    a.closeOnSend = true;
    server.main.to("x").emit("hi");
    assertThat(a.closed).hasSize(1);
    assertThat(b.closed).hasSize(1);
    assertThat(c.sent).containsExactly(HI);
    assertThat(server.rooms.size()).isEqualTo(2);
  }

  private void assertHeard(TestClient... clients) {
    for (TestClient client : List.of(a, b, c)) {
      if (List.of(clients).contains(client)) {
        assertThat(client.sent).containsExactly(HI);
      } else {
        assertThat(client.sent).isEmpty();
      }
    }
  }
}
