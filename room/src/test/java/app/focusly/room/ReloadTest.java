package app.focusly.room;

import static app.focusly.room.RoomDriver.left;
import static app.focusly.room.RoomDriver.updated;
import static app.focusly.room.RoomDriver.userConnected;
import static app.focusly.room.RoomDriver.userDisconnected;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.presence.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A page reloads: its new socket joins with the old one's user id, and the old one dies later.
class ReloadTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void othersHearOfTheUserAgain() {
    room.join("old", "ann", "u1");

    assertThat(room.join("new", "ann", "u1"))
        .endsWith(updated(room.member("ann"), "new"), userConnected("u1", "new"))
        .hasSize(3);
    assertThat(room.member("ann").connections()).hasSize(2);
  }

  @Test
  void lateDeathOfTheOldSocketDisconnectsNobody() {
    room.join("old", "ann", "u1");
    room.join("new", "ann", "u1");

    assertThat(room.drop("old"))
        .containsExactly(left("old", LeaveReason.DROPPED), updated(room.member("ann"), "old"));
    assertThat(room.member("ann").connections()).hasSize(1);
  }

  @Test
  void lastConnectionOfTheUserDisconnectsIt() {
    room.join("other", "bob", "u2");
    room.join("old", "ann", "u1");
    room.join("new", "ann", "u1");
    room.drop("old");

    assertThat(room.drop("new"))
        .containsExactly(left("new", LeaveReason.DROPPED), userDisconnected("u1", "new"));
  }

  @Test
  void plainClientComesBackAsAnotherMember() {
    room.joinPlain("old", "u1");

    assertThat(room.joinPlain("new", "u1"))
        .endsWith(
            updated(room.member("old"), "new"), // it gave its place to the new one
            updated(room.member("new"), "new"),
            userConnected("u1", "new"));
    assertThat(room.room().memberCount()).isEqualTo(2);
  }

  /// The user lives on, so there is no `user-disconnected`, and the others would keep the member.
  @Test
  void memberWhoseUserLivesOnElsewhereIsToldToBeWithoutConnections() {
    room.joinPlain("old", "u1");
    room.joinPlain("new", "u1");
    Member old = room.member("old");

    var gone =
        new Member(
            old.memberId(), old.name(), old.role(), old.joinedAt(), Status.AWAY, null, List.of());
    assertThat(room.drop("old"))
        .containsExactly(left("old", LeaveReason.DROPPED), updated(gone, "old"));
    assertThat(room.room().memberCount()).isEqualTo(1);
  }

  @Test
  void twoMembersMayDeclareOneUser() {
    room.join("c1", "ann", "u1");

    assertThat(room.join("c2", "bob", "u1")).contains(userConnected("u1", "c2"));
    assertThat(room.drop("c1")).doesNotContain(userDisconnected("u1", "c1"));
    assertThat(room.drop("c2")).contains(userDisconnected("u1", "c2"));
  }
}
