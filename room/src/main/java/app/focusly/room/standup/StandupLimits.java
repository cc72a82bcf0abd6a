package app.focusly.room.standup;

/// How much a room's stand-up takes.
///
/// @param answer the most code points of the answer to one question
public record StandupLimits(int answer) {
  /// What is said in half a minute, three times over, still fits one event.
  public static final int MAX_ANSWER = 1_000;

  /// The most who speak in one round.
  public static final int SPEAKERS = 100;

  /// The shortest and the longest time for each speaker, and the usual one.
  public static final int MIN_SECONDS = 15;

  public static final int MAX_SECONDS = 600;
  public static final int DEFAULT_SECONDS = 120;

  public static final StandupLimits DEFAULT = new StandupLimits(MAX_ANSWER);

  public StandupLimits {
    if (answer < 1 || answer > MAX_ANSWER) {
      throw new IllegalArgumentException("answer is 1 to " + MAX_ANSWER);
    }
  }
}
