package app.focusly.room.timer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that there is to know of a room's timer. Immutable.
///
/// @param presets in the order in which their names came up
record TimerState(Course course, Settings settings, List<Preset> presets) {
  static final TimerState INITIAL =
      new TimerState(new Course.Idle(Step.FIRST, null), Settings.CLASSIC, List.of());

  TimerState {
    presets = List.copyOf(presets);
  }

  TimerState with(Course other) {
    return new TimerState(other, settings, presets);
  }

  /// With other settings, and a step that fits them.
  TimerState with(Settings others) {
    int rounds = others.rounds();
    Course fitting =
        switch (course) {
          case Course.Idle(var step, var by) -> new Course.Idle(step.pendingWithin(rounds), by);
          case Course.Running(var step, long startedAt, long endsAt, var by) ->
              new Course.Running(step.within(rounds), startedAt, endsAt, by);
          case Course.Paused(var step, long startedAt, long length, long remaining, var by) ->
              new Course.Paused(step.within(rounds), startedAt, length, remaining, by);
        };
    return new TimerState(fitting, others, presets);
  }

  TimerState with(List<Preset> others) {
    return new TimerState(course, settings, others);
  }

  Optional<Preset> preset(String name) {
    return presets.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /// The presets with this one, in the place of its namesake if there is one.
  List<Preset> presetsWith(Preset added) {
    return preset(added.name()).isPresent()
        ? presets.stream()
            .map(preset -> preset.name().equals(added.name()) ? added : preset)
            .toList()
        : Stream.concat(presets.stream(), Stream.of(added)).toList();
  }

  List<Preset> presetsWithout(String name) {
    return presets.stream().filter(preset -> !preset.name().equals(name)).toList();
  }

  /// What comes after the step of now; when nothing is under way, that step itself.
  Step next() {
    Step step = course.step();
    return course instanceof Course.Idle ? step : step.after(settings.rounds());
  }
}
