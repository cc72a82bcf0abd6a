package app.focusly.room.goal;

import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import app.focusly.room.payload.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The client events of goals.
public final class GoalEvents {

  /// Each event's reader.
  public static final Map<String, PayloadReader<? extends GoalCommand>> READERS =
      Map.of("goal-set", GoalEvents::set, "goal-close", GoalEvents::close);

  private GoalEvents() {}

  private static GoalCommand.SetGoal set(Payload payload) {
    String text = line(payload);
    if (Text.isBlank(text)) {
      throw Payload.invalid("text", "something to be seen");
    }
    return new GoalCommand.SetGoal(text);
  }

  private static GoalCommand.CloseGoal close(Payload payload) {
    Outcome outcome =
        Outcome.of(payload.text("outcome").orElse(""))
            .orElseThrow(() -> Payload.invalid("outcome", "done, partly or not"));
    return new GoalCommand.CloseGoal(outcome, word(payload));
  }

  private static @Nullable String word(Payload payload) {
    String word = line(payload);
    return Text.isBlank(word) ? null : word;
  }

  private static String line(Payload payload) {
    String text = payload.text("text").orElse("").strip();
    if (Text.length(text) > GoalLimits.MAX_TEXT || !Text.isOneLine(text)) {
      throw Payload.invalid(
          "text", "one line of %d characters at most".formatted(GoalLimits.MAX_TEXT));
    }
    return text;
  }
}
