package app.focusly.room;

import static app.focusly.room.RoomDriver.joined;
import static app.focusly.room.RoomDriver.left;
import static app.focusly.room.RoomDriver.updated;
import static app.focusly.room.RoomDriver.userDisconnected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishersTest {
  private final RoomDriver room = new RoomDriver(new RoomLimits(20, 5, 2));

  @Test
  void ninthConnectionListensByDefault() {
    var usual = new RoomDriver();
    for (int i = 1; i <= 9; i++) {
      usual.join("c" + i, "m" + i, "u" + i);
    }

    assertThat(usual.publishers()).containsExactly("u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8");
  }

  @Test
  void plainClientIsLetInThoughThereIsNoPlace() {
    room.join("c1", "ann", "u1");
    room.joinPlain("c2", "u2");

    assertThat(joined(room.joinPlain("c3", "u3")).repeat()).isFalse();
    assertThat(room.publishers()).containsExactly("u1", "u2");
  }

  @Test
  void longestWaitingListenerMovesUp() {
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");
    room.join("c3", "mia", "u3");
    room.join("c4", "zoe", "u4");

    assertThat(room.drop("c1"))
        .containsExactly(
            left("c1", LeaveReason.DROPPED),
            userDisconnected("u1", "c1"),
            updated(room.member("mia"), "c1")); // to mia as well: only who left is spared
    assertThat(room.publishers()).containsExactly("u2", "u3");
  }

  @Test
  void nobodyMovesUpWhenAListenerLeaves() {
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");
    room.join("c3", "mia", "u3");

    assertThat(room.drop("c3"))
        .containsExactly(left("c3", LeaveReason.DROPPED), userDisconnected("u3", "c3"));
  }

  @Test
  void otherTabOfTheLeaverMovesUpInOneUpdate() {
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");
    room.join("c3", "ann", "u3");

    assertThat(room.leave("c1"))
        .containsExactly(
            left("c1", LeaveReason.LEFT),
            userDisconnected("u1", "c1"),
            updated(room.member("ann"), "c1"));
    assertThat(room.publishers()).containsExactly("u3", "u2");
  }

  @Test
  void placeOfAReloadedPageMovesToItsNewConnection() {
    room.join("old", "ann", "u1");
    room.join("c2", "bob", "u2");
    room.join("c3", "mia", "u3");

    room.join("new", "ann", "u1");

    assertThat(room.member("ann").connections())
        .extracting(Member.Connection::publisher)
        .containsExactly(false, true);
    assertThat(room.publishers()).containsExactly("u1", "u2");
  }

  @Test
  void placeOfAReloadedPlainClientMovesToItsNewMember() {
    room.joinPlain("old", "u1");
    room.join("c2", "bob", "u2");

    room.joinPlain("new", "u1");

    assertThat(room.member("old").connections().getFirst().publisher()).isFalse();
    assertThat(room.member("new").connections().getFirst().publisher()).isTrue();
  }

  @Test
  void lateDeathOfAReloadedPageFreesNoPlace() {
    room.join("old", "ann", "u1");
    room.join("c2", "bob", "u2");
    room.join("c3", "mia", "u3");
    room.join("new", "ann", "u1");

    room.drop("old");

    assertThat(room.publishers()).containsExactly("u1", "u2");
  }

  @Test
  void reloadKeepsTheRankOfAWaitingListener() {
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");
    room.join("old", "mia", "u3");
    room.join("c4", "zoe", "u4");
    room.join("new", "mia", "u3");
    room.drop("old");

    room.drop("c1");

    assertThat(room.publishers()).containsExactly("u2", "u3");
  }

  @Test
  void olderConnectionGetsThePlaceBackWhenTheNewOneDies() {
    room.join("old", "ann", "u1");
    room.join("new", "ann", "u1");

    room.drop("new");

    assertThat(room.member("ann").connections())
        .extracting(Member.Connection::publisher)
        .containsExactly(true);
  }

  @Test
  void declaringSomebodysUserDoesNotTakeTheirPlace() {
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");

    room.join("c3", "eve", "u1");
    room.joinPlain("c4", "u2");

    assertThat(room.member("ann").connections().getFirst().publisher()).isTrue();
    assertThat(room.member("bob").connections().getFirst().publisher()).isTrue();
    assertThat(room.member("eve").connections().getFirst().publisher()).isFalse();
    assertThat(room.member("c4").connections().getFirst().publisher()).isFalse();
  }
}
