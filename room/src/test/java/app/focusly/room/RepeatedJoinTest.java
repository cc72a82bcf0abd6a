package app.focusly.room;

import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.joined;
import static app.focusly.room.RoomDriver.left;
import static app.focusly.room.RoomDriver.person;
import static app.focusly.room.RoomDriver.request;
import static app.focusly.room.RoomDriver.updated;
import static app.focusly.room.RoomDriver.userConnected;
import static app.focusly.room.RoomDriver.userDisconnected;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import org.junit.jupiter.api.Test;

class RepeatedJoinTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void sameUserIsAnsweredAndNobodyElseHears() {
    var first = joined(room.join("c1", "ann", "u1"));

    assertThat(room.join("c1", "ann", "u1"))
        .containsExactly(new Effect.Joined(connection("c1"), first.snapshot(), true));
  }

  @Test
  void sameUserWithAnotherNameAndMediaChangesNothing() {
    room.join("c1", "ann", "u1");
    var before = room.room().members();
    var again = request("u1", "Annabel", MediaState.PLAIN);

    var effects = room.handle(new Command.Join(connection("c1"), person("ann"), again));

    assertThat(effects).hasSize(1);
    assertThat(joined(effects).repeat()).isTrue();
    assertThat(room.room().members()).isEqualTo(before);
  }

  @Test
  void anotherUserLeavesFirst() {
    room.join("c0", "zoe", "u0");
    room.join("c1", "ann", "u1");

    var effects = room.join("c1", "ann", "u2");

    assertThat(effects)
        .containsExactly(
            left("c1", LeaveReason.MOVED),
            userDisconnected("u1", "c1"),
            joined(effects),
            updated(room.member("ann"), "c1"),
            userConnected("u2", "c1"));
    assertThat(joined(effects).repeat()).isFalse();
    assertThat(room.member("ann").connections())
        .extracting(connection -> connection.userId().value())
        .containsExactly("u2");
  }

  @Test
  void anotherUserAtTheConnectionLimitIsLetIn() {
    var full = new RoomDriver(new RoomLimits(1, 1, 1));
    full.join("c1", "ann", "u1");

    assertThat(joined(full.join("c1", "ann", "u2")).repeat()).isFalse();
  }

  @Test
  void refusalAfterLeavingLeavesTheConnectionOutside() {
    var full = new RoomDriver(new RoomLimits(2, 1, 1));
    full.join("c1", "ann", "u1");
    full.join("c2", "bob", "u2");

    var bob = new MemberIdentity(new MemberId("bob"), Role.MEMBER);
    var effects = full.handle(new Command.Join(connection("c1"), bob, request("u3")));

    assertThat(effects).startsWith(left("c1", LeaveReason.MOVED));
    assertThat(effects.getLast())
        .isInstanceOfSatisfying(
            Effect.Refused.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(RefusalCode.TOO_MANY_CONNECTIONS));
    assertThat(full.room().members()).containsExactly(full.member("bob"));
  }
}
