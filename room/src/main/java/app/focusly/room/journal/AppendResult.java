package app.focusly.room.journal;

/// What came of an append.
public sealed interface AppendResult {

  /// It is durable.
  record Appended() implements AppendResult {}

  /// It is not known to be durable.
  ///
  /// @param detail for the log; it quotes no body
  record NotAppended(Cause cause, String detail) implements AppendResult {}

  /// Why an append did not succeed.
  enum Cause {
    /// Too much waits already; nothing was written.
    BUSY,
    /// The stream is not where the append said; nothing was written.
    CONFLICT,
    /// The store failed. Whether it was written shows when the stream is read again.
    FAILED
  }
}
