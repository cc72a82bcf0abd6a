package app.focusly.yjs;

/// Some clocks of one client.
///
/// @param to the first that is no more part of it
public record ClockRange(long from, long to) {

  public ClockRange {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("no range: " + from + " to " + to);
    }
  }

  boolean contains(ClockRange other) {
    return from <= other.from && other.to <= to;
  }
}
