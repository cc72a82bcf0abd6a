package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.StreamSnapshot;
import app.focusly.testkit.JournalCalls;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedSnapshotTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void twoSnapshots() {
    file = folder.resolve("journal.db");
    try (var journal = StoreFixture.open(file)) {
      for (int seq = 1; seq <= 3; seq++) {
        var event = List.of(StoreFixture.event(seq, "t"));
        var snapshot = new StreamSnapshot(seq, "{\"n\":" + seq + "}");
        JournalCalls.append(
            journal, new Append(StoreFixture.STREAM, seq - 1, event, List.of(), snapshot));
      }
    }
  }

  @Test
  void theOneBeforeItIsUsed() throws SQLException {
    damage("seq = 3");

    try (var journal = StoreFixture.open(file)) {
      var opening = JournalCalls.open(journal, StoreFixture.STREAM);
      assertThat(opening.snapshot()).isEqualTo(new StreamSnapshot(2, "{\"n\":2}"));
      assertThat(opening.head()).isEqualTo(3);
    }
  }

  @Test
  void withoutAnyTheEventsAreLeft() throws SQLException {
    damage("TRUE");

    try (var journal = StoreFixture.open(file)) {
      assertThat(JournalCalls.open(journal, StoreFixture.STREAM).snapshot()).isNull();
      assertThat(JournalCalls.readAll(journal, StoreFixture.STREAM)).hasSize(3);
    }
  }

  @Test
  void onlyTheLastTwoAreKept() throws SQLException {
    try (Connection connection = Connections.reading(file)) {
      assertThat(Connections.text(connection, "SELECT group_concat(seq) FROM snapshot"))
          .isEqualTo("2,3");
    }
  }

  private void damage(String which) throws SQLException {
    try (Connection connection = Connections.writing(file);
        var statement = connection.createStatement()) {
      statement.execute("UPDATE snapshot SET state = '{\"n\":7}' WHERE " + which);
    }
  }
}
