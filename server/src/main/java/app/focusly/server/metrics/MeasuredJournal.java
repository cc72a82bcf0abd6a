package app.focusly.server.metrics;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.util.function.Consumer;

/// A journal that is measured from outside, as those who use it see it.
public final class MeasuredJournal implements Journal {
  private final Journal journal;
  private final JournalMetrics metrics;

  public MeasuredJournal(Journal journal, JournalMetrics metrics) {
    this.journal = journal;
    this.metrics = metrics;
  }

  @Override
  public void append(Append append, Consumer<AppendResult> answer) {
    var sample = metrics.begin();
    journal.append(
        append,
        result -> {
          switch (result) {
            case AppendResult.Appended() -> metrics.durable(sample);
            case AppendResult.NotAppended(AppendResult.Cause cause, _) -> metrics.failed(cause);
          }
          answer.accept(result);
        });
  }

  @Override
  public void open(StreamId stream, Consumer<Read<Opening>> answer) {
    journal.open(stream, measured(answer));
  }

  @Override
  public void read(StreamId stream, long after, Consumer<Read<Page>> answer) {
    journal.read(stream, after, measured(answer));
  }

  @Override
  public void readBack(StreamId stream, Past past, Consumer<Read<Page>> answer) {
    journal.readBack(stream, past, measured(answer));
  }

  private <T> Consumer<Read<T>> measured(Consumer<Read<T>> answer) {
    return result -> {
      if (result instanceof Read.Unavailable<T>) {
        metrics.readFailed();
      }
      answer.accept(result);
    };
  }
}
