package app.focusly.room.journal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an event means for the tables that answer who met when, and who focused how long, and for
/// what is written in notes. It is written with the event, of whose stream it is: the tables are
/// never behind the journal.
///
/// A session goes by the number of the event that started it. Times are epoch ms.
public sealed interface HistoryRow {

  /// The room was made.
  record Made(@Nullable String name, @Nullable String template) implements HistoryRow {}

  /// A member is an owner.
  record Owns(String memberId) implements HistoryRow {}

  /// A member is no owner any more.
  record OwnsNot(String memberId) implements HistoryRow {}

  /// These members are the owners, and nobody else.
  record Owners(List<String> memberIds) implements HistoryRow {
    public Owners {
      memberIds = List.copyOf(memberIds);
    }
  }

  /// A session began.
  record Began(long session, long at) implements HistoryRow {}

  /// A member came.
  record Came(long session, String memberId, @Nullable String name) implements HistoryRow {}

  /// A focus phase ran while somebody was there.
  ///
  /// @param completed whether it came to its end
  record Ran(long session, long millis, boolean completed) implements HistoryRow {}

  /// A member focused, on one day of theirs.
  ///
  /// @param guest whether they are of a plain client, and can never ask for it
  /// @param task that they worked on; 0 for none
  /// @param completed whether the phase came to its end with them
  record Focused(
      long session,
      String memberId,
      boolean guest,
      LocalDate day,
      long task,
      long from,
      long to,
      boolean completed)
      implements HistoryRow {

    /// How long.
    public long millis() {
      return to - from;
    }
  }

  /// A session ended.
  ///
  /// @param last the event that says so
  record Ended(long session, long at, long last) implements HistoryRow {}

  /// A member is forgotten.
  record MemberForgotten(String memberId) implements HistoryRow {}

  /// A session is forgotten, with what was focused in it.
  record SessionForgotten(long session) implements HistoryRow {}

  /// Sessions that were over by an event are forgotten.
  record Forgotten(long through) implements HistoryRow {}

  /// A note was made; what is written in it is kept from now on.
  record NoteAdded(long note) implements HistoryRow {}

  /// A note was removed, with all that was written in it.
  record NoteRemoved(long note) implements HistoryRow {}
}
