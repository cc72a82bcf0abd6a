package app.focusly.yjs;

import java.util.Map;

/// A part of a text with its marks.
public sealed interface TextRun {
  /// The marks by their names, such as `bold`.
  Map<String, Value> marks();

  record Letters(String text, Map<String, Value> marks) implements TextRun {}

  /// Something amidst the text that is none, as long as one letter.
  record Embedded(Entry entry, Map<String, Value> marks) implements TextRun {}
}
