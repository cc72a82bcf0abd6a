package app.focusly.room.journal;

/// What came of reading.
public sealed interface Read<T> {

  /// It could be read.
  record Found<T>(T value) implements Read<T> {}

  /// It could not, for now.
  ///
  /// @param detail for the log; it quotes no body
  record Unavailable<T>(String detail) implements Read<T> {}
}
