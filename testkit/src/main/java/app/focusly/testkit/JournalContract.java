package app.focusly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Appended;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.AppendResult.NotAppended;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Redaction;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every journal does.
public abstract class JournalContract {
  private static final StreamId STREAM = new StreamId("room:abc");
  private static final StreamId OTHER = new StreamId("room:xyz");
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00.123Z");

  /// The journal under test; every call gives the same, with what is in it. An implementation that
  /// lasts closes and opens it before each.
  protected abstract Journal journal();

  @Test
  void aStreamWithoutEventsIsAtZero() {
    var opening = JournalCalls.open(journal(), STREAM);

    assertThat(opening.head()).isZero();
    assertThat(opening.snapshot()).isNull();
    assertThat(opening.epoch()).isNotBlank();
    assertThat(JournalCalls.read(journal(), STREAM, 0)).isEqualTo(new Page(List.of(), false));
  }

  @Test
  void givesBackWhatWasAppended() {
    var full =
        new JournalEvent(
            1,
            AT,
            "ann",
            "chat-sent",
            3,
            "{\"text\":\"Grüße 🙂\\n\\u0000\"}",
            new CommandId("00000000-0000-4000-8000-000000000001"));
    var plain = event(2, "{}");

    assertThat(append(STREAM, 0, full, plain)).isEqualTo(new Appended());
    assertThat(JournalCalls.readAll(journal(), STREAM)).containsExactly(full, plain);
    assertThat(JournalCalls.open(journal(), STREAM).head()).isEqualTo(2);
  }

  @Test
  void keepsStreamsApart() {
    append(STREAM, 0, event(1, "{\"a\":1}"));
    append(OTHER, 0, event(1, "{\"b\":1}"), event(2, "{\"b\":2}"));

    assertThat(JournalCalls.readAll(journal(), STREAM)).hasSize(1);
    assertThat(JournalCalls.readAll(journal(), OTHER)).hasSize(2);
  }

  @Test
  void leavesOutAnAppendThatDoesNotContinueTheStream() {
    append(STREAM, 0, event(1, "{}"));

    assertThat(append(STREAM, 0, event(1, "{\"second\":true}"))).isEqualTo(conflict());
    assertThat(append(STREAM, 2, event(3, "{}"))).isEqualTo(conflict());
    assertThat(append(OTHER, 1, event(2, "{}"))).isEqualTo(conflict());
    assertThat(JournalCalls.readAll(journal(), STREAM)).containsExactly(event(1, "{}"));
  }

  @Test
  void readsOnFromAnyEvent() {
    appendMany(10);

    assertThat(JournalCalls.read(journal(), STREAM, 7).events())
        .extracting(JournalEvent::seq)
        .containsExactly(8L, 9L, 10L);
    assertThat(JournalCalls.read(journal(), STREAM, 10).events()).isEmpty();
    assertThat(JournalCalls.read(journal(), STREAM, 99).events()).isEmpty();
  }

  @Test
  void pagesAreBoundedByBytes() {
    String body = "{\"text\":\"" + "x".repeat(50_000) + "\"}";
    append(STREAM, 0, LongStream.rangeClosed(1, 20).mapToObj(seq -> event(seq, body)).toList());

    var page = JournalCalls.read(journal(), STREAM, 0);

    assertThat(page.more()).isTrue();
    assertThat(page.events()).hasSize(Page.MAX_BYTES / event(1, body).bytes());
    assertThat(JournalCalls.readAll(journal(), STREAM)).hasSize(20);
  }

  @Test
  void pagesAreBoundedByEvents() {
    appendMany(Append.MAX_EVENTS);

    var page = JournalCalls.read(journal(), STREAM, 0);

    assertThat(page.events()).hasSizeLessThanOrEqualTo(Page.MAX_EVENTS);
    assertThat(page.more()).isTrue();
    assertThat(JournalCalls.readAll(journal(), STREAM)).hasSize(Append.MAX_EVENTS);
  }

  @Test
  void givesTheNewestSnapshot() {
    append(STREAM, 0, List.of(event(1, "{}")), List.of(), "{\"n\":1}");
    append(STREAM, 1, List.of(event(2, "{}")), List.of(), "{\"n\":2}");
    append(STREAM, 2, event(3, "{}"));

    var opening = JournalCalls.open(journal(), STREAM);

    assertThat(opening.snapshot()).isEqualTo(new StreamSnapshot(2, "{\"n\":2}"));
    assertThat(opening.head()).isEqualTo(3);
  }

  @Test
  void takesASnapshotWithoutEvents() {
    append(STREAM, 0, event(1, "{}"));

    assertThat(append(STREAM, 1, List.of(), List.of(), "{\"n\":1}")).isEqualTo(new Appended());
    assertThat(append(STREAM, 1, List.of(), List.of(), "{\"n\":9}")).isEqualTo(new Appended());
    assertThat(JournalCalls.open(journal(), STREAM).snapshot())
        .isEqualTo(new StreamSnapshot(1, "{\"n\":9}"));
  }

  @Test
  void redactsEarlierEventsWithTheOneThatOrdersIt() {
    append(STREAM, 0, event(1, "{\"a\":1}"), event(2, "{\"a\":2}"), event(3, "{\"a\":3}"));
    append(OTHER, 0, event(1, "{\"b\":1}"));

    append(
        STREAM, 3, List.of(event(4, "{\"gone\":2}")), List.of(Redaction.of(2, "{\"x\":1}")), null);

    assertThat(JournalCalls.readAll(journal(), STREAM))
        .extracting(JournalEvent::body)
        .containsExactly("{\"a\":1}", "{\"x\":1}", "{\"a\":3}", "{\"gone\":2}");
    assertThat(JournalCalls.readAll(journal(), OTHER)).containsExactly(event(1, "{\"b\":1}"));
  }

  @Test
  void redactsWhatComesInTheSameAppend() {
    var redaction = new Redaction(1, 2, null, "{}");
    append(
        STREAM,
        0,
        List.of(event(1, "{\"a\":1}"), event(2, "{\"a\":2}"), event(3, "{\"gone\":2}")),
        List.of(redaction),
        null);

    assertThat(JournalCalls.readAll(journal(), STREAM))
        .extracting(JournalEvent::body)
        .containsExactly("{}", "{}", "{\"gone\":2}");
  }

  @Test
  void redactsTheEventsOfOneType() {
    var other = new JournalEvent(2, AT, "ann", "other-done", 1, "{\"a\":2}", null);
    append(STREAM, 0, event(1, "{\"a\":1}"), other, event(3, "{\"a\":3}"));

    var redaction = new Redaction(1, 2, "thing-done", "{}");
    append(STREAM, 3, List.of(event(4, "{}")), List.of(redaction), null);

    assertThat(JournalCalls.readAll(journal(), STREAM))
        .extracting(JournalEvent::body)
        .containsExactly("{}", "{\"a\":2}", "{\"a\":3}", "{}");
  }

  @Test
  void aRedactionVoidsTheSnapshotsThatHoldTheEvent() {
    append(STREAM, 0, List.of(event(1, "{}")), List.of(), "{\"n\":1}");
    append(STREAM, 1, List.of(event(2, "{}")), List.of(), "{\"n\":2}");

    append(STREAM, 2, List.of(event(3, "{}")), List.of(Redaction.of(2, "{}")), null);
    assertThat(JournalCalls.open(journal(), STREAM).snapshot())
        .isEqualTo(new StreamSnapshot(1, "{\"n\":1}"));

    append(STREAM, 3, List.of(event(4, "{}")), List.of(Redaction.of(1, "{}")), "{\"n\":4}");
    assertThat(JournalCalls.open(journal(), STREAM).snapshot())
        .isEqualTo(new StreamSnapshot(4, "{\"n\":4}"));

    append(STREAM, 4, List.of(event(5, "{}")), List.of(Redaction.of(4, "{}")), null);
    assertThat(JournalCalls.open(journal(), STREAM).snapshot()).isNull();
  }

  @Test
  void anUpdateLeavesTheSnapshots() {
    append(STREAM, 0, List.of(event(1, "{}")), List.of(), "{\"n\":1}");

    append(STREAM, 1, List.of(event(2, "{}")), List.of(Redaction.update(1, "{\"a\":2}")), null);

    assertThat(JournalCalls.readAll(journal(), STREAM))
        .extracting(JournalEvent::body)
        .containsExactly("{\"a\":2}", "{}");
    assertThat(JournalCalls.open(journal(), STREAM).snapshot())
        .isEqualTo(new StreamSnapshot(1, "{\"n\":1}"));
  }

  @Test
  void readsBackTheNewestOfOneType() {
    appendMixed(9);
    append(OTHER, 0, event(1, "{}"));

    var newest = back(Long.MAX_VALUE, 2);
    var rest = back(7, 100);

    assertThat(newest.events()).extracting(JournalEvent::seq).containsExactly(7L, 9L);
    assertThat(newest.more()).isTrue();
    assertThat(rest.events()).extracting(JournalEvent::seq).containsExactly(1L, 3L, 5L);
    assertThat(rest.more()).isFalse();
    assertThat(rest.events().getFirst()).isEqualTo(event(1, "{}"));
    assertThat(back(6, 1).events()).extracting(JournalEvent::seq).containsExactly(5L);
    assertThat(back(6, 3).more()).isFalse();
  }

  @Test
  void thereIsNothingBeforeTheFirstOne() {
    assertThat(back(9, 10)).isEqualTo(new Page(List.of(), false));
    appendMixed(3);
    assertThat(back(1, 10)).isEqualTo(new Page(List.of(), false));
  }

  @Test
  void whatIsReadBackIsBoundedByBytes() {
    String body = "{\"text\":\"" + "x".repeat(50_000) + "\"}";
    append(STREAM, 0, LongStream.rangeClosed(1, 20).mapToObj(seq -> event(seq, body)).toList());

    var page = back(18, 100);

    assertThat(page.more()).isTrue();
    assertThat(page.events()).hasSize(Page.MAX_BYTES / event(1, body).bytes());
    assertThat(page.events().getLast().seq()).isEqualTo(17);
  }

  @Test
  void readsBackWhatWasRedacted() {
    append(STREAM, 0, event(1, "{\"a\":1}"));
    append(STREAM, 1, List.of(event(2, "{}")), List.of(Redaction.of(1, "{\"a\":2}")), null);

    assertThat(back(2, 1).events()).containsExactly(event(1, "{\"a\":2}"));
  }

  @Test
  void anAppendThatIsLeftOutRedactsNothing() {
    append(STREAM, 0, List.of(event(1, "{\"a\":1}")), List.of(), "{\"n\":1}");

    var late = List.of(Redaction.of(1, "{}"));
    assertThat(append(STREAM, 5, List.of(event(6, "{}")), late, "{\"n\":6}")).isEqualTo(conflict());

    assertThat(JournalCalls.readAll(journal(), STREAM)).containsExactly(event(1, "{\"a\":1}"));
    assertThat(JournalCalls.open(journal(), STREAM).snapshot())
        .isEqualTo(new StreamSnapshot(1, "{\"n\":1}"));
  }

  private AppendResult append(StreamId stream, long after, JournalEvent... events) {
    return append(stream, after, List.of(events));
  }

  private AppendResult append(StreamId stream, long after, List<JournalEvent> events) {
    return JournalCalls.append(journal(), Append.of(stream, after, events));
  }

  private AppendResult append(
      StreamId stream,
      long after,
      List<JournalEvent> events,
      List<Redaction> redactions,
      @Nullable String state) {
    var snapshot = state == null ? null : new StreamSnapshot(after + events.size(), state);
    return JournalCalls.append(journal(), new Append(stream, after, events, redactions, snapshot));
  }

  private Page back(long before, int limit) {
    return JournalCalls.readBack(journal(), STREAM, new Past("thing-done", before, limit));
  }

  /// Every second event is of another type.
  private void appendMixed(int count) {
    append(
        STREAM,
        0,
        LongStream.rangeClosed(1, count)
            .mapToObj(seq ->
                seq % 2 == 1
                    ? event(seq, "{}")
                    : new JournalEvent(seq, AT, "ann", "other-done", 1, "{}", null))
            .toList());
  }

  private void appendMany(int count) {
    append(STREAM, 0, LongStream.rangeClosed(1, count).mapToObj(seq -> event(seq, "{}")).toList());
  }

  private static JournalEvent event(long seq, String body) {
    return new JournalEvent(seq, AT, "ann", "thing-done", 1, body, null);
  }

  private static NotAppended conflict() {
    return new NotAppended(Cause.CONFLICT, "the stream has moved on");
  }
}
