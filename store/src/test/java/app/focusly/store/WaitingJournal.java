package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A journal whose calls wait for the answer, so that a test stays on its thread.
record WaitingJournal(Journal journal) implements Journal {

  @Override
  public void append(Append append, Consumer<AppendResult> answer) {
    var result = new CompletableFuture<AppendResult>();
    journal.append(append, result::complete);
    answer.accept(result.join());
  }

  @Override
  public void open(StreamId stream, Consumer<Read<Opening>> answer) {
    var result = new CompletableFuture<Read<Opening>>();
    journal.open(stream, result::complete);
    answer.accept(result.join());
  }

  @Override
  public void read(StreamId stream, long after, Consumer<Read<Page>> answer) {
    var result = new CompletableFuture<Read<Page>>();
    journal.read(stream, after, result::complete);
    answer.accept(result.join());
  }

  @Override
  public void readBack(StreamId stream, Past past, Consumer<Read<Page>> answer) {
    var result = new CompletableFuture<Read<Page>>();
    journal.readBack(stream, past, result::complete);
    answer.accept(result.join());
  }
}
