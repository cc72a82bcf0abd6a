package app.focusly.room.access;

import app.focusly.room.Refusal;

/// What a room says to somebody who wants to come in.
public sealed interface Entrance {

  /// Come in.
  record Open() implements Entrance {}

  /// An owner must let you in first.
  record Waiting() implements Entrance {}

  /// You cannot come in.
  record Closed(Refusal refusal) implements Entrance {}
}
