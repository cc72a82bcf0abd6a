package app.focusly.store;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.StreamId;
import app.focusly.testkit.JournalCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the tests of the store have in common.
final class StoreFixture {
  static final StreamId STREAM = new StreamId("room:abc");
  static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");

  private StoreFixture() {}

  static SqliteJournal open(Path file) {
    return SqliteJournal.open(file, StoreLimits.DEFAULT, () -> "epoch");
  }

  static JournalEvent event(long seq, String text) {
    return new JournalEvent(seq, AT, "ann", "said", 1, "{\"text\":\"" + text + "\"}", null);
  }

  static Append append(StreamId stream, long seq, String text) {
    return Append.of(stream, seq - 1, List.of(event(seq, text)));
  }

  /// Appends one event and waits.
  static AppendResult say(SqliteJournal journal, long seq, String text) {
    return JournalCalls.append(journal, append(STREAM, seq, text));
  }

  /// The bytes of every file in a folder, each byte a character.
  static Map<String, String> contents(Path folder) {
    var contents = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
