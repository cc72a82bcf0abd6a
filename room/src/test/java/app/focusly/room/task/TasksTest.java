package app.focusly.room.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/// What is done to the board, and what is refused.
class TasksTest {
  private final TaskRoom room = TaskRoom.withTwo();

  @Test
  void aListIsAddedInItsOrder() {
    room.add("ann", "Write", "Read", "Rest");

    assertThat(room.board()).containsExactly("todo Write", "todo Read", "todo Rest");
  }

  @Test
  void aListThatDoesNotFitIsRefusedWhole() {
    var small = new TaskRoom(3);
    small.come("ann");
    small.add("ann", "Write", "Read");

    var two = new TaskCommand.Add(Collections.nCopies(2, "More"), Column.TO_DO, null, null);
    assertThat(small.tell("ann", two)).isEqualTo("too-many-tasks");
    assertThat(small.board()).hasSize(2);
    small.add("ann", "Last");
    assertThat(small.board()).hasSize(3);
  }

  @Test
  void asManyLongTitlesAsMayComeAtOnce() {
    String longest = "🦊".repeat(TaskLimits.MAX_TITLE);
    var most = Collections.nCopies(TaskLimits.AT_ONCE, longest);

    assertThat(room.tell("ann", new TaskCommand.Add(most, Column.TO_DO, 9, "ben")))
        .startsWith("done");
    assertThat(room.board()).hasSize(TaskLimits.AT_ONCE);
    assertThat(room.view().path("tasks"))
        .allSatisfy(task -> assertThat(task.path("assigneeName").asText()).isEqualTo("The ben"));
  }

  @Test
  void whoMovesLastDecides() {
    room.add("ann", "Write", "Read");
    long read = room.bench.events().getLast().seq();
    room.move("ann", read, Column.DOING, null);
    room.move("ben", read, Column.DONE, null);

    assertThat(room.board()).containsExactly("todo Write", "done Read");
  }

  @Test
  void aPlaceBeforeATaskThatWentElsewhereIsTheEnd() {
    long write = room.add("ann", "Write");
    long read = room.add("ann", "Read");
    long rest = room.add("ann", "Rest");
    room.move("ben", write, Column.DONE, null);

    assertThat(room.move("ann", read, Column.TO_DO, write)).startsWith("done");
    assertThat(room.board()).containsExactly("todo Rest", "todo Read", "done Write");
    room.move("ann", read, Column.TO_DO, rest);
    assertThat(room.board()).containsExactly("todo Read", "todo Rest", "done Write");
  }

  @Test
  void movingToWhereItIsHappensNot() {
    long write = room.add("ann", "Write");
    long read = room.add("ann", "Read");
    int before = room.bench.events().size();
    room.move("ann", write, Column.TO_DO, read);
    room.move("ann", write, Column.TO_DO, write);
    room.move("ann", read, Column.TO_DO, null);

    assertThat(room.bench.events()).hasSize(before);
  }

  @Test
  void aTaskIsDoneSinceItCameThere() {
    long write = room.add("ann", "Write");
    long read = room.add("ann", "Read");
    room.move("ann", write, Column.DONE, null);
    long doneAt = room.bench.now().toEpochMilli();
    room.bench.live(Duration.ofSeconds(9));
    room.move("ann", read, Column.DONE, write);
    room.move("ann", write, Column.DONE, read);

    assertThat(room.task(write).path("doneAt").longValue()).isEqualTo(doneAt);
    room.move("ann", write, Column.TO_DO, null);
    assertThat(room.task(write).has("doneAt")).isFalse();
  }

  @Test
  void whatIsGoneIsUnknown() {
    long write = room.add("ann", "Write");
    room.tell("ben", new TaskCommand.Remove(write));

    assertThat(room.move("ann", write, Column.DOING, null)).isEqualTo("unknown-task");
    assertThat(room.tell("ann", new TaskCommand.Remove(write))).isEqualTo("unknown-task");
    assertThat(room.tell("ann", new TaskCommand.Work(write))).isEqualTo("unknown-task");
    assertThat(room.tell("ann", new TaskCommand.Update(write, "x", null, null)))
        .isEqualTo("unknown-task");
  }

  @Test
  void aTaskIsForWhoIsHereOrHasTasks() {
    long write = room.add("ann", "Write");
    long read = room.add("ann", "Read");

    assertThat(room.tell("ann", new TaskCommand.Update(write, null, null, "cem")))
        .isEqualTo("unknown-member");
    room.tell("ann", new TaskCommand.Update(write, null, null, "ben"));
    room.go("ben");
    room.tell("ann", new TaskCommand.Update(read, null, null, "ben"));
    assertThat(room.task(read).path("assigneeName").asText()).isEqualTo("The ben");
    room.tell("ann", new TaskCommand.Update(read, null, null, ""));
    assertThat(room.task(read).path("assignee").isNull()).isTrue();
  }

  @Test
  void whatATaskWasCalledIsNowhereOnceItIsRenamedOrRemoved() {
    long write = room.add("ann", "secret");
    room.tell("ann", new TaskCommand.Update(write, "hidden", 4, null));
    assertThat(room.journal()).doesNotContain("secret").contains("hidden");
    room.tell("ann", new TaskCommand.Update(write, "covert", null, null));
    assertThat(room.journal()).doesNotContain("hidden").contains("covert");
    room.bench.restartWithoutSnapshots();
    assertThat(room.task(write).path("title").asText()).isEqualTo("covert");
    assertThat(room.task(write).path("estimate").intValue()).isEqualTo(4);
    room.tell("ben", new TaskCommand.Remove(write));
    assertThat(room.journal()).doesNotContain("covert");
  }

  @Test
  void aForgottenMemberHasNoTasksAndTheBoardStays() {
    long write = room.add("ben", "Write");
    room.tell("ann", new TaskCommand.Update(write, null, null, "ann"));
    room.tell("ann", new TaskCommand.Update(write, null, null, "ben"));
    room.work("ben", write);
    room.go("ben");
    room.forget("ben");

    assertThat(room.journal()).doesNotContain("The ben");
    assertThat(room.task(write).path("by").asText()).isEqualTo("forgotten");
    assertThat(room.task(write).path("assignee").isNull()).isTrue();
    assertThat(room.view().path("working")).isEmpty();
    var live = room.view();
    room.bench.restartWithoutSnapshots();
    assertThat(room.view()).isEqualTo(live);
  }

  @Test
  void aBoardHasItsBounds() {
    assertThatThrownBy(() -> new TaskLimits(0, 1)).hasMessage("tasks is 1 to 500");
    assertThatThrownBy(() -> new TaskLimits(501, 1)).hasMessage("tasks is 1 to 500");
    assertThatThrownBy(() -> new TaskLimits(1, 0)).hasMessage("title is 1 to 200");
    assertThatThrownBy(() -> new TaskLimits(1, 201)).hasMessage("title is 1 to 200");
  }
}
