package app.focusly.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Program;
import app.focusly.server.testing.TestServer;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What was damaged on the disk while the server was down.
class DamageTest {
  private static final int MORE_THAN_A_SNAPSHOT_IS_MADE_OF = 520;

  @TempDir private Path data;

  @Test
  void withADamagedSnapshotTheRoomIsReadFromTheJournal() throws SQLException {
    JsonNode before = fill(MORE_THAN_A_SNAPSHOT_IS_MADE_OF);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE snapshot SET state = '{}'")).isEqualTo(1);
    }

    List<ILoggingEvent> warnings =
        logged(() -> {
          JsonNode after = fill(0);
          for (String part : List.of("room", "timer", "chat")) {
            assertThat(after.get(part)).isEqualTo(before.get(part));
          }
        });
    assertThat(warnings)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("room:damaged", "is damaged and left out");
  }

  @Test
  void aDamagedDatabaseStopsTheStartAndIsNotTouched() throws IOException {
    fill(40);
    try (var file = new RandomAccessFile(database().toFile(), "rw")) {
      assertThat(file.length()).isGreaterThan(5 * 4096);
      file.seek(2 * 4096);
      file.write("noise".repeat(2_000).getBytes(StandardCharsets.US_ASCII));
    }
    Map<String, String> before = contents();

    Program.Ended ended = Program.run(data);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.errors().lines())
        .singleElement()
        .asString()
        .startsWith("focusly: cannot start: The database " + database() + " is damaged")
        .endsWith("Nothing was changed; restore a back-up.");
    assertThat(ended.out()).doesNotContain("ready");
    Map<String, String> after = contents();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, bytes) -> assertThat(bytes.equals(before.get(name))).as(name).isTrue());
  }

  private Path database() {
    return data.resolve("focusly.db");
  }

  /// Starts a server, writes so many messages, and ends it.
  ///
  /// @return the state after them
  private JsonNode fill(int messages) {
    try (TestServer server = TestServer.start(Map.of("FOCUSLY_DATA", data.toString()));
        Writer ann = new Writer(server, "damaged", "ann")) {
      ann.join();
      for (int i = 0; i < messages; i++) {
        ann.write(200);
      }
      return ann.join();
    }
  }

  private static List<ILoggingEvent> logged(Runnable action) {
    var log = (Logger) LoggerFactory.getLogger("app.focusly.store");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    try {
      action.run();
    } finally {
      log.detachAppender(lines);
    }
    return lines.list.stream()
        .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
        .toList();
  }

  /// The bytes of every file that is kept, each byte a character.
  private Map<String, String> contents() throws IOException {
    var contents = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        contents.put(file.getFileName().toString(), new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
