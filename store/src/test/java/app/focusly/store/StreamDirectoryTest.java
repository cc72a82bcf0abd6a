package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.RoomId;
import app.focusly.room.journal.Append;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import app.focusly.testkit.JournalCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which streams somebody has to look after, and which know of a member.
class StreamDirectoryTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final MemberId ANN = new MemberId("ann");

  @TempDir Path folder;
  private SqliteJournal journal;
  private StreamDirectory directory;

  @BeforeEach
  void open() {
    journal = StoreFixture.open(folder.resolve("journal.db"));
    directory = journal.directory();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void theLastAppendSaysWhenAStreamIsDue() {
    append("a", 1, NOON);
    append("b", 1, NOON.plusSeconds(1));
    append("c", 1, null);
    assertThat(due(NOON)).containsExactly("room:a");
    assertThat(due(NOON.plusSeconds(1))).containsExactly("room:a", "room:b");

    append("a", 2, null);
    append("c", 2, Instant.EPOCH);
    assertThat(due(NOON.plusSeconds(1))).containsExactly("room:b", "room:c");
    reopen();
    assertThat(due(NOON.plusSeconds(1))).containsExactly("room:b", "room:c");
    append("b", 2, null);
    assertThat(due(NOON.plusSeconds(1))).containsExactly("room:c");
  }

  @Test
  void allAreNamedPageByPage() {
    for (int i = 0; i < StreamDirectory.PAGE + 5; i++) {
      append("s%03d".formatted(i), 1, null);
    }
    List<StreamId> first = await(answer -> directory.all("", answer));
    assertThat(first).hasSize(StreamDirectory.PAGE);
    List<StreamId> rest = await(answer -> directory.all(first.getLast().value(), answer));
    assertThat(rest).hasSize(5).last().hasToString("room:s104");
  }

  @Test
  void whoWantsToBeForgottenIsRememberedUntilTheyAre() {
    directory.beginErasure(ANN).join();
    directory.beginErasure(new MemberId("bea")).join();
    directory.beginErasure(ANN).join();
    reopen();
    assertThat(this.<List<MemberId>>await(directory::erasures))
        .containsExactly(ANN, new MemberId("bea"));
    directory.endErasure(ANN).join();
    assertThat(this.<List<MemberId>>await(directory::erasures))
        .containsExactly(new MemberId("bea"));
  }

  @Test
  void whatWasTheirsAloneGoesWithThem() {
    StreamId own = StreamId.of(new RoomId("a"), ANN);
    StreamId another = StreamId.of(new RoomId("a"), new MemberId("x:ann"));
    keep(own, "Ann's secret");
    keep(StreamId.of(new RoomId("b"), ANN), "Ann's secret");
    keep(another, "a secret");
    directory.endErasure(ANN).orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(this.<List<StreamId>>await(answer -> directory.all("", answer)))
        .containsExactly(another);
    assertThat(journal.emptyLog().orTimeout(60, TimeUnit.SECONDS).join()).isTrue();
    assertThat(StoreFixture.contents(folder).values())
        .noneMatch(content -> content.contains("Ann's secret"))
        .anyMatch(content -> content.contains("a secret"));
    keep(own, "begun anew");
  }

  private void keep(StreamId stream, String text) {
    var snapshot = new StreamSnapshot(1, text);
    var event = new JournalEvent(1, NOON, "ann", "x", 1, '"' + text + '"', null);
    JournalCalls.append(journal, new Append(stream, 0, List.of(event), List.of(), snapshot, null));
  }

  @Test
  void aMemberIsFoundWhereverTheyAreNamed() {
    say("made", "room-created", "ann", "{\"owner\":\"ann\"}");
    say("visited", "member-joined", "ann", "{\"memberId\":\"ann\",\"name\":\"Ann\"}");
    say("kept-out", "member-banned", "ben", "{\"memberId\":\"ann\",\"name\":\"Anna\"}");
    say("theirs", "owners-set", "system", "{\"owners\":[\"ann\"]}");
    say("wrote", "chat-sent", "ann", "{\"text\":\"x\"}");
    say("of-another", "chat-sent", "ben", "{\"text\":\"ann\"}");
    say("another-s", "owners-set", "system", "{\"owners\":[\"annika\"]}");

    assertThat(this.<List<StreamId>>await(answer -> directory.of(ANN, "", answer)))
        .extracting(StreamId::value)
        .containsExactly("room:kept-out", "room:made", "room:theirs", "room:visited", "room:wrote");
    Kept kept = await(answer -> directory.kept(ANN, answer));
    assertThat(kept.rooms()).isEqualTo(5);
    assertThat(kept.messages()).isEqualTo(1);
    assertThat(kept.name()).isIn("Ann", "Anna");
    assertThat(this.<Kept>await(answer -> directory.kept(new MemberId("cem"), answer)))
        .isEqualTo(new Kept(null, 0, 0));
  }

  @Test
  void whatIsNotedOfTheServerSurvivesIt() {
    assertThat(journal.aliveBefore()).isEqualTo(Instant.EPOCH);
    assertThat(this.<Duration>await(directory::keep)).isNegative();
    directory.markAlive(NOON).orTimeout(60, TimeUnit.SECONDS).join();
    directory.setKeep(Duration.ofDays(3)).orTimeout(60, TimeUnit.SECONDS).join();
    reopen();

    assertThat(journal.aliveBefore()).isEqualTo(NOON);
    assertThat(this.<Duration>await(directory::keep)).isEqualTo(Duration.ofDays(3));
  }

  private void reopen() {
    journal.close();
    open();
  }

  private void append(String room, long seq, @Nullable Instant due) {
    var stream = new StreamId("room:" + room);
    var event = List.of(StoreFixture.event(seq, "x"));
    JournalCalls.append(journal, new Append(stream, seq - 1, event, List.of(), null, due));
  }

  private void say(String room, String type, String actor, String body) {
    var event = new JournalEvent(1, NOON, actor, type, 1, body, null);
    JournalCalls.append(journal, Append.of(new StreamId("room:" + room), 0, List.of(event)));
  }

  private List<String> due(Instant to) {
    List<StreamId> streams = await(answer -> directory.due(Instant.EPOCH, to, "", answer));
    return streams.stream().map(StreamId::value).toList();
  }

  private <T> T await(Consumer<Consumer<Read<T>>> question) {
    var answer = new CompletableFuture<Read<T>>();
    question.accept(answer::complete);
    return switch (answer.orTimeout(60, TimeUnit.SECONDS).join()) {
      case Read.Found<T>(T value) -> value;
      case Read.Unavailable<T>(String detail) -> throw new AssertionError(detail);
    };
  }
}
