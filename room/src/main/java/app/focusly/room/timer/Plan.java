package app.focusly.room.timer;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Draft;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/// What a command, or the time, leads to: the events and the state after each of them. Nothing of
/// it has happened yet. Confined to one decision.
final class Plan {
  private final TimerLimits limits;
  private final String actor;
  private final long now;
  private final List<Draft> drafts = new ArrayList<>();
  private TimerState state;

  Plan(TimerState state, TimerLimits limits, String actor, long now) {
    this.state = state;
    this.limits = limits;
    this.actor = actor;
    this.now = now;
  }

  List<Draft> drafts() {
    return drafts;
  }

  /// Ends the phase whose time has come, at its time, and whatever came after it.
  ///
  /// @param occupied whether somebody was there at a time, so that the next phase could begin
  void endDue(LongPredicate occupied) {
    while (state.course() instanceof Course.Running running && running.endsAt() <= now) {
      long endedAt = running.endsAt();
      boolean goesOn =
          state.settings().autoAdvance()
              && now - endedAt <= TimerLimits.AWARE.toMillis()
              && occupied.test(endedAt);
      ObjectNode body =
          TimerJson.object()
              .put("ended", running.step().phase().text())
              .put("round", running.step().round())
              .put("endedAt", endedAt);
      advance(TimerEvents.PHASE_ENDED, body, goesOn, endedAt, JournalEvent.SYSTEM);
    }
  }

  Optional<Refusal> start(TimerCommand.Start start) {
    if (!(state.course() instanceof Course.Idle)) {
      return refused(RefusalCode.TIMER_RUNNING, "A phase is under way; skip or reset it first.");
    }
    TimerState wanted = state;
    if (start.preset() != null) {
      Optional<Preset> preset = state.preset(start.preset());
      if (preset.isEmpty()) {
        return unknownPreset("preset");
      }
      wanted =
          state
              .with(new Course.Idle(Step.FIRST, state.course().by()))
              .with(state.settings().with(preset.get().lengths()));
    }
    Step turn = wanted.next();
    Step step =
        start.phase() == null ? turn : turn.replacedBy(start.phase(), wanted.settings().rounds());
    TimerState after = wanted.with(running(wanted, step, now, actor));
    ObjectNode body =
        TimerJson.object()
            .put("phase", step.phase().text())
            .put("round", step.round())
            .put("startedAt", now)
            .put("endsAt", now + wanted.settings().lengths().millis(step.phase()));
    if (start.preset() != null) {
      body.put("preset", start.preset());
    }
    happen(TimerEvents.STARTED, quiet(body, step, wanted), after);
    return Optional.empty();
  }

  Optional<Refusal> pause() {
    if (!(state.course() instanceof Course.Running running)) {
      return notRunning();
    }
    long remaining = running.endsAt() - now;
    long length = running.endsAt() - running.startedAt();
    happen(
        TimerEvents.PAUSED,
        TimerJson.object().put("remaining", remaining),
        state.with(
            new Course.Paused(running.step(), running.startedAt(), length, remaining, actor)));
    return Optional.empty();
  }

  Optional<Refusal> resume() {
    if (!(state.course() instanceof Course.Paused paused)) {
      return refused(RefusalCode.TIMER_NOT_PAUSED, "The timer is not paused.");
    }
    long endsAt = now + paused.remaining();
    long startedAt = endsAt - paused.length();
    happen(
        TimerEvents.RESUMED,
        TimerJson.object().put("startedAt", startedAt).put("endsAt", endsAt),
        state.with(new Course.Running(paused.step(), startedAt, endsAt, actor)));
    return Optional.empty();
  }

  Optional<Refusal> skip() {
    ObjectNode body = TimerJson.object().put("skipped", state.course().step().phase().text());
    boolean goesOn = state.settings().autoAdvance() && !(state.course() instanceof Course.Idle);
    advance(TimerEvents.SKIPPED, body, goesOn, now, actor);
    return Optional.empty();
  }

  Optional<Refusal> reset() {
    if (!state.course().isFresh()) {
      happen(TimerEvents.RESET, TimerJson.object(), state.with(new Course.Idle(Step.FIRST, actor)));
    }
    return Optional.empty();
  }

  Optional<Refusal> extend(int minutes) {
    long more = Duration.ofMinutes(minutes).toMillis();
    return switch (state.course()) {
      case Course.Idle _ -> notRunning();
      case Course.Running running -> {
        long endsAt = running.endsAt() + more;
        yield extend(
            minutes,
            endsAt - now,
            "endsAt",
            endsAt,
            new Course.Running(running.step(), running.startedAt(), endsAt, actor));
      }
      case Course.Paused paused -> {
        long remaining = paused.remaining() + more;
        yield extend(
            minutes,
            remaining,
            "remaining",
            remaining,
            new Course.Paused(
                paused.step(), paused.startedAt(), paused.length() + more, remaining, actor));
      }
    };
  }

  private Optional<Refusal> extend(
      int minutes, long remaining, String field, long value, Course after) {
    if (remaining > Duration.ofMinutes(TimerLimits.MAX_REMAINING_MINUTES).toMillis()) {
      return Optional.of(
          Refusal.at(
              "minutes",
              RefusalCode.INVALID_PAYLOAD,
              "A phase has at most " + TimerLimits.MAX_REMAINING_MINUTES + " minutes to go."));
    }
    happen(
        TimerEvents.EXTENDED,
        TimerJson.object().put("minutes", minutes).put(field, value),
        state.with(after));
    return Optional.empty();
  }

  Optional<Refusal> configure(TimerCommand.Configure configure) {
    Settings settings = configure.onto(state.settings());
    if (!settings.equals(state.settings())) {
      happen(
          TimerEvents.CONFIGURED,
          TimerJson.object().set("settings", TimerJson.settings(settings)),
          state.with(settings));
    }
    return Optional.empty();
  }

  Optional<Refusal> save(Preset preset) {
    Optional<Preset> namesake = state.preset(preset.name());
    if (namesake.isEmpty() && state.presets().size() >= limits.presets()) {
      return refused(RefusalCode.TOO_MANY_PRESETS, "The room has as many presets as it may.");
    }
    if (namesake.filter(preset::equals).isEmpty()) {
      happen(
          TimerEvents.PRESET_SAVED,
          TimerJson.preset(preset),
          state.with(state.presetsWith(preset)));
    }
    return Optional.empty();
  }

  Optional<Refusal> remove(String name) {
    if (state.preset(name).isEmpty()) {
      return unknownPreset("name");
    }
    happen(
        TimerEvents.PRESET_REMOVED,
        TimerJson.object().put("name", name),
        state.with(state.presetsWithout(name)));
    return Optional.empty();
  }

  /// The step is over: the next one begins at this time, or it is its turn.
  private void advance(String type, ObjectNode body, boolean goesOn, long at, String by) {
    Step next = state.course().step().after(state.settings().rounds());
    Course after = goesOn ? running(state, next, at, by) : new Course.Idle(next, by);
    happen(type, goesOn ? quiet(body, next, state) : body, state.with(after));
  }

  private static Course running(TimerState state, Step step, long at, String by) {
    long length = state.settings().lengths().millis(step.phase());
    return new Course.Running(step, at, at + length, by);
  }

  /// Says that microphones fall silent, if a phase begins in which they do.
  private static ObjectNode quiet(ObjectNode body, Step step, TimerState state) {
    return step.phase() == Phase.FOCUS && state.settings().quietFocus()
        ? body.put("quiet", true)
        : body;
  }

  private void happen(String type, ObjectNode body, TimerState after) {
    body.set("timer", TimerJson.view(after, state));
    drafts.add(Draft.of(type, body));
    state = after;
  }

  private static Optional<Refusal> notRunning() {
    return refused(RefusalCode.TIMER_NOT_RUNNING, "No phase is running.");
  }

  private static Optional<Refusal> unknownPreset(String path) {
    return Optional.of(
        Refusal.at(path, RefusalCode.UNKNOWN_PRESET, "There is no preset of that name."));
  }

  private static Optional<Refusal> refused(RefusalCode code, String message) {
    return Optional.of(Refusal.of(code, message));
  }
}
