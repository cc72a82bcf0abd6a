package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.DataFiles;
import app.focusly.server.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is too old goes from the disk, also of rooms that nobody opens any more. The server starts
/// again at another time.
class HousekeepingTest {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "Do-not-tell";

  @TempDir private Path folder;
  private DataFiles files;

  @BeforeEach
  void open() {
    files = new DataFiles(folder);
  }

  @Test
  void anOldMessageGoesFromTheDisk() {
    use("5", Duration.ZERO, this::writeInAnOwnedRoom);
    use("5", Duration.ofDays(4), this::nothing);
    assertThat(files.holding(SECRET)).isNotEmpty();

    use("5", Duration.ofDays(6), this::awaitForgetting);
    files.compact();
    assertThat(files.holding(SECRET)).isEmpty();
    assertThat(files.holding("The writer")).isEmpty();
  }

  @Test
  void aShorterTimeCountsForOldRoomsToo() {
    use("off", Duration.ZERO, this::writeInAnOwnedRoom);
    use("off", Duration.ofDays(100), this::nothing);
    assertThat(files.holding(SECRET)).isNotEmpty();

    use("7", Duration.ofDays(100), this::awaitForgetting);
    files.compact();
    assertThat(files.holding(SECRET)).isEmpty();
  }

  @Test
  void aRoomWithoutOwnerIsForgottenAfterADay() {
    use(
        "off",
        Duration.ZERO,
        server -> {
          try (Person ann = new Person(server, "The writer")) {
            ann.join("unowned");
            ann.client().call("chat-send", Map.of("text", SECRET));
          }
        });
    use("off", Duration.ofHours(23), this::nothing);
    assertThat(files.holding(SECRET)).isNotEmpty();

    use("off", Duration.ofHours(50), this::awaitForgetting);
    files.compact();
    assertThat(files.holding(SECRET)).isEmpty();
  }

  /// A copy of the files while the server runs is what a crash leaves of them.
  @Test
  void afterACrashWhoWasThereLeftThenAndNotNow() {
    Path copy = folder.resolve("copy");
    use(
        "off",
        Duration.ZERO,
        server -> {
          try (Person ann = new Person(server, "The writer")) {
            ann.join("crashed");
            ann.client().call("chat-send", Map.of("text", "hello"));
            files.copyTo(copy);
          }
        });
    String left = "\"leftAt\":" + START.toEpochMilli();
    var crashed = new DataFiles(copy);
    assertThat(crashed.bodies()).noneMatch(body -> body.contains(left));

    var settings = Map.of("FOCUSLY_DATA", copy.toString());
    try (TestServer server = TestServer.start(settings, () -> START.plus(Duration.ofHours(1)))) {
      assertThat(server.port()).isPositive();
      awaitThat(() -> crashed.bodies().stream().anyMatch(body -> body.contains("endedAt")));
    }
    assertThat(crashed.bodies())
        .anyMatch(body -> body.contains(left))
        .anyMatch(body -> body.contains("\"endedAt\":" + START.toEpochMilli()));
  }

  /// What a server leaves that is killed when the end of a session is written and its notes are
  /// not.
  @Test
  void notesThatAreMissingOnARecordArePutThere() {
    use(
        "off",
        Duration.ZERO,
        server -> {
          try (Person ann = new Person(server, "The writer")) {
            ann.join("noted");
            ann.client().call("note-add", Map.of("title", "Plan"));
            ann.client().call("note-add", Map.of("title", "Agenda"));
          }
        });
    use("off", Duration.ofHours(1), this::awaitNotes);
    files.change(
        "INSERT INTO notes_due SELECT stream_id, seq FROM session",
        "DELETE FROM session_note WHERE title = 'Agenda'");
    assertThat(files.notesOnRecord()).isEqualTo(1);

    use("off", Duration.ofHours(2), this::awaitNotes);
  }

  private void awaitNotes(TestServer server) {
    awaitThat(() -> files.notesOnRecord() == 2 && files.notesDue() == 0);
  }

  private void writeInAnOwnedRoom(TestServer server) {
    try (Person ann = new Person(server, "The writer")) {
      String room = ann.make("").required("roomId").textValue();
      ann.join(room);
      ann.client().call("chat-send", Map.of("text", SECRET));
    }
  }

  private void nothing(TestServer server) {}

  private interface Use {
    void of(TestServer server);
  }

  private void use(String retention, Duration after, Use use) {
    var settings = Map.of("FOCUSLY_DATA", folder.toString(), "FOCUSLY_RETENTION", retention);
    try (TestServer server = TestServer.start(settings, () -> START.plus(after))) {
      use.of(server);
    }
  }

  private void awaitForgetting(TestServer server) {
    awaitThat(() -> !files.bodies().toString().contains(SECRET));
  }

  private static void awaitThat(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
    }
  }
}
