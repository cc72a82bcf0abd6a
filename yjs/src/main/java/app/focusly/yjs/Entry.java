package app.focusly.yjs;

/// What stands in an array, in a map, or amidst text.
public sealed interface Entry permits Value, SharedType, Entry.Subdocument {

  /// Another document, of which this one has only the name.
  record Subdocument(String id) implements Entry {}
}
