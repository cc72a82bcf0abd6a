package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.MemberId;
import app.focusly.room.RefusalCode;
import app.focusly.room.task.Column;
import app.focusly.room.task.OwnTaskCommand;
import app.focusly.room.task.TaskCommand;
import app.focusly.room.timer.TimerCommand;
import app.focusly.testkit.FailingJournal;
import app.focusly.testkit.FailingJournal.Fault;
import app.focusly.testkit.MemoryJournal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Boards that one member alone sees, in a time that the tests make.
class OwnBoardsTest {
  private static final ConnectionId ANN = RoomBench.connection("ann");
  private static final Duration FOCUS = Duration.ofMinutes(25);

  private final MemoryJournal journal = new MemoryJournal("epoch");
  private RoomBench bench = new RoomBench(journal);

  @Test
  void onlyItsMemberHearsOfIt() {
    bench.join("ann");
    bench.join("bea");
    ConnectionId second = bench.joinAgain("ann");
    int before = bench.happened().size();
    tell("ann", add("Secret"));

    assertThat(bench.happened()).hasSize(before);
    Effect.OwnHappened told = bench.own().getFirst();
    assertThat(told.to()).containsExactlyInAnyOrder(ANN, second);
    assertThat(told.events().getFirst().body().path("title").textValue()).isEqualTo("Secret");
    assertThat(titles("ann")).containsExactly("Secret");
    assertThat(titles("bea")).isEmpty();
  }

  @Test
  void aFocusPhaseCountsForWhoeverIsThere() {
    bench.join("ann");
    bench.join("bea");
    tell("ann", add("Write"));
    tell("ann", new TaskCommand.Work(1L));
    tell("bea", add("Read"));
    tell("bea", new TaskCommand.Work(1L));
    focus();
    assertThat(task("ann").path("focusedMs").longValue()).isEqualTo(FOCUS.toMillis());
    assertThat(task("bea").path("phases").intValue()).isEqualTo(1);

    bench.drop("bea");
    focus();
    bench.join("bea");
    assertThat(task("ann").path("phases").intValue()).isEqualTo(2);
    assertThat(task("bea").path("phases").intValue()).isEqualTo(1);
  }

  @Test
  void aPhaseThatIsSkippedCountsNowhere() {
    bench.join("ann");
    tell("ann", add("Write"));
    tell("ann", new TaskCommand.Work(1L));
    change("ann", new TimerCommand.Start(null, null));
    bench.pass(FOCUS.minusSeconds(1));
    change("ann", new TimerCommand.Skip());

    assertThat(task("ann").path("phases").intValue()).isZero();
  }

  @Test
  void aRestartInMidPhaseLosesNothing() {
    bench.join("ann");
    tell("ann", add("Write"));
    tell("ann", new TaskCommand.Work(1L));
    change("ann", new TimerCommand.Start(null, null));
    var after = new RoomBench(journal);
    after.pass(Duration.ofMinutes(1));
    bench = after;
    bench.join("ann");
    assertThat(titles("ann")).containsExactly("Write");
    bench.pass(FOCUS);

    assertThat(task("ann").path("focusedMs").longValue()).isEqualTo(FOCUS.toMillis());
  }

  @Test
  void itLeavesTheMemoryWithItsMember() {
    bench.join("ann");
    tell("ann", add("Write"));
    assertThat(bench.room().isIdle()).isFalse();
    bench.drop("ann");
    bench.pass(Duration.ofMinutes(3)); // until the session has ended

    assertThat(bench.room().isIdle()).isTrue();
  }

  @Test
  void whoIsNotThereHasNone() {
    assertThat(refusal(bench.handle(new Command.ShowOwn(ANN)))).isEqualTo(RefusalCode.NOT_JOINED);
    assertThat(refusal(tell("ann", add("Write")))).isEqualTo(RefusalCode.NOT_JOINED);
  }

  @Test
  void whatCannotBeStoredIsRefusedAndTheRoomGoesOn() {
    var broken = new boolean[1];
    bench =
        new RoomBench(
            new FailingJournal(journal, _ -> broken[0] ? Fault.BEFORE_WRITE : Fault.NONE));
    bench.join("ann");
    tell("ann", add("Write"));
    broken[0] = true;
    assertThat(refusal(tell("ann", add("Lost")))).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
    broken[0] = false;
    bench.pass(Duration.ofSeconds(5));

    tell("ann", add("Read"));
    assertThat(titles("ann")).containsExactly("Write", "Read");
  }

  @Test
  void whoIsForgottenHasNothingInMemory() {
    bench.join("ann");
    tell("ann", add("Write"));
    bench.drop("ann");
    bench.room().forget(new MemberId("ann"), _ -> {});

    assertThat(bench.own()).hasSize(1);
  }

  private void focus() {
    change("ann", new TimerCommand.Start(null, null));
    bench.pass(FOCUS);
    change("ann", new TimerCommand.Reset());
  }

  private List<Effect> tell(String member, TaskCommand command) {
    return change(member, new OwnTaskCommand.Told(command));
  }

  private List<Effect> change(String member, Object change) {
    return bench.handle(new Command.Change(RoomBench.connection(member), null, change));
  }

  private static TaskCommand add(String title) {
    return new TaskCommand.Add(List.of(title), Column.TO_DO, null, null);
  }

  private JsonNode board(String member) {
    List<Effect> effects = bench.handle(new Command.ShowOwn(RoomBench.connection(member)));
    return ((Effect.Shown) effects.getFirst()).answer();
  }

  private JsonNode task(String member) {
    return board(member).at("/tasks/0");
  }

  private List<String> titles(String member) {
    return board(member).path("tasks").valueStream().map(it -> it.path("title").asText()).toList();
  }

  private static RefusalCode refusal(List<Effect> effects) {
    return ((Effect.Refused) effects.getFirst()).refusal().code();
  }
}
