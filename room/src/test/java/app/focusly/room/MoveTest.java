package app.focusly.room;

import static app.focusly.room.RoomDriver.ROOM;
import static app.focusly.room.RoomDriver.connection;
import static app.focusly.room.RoomDriver.left;
import static app.focusly.room.RoomDriver.person;
import static app.focusly.room.RoomDriver.request;
import static app.focusly.room.RoomDriver.userDisconnected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoveTest {
  private final Command.Join join =
      new Command.Join(connection("c1"), person("ann"), request("u1"));

  @Test
  void firstRoomIsJoinedAtOnce() {
    assertThat(RoutedCommand.forJoin(null, join)).containsExactly(new RoutedCommand(ROOM, join));
  }

  @Test
  void sameRoomIsNotLeft() {
    assertThat(RoutedCommand.forJoin(ROOM, join)).containsExactly(new RoutedCommand(ROOM, join));
  }

  @Test
  void otherRoomIsLeftBeforeTheJoin() {
    var other = new RoomId("other");

    assertThat(RoutedCommand.forJoin(other, join))
        .containsExactly(
            new RoutedCommand(other, new Command.Leave(join.connection(), LeaveReason.MOVED)),
            new RoutedCommand(ROOM, join));
  }

  @Test
  void roomThatIsMovedFromTellsItsOthers() {
    var room = new RoomDriver();
    room.join("c1", "ann", "u1");
    room.join("c2", "bob", "u2");

    assertThat(room.handle(new Command.Leave(connection("c1"), LeaveReason.MOVED)))
        .containsExactly(left("c1", LeaveReason.MOVED), userDisconnected("u1", "c1"));
  }
}
