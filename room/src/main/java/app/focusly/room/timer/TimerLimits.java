package app.focusly.room.timer;

import java.time.Duration;

/// How much one room's timer takes.
///
/// @param presets the most presets of a room
public record TimerLimits(int presets) {
  /// What a room takes unless it is configured.
  public static final TimerLimits DEFAULT = new TimerLimits(20);

  /// The most presets that can be allowed: they all go to each client that joins.
  public static final int MAX_PRESETS = 100;

  /// The longest that a phase may have to go, however often it is extended.
  public static final int MAX_REMAINING_MINUTES = 720;

  /// How late the end of a phase may be noticed for the next one to begin by itself. Those who are
  /// written down as present may have gone when the server stood still for longer.
  static final Duration AWARE = Duration.ofMinutes(2);

  public TimerLimits {
    if (presets < 1 || presets > MAX_PRESETS) {
      throw new IllegalArgumentException("presets is 1 to " + MAX_PRESETS);
    }
  }
}
