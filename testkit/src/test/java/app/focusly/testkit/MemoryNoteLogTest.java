package app.focusly.testkit;

import app.focusly.room.note.NoteLog;

class MemoryNoteLogTest extends NoteLogContract {
  private final MemoryNoteLog log = new MemoryNoteLog();

  @Override
  protected NoteLog log() {
    return log;
  }

  @Override
  protected void add(NoteLog.Id note) {
    log.add(note);
  }

  @Override
  protected void remove(NoteLog.Id note) {
    log.remove(note);
  }
}
