package app.focusly.room.timer;

import static app.focusly.room.timer.TimerRoom.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.ledger.FeatureBench;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/// Whatever members do and however often the server starts again, the timer is what one that ticks
/// would be.
class TimerModelTest {

  /// A step of a story.
  sealed interface Step {}

  record Tell(TimerCommand command) implements Step {}

  record Live(int seconds) implements Step {}

  /// The alarm is late by so long.
  record Stall(int seconds) implements Step {}

  record Come() implements Step {}

  record Go() implements Step {}

  /// Another process takes over at once, from a snapshot or without one.
  record Restart(boolean snapshot) implements Step {}

  private final TimerRoom room = new TimerRoom();
  private final TimerModel model = new TimerModel();

  @Property(tries = 1_000)
  void itIsWhatOneThatTicksWouldBe(@ForAll("stories") List<Step> story) {
    var test = new TimerModelTest();
    test.take(new Come());
    story.forEach(step -> {
      test.take(step);
      test.agree();
    });
    Statistics.label("phases ended").collect(Math.min(test.model.ends.size(), 5));
  }

  private void take(Step step) {
    switch (step) {
      case Tell(TimerCommand command) -> {
        String answer = room.tell(command);
        assertThat(answer.startsWith("done"))
            .as("%s: %s", command, answer)
            .isEqualTo(tell(command));
      }
      case Live(int seconds) -> {
        room.live(Duration.ofSeconds(seconds));
        tick(seconds);
      }
      case Stall(int seconds) -> {
        // A phase that ends while nothing runs ends although its session is over: see the tests of
        // sessions. One that ticks knows of no such time, so nobody stalls in an empty room here.
        if (model.occupied) {
          room.bench().pass(Duration.ofSeconds(seconds));
        }
        room.live(Duration.ofSeconds(model.occupied ? 0 : seconds));
        tick(seconds);
      }
      case Come() -> {
        room.come("ann");
        model.come();
      }
      case Go() -> {
        room.go("ann");
        model.go();
      }
      case Restart(boolean snapshot) -> restart(snapshot);
    }
  }

  private void restart(boolean snapshot) {
    if (snapshot) {
      room.bench().settle();
      room.bench().restart();
    } else {
      room.bench().restartWithoutSnapshots();
    }
    room.view();
  }

  private void tick(int seconds) {
    for (int i = 0; i < seconds; i++) {
      model.tick();
    }
  }

  private boolean tell(TimerCommand command) {
    return switch (command) {
      case TimerCommand.Start(var preset, var phase) ->
          phase == null ? model.startNext() : model.start(phase);
      case TimerCommand.Pause() -> model.pause();
      case TimerCommand.Resume() -> model.resume();
      case TimerCommand.Skip() -> model.skip();
      case TimerCommand.Reset() -> model.reset();
      case TimerCommand.Extend(int minutes) -> model.extend(minutes);
      case TimerCommand.Configure configure -> model.configure(configure.onto(model.settings));
      case TimerCommand.SavePreset _, TimerCommand.RemovePreset _ ->
          throw new IllegalArgumentException("not in these stories");
    };
  }

  private void agree() {
    JsonNode view = room.view();
    String phase = view.path("phase").asText();
    String next = view.path("next").asText();
    assertThat(phase.equals("idle") ? "idle, then " + next : phase).isEqualTo(model.phase());
    assertThat(view.path("round").intValue()).isEqualTo(model.round());
    assertThat(view.path("paused").booleanValue()).isEqualTo(model.paused());
    model.left().ifPresent(left -> assertThat(toGo(view)).isEqualTo(left));
    assertThat(room.ends())
        .extracting(end -> (room.endedAt(end) - FeatureBench.START.toEpochMilli()) / 1_000)
        .isEqualTo(model.ends);
    lengthsAddUp(view);
  }

  private long toGo(JsonNode view) {
    return model.paused()
        ? view.path("remaining").longValue() / 1_000
        : Duration.between(
                room.bench().now(), Instant.ofEpochMilli(view.path("endsAt").longValue()))
            .dividedBy(SECOND);
  }

  private static void lengthsAddUp(JsonNode view) {
    long length = view.path("length").longValue();
    if (view.path("endsAt").isNumber()) {
      assertThat(view.path("endsAt").longValue() - view.path("startedAt").longValue())
          .isEqualTo(length)
          .isPositive();
    } else if (view.path("remaining").isNumber()) {
      assertThat(view.path("remaining").longValue()).isBetween(1L, length);
    }
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(8, commands().map(Tell::new)),
            Tuple.of(4, Arbitraries.integers().between(1, 400).map(Live::new)),
            Tuple.of(1, Arbitraries.integers().between(1, 100).map(Stall::new)),
            Tuple.of(2, Arbitraries.just(new Come())),
            Tuple.of(1, Arbitraries.just(new Go())),
            Tuple.of(2, Arbitraries.of(true, false).map(Restart::new)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  private static Arbitrary<TimerCommand> commands() {
    return Arbitraries.<TimerCommand>frequencyOf(
        Tuple.of(4, Arbitraries.of(Phase.class).injectNull(0.7).map(TimerModelTest::start)),
        Tuple.of(1, Arbitraries.just(new TimerCommand.Pause())),
        Tuple.of(1, Arbitraries.just(new TimerCommand.Resume())),
        Tuple.of(2, Arbitraries.just(new TimerCommand.Skip())),
        Tuple.of(1, Arbitraries.just(new TimerCommand.Reset())),
        Tuple.of(1, Arbitraries.integers().between(1, 60).map(TimerCommand.Extend::new)),
        Tuple.of(3, settings()));
  }

  private static TimerCommand start(@Nullable Phase phase) {
    return new TimerCommand.Start(null, phase);
  }

  /// Phases so short that they end in the story.
  private static Arbitrary<TimerCommand> settings() {
    Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 3);
    return Combinators.combine(
            minutes,
            minutes,
            minutes,
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(true, false))
        .as((focus, shortBreak, longBreak, rounds, autoAdvance) ->
            new TimerCommand.Configure(focus, shortBreak, longBreak, rounds, autoAdvance, null));
  }
}
