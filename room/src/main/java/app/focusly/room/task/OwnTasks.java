package app.focusly.room.task;

import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// A member's own task board in a room, in a stream that they alone follow. It is the room's board
/// once more, but that nobody comes, goes or keeps time in its stream.
public final class OwnTasks implements Feature<OwnTaskCommand> {
  private static final Description<OwnTaskCommand> DESCRIPTION =
      new Description<>("tasks", 1, OwnTaskCommand.class, Tasks.EVENTS, Set.of());

  private final Tasks tasks;

  public OwnTasks(TaskLimits limits) {
    this.tasks = new Tasks(limits);
  }

  @Override
  public Description<OwnTaskCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(OwnTaskCommand command, Act act) {
    return switch (command) {
      case OwnTaskCommand.Told(TaskCommand told) -> tasks.decide(told, act);
      case OwnTaskCommand.Focused(String memberId, EndedPhase phase) ->
          tasks
              .booking(Set.of(memberId), phase)
              .map(body -> Decision.happens(Draft.of(TaskEvents.BOOKED, body)))
              .orElseGet(Decision::happens);
    };
  }

  @Override
  public void apply(Recorded recorded) {
    tasks.apply(recorded);
  }

  @Override
  public ObjectNode snapshot() {
    return tasks.snapshot();
  }

  @Override
  public void restore(ObjectNode state) {
    tasks.restore(state);
  }

  @Override
  public ObjectNode view() {
    return tasks.view();
  }
}
