package app.focusly.room;

import static app.focusly.room.RoomDriver.joined;
import static app.focusly.room.RoomDriver.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomLimitsTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void defaultsAreThoseOfTheWire() {
    assertThat(RoomLimits.DEFAULT).isEqualTo(new RoomLimits(100, 5, 8));
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 8", "100, 0, 8", "100, 5, 0", "-1, 5, 8"})
  void noneIsBelowOne(int members, int connectionsPerMember, int videoPublishers) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoomLimits(members, connectionsPerMember, videoPublishers));
  }

  @Test
  void memberAfterTheHundredthIsRefused() {
    for (int i = 1; i <= 100; i++) {
      assertThat(joined(room.joinPlain("c" + i, "u" + i)).repeat()).isFalse();
    }

    assertThat(refusal(room.joinPlain("c101", "u101"))).isEqualTo(RefusalCode.ROOM_FULL);
    assertThat(room.room().memberCount()).isEqualTo(100);
  }

  @Test
  void fullRoomTakesAnotherTabOfItsMembers() {
    room.join("c0", "ann", "u0");
    for (int i = 1; i < 100; i++) {
      room.joinPlain("c" + i, "u" + i);
    }

    assertThat(joined(room.join("c100", "ann", "u100")).repeat()).isFalse();
  }

  @Test
  void fullRoomAnswersItsOwnAgain() {
    var full = new RoomDriver(new RoomLimits(1, 1, 1));
    full.join("c1", "ann", "u1");

    assertThat(joined(full.join("c1", "ann", "u1")).repeat()).isTrue();
  }

  @Test
  void placeOfOneWhoLeftIsFree() {
    var small = new RoomDriver(new RoomLimits(1, 1, 1));
    small.join("c1", "ann", "u1");
    small.leave("c1");

    assertThat(joined(small.join("c2", "bob", "u2")).repeat()).isFalse();
  }

  @Test
  void sixthConnectionOfAMemberIsRefused() {
    for (int i = 1; i <= 5; i++) {
      assertThat(joined(room.join("c" + i, "ann", "u" + i)).repeat()).isFalse();
    }

    assertThat(refusal(room.join("c6", "ann", "u6"))).isEqualTo(RefusalCode.TOO_MANY_CONNECTIONS);
    assertThat(room.member("ann").connections()).hasSize(5);
    assertThat(joined(room.join("c7", "bob", "u7")).repeat()).isFalse();
  }
}
