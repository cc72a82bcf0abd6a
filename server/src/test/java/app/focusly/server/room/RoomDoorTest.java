package app.focusly.server.room;

import static app.focusly.server.room.Person.code;
import static app.focusly.server.room.RoomOwnersTest.media;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who comes in, who waits, and who has to go.
class RoomDoorTest {
  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Map.of("FOCUSLY_ROOM_WAITING", "1", "FOCUSLY_ROOM_BANS", "1"));

  @AutoClose private final Person ann = new Person(SERVER, "Ann");
  @AutoClose private final Person ben = new Person(SERVER, "Ben");
  @AutoClose private final Person cleo = new Person(SERVER, "Cleo");
  private String room = "";

  @BeforeEach
  void annsClass() {
    room = ann.make("{\"template\":\"class\"}").path("roomId").asText();
    ann.join(room);
  }

  private void configure(Map<String, ?> settings) {
    assertThat(code(ann.client().call("room-configure", settings))).isEqualTo("ok");
  }

  @Test
  void whoIsAdmittedComesIn() {
    assertThat(code(ben.join(room))).isEqualTo("waiting-for-admission");
    JsonNode waiting = ann.await("member-waiting");
    assertThat(waiting.path("memberId").asText()).isEqualTo(ben.memberId());
    assertThat(waiting.path("name").asText()).isEqualTo("Ben");
    assertThat(waiting.path("since").isIntegralNumber()).isTrue();
    assertThat(ann.join(room).at("/waiting/0")).isEqualTo(waiting);
    assertThat(code(ben.client().call("media-state", media(true, false)))).isEqualTo("not-joined");

    assertThat(code(ann.does("member-admit", ben))).isEqualTo("ok");
    assertThat(ben.await("notice").path("code").asText()).isEqualTo("admitted");
    assertThat(ann.await("member-waiting-gone").path("memberId").asText())
        .isEqualTo(ben.memberId());
    JsonNode answer = ben.join(room);
    assertThat(code(answer)).isEqualTo("ok");
    assertThat(answer.path("waiting")).isEmpty();
    assertThat(code(ann.does("member-admit", cleo))).isEqualTo("unknown-member");
  }

  @Test
  void whoIsRejectedMayAskAgain() {
    ben.join(room);
    assertThat(code(ann.does("member-reject", ben))).isEqualTo("ok");
    assertThat(ben.await("notice").path("code").asText()).isEqualTo("entry-refused");
    ann.await("member-waiting-gone");

    assertThat(code(ben.join(room))).isEqualTo("waiting-for-admission");
  }

  @Test
  void whoGoesWaitsNoMoreAndLeavesTheirPlace() {
    ben.join(room);
    assertThat(code(cleo.join(room))).isEqualTo("too-many-waiting");
    ben.client().leave();
    ann.await("member-waiting-gone");

    assertThat(code(cleo.join(room))).isEqualTo("waiting-for-admission");
    assertThat(code(cleo.client().call("leave-room"))).isEqualTo("ok");
    ann.await("member-waiting-gone");
  }

  @Test
  void whenTheDoorOpensAllWhoWaitMayComeIn() {
    ben.join(room);
    configure(Map.of("entry", "free"));

    assertThat(ben.await("notice").path("code").asText()).isEqualTo("admitted");
    assertThat(code(ben.join(room))).isEqualTo("ok");
  }

  @Test
  void nobodyWaitsAtALockedDoor() {
    ben.join(room);
    configure(Map.of("locked", true));

    assertThat(ben.await("notice").path("code").asText()).isEqualTo("room-locked");
    assertThat(ann.join(room).path("waiting")).isEmpty();
    assertThat(code(ben.join(room))).isEqualTo("room-locked");
  }

  @Test
  void aLockedRoomKeepsWhoIsThere() {
    configure(Map.of("entry", "free"));
    ben.join(room);
    configure(Map.of("locked", true));

    assertThat(code(cleo.join(room))).isEqualTo("room-locked");
    ben.client().call("leave-room");
    assertThat(code(ben.join(room))).isEqualTo("ok");
  }

  @Test
  void whoIsRemovedIsOutAtOnce() {
    configure(Map.of("entry", "free"));
    ben.join(room);
    cleo.join(room);

    assertThat(code(ann.does("member-remove", ben))).isEqualTo("ok");
    assertThat(ben.await("notice").path("code").asText()).isEqualTo("removed");
    assertThat(cleo.await("user-disconnected").asText()).isEqualTo("Ben");
    assertThat(code(ben.client().call("media-state", media(true, false)))).isEqualTo("not-joined");
    assertThat(ann.awaitHappening("member-left").path("memberId").asText())
        .isEqualTo(ben.memberId());
    assertThat(code(ben.join(room))).isEqualTo("ok");
  }

  @Test
  void whoIsBannedStaysOut() {
    configure(Map.of("entry", "free"));
    ben.join(room);
    cleo.join(room);

    assertThat(code(ann.does("member-ban", ben))).isEqualTo("ok");
    assertThat(ben.await("notice").path("code").asText()).isEqualTo("banned");
    assertThat(code(ben.join(room))).isEqualTo("banned");
    assertThat(code(ann.does("member-ban", cleo))).isEqualTo("too-many-bans");
    assertThat(ann.join(room).at("/room/banned/0/name").asText()).isEqualTo("Ben");

    assertThat(code(ann.does("member-unban", ben))).isEqualTo("ok");
    assertThat(code(ben.join(room))).isEqualTo("ok");
  }

  @Test
  void whoIsMutedSpeaksWhenAnOwnerAllowsIt() {
    configure(Map.of("entry", "free"));
    ben.join(room);
    assertThat(code(ann.does("member-mute", ben))).isEqualTo("ok");

    JsonNode notice = ben.await("notice");
    assertThat(notice.path("code").asText()).isEqualTo("muted");
    assertThat(notice.path("by").asText()).isEqualTo(ann.memberId());
    JsonNode refused = ben.client().call("media-state", media(true, false));
    assertThat(code(refused)).isEqualTo("not-permitted");
    assertThat(refused.path("path").asText()).isEqualTo("mic");
    ben.client().call("leave-room");
    JsonNode again = ben.join(room, Map.of("media", media(true, true)));
    assertThat(again.at("/members/1/connections/0/media/mic").booleanValue()).isFalse();
    assertThat(again.at("/members/1/connections/0/media/screen").booleanValue()).isFalse();

    assertThat(code(ann.does("member-unmute", ben))).isEqualTo("ok");
    assertThat(ben.await("notice").path("code").asText()).isEqualTo("may-unmute");
    assertThat(code(ben.client().call("media-state", media(true, false)))).isEqualTo("ok");
  }

  @Test
  void screensAreSharedByOwnersWhereTheySaySo() {
    configure(Map.of("entry", "free"));
    ben.join(room);

    JsonNode refused = ben.client().call("media-state", media(false, true));
    assertThat(code(refused)).isEqualTo("not-permitted");
    assertThat(refused.path("path").asText()).isEqualTo("screen");
    assertThat(code(ann.client().call("media-state", media(false, true)))).isEqualTo("ok");
    configure(Map.of("screen", "everyone"));
    assertThat(code(ben.client().call("media-state", media(false, true)))).isEqualTo("ok");
  }

  @Test
  void aPlainClientHearsOfAllThatOnlyWhatItKnows() {
    configure(Map.of("entry", "free", "screen", "everyone"));
    try (SocketIoClient plain = SocketIoClient.connect(SERVER)) {
      plain.join(room, "p");
      ben.join(room);
      ann.does("member-mute", ben);
      ann.does("member-remove", ben);
      assertThat(plain.expect("member-updated").path("name").asText()).isEqualTo("Ben");
      assertThat(plain.expect("user-connected").asText()).isEqualTo("Ben");
      assertThat(plain.expect("user-disconnected").asText()).isEqualTo("Ben");
      assertThat(plain.soFar()).isEmpty();
    }
  }
}
