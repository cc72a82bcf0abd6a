package app.focusly.room.timer;

import java.util.Arrays;
import java.util.Optional;

/// What the room does for a while.
public enum Phase {
  /// Working.
  FOCUS("focus"),
  /// A break between two rounds.
  SHORT_BREAK("shortBreak"),
  /// The break after the last round.
  LONG_BREAK("longBreak");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /// The phase as it goes over the wire.
  public String text() {
    return text;
  }

  static Optional<Phase> of(String text) {
    return Arrays.stream(values()).filter(phase -> phase.text.equals(text)).findFirst();
  }
}
