package app.focusly.room;

import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.joined;
import static app.focusly.room.RoomDriver.person;
import static app.focusly.room.RoomDriver.plainRequest;
import static app.focusly.room.RoomDriver.request;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.ledger.Answer;
import app.focusly.room.media.MediaState;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoomJsonTest {
  private static final String PLAIN = "Zq3mB0sK7xTtR1yVAAAB";

  private final RoomDriver room = new RoomDriver(new RoomLimits(100, 5, 3));

  @Test
  void joinIsAnsweredAsTheExampleButForTheServersFields() {
    var example = (ObjectNode) Golden.file("join-ack.json").path("answer");
    var answer = example.deepCopy();
    var serversOwn = List.of("serverTime", "iceServers", "iceServersExpireAt");
    assertThat(serversOwn).allMatch(example::has);
    answer.remove(serversOwn);

    var lasting = new Answer.State("01JGF8M3X4", 0, (ObjectNode) Golden.parse("{}"));
    var entered = new Effect.Entered(joined(fillTheExampleRoom()), lasting, List.of());
    assertSame(RoomJson.entered(entered), answer);
  }

  @Test
  void membersAreUpdatedAsTheExamples() {
    fillTheExampleRoom();
    var examples = Golden.cases("member-updated.json").map(each -> each.path("member")).toList();
    assertThat(examples).hasSize(3);

    var sharing = updates(room.setMedia("c1", new MediaState(true, false, true, false)));
    assertSame(sharing.getFirst(), examples.get(0));
    var reloaded = updates(room.joinPlain("again", "p1"));
    assertSame(reloaded.getFirst(), examples.get(1));
    var gone = updates(room.drop(PLAIN));
    assertSame(gone.getFirst(), examples.get(2));
  }

  @Test
  void everyCodeHasAnExampleThatIsWrittenSo() {
    var examples = Golden.cases("refusals.json").map(ObjectNode.class::cast).toList();
    var byText =
        Arrays.stream(RefusalCode.values()).collect(toMap(RefusalCode::text, code -> code));

    assertThat(examples)
        .extracting(example -> example.path("code").asText())
        .containsExactlyInAnyOrderElementsOf(byText.keySet());
    for (ObjectNode example : examples) {
      var code = Objects.requireNonNull(byText.get(example.path("code").asText()));
      var refusal =
          new Refusal(code, example.path("message").asText(), example.path("path").textValue());
      assertSame(RoomJson.refused(refusal), example);
      assertSame(RoomJson.notice(refusal), example.deepCopy().without("ok"));
    }
  }

  @Test
  void roomRefusesAsTheExamples() {
    var small = new RoomDriver(new RoomLimits(1, 1, 1));
    small.join("c1", "ann", "u1");

    assertExample(small.join("c2", "ann", "u2"));
    assertExample(small.join("c2", "bea", "u2"));
    assertExample(small.leave("c2"));
    assertExample(small.askVideo("c1", "u2", true));
  }

  @Test
  void everythingElseIsAnsweredWithOk() {
    assertThat(RoomJson.accepted()).hasToString("{\"ok\":true}");
  }

  @Test
  void wishForVideoNamesTheAsker() {
    var asked = new Effect.VideoAsked(List.of(connection("c2")), new UserId("u1"), true);

    assertThat(RoomJson.videoAsked(asked)).hasToString("{\"userId\":\"u1\",\"on\":true}");
  }

  private List<Effect> fillTheExampleRoom() {
    var owner = new MemberIdentity(new MemberId("ann"), Role.OWNER);
    var handUp = new MediaState(false, false, false, true);
    room.handle(new Command.Join(connection("c1"), owner, request("u1", "Ann", MediaState.PLAIN)));
    room.handle(new Command.Join(connection("c2"), person("bea"), request("u2", "Bea", handUp)));
    room.handle(
        new Command.Join(
            connection(PLAIN), MemberIdentity.guest(connection(PLAIN)), plainRequest("p1")));
    return room.join("c3", "bea", "u3");
  }

  private static List<ObjectNode> updates(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.MemberUpdated.class::isInstance)
        .map(effect -> RoomJson.member(((Effect.MemberUpdated) effect).member()))
        .toList();
  }

  private static void assertExample(List<Effect> effects) {
    var refusal = RoomJson.refused(((Effect.Refused) effects.getFirst()).refusal());

    assertThat(Golden.cases("refusals.json")).contains(refusal);
  }

  private static void assertSame(JsonNode actual, JsonNode expected) {
    assertThat(Golden.comparable(actual)).isEqualTo(Golden.comparable(expected));
  }
}
