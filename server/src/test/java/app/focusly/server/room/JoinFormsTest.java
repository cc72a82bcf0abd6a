package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinFormsTest {
  @AutoClose private static final TestServer SERVER = TestServer.start();

  private static JsonNode me(JsonNode answer) {
    return answer.get("members").get(0);
  }

  @Test
  void anObjectTellsEverything() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      JsonNode answer =
          ann.call(
              "join-room",
              Map.of(
                  "roomId", "object",
                  "userId", "u1",
                  "protocol", 1,
                  "name", " Ann ",
                  "timeZone", "Europe/Berlin",
                  "media", Map.of("mic", true, "camera", false, "screen", false, "hand", true),
                  "unheard", "of"));
      assertThat(answer.get("ok").booleanValue()).isTrue();
      assertThat(answer.get("protocol").intValue()).isEqualTo(1);
      assertThat(answer.get("seq").intValue()).isZero();
      assertThat(answer.get("resumed").booleanValue()).isFalse();
      assertThat(answer.get("epoch").textValue()).isNotEmpty();
      assertThat(answer.get("serverTime").longValue()).isPositive();
      assertThat(answer.at("/room/roomId").textValue()).isEqualTo("object");
      assertThat(answer.at("/you/userId").textValue()).isEqualTo("u1");
      assertThat(answer.at("/you/role").textValue()).isEqualTo("guest");
      assertThat(answer.get("iceServers").isArray()).isTrue();
      assertThat(answer.get("limits").toString())
          .isEqualTo(
              "{\"members\":100,\"connectionsPerMember\":5,\"videoPublishers\":8,\"name\":64,"
                  + "\"bans\":200,\"waiting\":50,\"owners\":10,\"presets\":20,"
                  + "\"chatMessage\":4000,\"chatMentions\":20,\"chatReactionKinds\":20,"
                  + "\"chatReactions\":200,\"goalText\":280,\"standupAnswer\":1000,"
                  + "\"tasks\":500,\"taskTitle\":200,\"tasksAtOnce\":200,"
                  + "\"notes\":20,\"noteTitle\":100,\"noteBytes\":2097152}");
      assertThat(me(answer).get("name").textValue()).isEqualTo("Ann");
      assertThat(me(answer).at("/connections/0/protocol").intValue()).isEqualTo(1);
      assertThat(me(answer).at("/connections/0/media").toString())
          .isEqualTo("{\"mic\":true,\"camera\":false,\"screen\":false,\"hand\":true}");
    }
  }

  @Test
  void aRoomAndAUserAreAPlainClient() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      JsonNode answer = ann.call("join-room", "pair", "u1");
      assertThat(answer.at("/you/userId").textValue()).isEqualTo("u1");
      assertThat(me(answer).get("name").isNull()).isTrue();
      assertThat(me(answer).at("/connections/0/protocol").intValue()).isZero();
      assertThat(me(answer).at("/connections/0/media").toString())
          .isEqualTo("{\"mic\":true,\"camera\":true,\"screen\":false,\"hand\":false}");
    }
  }

  @Test
  void aRoomAloneTakesTheSocketsIdForTheUser() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      JsonNode answer = ann.call("join-room", "alone");
      assertThat(answer.at("/you/userId").textValue()).isEqualTo(ann.id());
    }
  }

  @Test
  void aThirdArgumentIsANameIfItCanBeOneAndMoreAreIgnored() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER);
        SocketIoClient bea = SocketIoClient.connect(SERVER)) {
      assertThat(me(ann.call("join-room", "third-a", "u1", "Ann", "more", 7)).get("name").asText())
          .isEqualTo("Ann");
      assertThat(me(bea.call("join-room", "third-b", "u1", 42)).get("name").isNull()).isTrue();
    }
  }

  @Test
  void wholeNumbersStandForTheirDigits() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      JsonNode answer = ann.call("join-room", 12_345, 1_767_258_001_000L);
      assertThat(answer.at("/room/roomId").textValue()).isEqualTo("12345");
      assertThat(answer.at("/you/userId").textValue()).isEqualTo("1767258001000");
    }
  }

  @Test
  void aRoomIdOf64CharactersIsTakenAndOneOf65Refused() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      assertThat(ann.join("x".repeat(64), "u").at("/room/roomId").textValue()).hasSize(64);
      JsonNode refusal = ann.call("join-room", "x".repeat(65), "u");
      assertThat(refusal.get("ok").booleanValue()).isFalse();
      assertThat(refusal.get("code").textValue()).isEqualTo("invalid-room-id");
      assertThat(refusal.get("path").textValue()).isEqualTo("roomId");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ["a/b","u"]                                            | invalid-room-id      | roomId
          ["../a","u"]                                           | invalid-room-id      | roomId
          ["","u"]                                               | invalid-room-id      | roomId
          [true,"u"]                                             | invalid-payload      | roomId
          []                                                     | invalid-payload      | roomId
          [{"userId":"u"}]                                       | invalid-payload      | roomId
          [{"roomId":"r"}]                                       | invalid-payload      | userId
          ["r",""]                                               | invalid-user-id      | userId
          ["r",{}]                                               | invalid-payload      | userId
          [{"roomId":"r","userId":"u","protocol":2}]             | unsupported-protocol | protocol
          [{"roomId":"r","userId":"u","timeZone":"Mars"}]        | invalid-payload      | timeZone
          [{"roomId":"r","userId":"u","media":{"mic":1}}]        | invalid-payload      | media.mic
          """)
  void aRefusalNamesTheFieldWithAnAckAndWithout(String arguments, String code, String path) {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      String event =
          "[\"join-room\"" + (arguments.equals("[]") ? "]" : "," + arguments.substring(1));
      ann.webSocket().send("42" + event);
      JsonNode notice = ann.expect("notice");
      assertThat(notice.get("code").textValue()).isEqualTo(code);
      assertThat(notice.get("path").textValue()).isEqualTo(path);
      ann.webSocket().send("420" + event);
      JsonNode answer = ann.answer(0);
      assertThat(answer.get("ok").booleanValue()).isFalse();
      assertThat(answer.get("code").textValue()).isEqualTo(code);
      assertThat(answer.get("path").textValue()).isEqualTo(path);
    }
  }

  @Test
  void aNameOf65CharactersIsRefused() {
    try (SocketIoClient ann = SocketIoClient.connect(SERVER)) {
      JsonNode answer =
          ann.call("join-room", Map.of("roomId", "r", "userId", "u", "name", "n".repeat(65)));
      assertThat(answer.get("code").textValue()).isEqualTo("name-too-long");
    }
  }
}
