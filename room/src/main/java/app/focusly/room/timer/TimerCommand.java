package app.focusly.room.timer;

import app.focusly.room.access.Permission;
import app.focusly.room.access.PermittedCommand;
import org.jspecify.annotations.Nullable;

/// What members tell the timer.
public sealed interface TimerCommand extends PermittedCommand {
  @Override
  default Permission permission() {
    return Permission.CONTROL_TIMER;
  }

  /// Begins a phase.
  ///
  /// @param preset whose lengths to use from now on, beginning with the first round; null keeps
  ///   them
  /// @param phase null for the one whose turn it is
  record Start(@Nullable String preset, @Nullable Phase phase) implements TimerCommand {}

  /// Stops the clock.
  record Pause() implements TimerCommand {}

  /// Lets it go on.
  record Resume() implements TimerCommand {}

  /// Gives the phase up for the next one.
  record Skip() implements TimerCommand {}

  /// Goes back to the first round, and stands still.
  record Reset() implements TimerCommand {}

  /// Gives the phase more time.
  record Extend(int minutes) implements TimerCommand {}

  /// Changes the settings; null leaves one as it is. Lengths count from the next phase on.
  record Configure(
      @Nullable Integer focus,
      @Nullable Integer shortBreak,
      @Nullable Integer longBreak,
      @Nullable Integer rounds,
      @Nullable Boolean autoAdvance,
      @Nullable Boolean quietFocus)
      implements TimerCommand {

    Settings onto(Settings old) {
      Lengths lengths = old.lengths();
      return new Settings(
          new Lengths(
              either(focus, lengths.focus()),
              either(shortBreak, lengths.shortBreak()),
              either(longBreak, lengths.longBreak()),
              either(rounds, lengths.rounds())),
          either(autoAdvance, old.autoAdvance()),
          either(quietFocus, old.quietFocus()));
    }

    private static <T> T either(@Nullable T wanted, T old) {
      return wanted == null ? old : wanted;
    }
  }

  /// Keeps lengths under a name, in place of those that it had.
  record SavePreset(Preset preset) implements TimerCommand {}

  /// Forgets a preset.
  record RemovePreset(String name) implements TimerCommand {}
}
