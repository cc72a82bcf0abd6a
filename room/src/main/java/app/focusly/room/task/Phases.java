package app.focusly.room.task;

import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Which phase the room's timer is in, for what is beside the room's own stream. Confined to the
/// room's owner.
public final class Phases {
  private FocusPhase phase = FocusPhase.NONE;

  /// The timer as it stands.
  public void begin(JsonNode timer) {
    phase = FocusPhase.of(timer);
  }

  /// Follows what has happened.
  ///
  /// @return the focus phase that came to its end with it, if one did
  public Optional<EndedPhase> follow(Recorded recorded) {
    JsonNode timer = recorded.body().path("timer");
    if (!Tasks.PHASES.contains(recorded.type()) || !timer.isObject()) {
      return Optional.empty();
    }
    FocusPhase before = phase;
    phase = FocusPhase.of(timer);
    boolean focused =
        recorded.type().equals(Tasks.PHASE_ENDED)
            && recorded.body().path("ended").asText().equals("focus");
    long endedAt = recorded.body().path("endedAt").longValue();
    return focused
        ? Optional.of(new EndedPhase(before.startedAt(), endedAt, before.lengthMs()))
        : Optional.empty();
  }
}
