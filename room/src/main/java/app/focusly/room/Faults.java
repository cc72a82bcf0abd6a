package app.focusly.room;

import java.util.function.Consumer;

/// Where a fault of ours ends: whoever is to know is told, and the work behind it goes on.
final class Faults {
  private final Consumer<RuntimeException> told;

  /// @param told is told of each
  Faults(Consumer<RuntimeException> told) {
    this.told = told;
  }

  /// Does something.
  ///
  /// @return whether it was done
  boolean survive(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException failure) { // reported
      told.accept(failure);
      return false;
    }
  }
}
