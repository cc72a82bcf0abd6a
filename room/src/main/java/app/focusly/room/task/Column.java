package app.focusly.room.task;

import java.util.Arrays;
import java.util.Optional;

/// Where a task stands on the board, from left to right.
public enum Column {
  TO_DO("todo"),
  DOING("doing"),
  DONE("done");

  private final String text;

  Column(String text) {
    this.text = text;
  }

  /// As it goes over the wire.
  String text() {
    return text;
  }

  static Optional<Column> of(String text) {
    return Arrays.stream(values()).filter(column -> column.text.equals(text)).findFirst();
  }
}
