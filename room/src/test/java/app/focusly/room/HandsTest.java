package app.focusly.room;

import static app.focusly.room.RoomDriver.START;
import static app.focusly.room.RoomDriver.accepted;
import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.refusal;
import static app.focusly.room.RoomDriver.request;
import static app.focusly.room.RoomDriver.updated;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import app.focusly.room.presence.LowerHand;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hands have an order, and others lower them.
class HandsTest {
  private static final MediaState UP = new MediaState(true, false, false, true);
  private static final MediaState DOWN = UP.withHandDown();

  private final RoomDriver room = new RoomDriver();

  @BeforeEach
  void come() {
    var owner = new MemberIdentity(new MemberId("ann"), Role.OWNER);
    room.handle(new Command.Join(connection("c1"), owner, request("u1")));
    room.join("c2", "ben", "u2");
    room.join("c3", "ben", "u3");
  }

  @Test
  void everyoneIsToldWhenOneGoesUpAndDown() {
    assertThat(room.setMedia("c2", UP))
        .containsExactly(accepted("c2"), updated(room.member("ben")));
    assertThat(room.member("ben").handRaisedAt()).isEqualTo(START.plusSeconds(3));

    assertThat(room.setMedia("c2", DOWN))
        .containsExactly(accepted("c2"), updated(room.member("ben")));
    assertThat(room.member("ben").handRaisedAt()).isNull();
  }

  @Test
  void aHandThatStaysUpKeepsItsPlace() {
    room.setMedia("c2", UP);
    room.setMedia("c2", new MediaState(false, false, false, true));

    assertThat(room.member("ben").handRaisedAt()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void ofTwoTabsTheEarlierCounts() {
    room.setMedia("c3", UP);
    room.setMedia("c2", UP);
    assertThat(room.member("ben").handRaisedAt()).isEqualTo(START.plusSeconds(3));

    room.leave("c3");
    assertThat(room.member("ben").handRaisedAt()).isEqualTo(START.plusSeconds(4));
  }

  @Test
  void anotherMemberLowersAllHandsOfAMember() {
    room.setMedia("c2", UP);
    room.setMedia("c3", UP);

    List<Effect> effects = lower("c1", "ben");
    assertThat(effects)
        .containsExactly(
            accepted("c1"),
            new Effect.HandLowered(List.of(connection("c2"), connection("c3"))),
            updated(room.member("ben")));
    assertThat(room.member("ben").handRaisedAt()).isNull();
    assertThat(room.member("ben").connections())
        .extracting(Member.Connection::media)
        .containsOnly(DOWN);
  }

  @Test
  void aHandThatIsDownStaysThere() {
    assertThat(lower("c1", "ben")).containsExactly(accepted("c1"));
  }

  @Test
  void whoIsNotHereLowersNone() {
    room.setMedia("c1", UP);

    assertThat(refusal(lower("c9", "ann"))).isEqualTo(RefusalCode.NOT_JOINED);
  }

  @Test
  void whoIsNotHereHasNoHand() {
    assertThat(refusal(lower("c1", "cleo"))).isEqualTo(RefusalCode.UNKNOWN_MEMBER);
  }

  private List<Effect> lower(String connection, String member) {
    var request = new LowerHand(new MemberId(member));
    return room.handle(new Command.LowerHands(connection(connection), request));
  }
}
