package app.focusly.room;

import static app.focusly.room.RoomDriver.START;
import static app.focusly.room.RoomDriver.accepted;
import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.presence.Typing;
import app.focusly.room.presence.TypingPace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypingTest {
  private static final Typing ON = new Typing(Typing.Place.CHAT, null, true);

  private final RoomDriver room = new RoomDriver();

  @Test
  void theOthersAreToldAndNotTheMembersOwnTabs() {
    room.join("c1", "ann", "u1");
    room.join("c2", "ann", "u2");
    room.join("c3", "ben", "u3");

    assertThat(type("c1"))
        .containsExactly(
            accepted("c1"),
            new Effect.Typed(new MemberId("ann"), ON, List.of(connection("c1"), connection("c2"))));
  }

  @Test
  void whoIsNotHereDoesNotType() {
    room.join("c2", "ben", "u2");

    assertThat(refusal(type("c1"))).isEqualTo(RefusalCode.NOT_JOINED);
  }

  @Test
  void aMembersTypingReachesTheOthersTwiceASecondAtMost() {
    var pace = new TypingPace();
    var ann = new MemberId("ann");

    assertThat(admitted(pace, ann, START)).isEqualTo(TypingPace.BURST);
    assertThat(admitted(pace, new MemberId("ben"), START)).isEqualTo(TypingPace.BURST);
    assertThat(admitted(pace, ann, START.plusMillis(499))).isZero();
    assertThat(admitted(pace, ann, START.plusMillis(500))).isEqualTo(1);
    assertThat(admitted(pace, ann, START.plus(Duration.ofHours(1)))).isEqualTo(TypingPace.BURST);
  }

  @Test
  void whoComesAgainBeginsAnew() {
    var pace = new TypingPace();
    var ann = new MemberId("ann");
    admitted(pace, ann, START);
    pace.forget(ann);

    assertThat(admitted(pace, ann, START)).isEqualTo(TypingPace.BURST);
  }

  @Test
  void whatIsTooMuchIsAnsweredAndToldToNobody() {
    var full = new Room(RoomDriver.ROOM, RoomLimits.DEFAULT);
    full.handle(
        new Command.Join(connection("c1"), RoomDriver.person("ann"), RoomDriver.request("u1")),
        START,
        _ -> {});
    var effects = new ArrayList<Effect>();
    IntStream.range(0, 100)
        .forEach(_ -> full.handle(new Command.Type(connection("c1"), ON), START, effects::add));

    assertThat(effects.stream().filter(Effect.Typed.class::isInstance)).hasSize(TypingPace.BURST);
    assertThat(effects.stream().filter(accepted("c1")::equals)).hasSize(100);
  }

  /// How many of many at the same time pass.
  private static int admitted(TypingPace pace, MemberId member, Instant now) {
    return (int) IntStream.range(0, 10).filter(_ -> pace.admits(member, now)).count();
  }

  private List<Effect> type(String connection) {
    return room.handle(new Command.Type(connection(connection), ON));
  }
}
