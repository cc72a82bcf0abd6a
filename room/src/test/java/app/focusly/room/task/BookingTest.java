package app.focusly.room.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.timer.TimerCommand;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A focus phase that ends by itself counts for what those who are here work on.
class BookingTest {
  private static final long MINUTE_MS = 60_000;
  private static final Duration FOCUS = Duration.ofMinutes(25);

  private final TaskRoom room = TaskRoom.withTwo();
  private final long write = room.add("ann", "Write");
  private final long read = room.add("ann", "Read");

  @Test
  void aPhaseCountsOnceHoweverManyWorkOnTheTask() {
    room.work("ann", write);
    room.work("ben", write);
    room.startTimer();
    long startedAt = room.bench.now().toEpochMilli();
    room.bench.live(FOCUS);

    assertThat(room.task(write).path("phases").intValue()).isEqualTo(1);
    assertThat(room.task(write).path("focusedMs").longValue()).isEqualTo(25 * MINUTE_MS);
    assertThat(room.task(read).path("phases").intValue()).isZero();
    assertThat(room.events("task-booked"))
        .hasSize(1)
        .allSatisfy(event -> {
          assertThat(event.actor()).isEqualTo("system");
          assertThat(event.body())
              .isEqualTo(
                  "{\"taskIds\":[%d],\"focusedMs\":1500000,\"phaseStartedAt\":%d,\"phaseEndedAt\":%d}"
                      .formatted(write, startedAt, startedAt + 25 * MINUTE_MS));
        });
  }

  @Test
  void eachTaskThatIsWorkedOnGetsIt() {
    room.work("ann", write);
    room.work("ben", read);
    room.startTimer();
    room.bench.live(FOCUS);

    assertThat(room.task(write).path("phases").intValue()).isEqualTo(1);
    assertThat(room.task(read).path("phases").intValue()).isEqualTo(1);
  }

  @Test
  void pausesAreNoFocusAndExtensionsAre() {
    room.work("ann", write);
    room.startTimer();
    room.bench.live(Duration.ofMinutes(10));
    room.bench.execute("ann", new TimerCommand.Pause());
    room.bench.live(Duration.ofMinutes(7));
    room.bench.execute("ann", new TimerCommand.Resume());
    room.bench.execute("ann", new TimerCommand.Extend(5));
    room.bench.live(Duration.ofMinutes(20));

    assertThat(room.task(write).path("focusedMs").longValue()).isEqualTo(30 * MINUTE_MS);
  }

  @Test
  void whatIsGivenUpDoesNotCount() {
    room.work("ann", write);
    room.startTimer();
    room.bench.live(Duration.ofMinutes(24));
    room.bench.execute("ann", new TimerCommand.Skip());
    room.startTimer(); // a break
    room.bench.live(FOCUS);
    room.startTimer();
    room.bench.live(Duration.ofMinutes(24));
    room.bench.execute("ann", new TimerCommand.Reset());
    room.bench.live(FOCUS);

    assertThat(room.events("task-booked")).isEmpty();
  }

  @Test
  void whoHasGoneDoesNotCountUntilTheyComeBack() {
    room.work("ben", write);
    room.go("ben");
    room.startTimer();
    room.bench.live(FOCUS);
    assertThat(room.events("task-booked")).isEmpty();

    room.come("ben");
    room.startTimer(); // a break
    room.bench.live(FOCUS);
    room.startTimer();
    room.bench.live(FOCUS);
    assertThat(room.task(write).path("phases").intValue()).isEqualTo(1);
  }

  @Test
  void nobodyWorksOnWhatIsDoneRemovedOrOfAnotherSession() {
    room.work("ann", write);
    room.work("ben", read);
    room.move("ben", write, Column.DONE, null);
    room.tell("ben", new TaskCommand.Remove(read));
    assertThat(room.view().path("working")).isEmpty();

    room.move("ann", write, Column.DOING, null);
    room.work("ann", write);
    room.go("ann");
    room.go("ben");
    room.bench.live(Duration.ofMinutes(3));
    assertThat(room.view().path("working")).isEmpty();
  }

  @Test
  void aPhaseThatARestartInterruptedCountsWhole() {
    room.work("ann", write);
    room.startTimer();
    room.bench.live(Duration.ofMinutes(5));
    room.bench.settle();
    room.bench.restart();
    room.view();
    room.bench.live(Duration.ofMinutes(20));

    assertThat(room.task(write).path("focusedMs").longValue()).isEqualTo(25 * MINUTE_MS);
  }
}
