package app.focusly.room.timer;

/// How a room's timer runs.
///
/// @param autoAdvance whether a phase that ends by itself, or is skipped, is followed by the next
/// @param quietFocus whether pages mute microphones when a focus phase begins
public record Settings(Lengths lengths, boolean autoAdvance, boolean quietFocus) {
  static final Settings CLASSIC = new Settings(Lengths.CLASSIC, false, false);

  Settings with(Lengths others) {
    return new Settings(others, autoAdvance, quietFocus);
  }

  int rounds() {
    return lengths.rounds();
  }
}
