package app.focusly.server.room;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/// A journal whose answers wait while it is held. Used from every thread.
final class HeldJournal implements Journal {
  private final Journal journal;
  private final ArrayDeque<Runnable> answers = new ArrayDeque<>();
  private boolean held;

  HeldJournal(Journal journal) {
    this.journal = journal;
  }

  synchronized void hold() {
    held = true;
  }

  synchronized void release() {
    held = false;
    while (!answers.isEmpty()) {
      answers.removeFirst().run();
    }
  }

  @Override
  public void append(Append append, Consumer<AppendResult> answer) {
    journal.append(append, result -> pass(() -> answer.accept(result)));
  }

  @Override
  public void open(StreamId stream, Consumer<Read<Opening>> answer) {
    journal.open(stream, result -> pass(() -> answer.accept(result)));
  }

  @Override
  public void read(StreamId stream, long after, Consumer<Read<Page>> answer) {
    journal.read(stream, after, result -> pass(() -> answer.accept(result)));
  }

  @Override
  public void readBack(StreamId stream, Past past, Consumer<Read<Page>> answer) {
    journal.readBack(stream, past, result -> pass(() -> answer.accept(result)));
  }

  private synchronized void pass(Runnable answer) {
    if (held) {
      answers.add(answer);
    } else {
      answer.run();
    }
  }
}
