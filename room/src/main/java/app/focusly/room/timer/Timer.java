package app.focusly.room.timer;

import app.focusly.room.Refusal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The room's focus timer. It never ticks: it knows when its phase ends, and wakes then.
///
/// A phase ends at its time, whenever that is noticed; the next one begins by itself only where
/// somebody has been in the room since. Each event says what the timer is after it, so that
/// following one is taking that over. The end of a session resets it.
public final class Timer
    implements Feature<TimerCommand>, Feature.Waking, Feature.Reacting, Feature.Forgetful {
  private static final String SESSION_ENDED = "session-ended";

  private static final Description<TimerCommand> DESCRIPTION =
      new Description<>(
          "timer",
          1,
          TimerCommand.class,
          Stream.of(
                  TimerEvents.STARTED,
                  TimerEvents.PAUSED,
                  TimerEvents.RESUMED,
                  TimerEvents.SKIPPED,
                  TimerEvents.RESET,
                  TimerEvents.EXTENDED,
                  TimerEvents.CONFIGURED,
                  TimerEvents.PHASE_ENDED,
                  TimerEvents.PRESET_SAVED,
                  TimerEvents.PRESET_REMOVED)
              .map(EventType::of)
              .toList(),
          Set.of(Occupancy.JOINED, Occupancy.LEFT, SESSION_ENDED));

  private final TimerLimits limits;
  private final Occupancy occupancy = new Occupancy();
  private TimerState state = TimerState.INITIAL;

  public Timer(TimerLimits limits) {
    this.limits = limits;
  }

  @Override
  public Description<TimerCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(TimerCommand command, Act act) {
    Plan plan = plan(act.actor(), act);
    plan.endDue(occupancy::lastsSince); // where the command was quicker than the alarm
    Optional<Refusal> refusal =
        switch (command) {
          case TimerCommand.Start start -> plan.start(start);
          case TimerCommand.Pause() -> plan.pause();
          case TimerCommand.Resume() -> plan.resume();
          case TimerCommand.Skip() -> plan.skip();
          case TimerCommand.Reset() -> plan.reset();
          case TimerCommand.Extend(int minutes) -> plan.extend(minutes);
          case TimerCommand.Configure configure -> plan.configure(configure);
          case TimerCommand.SavePreset(var preset) -> plan.save(preset);
          case TimerCommand.RemovePreset(var name) -> plan.remove(name);
        };
    return refusal.isPresent()
        ? new Decision.Refused(refusal.get())
        : new Decision.Happens(plan.drafts());
  }

  @Override
  public Optional<Instant> wakesAt() {
    return state.course() instanceof Course.Running running
        ? Optional.of(Instant.ofEpochMilli(running.endsAt()))
        : Optional.empty();
  }

  @Override
  public List<Draft> wake(Act act) {
    Plan plan = plan(JournalEvent.SYSTEM, act);
    plan.endDue(occupancy::lastsSince);
    return plan.drafts();
  }

  /// A phase whose time came before anybody noticed that the session is over still ends.
  @Override
  public List<Draft> react(Recorded recorded, Act act) {
    if (!recorded.type().equals(SESSION_ENDED)) {
      return List.of();
    }
    Plan plan = plan(JournalEvent.SYSTEM, act);
    plan.endDue(_ -> false);
    plan.reset();
    return plan.drafts();
  }

  private Plan plan(String actor, Act act) {
    return new Plan(state, limits, actor, act.now().toEpochMilli());
  }

  @Override
  public void apply(Recorded recorded) {
    switch (recorded.type()) {
      case Occupancy.JOINED -> occupancy.joined(recorded);
      case Occupancy.LEFT -> occupancy.left(recorded);
      case SESSION_ENDED -> {}
      default -> {
        JsonNode timer = recorded.body().path("timer");
        if (timer.isObject()) { // nothing is left of an event that was redacted
          state = TimerJson.read(timer, state);
        }
      }
    }
  }

  /// It has nothing of what is too old.
  @Override
  public void forgetThrough(long seq, Instant now) {}

  @Override
  public void forgetMember(String memberId) {
    occupancy.forget(memberId);
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode snapshot = view();
    occupancy.snapshot(snapshot);
    return snapshot;
  }

  @Override
  public void restore(ObjectNode snapshot) {
    state = TimerJson.read(snapshot, TimerState.INITIAL);
    occupancy.restore(snapshot);
  }

  @Override
  public ObjectNode view() {
    return TimerJson.view(state);
  }
}
