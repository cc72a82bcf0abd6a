package app.focusly.room.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.FeatureLimits;
import app.focusly.room.Golden;
import app.focusly.room.MemberId;
import app.focusly.room.RoomFeatures;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.Template;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.history.Erasure;
import app.focusly.room.history.Retention;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The list of a room's notes.
class NotesTest {
  private static final JsonNode JOURNAL = Golden.parse(Golden.text("protocol/journal/notes.json"));

  private final FeatureBench bench =
      new FeatureBench(new RoomFeatures(FeatureLimits.DEFAULT).table());

  @Test
  void theEventsOfTheExampleComeToItsView() {
    bench.store(example());

    assertThat(Golden.comparable(bench.view("notes")))
        .isEqualTo(Golden.comparable(JOURNAL.required("view")));
  }

  @Test
  void theEventsOfNowAreThoseOfTheExample() {
    come("ann");
    come("ben");
    add("ann", "Plan", "agenda");
    add("ben", "Words", null);
    add("ann", "Gone", null);
    bench.execute("ben", new NoteCommand.Rename(4, "The plan"));
    bench.execute("ben", new NoteCommand.Rename(4, "The whole plan"));
    bench.execute("ann", new NoteCommand.Remove(6));
    bench.execute("ann", new NoteCommand.Rename(5, "Words"));

    assertThat(bench.events()).isEqualTo(example());
    bench.restart();
    assertThat(titles()).containsExactly("The whole plan", "Words");
    bench.restartWithoutSnapshots();
    assertThat(titles()).containsExactly("The whole plan", "Words");
  }

  @Test
  void aRoomHasSoManyAndTheirPlaceIsFreeAgain() {
    come("ann");
    for (int i = 0; i < NoteLimits.DEFAULT.notes(); i++) {
      assertThat(add("ann", "Note " + i, null)).startsWith("done ");
    }

    assertThat(add("ann", "One more", null)).isEqualTo("too-many-notes");
    long first = bench.view("notes").at("/notes/0/noteId").longValue();
    assertThat(bench.execute("ann", new NoteCommand.Remove(first))).startsWith("done ");
    assertThat(add("ann", "In its place", null)).startsWith("done ");
  }

  @Test
  void whatThereIsNotIsRefused() {
    come("ann");

    assertThat(bench.execute("ann", new NoteCommand.Rename(9, "x"))).isEqualTo("unknown-note");
    assertThat(bench.execute("ann", new NoteCommand.Remove(9))).isEqualTo("unknown-note");
  }

  @Test
  void aTitleThatWasOverwrittenIsNowhere() {
    come("ann");
    add("ann", "First-Secret", null);
    long id = bench.events().getLast().seq();
    bench.execute("ann", new NoteCommand.Rename(id, "Second-Secret"));
    bench.execute("ann", new NoteCommand.Remove(id));

    assertThat(bench.events().toString()).doesNotContain("Secret");
  }

  @Test
  void theNotesOfWhoIsForgottenStayWithoutTheirMaker() {
    come("ann");
    come("ben");
    add("ann", "Plan", null);
    bench.execute(FeatureBench.SYSTEM, new Erasure.Forget(new MemberId("ann"), 1));

    assertThat(bench.view("notes").at("/notes/0/title").asText()).isEqualTo("Plan");
    assertThat(bench.view("notes").at("/notes/0/by").asText()).isEqualTo(JournalEvent.FORGOTTEN);
  }

  @Test
  void inARoomWithoutOwnerTheyGoWithAllElse() {
    come("ann");
    add("ann", "Secret", null);
    go("ann");
    bench.live(Retention.UNOWNED.plus(Duration.ofMinutes(1)));

    assertThat(titles()).isEmpty();
    assertThat(bench.events().toString()).doesNotContain("Secret");
  }

  @Test
  void inAnOwnersRoomTheyStay() {
    bench.execute("ann", create());
    come("ann");
    add("ann", "Plan", null);
    go("ann");
    bench.live(Retention.UNOWNED.plus(Duration.ofMinutes(1)));

    assertThat(titles()).containsExactly("Plan");
  }

  private static AccessCommand.Create create() {
    return new AccessCommand.Create(Template.CO_WORKING, null, new MemberId("ann"));
  }

  private void come(String member) {
    var name = new MemberName("The " + member);
    bench.execute(member, new AttendanceCommand.Came(new MemberId(member), name, Role.MEMBER));
  }

  private void go(String member) {
    bench.execute(member, new AttendanceCommand.Went(new MemberId(member)));
  }

  private String add(String member, String title, @Nullable String template) {
    return bench.execute(member, new NoteCommand.Add(title, template));
  }

  private List<String> titles() {
    return bench
        .view("notes")
        .path("notes")
        .valueStream()
        .map(note -> note.path("title").asText())
        .toList();
  }

  private static List<JournalEvent> example() {
    return JOURNAL.path("events").valueStream().map(NotesTest::event).toList();
  }

  private static JournalEvent event(JsonNode event) {
    return new JournalEvent(
        event.path("seq").longValue(),
        Instant.ofEpochMilli(event.path("at").longValue()),
        event.path("actor").textValue(),
        event.path("type").textValue(),
        event.path("version").intValue(),
        event.path("body").toString(),
        null);
  }
}
