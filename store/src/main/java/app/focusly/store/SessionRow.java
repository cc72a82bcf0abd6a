package app.focusly.store;

import app.focusly.room.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session as the tables have it. Times are epoch ms.
///
/// @param seq the event that started it
/// @param endedAt null while it goes on
/// @param focusMillis how long focus phases ran while somebody was there
/// @param phases how many of them came to their end
/// @param members who was there, the first of them
public record SessionRow(
    RoomId roomId,
    long seq,
    long startedAt,
    @Nullable Long endedAt,
    long focusMillis,
    long phases,
    List<Person> members) {
  /// The most members that it names.
  public static final int MAX_MEMBERS = 100;

  /// A member.
  ///
  /// @param name that they went by; null when they gave none
  public record Person(String memberId, @Nullable String name) {}

  public SessionRow {
    members = List.copyOf(members);
  }
}
