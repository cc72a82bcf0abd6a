package app.focusly.testkit;

import app.focusly.room.journal.Journal;

class MemoryJournalTest extends JournalContract {
  private final MemoryJournal journal = new MemoryJournal("epoch");

  @Override
  protected Journal journal() {
    return journal;
  }
}
