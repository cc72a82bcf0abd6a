package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be opened is left as it is, and one line says why.
class OpeningTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("journal.db");
  }

  @Test
  void makesTheFolder() {
    Path deep = folder.resolve("a/b/journal.db");
    StoreFixture.open(deep).close();

    assertThat(deep).exists();
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(file, "dear diary, ".repeat(1_000));

    assertRefused("is damaged (it is no SQLite database). Nothing was changed");
  }

  @Test
  void refusesADamagedPage() throws IOException {
    fill();
    overwrite(file, Files.size(file) / 2, 3 * 4096);

    assertRefused("is damaged");
  }

  @Test
  void refusesACutFile() throws IOException {
    fill();
    try (var access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(Files.size(file) / 2);
    }

    assertRefused("is damaged");
  }

  @Test
  void leavesTheLogOfADamagedDatabaseAlone() throws IOException {
    Path copy = folder.resolve("copy.db");
    try (var journal = StoreFixture.open(file)) {
      for (int i = 1; i <= 200; i++) {
        StoreFixture.say(journal, i, "x".repeat(2_000));
      }
      assertThat(journal.emptyLog().join()).isTrue();
      StoreFixture.say(journal, 201, "only in the log");
      Files.copy(file, copy);
      Files.copy(DatabaseFile.beside(file, "-wal"), DatabaseFile.beside(copy, "-wal"));
    }
    overwrite(copy, Files.size(copy) / 2, 3 * 4096);
    file = copy;

    assertRefused("is damaged");
    assertThat(DatabaseFile.beside(copy, "-wal")).isNotEmptyFile();
  }

  @Test
  void refusesTheTablesOfANewerProgram() throws SQLException {
    fill();
    try (Connection connection = Connections.writing(file);
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO migration (version, name) VALUES (99, '099-future')");
    }

    assertRefused(
        "is of a newer Focusly: its tables have version 99, this one knows "
            + Migrations.OURS.version());
  }

  @Test
  void refusesADatabaseThatIsInUse() {
    var first = StoreFixture.open(file);
    try {
      assertThatThrownBy(() -> StoreFixture.open(file))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageContaining("in use by another Focusly");
    } finally {
      first.close();
    }
    StoreFixture.open(file).close();
  }

  private void fill() {
    try (var journal = StoreFixture.open(file)) {
      for (int i = 1; i <= 100; i++) {
        StoreFixture.say(journal, i, "x".repeat(2_000));
      }
    }
  }

  private void assertRefused(String line) {
    var before = StoreFixture.contents(folder);
    before.remove(file.getFileName() + ".lock");

    assertThatThrownBy(() -> StoreFixture.open(file))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining(line)
        .hasMessageNotContaining("\n");

    var after = StoreFixture.contents(folder);
    after.remove(file.getFileName() + ".lock");
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, bytes) -> assertThat(bytes.equals(before.get(name))).as(name).isTrue());
  }

  private static void overwrite(Path file, long from, int count) throws IOException {
    try (var access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(from / 4096 * 4096);
      var noise = new byte[count];
      Arrays.fill(noise, (byte) 0xA5);
      access.write(noise);
    }
  }
}
