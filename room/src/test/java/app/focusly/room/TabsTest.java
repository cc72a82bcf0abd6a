package app.focusly.room;

import static app.focusly.room.RoomDriver.START;
import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.left;
import static app.focusly.room.RoomDriver.person;
import static app.focusly.room.RoomDriver.request;
import static app.focusly.room.RoomDriver.updated;
import static app.focusly.room.RoomDriver.userConnected;
import static app.focusly.room.RoomDriver.userDisconnected;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import app.focusly.room.member.MemberName;
import org.junit.jupiter.api.Test;

class TabsTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void twoTabsAreTwoConnectionsOfOneMember() {
    room.join("c1", "ann", "u1");

    assertThat(room.join("c2", "ann", "u2"))
        .endsWith(updated(room.member("ann"), "c2"), userConnected("u2", "c2"));
    assertThat(room.room().memberCount()).isEqualTo(1);
    assertThat(room.member("ann").connections())
        .extracting(connection -> connection.userId().value())
        .containsExactly("u1", "u2");
  }

  @Test
  void oneTabThatGoesLeavesTheMember() {
    room.join("c1", "ann", "u1");
    room.join("c2", "ann", "u2");

    assertThat(room.leave("c1"))
        .containsExactly(
            left("c1", LeaveReason.LEFT),
            userDisconnected("u1", "c1"),
            updated(room.member("ann"), "c1"));
  }

  @Test
  void memberIsThereSinceTheirFirstTab() {
    room.join("c1", "ann", "u1");
    room.join("c2", "ann", "u2");
    room.leave("c1");

    assertThat(room.member("ann").joinedAt()).isEqualTo(START);
    assertThat(room.member("ann").connections().getFirst().joinedAt())
        .isEqualTo(START.plusSeconds(1));
  }

  @Test
  void lastNameGivenIsTheMembers() {
    join("c1", "u1", "Ann");
    join("c2", "u2", "Annabel");

    assertThat(room.member("ann").name()).isEqualTo(new MemberName("Annabel"));
  }

  @Test
  void tabWithoutANameKeepsTheOneThereIs() {
    join("c1", "u1", "Ann");
    room.join("c2", "ann", "u2");

    assertThat(room.member("ann").name()).isEqualTo(new MemberName("Ann"));
  }

  private void join(String connection, String userId, String name) {
    var request = request(userId, name, MediaState.OFF);
    room.handle(new Command.Join(connection(connection), person("ann"), request));
  }
}
