package app.focusly.room.timer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every command in every state: what the timer is afterwards, or why it is as it was.
class TimerTableTest {
  private static final String TABLE =
      """
                    | idle                      | focus ended               | focus                     | break                      | paused                     | last break
      start         | focus 1, 25:00 to go      | shortBreak 1, 05:00 to go | timer-running             | timer-running              | timer-running              | timer-running
      start focus   | focus 1, 25:00 to go      | focus 2, 25:00 to go      | timer-running             | timer-running              | timer-running              | timer-running
      start short   | shortBreak 4, 05:00 to go | shortBreak 1, 05:00 to go | timer-running             | timer-running              | timer-running              | timer-running
      start long    | longBreak 4, 15:00 to go  | longBreak 1, 15:00 to go  | timer-running             | timer-running              | timer-running              | timer-running
      start preset  | focus 1, 50:00 to go      | focus 1, 50:00 to go      | timer-running             | timer-running              | timer-running              | timer-running
      start unknown | unknown-preset            | unknown-preset            | timer-running             | timer-running              | timer-running              | timer-running
      pause         | timer-not-running         | timer-not-running         | paused focus 1, 15:00 to go | paused shortBreak 1, 04:00 to go | timer-not-running | paused longBreak 4, 14:00 to go
      resume        | timer-not-paused          | timer-not-paused          | timer-not-paused          | timer-not-paused           | focus 1, 15:00 to go       | timer-not-paused
      skip          | idle, then shortBreak 1   | idle, then focus 2        | idle, then shortBreak 1   | idle, then focus 2         | idle, then shortBreak 1    | idle, then focus 1
      skip on       | idle, then shortBreak 1   | idle, then focus 2        | shortBreak 1, 05:00 to go | focus 2, 25:00 to go       | shortBreak 1, 05:00 to go  | focus 1, 25:00 to go
      reset         | unchanged                 | idle, then focus 1        | idle, then focus 1        | idle, then focus 1         | idle, then focus 1         | idle, then focus 1
      extend        | timer-not-running         | timer-not-running         | focus 1, 20:00 to go      | shortBreak 1, 09:00 to go  | paused focus 1, 20:00 to go | longBreak 4, 19:00 to go
      fewer rounds  | idle, then focus 1        | idle, then longBreak 1    | focus 1, 15:00 to go      | shortBreak 1, 04:00 to go  | paused focus 1, 15:00 to go | longBreak 1, 14:00 to go
      as it is      | unchanged                 | unchanged                 | unchanged                 | unchanged                  | unchanged                  | unchanged
      save          | idle, then focus 1        | idle, then shortBreak 1   | focus 1, 15:00 to go      | shortBreak 1, 04:00 to go  | paused focus 1, 15:00 to go | longBreak 4, 14:00 to go
      remove        | idle, then focus 1        | idle, then shortBreak 1   | focus 1, 15:00 to go      | shortBreak 1, 04:00 to go  | paused focus 1, 15:00 to go | longBreak 4, 14:00 to go
      remove none   | unknown-preset            | unknown-preset            | unknown-preset            | unknown-preset             | unknown-preset             | unknown-preset
      """;

  private static final Lengths LONG = new Lengths(50, 10, 30, 4);

  private static final Map<String, Consumer<TimerRoom>> STATES =
      Map.of(
          "idle",
          room -> {},
          "focus ended",
          room -> {
            room.start();
            room.live(25);
          },
          "focus",
          room -> {
            room.start();
            room.live(10);
          },
          "break",
          room -> {
            room.tell(new TimerCommand.Skip());
            room.start();
            room.live(1);
          },
          "paused",
          room -> {
            room.start();
            room.live(10);
            room.tell(new TimerCommand.Pause());
            room.live(7);
          },
          "last break",
          room -> {
            IntStream.range(0, 7).forEach(_ -> room.tell(new TimerCommand.Skip()));
            room.start();
            room.live(1);
          });

  private static final Map<String, TimerCommand> COMMANDS =
      Map.ofEntries(
          Map.entry("start", new TimerCommand.Start(null, null)),
          Map.entry("start focus", new TimerCommand.Start(null, Phase.FOCUS)),
          Map.entry("start short", new TimerCommand.Start(null, Phase.SHORT_BREAK)),
          Map.entry("start long", new TimerCommand.Start(null, Phase.LONG_BREAK)),
          Map.entry("start preset", new TimerCommand.Start("long", null)),
          Map.entry("start unknown", new TimerCommand.Start("none", null)),
          Map.entry("pause", new TimerCommand.Pause()),
          Map.entry("resume", new TimerCommand.Resume()),
          Map.entry("skip", new TimerCommand.Skip()),
          Map.entry("skip on", new TimerCommand.Skip()),
          Map.entry("reset", new TimerCommand.Reset()),
          Map.entry("extend", new TimerCommand.Extend(5)),
          Map.entry("fewer rounds", new TimerCommand.Configure(null, null, null, 1, null, null)),
          Map.entry("as it is", new TimerCommand.Configure(25, 5, null, 4, null, false)),
          Map.entry("save", new TimerCommand.SavePreset(new Preset("new", LONG))),
          Map.entry("remove", new TimerCommand.RemovePreset("long")),
          Map.entry("remove none", new TimerCommand.RemovePreset("none")));

  @TestFactory
  Stream<DynamicTest> everyCommandInEveryState() {
    List<List<String>> rows = TABLE.lines().map(TimerTableTest::cells).toList();
    List<String> states = rows.getFirst();
    assertThat(rows.stream().skip(1).map(List::getFirst))
        .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
    return rows.stream()
        .skip(1)
        .flatMap(row ->
            IntStream.range(1, states.size())
                .mapToObj(column -> {
                  String command = row.getFirst();
                  String state = states.get(column);
                  return dynamicTest(
                      command + ", " + state, () -> check(command, state, row.get(column)));
                }));
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
  }

  private static void check(String command, String state, String expected) {
    var room = TimerRoom.withAnn();
    room.tell(new TimerCommand.SavePreset(new Preset("long", LONG)));
    requireNonNull(STATES.get(state)).accept(room);
    if (command.equals("skip on")) {
      room.autoAdvance();
    }
    String before = room.course();
    int events = room.bench().events().size();

    String answer = room.tell(requireNonNull(COMMANDS.get(command)));

    if (expected.matches("[a-z-]+") && !expected.equals("unchanged")) {
      assertThat(answer).isEqualTo(expected);
      assertThat(room.course()).isEqualTo(before);
      assertThat(room.bench().events()).hasSize(events);
    } else if (expected.equals("unchanged")) {
      assertThat(answer).isEqualTo("done " + events);
      assertThat(room.course()).isEqualTo(before);
      assertThat(room.bench().events()).hasSize(events);
    } else {
      assertThat(answer).isEqualTo("done " + (events + 1));
      assertThat(room.course()).isEqualTo(expected);
      assertThat(room.bench().events()).hasSize(events + 1);
    }
  }
}
