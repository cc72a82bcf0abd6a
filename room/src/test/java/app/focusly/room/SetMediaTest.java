package app.focusly.room;

import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.updated;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import org.junit.jupiter.api.Test;

class SetMediaTest {
  private static final MediaState TALKING = new MediaState(true, false, false, false);

  private final RoomDriver room = new RoomDriver();

  @Test
  void othersAreToldTheWholeMember() {
    room.join("c1", "ann", "u1");

    assertThat(room.setMedia("c1", TALKING))
        .containsExactly(new Effect.Accepted(connection("c1")), updated(room.member("ann"), "c1"));
    assertThat(room.member("ann").connections().getFirst().media()).isEqualTo(TALKING);
  }

  @Test
  void onlyTheSendersConnectionChanges() {
    room.join("c1", "ann", "u1");
    room.join("c2", "ann", "u2");

    room.setMedia("c2", TALKING);

    assertThat(room.member("ann").connections())
        .extracting(Member.Connection::media)
        .containsExactly(MediaState.OFF, TALKING);
  }

  @Test
  void whatChangesNothingIsOnlyAnswered() {
    room.join("c1", "ann", "u1");
    room.setMedia("c1", TALKING);

    assertThat(room.setMedia("c1", TALKING)).containsExactly(new Effect.Accepted(connection("c1")));
  }

  @Test
  void plainClientMayTellItsMediaToo() {
    room.joinPlain("c1", "u1");

    room.setMedia("c1", TALKING);

    assertThat(room.member("c1").connections().getFirst().media()).isEqualTo(TALKING);
  }
}
