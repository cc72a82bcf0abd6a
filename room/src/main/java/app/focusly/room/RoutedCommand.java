package app.focusly.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command and the room that it is for.
public record RoutedCommand(RoomId roomId, Command command) {

  /// What a join comes to, in the order in which it must happen: a connection is in one room at
  /// most, so it leaves the one it is in before it joins another.
  ///
  /// @param current the room that the connection is in, or null
  public static List<RoutedCommand> forJoin(@Nullable RoomId current, Command.Join join) {
    var joining = new RoutedCommand(join.request().roomId(), join);
    if (current == null || current.equals(joining.roomId())) {
      return List.of(joining);
    }
    var leaving = new Command.Leave(join.connection(), LeaveReason.MOVED);
    return List.of(new RoutedCommand(current, leaving), joining);
  }
}
