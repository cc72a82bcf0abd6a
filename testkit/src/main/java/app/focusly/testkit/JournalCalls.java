package app.focusly.testkit;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Calls of a journal that wait for their answers.
public final class JournalCalls {
  private static final int PATIENCE_SECONDS = 60;

  private JournalCalls() {}

  public static AppendResult append(Journal journal, Append append) {
    var answer = new CompletableFuture<AppendResult>();
    journal.append(append, answer::complete);
    return wait(answer);
  }

  public static Opening open(Journal journal, StreamId stream) {
    var answer = new CompletableFuture<Read<Opening>>();
    journal.open(stream, answer::complete);
    return found(wait(answer));
  }

  public static Page read(Journal journal, StreamId stream, long after) {
    var answer = new CompletableFuture<Read<Page>>();
    journal.read(stream, after, answer::complete);
    return found(wait(answer));
  }

  public static Page readBack(Journal journal, StreamId stream, Past past) {
    var answer = new CompletableFuture<Read<Page>>();
    journal.readBack(stream, past, answer::complete);
    return found(wait(answer));
  }

  /// All events, page by page.
  public static List<JournalEvent> readAll(Journal journal, StreamId stream) {
    var events = new ArrayList<JournalEvent>();
    Page page;
    do {
      page = read(journal, stream, events.isEmpty() ? 0 : events.getLast().seq());
      events.addAll(page.events());
    } while (page.more());
    return events;
  }

  private static <T> T found(Read<T> read) {
    return switch (read) {
      case Read.Found<T>(T value) -> value;
      case Read.Unavailable<T>(String detail) -> throw new AssertionError(detail);
    };
  }

  private static <T> T wait(CompletableFuture<T> answer) {
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
