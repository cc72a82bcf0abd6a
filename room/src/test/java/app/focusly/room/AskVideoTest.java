package app.focusly.room;

import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AskVideoTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void wishReachesTheUserWithTheAskersOwnId() {
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");

    assertThat(room.askVideo("c1", "u2", false))
        .containsExactly(
            new Effect.Accepted(connection("c1")),
            new Effect.VideoAsked(List.of(connection("c2")), new UserId("u1"), false));
  }

  @Test
  void wishReachesEveryConnectionOfTheUser() {
    room.join("c1", "ann", "u1");
    room.join("old", "bob", "u2");
    room.join("new", "bob", "u2");

    assertThat(room.askVideo("c1", "u2", true))
        .contains(
            new Effect.VideoAsked(
                List.of(connection("old"), connection("new")), new UserId("u1"), true));
  }

  @Test
  void userWhoIsNotHereIsUnknown() {
    room.join("c1", "ann", "u1");

    assertThat(refusal(room.askVideo("c1", "u2", true))).isEqualTo(RefusalCode.UNKNOWN_USER);
  }

  @Test
  void ownUserIsNobodyElse() {
    room.join("c1", "ann", "u1");

    assertThat(refusal(room.askVideo("c1", "u1", true))).isEqualTo(RefusalCode.UNKNOWN_USER);
  }
}
