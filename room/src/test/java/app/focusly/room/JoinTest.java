package app.focusly.room;

import static app.focusly.room.RoomDriver.ROOM;
import static app.focusly.room.RoomDriver.START;
import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.joined;
import static app.focusly.room.RoomDriver.person;
import static app.focusly.room.RoomDriver.plainRequest;
import static app.focusly.room.RoomDriver.request;
import static app.focusly.room.RoomDriver.updated;
import static app.focusly.room.RoomDriver.userConnected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.focusly.room.media.MediaState;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import app.focusly.room.presence.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinTest {
  private final RoomDriver room = new RoomDriver();

  @Test
  void firstComerFindsThemselvesAlone() {
    var media = new MediaState(true, false, false, false);
    var effects =
        room.handle(new Command.Join(connection("c1"), person("ann"), request("u1", "Ann", media)));

    var connection =
        new Member.Connection(new UserId("u1"), JoinRequest.PROTOCOL, START, true, media);
    var ann =
        new Member(
            new MemberId("ann"),
            new MemberName("Ann"),
            Role.MEMBER,
            START,
            Status.AVAILABLE,
            null,
            List.of(connection));
    var you = new Snapshot.You(new MemberId("ann"), new UserId("u1"), Role.MEMBER);
    assertThat(effects)
        .containsExactly(
            new Effect.Joined(
                connection("c1"), new Snapshot(ROOM, you, List.of(ann), RoomLimits.DEFAULT), false),
            updated(ann, "c1"),
            userConnected("u1", "c1"));
  }

  @Test
  void othersHearOfTheMemberJustBeforeTheUser() {
    room.join("c1", "ann", "u1");

    var effects = room.join("c2", "bob", "u2");

    assertThat(effects)
        .endsWith(updated(room.member("bob"), "c2"), userConnected("u2", "c2"))
        .hasSize(3);
  }

  @Test
  void snapshotListsAllMembersInOrderOfArrival() {
    room.join("c1", "zoe", "u1");
    room.join("c2", "ann", "u2");

    var snapshot = joined(room.join("c3", "mia", "u3")).snapshot();

    assertThat(snapshot.members())
        .extracting(member -> member.memberId().value())
        .containsExactly("zoe", "ann", "mia");
    assertThat(snapshot.you().userId()).isEqualTo(new UserId("u3"));
  }

  @Test
  void plainClientIsAMemberOfItsOwn() {
    room.joinPlain("c1", "u1");
    room.joinPlain("c2", "u2");

    assertThat(room.room().members())
        .extracting(member -> member.memberId().value())
        .containsExactly("c1", "c2");
    assertThat(room.member("c1").role()).isEqualTo(Role.GUEST);
    assertThat(room.member("c1").connections().getFirst().protocol()).isZero();
    assertThat(room.member("c1").connections().getFirst().media()).isEqualTo(MediaState.PLAIN);
  }

  @Test
  void plainClientWithACookieIsThatMember() {
    room.join("c1", "ann", "u1");
    room.handle(new Command.Join(connection("c2"), person("ann"), plainRequest("u2")));

    assertThat(room.member("ann").connections())
        .extracting(Member.Connection::protocol)
        .containsExactly(1, 0);
  }

  @Test
  void roleIsTheOneTheServerFound() {
    var owner = new MemberIdentity(new MemberId("ann"), Role.OWNER);

    var effects = room.handle(new Command.Join(connection("c1"), owner, request("u1")));

    assertThat(joined(effects).snapshot().you().role()).isEqualTo(Role.OWNER);
    assertThat(room.member("ann").role()).isEqualTo(Role.OWNER);
  }

  @Test
  void joinOfAnotherRoomIsTheServersMistake() {
    var other = new Room(new RoomId("elsewhere"), RoomLimits.DEFAULT);
    var join = new Command.Join(connection("c1"), person("ann"), request("u1"));

    assertThatIllegalArgumentException().isThrownBy(() -> other.handle(join, START, _ -> {}));
    assertThat(other.members()).isEmpty();
  }
}
