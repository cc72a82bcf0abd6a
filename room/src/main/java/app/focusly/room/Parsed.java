package app.focusly.room;

/// What came of reading a client's payload.
public sealed interface Parsed<T> {

  /// It is valid.
  record Valid<T>(T value) implements Parsed<T> {}

  /// It is not.
  record Invalid<T>(Refusal refusal) implements Parsed<T> {}
}
