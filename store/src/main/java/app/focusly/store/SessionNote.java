package app.focusly.store;

/// A note as it stood when a session ended.
///
/// @param markdown what was written in it; empty for nothing
public record SessionNote(long note, String title, String markdown) {}
