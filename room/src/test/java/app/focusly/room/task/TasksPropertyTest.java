package app.focusly.room.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever three members do, one of whom is forgotten at some time: the order is that of three
/// plain lists, and every reader of the journal comes to the same board.
class TasksPropertyTest {
  record Step(int member, String what, int task, int other, Column column) {}

  private TaskRoom room = new TaskRoom(12);
  private final Map<Column, List<Long>> model = new EnumMap<>(Column.class);

  @Property(tries = 80)
  void everybodyHasTheSameBoard(@ForAll("steps") List<Step> steps) {
    room = new TaskRoom(12);
    for (Column column : Column.values()) {
      model.put(column, new ArrayList<>());
    }
    List.of("m0", "m1", "m2").forEach(room::come);
    steps.forEach(this::step);

    var live = room.view();
    assertThat(live.path("tasks").valueStream().map(task -> task.path("taskId").longValue()))
        .containsExactlyElementsOf(model.values().stream().flatMap(List::stream).toList());
    room.bench.restart();
    assertThat(room.view()).isEqualTo(live);
    room.bench.restartWithoutSnapshots();
    assertThat(room.view()).isEqualTo(live);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var what =
        Arbitraries.of(
            "add", "add", "add", "move", "move", "move", "rename", "assign", "work", "remove",
            "settle", "restart", "go", "come", "forget");
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            what,
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 11),
            Arbitraries.of(Column.class))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private void step(Step step) {
    String member = "m" + step.member();
    long task = pick(step.task());
    switch (step.what()) {
      case "add" -> add(member, step.column());
      case "move" -> move(member, task, step.column(), pick(step.other()));
      case "rename" ->
          room.tell(member, new TaskCommand.Update(task, "t" + step.other(), step.task(), null));
      case "assign" ->
          room.tell(member, new TaskCommand.Update(task, null, null, "m" + step.other() % 3));
      case "work" -> room.work(member, task);
      case "remove" -> {
        room.tell(member, new TaskCommand.Remove(task));
        model.values().forEach(tasks -> tasks.remove(task));
      }
      case "settle" -> room.bench.settle();
      case "restart" -> room.bench.restart();
      case "go" -> room.go(member);
      case "come" -> room.come(member);
      default -> {
        room.go("m2");
        room.forget("m2");
      }
    }
  }

  private void add(String member, Column column) {
    String answer =
        room.tell(member, new TaskCommand.Add(List.of("one", "two"), column, null, null));
    boolean fits = model.values().stream().mapToInt(List::size).sum() <= 10;
    assertThat(answer.startsWith("done")).isEqualTo(fits);
    if (fits) {
      long first = Long.parseLong(answer.substring("done ".length()));
      in(column).addAll(List.of(first, first + 1));
    }
  }

  private void move(String member, long task, Column column, long before) {
    room.move(member, task, column, before);
    if (task == 0 || (task == before && in(column).contains(task))) {
      return;
    }
    model.values().forEach(tasks -> tasks.remove(task));
    int place = in(column).indexOf(before);
    in(column).add(place < 0 ? in(column).size() : place, task);
  }

  /// Some task on the board; 0 when there is none.
  private long pick(int index) {
    List<Long> all = model.values().stream().flatMap(List::stream).toList();
    return all.isEmpty() ? 0 : all.get(index % all.size());
  }

  private List<Long> in(Column column) {
    return Objects.requireNonNull(model.get(column));
  }
}
