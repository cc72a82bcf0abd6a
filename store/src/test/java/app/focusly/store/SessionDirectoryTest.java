package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.focusly.room.MemberId;
import app.focusly.room.RoomId;
import app.focusly.room.history.FocusStretch;
import app.focusly.room.history.SessionLog;
import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.testkit.JournalCalls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tables of sessions and focus say what the events do, whether they were filled with them or
/// from them.
class SessionDirectoryTest {
  private static final RoomId ROOM = RoomId.parse("abc").orElseThrow();
  private static final MemberId ANN = new MemberId("ann");
  private static final MemberId BEN = new MemberId("ben");
  private static final MemberId OWNER = new MemberId("owner");
  private static final MemberId STRANGER = new MemberId("stranger");
  private static final String SECRET = "Nobody-Reads-This-Again";
  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> STORY =
      List.of(
          "0 room-created {'template':'class','name':'Maths','owner':'owner'}",
          "1 session-started {}",
          "1 member-joined {'memberId':'ann','role':'member','name':'Ann'}",
          "1 member-joined {'memberId':'plain','role':'guest'}",
          "2 timer-started {'timer':{'phase':'focus','endsAt':1620000}}",
          "27 timer-phase-ended {'endedAt':1620000,'timer':{'phase':'idle','endsAt':null}}",
          "28 member-left {'memberId':'ann','leftAt':1680000}",
          "28 member-left {'memberId':'plain','leftAt':1680000}",
          "30 session-ended {'session':2,'endedAt':1680000}",
          "40 session-started {}",
          "40 member-joined {'memberId':'ben','role':'member','name':'Ben'}");

  @TempDir private Path folder;

  @Test
  void whoTookPartAndOwnersSeeASession() {
    try (SqliteJournal journal = told(STORY)) {
      SessionDirectory sessions = journal.sessions();
      assertThat(seqs(sessions, OWNER)).containsExactly(10L, 2L);
      assertThat(seqs(sessions, ANN)).containsExactly(2L);
      assertThat(seqs(sessions, BEN)).containsExactly(10L);
      assertThat(seqs(sessions, STRANGER)).isEmpty();

      SessionRow first = page(sessions, ANN).getFirst();
      assertThat(first.startedAt()).isEqualTo(60_000);
      assertThat(first.endedAt()).isEqualTo(1_680_000);
      assertThat(first.focusMillis()).isEqualTo(25 * 60_000);
      assertThat(first.phases()).isEqualTo(1);
      assertThat(first.members())
          .containsExactly(
              new SessionRow.Person("ann", "Ann"), new SessionRow.Person("plain", null));
      assertThat(one(sessions, 2, ANN)).isPresent();
      assertThat(one(sessions, 2, BEN)).isEmpty();
      assertThat(one(sessions, 2, OWNER).orElseThrow().owner()).isTrue();
      assertThat(one(sessions, 2, OWNER).orElseThrow().template()).isEqualTo("class");
    }
  }

  @Test
  void aMembersFocusIsTheirs() {
    try (SqliteJournal journal = told(STORY)) {
      FocusTotals ann = focus(journal, ANN);
      assertThat(ann.days()).containsExactly(new FocusTotals.Day(LocalDate.EPOCH, 25 * 60_000, 1));
      assertThat(ann.rooms()).containsExactly(new FocusTotals.Room(ROOM, "Maths", 25 * 60_000));
      assertThat(focus(journal, BEN).days()).isEmpty();
      assertThat(focus(journal, new MemberId("plain")).days()).isEmpty();
      assertThat(rooms(journal, ANN))
          .containsExactly(new VisitedRoom(ROOM, "Maths", 60_000, 1, 25 * 60_000, false));
    }
  }

  @Test
  void focusIsSummedByDayAndByTaskAsItIsCalledNow() {
    List<String> story =
        List.of(
            "0 session-started {}",
            "0 member-joined {'memberId':'ann','role':'member'}",
            "0 task-added {'title':'Draft'}",
            "0 task-added {}",
            "0 task-updated {'taskId':4,'title':'Essay'}",
            "0 task-updated {'taskId':3,'estimate':2}",
            "0 task-worked {'memberId':'ann','taskId':3}",
            "0 timer-started {'timer':{'phase':'focus','endsAt':1500000}}",
            "10 task-worked {'memberId':'ann','taskId':4}",
            "25 timer-phase-ended {'endedAt':1500000,'timer':{'phase':'idle','endsAt':null}}",
            "30 timer-started {'timer':{'phase':'focus','endsAt':3300000}}",
            "40 timer-reset {'timer':{'phase':'idle','endsAt':null}}");
    try (SqliteJournal journal = told(story)) {
      FocusTotals ann = focus(journal, ANN);
      assertThat(ann.days()).containsExactly(new FocusTotals.Day(LocalDate.EPOCH, 35 * 60_000, 1));
      assertThat(ann.rooms()).containsExactly(new FocusTotals.Room(ROOM, null, 35 * 60_000));
      assertThat(ann.tasks())
          .containsExactly(
              new FocusTotals.Task(4, "Essay", 25 * 60_000),
              new FocusTotals.Task(3, "Draft", 10 * 60_000));
      List<FocusStretch> stretches = await(to -> journal.sessions().stretches(ANN, 0, 2, to));
      assertThat(stretches)
          .extracting(FocusStretch::task, FocusStretch::completed, stretch -> minute(stretch.to()))
          .containsExactly(tuple("Draft", false, 10L), tuple("Essay", true, 25L));
      long place = stretches.getLast().place();
      List<FocusStretch> later = await(to -> journal.sessions().stretches(ANN, place, 2, to));
      assertThat(later)
          .extracting(stretch -> minute(stretch.from()), stretch -> minute(stretch.to()))
          .containsExactly(tuple(30L, 40L));
      Map<Long, String> titles =
          await(to -> journal.sessions().titles(ROOM, Set.of(1L, 3L, 4L, 99L), to));
      assertThat(titles).isEqualTo(Map.of(3L, "Draft", 4L, "Essay"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"session-ended {'session':10}", "history-forgotten {'through':1}"})
  void tablesAreFilledFromTheEventsThatWereThereBefore(String last) throws SQLException {
    var story = new ArrayList<>(STORY);
    story.add("50 " + last);
    List<SessionRow> sessions;
    FocusTotals focus;
    try (SqliteJournal journal = told(story)) {
      sessions = page(journal.sessions(), OWNER);
      focus = focus(journal, ANN);
    }
    try (Connection connection = Connections.writing(file());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP INDEX event_task_title");
      for (String table :
          List.of(
              "room",
              "room_owner",
              "session",
              "session_member",
              "focus",
              "focus_day",
              "focus_task",
              "note",
              "note_update",
              "note_state",
              "session_note",
              "notes_due")) {
        statement.execute("DROP TABLE " + table);
      }
      statement.execute("DELETE FROM migration WHERE version >= 5");
    }
    try (SqliteJournal journal = StoreFixture.open(file())) {
      assertThat(page(journal.sessions(), OWNER)).isEqualTo(sessions).hasSize(2);
      assertThat(focus(journal, ANN)).isEqualTo(focus);
    }
  }

  @Test
  void notesAreOnTheRecordOfASessionThatHasEnded() {
    var plan = new SessionNote(4, "Plan", "# Monday\n");
    try (SqliteJournal journal = told(STORY)) {
      SessionDirectory sessions = journal.sessions();
      sessions.keepNote(ROOM, 2, plan).join();
      sessions.keepNote(ROOM, 2, new SessionNote(3, "Empty", "")).join();
      sessions.keepNote(ROOM, 10, plan).join(); // goes on
      sessions.keepNote(ROOM, 99, plan).join(); // never was

      assertThat(notes(sessions, 2)).containsExactly(new SessionNote(3, "Empty", ""), plan);
      assertThat(notes(sessions, 10)).isEmpty();
      assertThat(notes(sessions, 99)).isEmpty();
    }
  }

  @Test
  void notesAreStillToBeKeptUntilAllAre() {
    var story = new ArrayList<>(STORY.subList(0, 8));
    story.add("30 session-ended {'session':2}");
    try (SqliteJournal journal = told(story)) {
      assertThat(unkept(journal)).isEmpty(); // has no notes
    }
    story.add("31 session-started {}");
    story.add("32 note-added {}");
    try (SqliteJournal journal = told(story)) {
      assertThat(unkept(journal)).isEmpty(); // goes on
    }
    story.add("33 session-ended {'session':10}");
    try (SqliteJournal journal = told(story)) {
      assertThat(unkept(journal)).containsExactly(new SessionDirectory.Unkept(ROOM, 10));
      journal.sessions().keptNotes(ROOM, 2).join(); // another
      assertThat(unkept(journal)).hasSize(1);
      journal.sessions().keptNotes(ROOM, 10).join();
      assertThat(unkept(journal)).isEmpty();
    }
  }

  /// Somebody may have written since.
  @Test
  void notesAreNotKeptOnceTheRoomIsUsedAgain() {
    var story =
        new ArrayList<>(
            List.of("1 session-started {}", "2 note-added {}", "3 session-ended {'session':1}"));
    try (SqliteJournal journal = told(story)) {
      assertThat(unkept(journal)).hasSize(1);
    }
    story.add("4 session-started {}");
    try (SqliteJournal journal = told(story)) {
      assertThat(unkept(journal)).isEmpty();
    }
    story.add("5 session-ended {'session':4}");
    try (SqliteJournal journal = told(story)) {
      assertThat(unkept(journal)).containsExactly(new SessionDirectory.Unkept(ROOM, 4));
    }
    story.add("6 session-forgotten {'session':4,'last':true}");
    try (SqliteJournal journal = told(story)) {
      assertThat(unkept(journal)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"session-forgotten {'session':2,'last':true}", "history-forgotten {'through':9}"})
  void notesGoWithTheirSession(String event) {
    var story = new ArrayList<>(STORY);
    try (SqliteJournal journal = told(story)) {
      journal.sessions().keepNote(ROOM, 2, new SessionNote(4, "Plan", SECRET)).join();
    }
    assertThat(StoreFixture.contents(folder).toString()).contains(SECRET);
    story.add("50 " + event);
    try (SqliteJournal journal = told(story)) {
      assertThat(notes(journal.sessions(), 2)).isEmpty();
      assertThat(journal.emptyLog().join()).isTrue();
    }
    assertThat(StoreFixture.contents(folder).toString()).doesNotContain(SECRET);
  }

  @Test
  void whoIsForgottenIsInNoTable() {
    var story = new ArrayList<>(STORY);
    story.add("50 member-forgotten {'memberId':'ann'}");
    try (SqliteJournal journal = told(story)) {
      assertThat(seqs(journal.sessions(), ANN)).isEmpty();
      assertThat(focus(journal, ANN)).isEqualTo(new FocusTotals(List.of(), List.of(), List.of()));
      assertThat(page(journal.sessions(), OWNER).getLast().members())
          .containsExactly(new SessionRow.Person("plain", null));
    }
  }

  @Test
  void whatIsTooOldIsInNoTableButTheMembersOwnFocus() {
    var story = new ArrayList<>(STORY);
    story.add("50 history-forgotten {'through':9,'visits':9}");
    try (SqliteJournal journal = told(story)) {
      assertThat(seqs(journal.sessions(), OWNER)).containsExactly(10L);
      assertThat(seqs(journal.sessions(), ANN)).isEmpty();
      assertThat(focus(journal, ANN).days()).hasSize(1);
    }
  }

  @Test
  void anAppendThatIsNotWrittenLeavesTheTablesAlone() {
    try (SqliteJournal journal = told(STORY)) {
      var event = new JournalEvent(5, Instant.EPOCH, "ann", "said", 1, "{}", null);
      var rows = List.<HistoryRow>of(new HistoryRow.Began(5, 0));
      AppendResult result =
          JournalCalls.append(
              journal,
              new Append(StreamId.of(ROOM), 4, List.of(event), List.of(), null, null, rows));
      assertThat(result).isNotInstanceOf(AppendResult.Appended.class);
      assertThat(seqs(journal.sessions(), OWNER)).containsExactly(10L, 2L);
    }
  }

  /// A journal with these events: each the minute, the type and the body.
  private SqliteJournal told(List<String> story) {
    SqliteJournal journal = StoreFixture.open(file());
    var log = new SessionLog();
    for (int i = 0; i < story.size(); i++) {
      String[] parts = story.get(i).split(" ", 3);
      String body = parts[2].replace('\'', '"');
      Instant at = Instant.ofEpochSecond(60 * Long.parseLong(parts[0]));
      var event = new JournalEvent(i + 1, at, "system", parts[1], 1, body, null);
      JournalCalls.append(
          journal,
          new Append(
              StreamId.of(ROOM), i, List.of(event), List.of(), null, null, follow(log, event)));
    }
    return journal;
  }

  private static List<HistoryRow> follow(SessionLog log, JournalEvent event) {
    if (event.type().equals("note-added")) {
      return List.of(new HistoryRow.NoteAdded(event.seq()));
    }
    try {
      return log.follow(event, JSON.readTree(event.body()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static long minute(Instant time) {
    return time.getEpochSecond() / 60;
  }

  private Path file() {
    return folder.resolve("focusly.db");
  }

  private static List<Long> seqs(SessionDirectory sessions, MemberId asker) {
    return page(sessions, asker).stream().map(SessionRow::seq).toList();
  }

  private static List<SessionRow> page(SessionDirectory sessions, MemberId asker) {
    return await(to -> sessions.sessions(ROOM, asker, Long.MAX_VALUE, 50, to));
  }

  private static Optional<SessionDirectory.Seen> one(
      SessionDirectory sessions, long seq, MemberId asker) {
    return await(to -> sessions.session(ROOM, seq, asker, to));
  }

  private static List<SessionNote> notes(SessionDirectory sessions, long session) {
    return await(to -> sessions.notes(ROOM, session, to));
  }

  private static List<SessionDirectory.Unkept> unkept(SqliteJournal journal) {
    return await(journal.sessions()::unkept);
  }

  private static FocusTotals focus(SqliteJournal journal, MemberId memberId) {
    return await(to -> journal.sessions().focus(memberId, to));
  }

  private static List<VisitedRoom> rooms(SqliteJournal journal, MemberId memberId) {
    return await(to -> journal.sessions().rooms(memberId, to));
  }

  private static <T> T await(Consumer<Consumer<Read<T>>> question) {
    var answer = new CompletableFuture<Read<T>>();
    question.accept(answer::complete);
    return switch (answer.join()) {
      case Read.Found<T>(T value) -> value;
      case Read.Unavailable<T>(String detail) -> throw new AssertionError(detail);
    };
  }
}
