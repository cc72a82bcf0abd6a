package app.focusly.room.task;

import app.focusly.room.FeatureLimits;
import app.focusly.room.MemberId;
import app.focusly.room.RoomFeatures;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.goal.GoalLimits;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.history.Erasure;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import app.focusly.room.note.NoteLimits;
import app.focusly.room.standup.StandupLimits;
import app.focusly.room.timer.TimerCommand;
import app.focusly.room.timer.TimerLimits;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A room with a task board that is told in few words. Nobody is in it at first.
final class TaskRoom {
  final FeatureBench bench;

  TaskRoom(int tasks) {
    var limits =
        new FeatureLimits(
            AccessLimits.DEFAULT,
            TimerLimits.DEFAULT,
            ChatLimits.DEFAULT,
            GoalLimits.DEFAULT,
            StandupLimits.DEFAULT,
            new TaskLimits(tasks, TaskLimits.MAX_TITLE),
            NoteLimits.DEFAULT);
    bench = new FeatureBench(new RoomFeatures(limits).table());
  }

  /// With Ann and Ben in it.
  static TaskRoom withTwo() {
    var room = new TaskRoom(TaskLimits.MAX_TASKS);
    room.come("ann");
    room.come("ben");
    return room;
  }

  void come(String member) {
    var name = new MemberName("The " + member);
    bench.execute(member, new AttendanceCommand.Came(new MemberId(member), name, Role.MEMBER));
  }

  void go(String member) {
    bench.execute(member, new AttendanceCommand.Went(new MemberId(member)));
  }

  void forget(String member) {
    bench.execute(FeatureBench.SYSTEM, new Erasure.Forget(new MemberId(member), 1));
  }

  /// The number of the last task that it added.
  long add(String member, String... titles) {
    bench.execute(member, new TaskCommand.Add(List.of(titles), Column.TO_DO, null, null));
    return bench.events().getLast().seq();
  }

  String tell(String member, TaskCommand command) {
    return bench.execute(member, command);
  }

  String move(String member, long taskId, Column column, @Nullable Long before) {
    return tell(member, new TaskCommand.Move(taskId, column, before));
  }

  void work(String member, @Nullable Long taskId) {
    tell(member, new TaskCommand.Work(taskId));
  }

  void startTimer() {
    bench.execute("ann", new TimerCommand.Start(null, null));
  }

  JsonNode view() {
    return bench.view("tasks");
  }

  JsonNode task(long taskId) {
    return view()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("taskId").longValue() == taskId)
        .findFirst()
        .orElseThrow();
  }

  /// The board in few words, such as `todo Write`.
  List<String> board() {
    return view()
        .path("tasks")
        .valueStream()
        .map(task -> task.path("column").asText() + " " + task.path("title").asText())
        .toList();
  }

  /// The journal as one text.
  String journal() {
    return bench.events().toString();
  }

  List<JournalEvent> events(String type) {
    return bench.events().stream().filter(event -> event.type().equals(type)).toList();
  }
}
