package app.focusly.room.note;

/// A note and what it is called.
public record NoteTitle(long noteId, String title) {}
