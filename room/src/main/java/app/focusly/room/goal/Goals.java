package app.focusly.room.goal;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.history.Erasure;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What each member works on in a session, and what became of it. A member has one open goal at
/// most; the next session begins without any.
public final class Goals implements Feature<GoalCommand>, Feature.Forgetful {
  /// The most goals that are remembered of a session: twice as many as a room takes members.
  static final int KEPT = 200;

  private static final String SET = "goal-set";
  private static final String CHANGED = "goal-changed";
  private static final String CLOSED = "goal-closed";
  private static final String SESSION_ENDED = "session-ended";

  /// What is forgotten of them when it is old.
  public static final Set<String> TYPES = Set.of(SET, CHANGED, CLOSED);

  /// What is overwritten when a member is forgotten: all that they said of their goals.
  public static final Erasure.Overwriting OVERWRITING = Erasure.by(TYPES);

  private static final Description<GoalCommand> DESCRIPTION =
      new Description<>(
          "goals",
          1,
          GoalCommand.class,
          List.of(EventType.of(SET), EventType.of(CHANGED), EventType.of(CLOSED)),
          Set.of(SESSION_ENDED));

  private final GoalLimits limits;
  private final TreeMap<Long, Goal> goals = new TreeMap<>(); // by id, so the oldest comes first

  public Goals(GoalLimits limits) {
    this.limits = limits;
  }

  @Override
  public Description<GoalCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Decision decide(GoalCommand command, Act act) {
    return switch (command) {
      case GoalCommand.SetGoal(var text) when isTooLong(text) -> tooLong();
      case GoalCommand.SetGoal(var text) -> set(text, act);
      case GoalCommand.CloseGoal(_, var word) when word != null && isTooLong(word) -> tooLong();
      case GoalCommand.CloseGoal close -> close(close, act);
    };
  }

  private Decision set(String text, Act act) {
    Optional<Goal> open = open(act.actor());
    if (open.isEmpty()) {
      return Decision.happens(Draft.of(SET, json().put("name", act.name()).put("text", text)));
    }
    return open.get().text().equals(text)
        ? Decision.happens()
        : Decision.happens(
            Draft.of(CHANGED, json().put("goalId", open.get().id()).put("text", text)));
  }

  private Decision close(GoalCommand.CloseGoal close, Act act) {
    Optional<Goal> open = open(act.actor());
    if (open.isEmpty()) {
      return new Decision.Refused(Refusal.of(RefusalCode.NO_GOAL, "You have no open goal."));
    }
    ObjectNode body =
        json()
            .put("goalId", open.get().id())
            .put("memberId", act.actor())
            .put("outcome", close.outcome().text());
    if (close.word() != null) {
      body.put("text", close.word());
    }
    return Decision.happens(Draft.of(CLOSED, body));
  }

  private Optional<Goal> open(String memberId) {
    return goals.values().stream()
        .filter(goal -> goal.isOpen() && goal.memberId().equals(memberId))
        .findFirst();
  }

  @Override
  public void apply(Recorded recorded) {
    ObjectNode body = recorded.body();
    switch (recorded.type()) {
      case SET -> {
        if (body.has("text")) { // otherwise it has been forgotten
          makeRoom();
          goals.put(recorded.seq(), Goal.set(recorded));
        }
      }
      case CHANGED -> change(body, goal -> goal.changed(body.path("text").asText()));
      case CLOSED -> {
        long at = recorded.event().at().toEpochMilli();
        String word = body.path("text").asText();
        change(body, goal -> goal.closed(new Goal.End(body.path("outcome").asText(), word, at)));
      }
      case SESSION_ENDED -> goals.clear();
      default -> throw new IllegalArgumentException(recorded.type());
    }
  }

  /// Forgets the oldest goal that is closed, or else the oldest of all.
  private void makeRoom() {
    if (goals.size() >= KEPT) {
      long oldest =
          goals.values().stream()
              .filter(goal -> !goal.isOpen())
              .findFirst()
              .map(Goal::id)
              .orElseGet(goals::firstKey);
      goals.remove(oldest);
    }
  }

  private void change(ObjectNode body, UnaryOperator<Goal> change) {
    goals.computeIfPresent(body.path("goalId").longValue(), (_, goal) -> change.apply(goal));
  }

  @Override
  public void forgetThrough(long seq, Instant now) {
    goals.headMap(seq, true).clear();
  }

  @Override
  public void forgetMember(String memberId) {
    goals.values().removeIf(goal -> goal.memberId().equals(memberId));
  }

  @Override
  public ObjectNode snapshot() {
    return view();
  }

  @Override
  public void restore(ObjectNode state) {
    state.path("goals").forEach(json -> goals.put(json.path("goalId").longValue(), Goal.of(json)));
  }

  @Override
  public ObjectNode view() {
    ObjectNode view = json();
    var array = view.putArray("goals");
    goals.values().forEach(goal -> array.add(goal.toJson()));
    return view;
  }

  private boolean isTooLong(String text) {
    return Text.length(text) > limits.text();
  }

  private Decision tooLong() {
    return new Decision.Refused(
        Refusal.at(
            "text",
            RefusalCode.INVALID_PAYLOAD,
            "A goal has %d characters at most.".formatted(limits.text())));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
