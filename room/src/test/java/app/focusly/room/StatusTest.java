package app.focusly.room;

import static app.focusly.room.RoomDriver.accepted;
import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.person;
import static app.focusly.room.RoomDriver.refusal;
import static app.focusly.room.RoomDriver.updated;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.presence.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A member is what the newest of their connections says at which they are.
class StatusTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void whoSaysNothingIsAvailable() {
    room.join("c1", "ann", "u1");
    room.joinPlain("c2", "u2");

    assertThat(status("ann")).isEqualTo(Status.AVAILABLE);
    assertThat(status("c2")).isEqualTo(Status.AVAILABLE);
  }

  @Test
  void everyoneIsToldWhatIsNews() {
    room.join("c1", "ann", "u1");

    List<Effect> effects = set("c1", Status.FOCUSING);
    assertThat(effects).containsExactly(accepted("c1"), updated(room.member("ann")));
    assertThat(status("ann")).isEqualTo(Status.FOCUSING);
    assertThat(set("c1", Status.FOCUSING)).containsExactly(accepted("c1"));
  }

  @Test
  void oneMayJoinWithAStatus() {
    var request =
        new JoinRequest(
            RoomDriver.ROOM,
            new UserId("u1"),
            JoinRequest.PROTOCOL,
            null,
            null,
            MediaState.OFF,
            Status.BREAK,
            null);
    room.handle(new Command.Join(connection("c1"), person("ann"), request));

    assertThat(status("ann")).isEqualTo(Status.BREAK);
  }

  @Test
  void theNewestTabCountsUnlessItIsAway() {
    room.join("c1", "ann", "u1");
    room.join("c2", "ann", "u2");
    set("c1", Status.FOCUSING);
    assertThat(status("ann")).isEqualTo(Status.AVAILABLE);

    set("c2", Status.AWAY);
    assertThat(status("ann")).isEqualTo(Status.FOCUSING);
    set("c1", Status.AWAY);
    assertThat(status("ann")).isEqualTo(Status.AWAY);
  }

  @Test
  void aTabThatGoesTakesItsWordWithIt() {
    room.join("c1", "ann", "u1");
    room.join("c2", "ann", "u2");
    set("c2", Status.FOCUSING);
    room.leave("c2");

    assertThat(status("ann")).isEqualTo(Status.AVAILABLE);
  }

  @Test
  void whoIsNotHereHasNone() {
    room.join("c2", "ben", "u2");

    assertThat(refusal(set("c1", Status.AWAY))).isEqualTo(RefusalCode.NOT_JOINED);
  }

  private List<Effect> set(String connection, Status status) {
    return room.handle(new Command.SetStatus(connection(connection), status));
  }

  private Status status(String member) {
    return room.member(member).status();
  }
}
