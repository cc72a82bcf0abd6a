package app.focusly.room.timer;

import java.time.Duration;

/// How long the phases of a cycle are, in minutes, and how many rounds it has.
public record Lengths(int focus, int shortBreak, int longBreak, int rounds) {
  /// The longest phase: four hours are more than anybody focuses at a stretch.
  public static final int MAX_MINUTES = 240;

  /// The most rounds before a long break.
  public static final int MAX_ROUNDS = 12;

  /// The classic of the technique.
  public static final Lengths CLASSIC = new Lengths(25, 5, 15, 4);

  public Lengths {
    require(focus, MAX_MINUTES);
    require(shortBreak, MAX_MINUTES);
    require(longBreak, MAX_MINUTES);
    require(rounds, MAX_ROUNDS);
  }

  long millis(Phase phase) {
    int minutes =
        switch (phase) {
          case FOCUS -> focus;
          case SHORT_BREAK -> shortBreak;
          case LONG_BREAK -> longBreak;
        };
    return Duration.ofMinutes(minutes).toMillis();
  }

  private static void require(int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException("a length is out of bounds");
    }
  }
}
