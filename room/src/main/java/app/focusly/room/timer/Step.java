package app.focusly.room.timer;

/// A phase and its place in the cycle of rounds: a break belongs to the round before it.
///
/// @param round from 1
record Step(Phase phase, int round) {
  static final Step FIRST = new Step(Phase.FOCUS, 1);

  /// What comes after it in a cycle of so many rounds.
  Step after(int rounds) {
    return switch (phase) {
      case FOCUS -> new Step(round < rounds ? Phase.SHORT_BREAK : Phase.LONG_BREAK, round);
      case SHORT_BREAK -> round < rounds ? new Step(Phase.FOCUS, round + 1) : FIRST;
      case LONG_BREAK -> FIRST;
    };
  }

  /// The step to take instead of this one when somebody wants another phase. What comes after it is
  /// the same as far as that can be.
  Step replacedBy(Phase wanted, int rounds) {
    if (wanted == phase) {
      return this;
    }
    if (wanted == Phase.FOCUS) {
      return after(rounds);
    }
    if (phase == Phase.FOCUS) { // a break before a round is that of the round before
      return new Step(wanted, round == 1 ? rounds : round - 1);
    }
    return new Step(wanted, round);
  }

  /// This step when the cycle gets so many rounds.
  Step within(int rounds) {
    return new Step(phase, Math.min(round, rounds));
  }

  /// As [#within], for a step that has not been taken: the break after the last round is the long
  /// one.
  Step pendingWithin(int rounds) {
    Step fitting = within(rounds);
    return phase == Phase.FOCUS ? fitting : new Step(Phase.FOCUS, fitting.round()).after(rounds);
  }
}
