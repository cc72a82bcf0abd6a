package app.focusly.room;

import java.time.Instant;

/// What a [RoomService] needs of the program around it. Called on the room's owner alone, but for
/// [#run].
public interface RoomHost {

  /// Runs a task on the room's owner, now or later, and in order. May be called from every thread.
  void run(Runnable task);

  /// The time of day.
  Instant now();

  /// When the server before this one was last known to run.
  Instant aliveBefore();

  /// Is to call [RoomService#wake] at this time, and not at one that was named before.
  void wakeAt(Instant time);

  /// Takes what no command of a connection caused, such as the end of the timer's phase.
  void effect(Effect effect);

  /// Something for the operator to know; it quotes nothing that a member wrote.
  void trouble(String report);

  /// A fault of the program's own. Whoever waits has been answered.
  void failed(RuntimeException failure);
}
