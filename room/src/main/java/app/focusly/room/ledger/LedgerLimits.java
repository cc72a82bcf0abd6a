package app.focusly.room.ledger;

import app.focusly.room.journal.Append;
import java.time.Duration;

/// How much a ledger takes.
///
/// @param waiting asks that wait for it to be loaded
/// @param held answers and the like that wait for the journal
/// @param pendingBytes of events that wait to be appended; a command that finds more is refused
/// @param reads pages that clients wait for, and as many commands that wait for what is looked up
/// @param resumable the most events that a client may have missed; with more it gets the state
/// @param tailBytes of the last events, which are at hand without the journal
/// @param snapshotEvery events between snapshots
/// @param retry the time from a failure of the journal to the next attempt
public record LedgerLimits(
    int waiting,
    int held,
    int pendingBytes,
    int reads,
    int resumable,
    int tailBytes,
    int snapshotEvery,
    Duration retry) {

  public LedgerLimits {
    if (Math.min(Math.min(waiting, held), Math.min(reads, snapshotEvery)) < 1
        || Math.min(Math.min(pendingBytes, resumable), tailBytes) < 1
        || pendingBytes > Append.MAX_BYTES - BYTES_PER_COMMAND) {
      throw new IllegalArgumentException("limits are positive, and what is pending fits an append");
    }
  }

  /// Sized for a room of a hundred: each of them may wait for ten things.
  public static final LedgerLimits DEFAULT =
      new LedgerLimits(
          1_000, 1_000, 1024 * 1024, 100, 10_000, 256 * 1024, 500, Duration.ofSeconds(1));

  /// The most events that one command may lead to, reactions included: a crowded room that a crash
  /// ended has as many leavings to write.
  public static final int EVENTS_PER_COMMAND = 1024;

  /// Their bytes at most.
  public static final int BYTES_PER_COMMAND = 256 * 1024;

  /// The most events by which something that was looked up in the journal may be behind memory;
  /// with more, the command is refused. A feature must remember what these change.
  public static final int LOOK_UP_LAG = 256;

  /// The commands whose ids are remembered.
  public static final int COMMAND_IDS = 1_000;
}
