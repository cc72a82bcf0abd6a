package app.focusly.store;

/// How much a store takes.
///
/// @param queuedAppends that wait for the writer; one more is answered as busy
/// @param queuedBytes of those
/// @param batchAppends the most that one transaction commits
/// @param batchBytes of those; a single append may be larger
/// @param readers threads that read, each with a connection
/// @param queuedReads that wait for them; one more is answered as unavailable
public record StoreLimits(
    int queuedAppends,
    long queuedBytes,
    int batchAppends,
    long batchBytes,
    int readers,
    int queuedReads) {

  /// A ledger has one append under way, so the queue takes some thousand busy rooms. A batch is
  /// what a slow disk writes in a tenth of a second.
  public static final StoreLimits DEFAULT =
      new StoreLimits(8_192, 64L * 1024 * 1024, 1_024, 4L * 1024 * 1024, 2, 1_024);

  public StoreLimits {
    if (Math.min(Math.min(queuedAppends, batchAppends), Math.min(readers, queuedReads)) < 1
        || Math.min(queuedBytes, batchBytes) < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
