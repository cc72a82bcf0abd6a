package app.focusly.room.timer;

import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The timer's events: those that clients send, and those that the journal keeps.
public final class TimerEvents {
  static final String STARTED = "timer-started";
  static final String PAUSED = "timer-paused";
  static final String RESUMED = "timer-resumed";
  static final String SKIPPED = "timer-skipped";
  static final String RESET = "timer-reset";
  static final String EXTENDED = "timer-extended";
  static final String CONFIGURED = "timer-configured";
  static final String PHASE_ENDED = "timer-phase-ended";
  static final String PRESET_SAVED = "preset-saved";
  static final String PRESET_REMOVED = "preset-removed";

  private static final int MAX_EXTENSION_MINUTES = 60;

  /// What clients send, by the event's name.
  public static final Map<String, PayloadReader<? extends TimerCommand>> READERS =
      Map.of(
          "timer-start", TimerEvents::start,
          "timer-pause", _ -> new TimerCommand.Pause(),
          "timer-resume", _ -> new TimerCommand.Resume(),
          "timer-skip", _ -> new TimerCommand.Skip(),
          "timer-reset", _ -> new TimerCommand.Reset(),
          "timer-extend", TimerEvents::extend,
          "timer-configure", TimerEvents::configure,
          "preset-save", payload -> new TimerCommand.SavePreset(preset(payload)),
          "preset-remove", payload -> new TimerCommand.RemovePreset(name(payload, "name")));

  private TimerEvents() {}

  private static TimerCommand.Start start(Payload payload) {
    String preset = Payload.isAbsent(payload.field("preset")) ? null : name(payload, "preset");
    return new TimerCommand.Start(preset, phase(payload));
  }

  private static @Nullable Phase phase(Payload payload) {
    Optional<String> text = payload.text("phase");
    if (text.isEmpty()) {
      return null;
    }
    return Phase.of(text.get())
        .orElseThrow(() -> Payload.invalid("phase", "focus, shortBreak or longBreak"));
  }

  private static TimerCommand.Extend extend(Payload payload) {
    return new TimerCommand.Extend(required(payload, "minutes", MAX_EXTENSION_MINUTES));
  }

  private static TimerCommand.Configure configure(Payload payload) {
    return new TimerCommand.Configure(
        payload.wholeNumber("focus", 1, Lengths.MAX_MINUTES).orElse(null),
        payload.wholeNumber("shortBreak", 1, Lengths.MAX_MINUTES).orElse(null),
        payload.wholeNumber("longBreak", 1, Lengths.MAX_MINUTES).orElse(null),
        payload.wholeNumber("rounds", 1, Lengths.MAX_ROUNDS).orElse(null),
        payload.flagIfAny("autoAdvance").orElse(null),
        payload.flagIfAny("quietFocus").orElse(null));
  }

  private static Preset preset(Payload payload) {
    return new Preset(
        name(payload, "name"),
        new Lengths(
            required(payload, "focus", Lengths.MAX_MINUTES),
            required(payload, "shortBreak", Lengths.MAX_MINUTES),
            required(payload, "longBreak", Lengths.MAX_MINUTES),
            required(payload, "rounds", Lengths.MAX_ROUNDS)));
  }

  private static int required(Payload payload, String field, int most) {
    return payload
        .wholeNumber(field, 1, most)
        .orElseThrow(() -> Payload.invalid(field, "a whole number from 1 to " + most));
  }

  private static String name(Payload payload, String field) {
    String name = payload.text(field).orElse("").strip();
    if (!Preset.isName(name)) {
      throw Payload.invalid(field, "one line of 1 to 40 characters");
    }
    return name;
  }
}
