package app.focusly.room;

import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.left;
import static app.focusly.room.RoomDriver.refusal;
import static app.focusly.room.RoomDriver.userDisconnected;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import org.junit.jupiter.api.Test;

class LeaveTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void memberWhoseLastConnectionGoesIsOnlyDisconnected() {
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");

    assertThat(room.leave("c2"))
        .containsExactly(left("c2", LeaveReason.LEFT), userDisconnected("u2", "c2"));
  }

  @Test
  void roomWithoutAnyoneMayBeForgotten() {
    room.join("c1", "ann", "u1");

    assertThat(room.drop("c1"))
        .containsExactly(
            left("c1", LeaveReason.DROPPED), userDisconnected("u1", "c1"), new Effect.Empty());
    assertThat(room.room().memberCount()).isZero();
  }

  @Test
  void emptyRoomMayBeForgottenAfterAnyCommand() {
    assertThat(room.setMedia("c1", MediaState.OFF)).endsWith(new Effect.Empty());
    assertThat(room.drop("c1")).containsExactly(new Effect.Empty());
  }

  @Test
  void moveOfTheOnlyConnectionWithinARoomDoesNotForgetIt() {
    room.join("c1", "ann", "u1");

    assertThat(room.join("c1", "ann", "u2")).doesNotContain(new Effect.Empty());
  }

  @Test
  void onlyThoseWhoAwaitAnAnswerAreRefusedWhenNotJoined() {
    room.join("c0", "zoe", "u0");

    assertThat(refusal(room.leave("c1"))).isEqualTo(RefusalCode.NOT_JOINED);
    assertThat(room.drop("c1")).isEmpty();
    assertThat(room.handle(new Command.Leave(connection("c1"), LeaveReason.MOVED))).isEmpty();
  }

  @Test
  void nothingIsTakenFromOneWhoHasNotJoined() {
    room.join("c0", "zoe", "u0");

    assertThat(refusal(room.setMedia("c1", MediaState.OFF))).isEqualTo(RefusalCode.NOT_JOINED);
    assertThat(refusal(room.askVideo("c1", "u0", true))).isEqualTo(RefusalCode.NOT_JOINED);
  }

  @Test
  void nothingIsTakenFromOneWhoHasLeft() {
    room.join("c0", "zoe", "u0");
    room.join("c1", "ann", "u1");
    room.leave("c1");

    assertThat(refusal(room.setMedia("c1", MediaState.OFF))).isEqualTo(RefusalCode.NOT_JOINED);
    assertThat(refusal(room.leave("c1"))).isEqualTo(RefusalCode.NOT_JOINED);
  }
}
