package app.focusly.room.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A timer that ticks each second, as one would naively write it, in a room in which somebody is or
/// nobody is. It never stops for a restart.
final class TimerModel {
  private static final long GRACE = 120;

  long now;
  boolean occupied;
  private boolean session;
  private long emptySince;

  private boolean running;
  private boolean paused;
  private Phase phase = Phase.FOCUS;
  private int round = 1;
  private long left; // seconds of the phase under way

  Settings settings = Settings.CLASSIC;
  final List<Long> ends = new ArrayList<>();

  /// A second passes.
  void tick() {
    now++;
    if (running && !paused) {
      left--;
      if (left == 0) {
        ends.add(now);
        advance(settings.autoAdvance() && occupied);
      }
    }
    if (session && !occupied && now == emptySince + GRACE) {
      session = false;
      reset();
    }
  }

  void come() {
    occupied = true;
    session = true;
  }

  void go() {
    if (occupied) {
      occupied = false;
      emptySince = now;
    }
  }

  boolean start(Phase wanted) {
    if (running) {
      return false;
    }
    if (wanted == Phase.FOCUS && phase != Phase.FOCUS) {
      advance(false);
    } else if (wanted != Phase.FOCUS && phase == Phase.FOCUS) {
      round = round == 1 ? settings.rounds() : round - 1;
    }
    phase = wanted;
    begin();
    return true;
  }

  boolean startNext() {
    return start(phase);
  }

  boolean pause() {
    boolean possible = running && !paused;
    paused |= possible;
    return possible;
  }

  boolean resume() {
    boolean possible = running && paused;
    paused &= !possible;
    return possible;
  }

  boolean skip() {
    advance(running && settings.autoAdvance());
    return true;
  }

  boolean extend(int minutes) {
    boolean possible = running && left + minutes * 60L <= 720 * 60;
    left += possible ? minutes * 60L : 0;
    return possible;
  }

  boolean reset() {
    running = false;
    paused = false;
    phase = Phase.FOCUS;
    round = 1;
    return true;
  }

  boolean configure(Settings wanted) {
    settings = wanted;
    round = Math.min(round, wanted.rounds());
    if (!running && phase != Phase.FOCUS) {
      phase = round < wanted.rounds() ? Phase.SHORT_BREAK : Phase.LONG_BREAK;
    }
    return true;
  }

  private void begin() {
    running = true;
    paused = false;
    left = settings.lengths().millis(phase) / 1_000;
  }

  private void advance(boolean goesOn) {
    running = false;
    paused = false;
    switch (phase) {
      case FOCUS -> phase = round < settings.rounds() ? Phase.SHORT_BREAK : Phase.LONG_BREAK;
      case SHORT_BREAK -> {
        phase = Phase.FOCUS;
        round = round < settings.rounds() ? round + 1 : 1;
      }
      case LONG_BREAK -> {
        phase = Phase.FOCUS;
        round = 1;
      }
    }
    if (goesOn) {
      begin();
    }
  }

  String phase() {
    return running ? phase.text() : "idle, then " + phase.text();
  }

  int round() {
    return round;
  }

  boolean paused() {
    return paused;
  }

  /// Seconds of the phase that is under way.
  OptionalLong left() {
    return running ? OptionalLong.of(left) : OptionalLong.empty();
  }
}
