package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.StreamId;
import app.focusly.testkit.JournalCalls;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A process that appends to streams until it is killed, and prints `stream seq` as soon as an
/// append is acknowledged, each by one write.
final class CrashChild {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private CrashChild() {}

  /// Runs until it is killed, or each stream has its events.
  ///
  /// @param arguments the database, the number of streams, and how many events each gets at most
  public static void main(String[] arguments) throws InterruptedException {
    int streams = Integer.parseInt(arguments[1]);
    long most = Long.parseLong(arguments[2]);
    var done = new CountDownLatch(streams);
    try (SqliteJournal journal = StoreFixture.open(Path.of(arguments[0]))) {
      for (int stream = 0; stream < streams; stream++) {
        long head = JournalCalls.open(journal, id(stream)).head();
        appendNext(journal, stream, head, head + most, done);
      }
      done.await();
    }
  }

  static StreamId id(int stream) {
    return new StreamId("room:" + stream);
  }

  private static void appendNext(
      SqliteJournal journal, int stream, long head, long last, CountDownLatch done) {
    if (head == last) {
      done.countDown();
      return;
    }
    long seq = head + 1;
    JournalEvent event = StoreFixture.event(seq, "event %d of %d".formatted(seq, stream));
    journal.append(
        Append.of(id(stream), head, List.of(event)),
        result -> {
          if (result instanceof AppendResult.Appended) {
            acknowledge(stream + " " + seq + "\n");
            appendNext(journal, stream, seq, last, done);
          } else {
            acknowledge("failed " + result + "\n");
          }
        });
  }

  private static void acknowledge(String line) {
    try {
      OUT.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
