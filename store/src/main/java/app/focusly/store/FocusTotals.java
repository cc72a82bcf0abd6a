package app.focusly.store;

import app.focusly.room.RoomId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long a member focused.
///
/// @param days all with any focus, in order
/// @param rooms the ones with most, at most [#MOST]
/// @param tasks the same
public record FocusTotals(List<Day> days, List<Room> rooms, List<Task> tasks) {
  /// The most rooms and tasks that are told.
  public static final int MOST = 100;

  /// A day of the member's own time zone.
  ///
  /// @param phases that came to their end
  public record Day(LocalDate day, long millis, long phases) {}

  /// A room.
  ///
  /// @param name null when it has none
  public record Room(RoomId roomId, @Nullable String name, long millis) {}

  /// A task, as it is called now.
  public record Task(long taskId, String title, long millis) {}

  public FocusTotals {
    days = List.copyOf(days);
    rooms = List.copyOf(rooms);
    tasks = List.copyOf(tasks);
  }
}
