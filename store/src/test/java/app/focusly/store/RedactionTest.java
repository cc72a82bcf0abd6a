package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Redaction;
import app.focusly.room.journal.StreamSnapshot;
import app.focusly.testkit.JournalCalls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Redacted text is in no table and in no file, whatever its size and wherever in the stream.
class RedactionTest {
  private static final int EVENTS = 400;
  private static final String SECRET = "Do-not-tell";

  @TempDir Path folder;

  @Test
  void redactedTextIsInNoFile() {
    try (var journal = StoreFixture.open(folder.resolve("journal.db"))) {
      for (int seq = 1; seq <= EVENTS; seq++) {
        StoreFixture.say(journal, seq, text(seq));
      }
      var snapshot = new StreamSnapshot(EVENTS, "{\"all\":\"" + text(3) + "\"}");
      JournalCalls.append(
          journal, new Append(StoreFixture.STREAM, EVENTS, List.of(), List.of(), snapshot));
      assertThat(leaks()).isNotEmpty();

      JournalCalls.append(journal, redactAllSecrets());

      assertThat(JournalCalls.readAll(journal, StoreFixture.STREAM))
          .extracting(JournalEvent::body)
          .noneMatch(body -> body.contains(SECRET));
      assertThat(JournalCalls.open(journal, StoreFixture.STREAM).snapshot()).isNull();
      assertThat(journal.emptyLog().join()).isTrue();
      assertThat(leaks()).isEmpty();
      assertThat(StoreFixture.contents(folder).get("journal.db")).contains("harmless");
    }
    assertThat(leaks()).isEmpty();
  }

  @Test
  void theLogIsEmptiedByItself() {
    try (var journal = StoreFixture.open(folder.resolve("journal.db"))) {
      StoreFixture.say(journal, 1, SECRET);
      var redaction = List.of(Redaction.of(1, "{}"));
      var order = List.of(StoreFixture.event(2, "gone"));
      JournalCalls.append(journal, new Append(StoreFixture.STREAM, 1, order, redaction, null));

      // More transactions than the writer lets pass; each is answered before the next is sent.
      for (int seq = 3; seq <= 300; seq++) {
        StoreFixture.say(journal, seq, "harmless");
      }
      assertThat(leaks()).isEmpty();
    }
  }

  /// Every third is a secret, from a few bytes to several pages.
  private static String text(int seq) {
    String filling = "." + "v".repeat(seq % 50 == 0 ? 20_000 : seq * 7 % 900);
    return seq % 3 == 0 ? SECRET + filling : "harmless" + filling;
  }

  private static Append redactAllSecrets() {
    var redactions = new ArrayList<Redaction>();
    for (int seq = 3; seq <= EVENTS; seq += 3) {
      redactions.add(Redaction.of(seq, "{}"));
    }
    var order = List.of(StoreFixture.event(EVENTS + 1, "all gone"));
    return new Append(StoreFixture.STREAM, EVENTS, order, redactions, null);
  }

  private List<String> leaks() {
    return StoreFixture.contents(folder).entrySet().stream()
        .filter(file -> file.getValue().contains(SECRET))
        .map(Map.Entry::getKey)
        .toList();
  }
}
