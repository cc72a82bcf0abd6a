package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RoomLimitsTest {
  private static final int COMMANDS_UNDER_WAY = 64;

  @AutoClose
  private final TestServer server =
      TestServer.start(
          Map.of(
              "FOCUSLY_ROOM_MEMBERS", "2",
              "FOCUSLY_MEMBER_CONNECTIONS", "2",
              "FOCUSLY_ROOM_OWNERS", "1",
              "FOCUSLY_MAX_ROOMS", "2"));

  private int members(String room) {
    return RawHttp.get(server, "/api/rooms/" + room).json().get("members").intValue();
  }

  private String cookie() {
    String set = RawHttp.get(server, "/api/me").header("Set-Cookie").orElseThrow();
    return "Cookie: " + set.substring(0, set.indexOf(';'));
  }

  @Test
  void aFullRoomLetsNobodyInUntilSomebodyLeaves() {
    try (SocketIoClient ann = SocketIoClient.connect(server);
        SocketIoClient bea = SocketIoClient.connect(server);
        SocketIoClient cem = SocketIoClient.connect(server)) {
      ann.join("full", "a");
      bea.join("full", "b");
      assertThat(cem.call("join-room", "full", "c").get("code").textValue()).isEqualTo("room-full");
      assertThat(cem.call("leave-room").get("code").textValue()).isEqualTo("not-joined");
      ann.call("leave-room");
      cem.join("full", "c");
      bea.leave();
      cem.leave();
    }
  }

  @Test
  void aRefusedJoinLeavesTheConnectionInNoRoom() {
    try (SocketIoClient ann = SocketIoClient.connect(server);
        SocketIoClient bea = SocketIoClient.connect(server);
        SocketIoClient cem = SocketIoClient.connect(server)) {
      ann.join("moved-full", "a");
      bea.join("moved-full", "b");
      cem.join("moved", "c");
      cem.call("join-room", "moved-full", "c");
      assertThat(cem.call("leave-room").get("code").textValue()).isEqualTo("not-joined");
      assertThat(members("moved")).isZero();
      ann.leave();
      bea.leave();
    }
  }

  @Test
  void aMemberHasSoManyConnections() {
    String cookie = cookie();
    try (SocketIoClient one = SocketIoClient.connect(server, cookie);
        SocketIoClient two = SocketIoClient.connect(server, cookie);
        SocketIoClient three = SocketIoClient.connect(server, cookie)) {
      one.join("tabs", "1");
      two.join("tabs", "2");
      assertThat(three.call("join-room", "tabs", "3").get("code").textValue())
          .isEqualTo("too-many-connections");
      one.call("leave-room");
      three.join("tabs", "3");
      two.leave();
      three.leave();
    }
  }

  @Test
  void oneRoomTooManyIsRefusedAndRoomsInUseGoOn() {
    try (SocketIoClient ann = SocketIoClient.connect(server);
        SocketIoClient bea = SocketIoClient.connect(server);
        SocketIoClient cem = SocketIoClient.connect(server)) {
      ann.join("many-a", "a");
      bea.join("many-b", "b");
      assertThat(cem.call("join-room", "many-c", "c").get("code").textValue())
          .isEqualTo("room-full");
      cem.join("many-a", "c");
      bea.call("leave-room");
      cem.join("many-c", "c");
      ann.leave();
      cem.leave();
    }
  }

  /// A late refusal used to make the server forget the room that the connection had joined since,
  /// so that its end was never noticed there.
  @Test
  void aRefusalThatANewerJoinHasOvertakenDoesNotEndIt() {
    try (SocketIoClient ann = SocketIoClient.connect(server);
        SocketIoClient bea = SocketIoClient.connect(server)) {
      ann.join("late-a", "a");
      bea.join("late-b", "b");
      for (String refused : new String[] {"late-c", "late-d"}) {
        SocketIoClient cem = SocketIoClient.connect(server);
        send(
            cem,
            "420[\"join-room\",\"" + refused + "\",\"c\"]",
            "421[\"join-room\",\"late-a\",\"c\"]");
        cem.webSocket().text();
        cem.webSocket().text();
        assertThat(members("late-a")).isEqualTo(2);
        assertThat(ann.expect("member-updated").at("/connections/0/userId").textValue())
            .isEqualTo("c");
        assertThat(ann.expect("user-connected").textValue()).isEqualTo("c");
        cem.leave();
        assertThat(ann.expect("user-disconnected").textValue()).isEqualTo("c");
      }
      ann.leave();
      bea.leave();
    }
  }

  /// Who was in a room and asked in vain to own it used to be forgotten there: neither did what
  /// they said reach it, nor was their end noticed.
  @Test
  void whoIsRefusedAnOwnersPlaceStaysUntilTheyGo() {
    try (Person ann = new Person(server, "ann");
        Person ben = new Person(server, "ben")) {
      JsonNode made = ann.make("{}");
      String room = made.get("roomId").textValue();
      String owners = made.get("ownerUrl").textValue();
      String key = owners.substring(owners.indexOf('=') + 1);
      ann.join(room);
      ben.join(room);
      assertThat(Person.code(ben.join(room, Map.of("ownerKey", key)))).isEqualTo("too-many-owners");
      assertThat(Person.code(ben.client().call("chat-send", Map.of("text", "Still here"))))
          .isEqualTo("ok");
      assertThat(members(room)).isEqualTo(2);
      ben.client().leave();
      assertThat(ann.await("user-disconnected").textValue()).isEqualTo("ben");
      assertThat(members(room)).isEqualTo(1);
      ann.client().leave();
    }
  }

  /// A `leave-room` that came in such a crowd used to be refused and yet forgotten: the connection
  /// stayed in the room, and its end was never noticed there.
  @Test
  void commandsBeyondThoseUnderWayAreRefusedAndNothingIsForgotten() {
    int sent = 10 * COMMANDS_UNDER_WAY;
    for (String room : new String[] {"crowd-a", "crowd-b"}) {
      try (SocketIoClient ann = SocketIoClient.connect(server)) {
        ann.join(room, "a");
        List<String> commands = new ArrayList<>();
        for (int i = 1; i <= sent; i++) {
          commands.add(
              "42"
                  + i
                  + "[\"media-state\",{\"mic\":true,\"screen\":false,\"hand\":false,\"camera\":"
                  + (i % 2 == 0)
                  + "}]");
        }
        commands.add("42" + (sent + 1) + "[\"leave-room\"]");
        send(ann, commands.toArray(String[]::new));
        Map<String, Integer> answers = new HashMap<>();
        boolean left = false;
        for (int i = 1; i <= sent + 1; i++) {
          String answer = ann.webSocket().text();
          boolean ok = answer.contains("\"ok\":true");
          assertThat(answer).matches(text -> ok || text.contains("\"rate-limited\""));
          answers.merge(ok ? "taken" : "refused", 1, Integer::sum);
          left |= ok && answer.startsWith("43" + (sent + 1) + "[");
        }
        assertThat(answers.get("taken")).isGreaterThanOrEqualTo(COMMANDS_UNDER_WAY);
        JsonNode leave = ann.call("leave-room");
        assertThat(leave.get("ok").booleanValue()).isEqualTo(!left);
        assertThat(members(room)).isZero();
      }
    }
  }

  /// In one segment.
  private static void send(SocketIoClient client, String... messages) {
    var bytes = new ByteArrayOutputStream();
    for (String message : messages) {
      bytes.writeBytes(Frame.text(message).masked());
    }
    client.webSocket().connection().send(bytes.toByteArray());
  }
}
