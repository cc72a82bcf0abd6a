package app.focusly.room.journal;

/// Which events of the past are wanted: the newest of one type, from some event backwards.
///
/// @param after only those after this event; 0 for all
/// @param before only those before this event
/// @param limit the most of them, and a [Page] may hold fewer
public record Past(String type, long after, long before, int limit) {
  public static final int MAX_LIMIT = 100;

  public Past {
    if (after < 0 || before < 1 || limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("not a part of the past");
    }
  }

  /// As far back as there are events.
  public Past(String type, long before, int limit) {
    this(type, 0, before, limit);
  }
}
