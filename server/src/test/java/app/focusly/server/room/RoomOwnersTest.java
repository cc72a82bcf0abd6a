package app.focusly.server.room;

import static app.focusly.server.room.Person.code;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RoomOwnersTest {
  @AutoClose private static final TestServer SERVER = TestServer.start();

  @AutoClose private final Person ann = new Person(SERVER, "Ann");
  @AutoClose private final Person ben = new Person(SERVER, "Ben");

  private static String key(JsonNode made) {
    String url = made.path("ownerUrl").asText();
    return url.substring(url.indexOf('=') + 1);
  }

  @Test
  void whoMakesARoomOwnsIt() {
    JsonNode made = ann.make("{\"template\":\"class\",\"name\":\" Maths \"}");
    String room = made.path("roomId").asText();
    JsonNode answer = ann.join(room);

    assertThat(answer.at("/you/role").asText()).isEqualTo("owner");
    assertThat(answer.at("/room/roomId").asText()).isEqualTo(room);
    assertThat(answer.at("/room/template").asText()).isEqualTo("class");
    assertThat(answer.at("/room/name").asText()).isEqualTo("Maths");
    assertThat(answer.at("/room/owners/0").asText()).isEqualTo(ann.memberId());
    assertThat(answer.at("/room/settings/entry").asText()).isEqualTo("admission");
    assertThat(answer.at("/members/0/role").asText()).isEqualTo("owner");
    assertThat(answer.path("waiting")).isEmpty();
    assertThat(answer.at("/limits/owners").intValue()).isEqualTo(10);
  }

  @Test
  void whoHasTheOwnerLinkIsAnOwnerToo() {
    JsonNode made = ann.make("{}");
    String room = made.path("roomId").asText();
    ann.join(room);

    assertThat(ben.join(room, Map.of("ownerKey", key(made))).at("/you/role").asText())
        .isEqualTo("owner");
    assertThat(ann.awaitHappening("owner-added").path("memberId").asText())
        .isEqualTo(ben.memberId());
    assertThat(ann.await("member-updated").path("role").asText()).isEqualTo("owner");
    assertThat(code(ben.client().call("room-configure", Map.of("locked", true)))).isEqualTo("ok");
  }

  @Test
  void aKeyFitsItsRoomAloneAndNoGuest() {
    JsonNode made = ann.make("{}");
    String room = made.path("roomId").asText();

    JsonNode refused = ben.join("elsewhere", Map.of("ownerKey", key(made)));
    assertThat(code(refused)).isEqualTo("invalid-owner-key");
    assertThat(refused.path("path").asText()).isEqualTo("ownerKey");
    assertThat(code(ben.join(room, Map.of("ownerKey", 7)))).isEqualTo("invalid-payload");
    try (SocketIoClient guest = SocketIoClient.connect(SERVER)) {
      var join = Map.of("roomId", room, "userId", "g", "ownerKey", key(made));
      assertThat(code(guest.call("join-room", join))).isEqualTo("not-permitted");
    }
  }

  @Test
  void anOwnerHandsARoomOver() {
    String room = ann.make("").path("roomId").asText();
    ann.join(room);
    assertThat(ben.join(room).at("/you/role").asText()).isEqualTo("member");

    assertThat(code(ann.does("owner-hand-over", ben))).isEqualTo("ok");
    assertThat(ben.awaitHappening("owner-handed-over").path("from").asText())
        .isEqualTo(ann.memberId());
    assertThat(ben.await("member-updated").path("role").asText()).isEqualTo("member");
    JsonNode self = ben.await("member-updated");
    assertThat(self.path("memberId").asText()).isEqualTo(ben.memberId());
    assertThat(self.path("role").asText()).isEqualTo("owner");
    assertThat(code(ann.does("member-remove", ben))).isEqualTo("not-permitted");
    assertThat(code(ben.does("member-remove", ann))).isEqualTo("ok");
  }

  @Test
  void anOwnerOfOneRoomIsNobodyInAnother() {
    String annsRoom = ann.make("").path("roomId").asText();
    String bensRoom = ben.make("").path("roomId").asText();
    ann.join(annsRoom);
    ben.join(bensRoom);
    ben.join(annsRoom);

    assertThat(
            code(ben.client().call("room-configure", Map.of("locked", true, "roomId", bensRoom))))
        .isEqualTo("not-permitted");
    assertThat(code(ben.does("member-ban", ann))).isEqualTo("not-permitted");
  }

  @Test
  void aRoomThatNobodyMadeHasNoOwnerAndNoSettings() {
    assertThat(ann.join("plain").at("/room/owners")).isEmpty();

    assertThat(code(ann.client().call("room-configure", Map.of("locked", true))))
        .isEqualTo("not-permitted");
    ben.join("plain");
    assertThat(code(ann.does("member-remove", ben))).isEqualTo("not-permitted");
    assertThat(code(ann.client().call("media-state", media(true, true)))).isEqualTo("ok");
  }

  @Test
  void whatWasSetLastsWhenEveryoneHasGone() {
    String room = ann.make("{\"template\":\"stand-up\"}").path("roomId").asText();
    ann.join(room);
    ann.client().call("room-configure", Map.of("locked", true, "chat", "owner"));
    ann.client().call("leave-room");

    JsonNode seen = RawHttp.get(SERVER, "/api/rooms/" + room).json();
    assertThat(seen.at("/settings/locked").booleanValue()).isTrue();
    assertThat(seen.at("/settings/chat").asText()).isEqualTo("owner");
    assertThat(code(ben.join(room))).isEqualTo("room-locked");
    assertThat(code(ann.join(room))).isEqualTo("ok");
  }

  static Map<String, Boolean> media(boolean mic, boolean screen) {
    return Map.of("mic", mic, "camera", false, "screen", screen, "hand", false);
  }
}
