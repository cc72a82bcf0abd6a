package app.focusly.room.ledger;

import java.util.Set;

/// The events by which the past is overwritten. Whatever feature writes them, each one that is
/// [forgetful][Feature.Forgetful] is told.
public final class Forgetting {
  /// Events are old and were overwritten; `through` is the last of them.
  public static final String HISTORY = "history-forgotten";

  /// What there was of a member was overwritten; `memberId` says whom nobody is to name any more.
  public static final String MEMBER = "member-forgotten";

  /// What happened in a session was overwritten: its events `from` to `through`, or a part of them.
  public static final String SESSION = "session-forgotten";

  /// Any feature may follow them, whether there is one that writes them or not.
  static final Set<String> TYPES = Set.of(HISTORY, MEMBER, SESSION);

  private Forgetting() {}

  static void tell(Feature.Forgetful feature, Recorded recorded) {
    switch (recorded.type()) {
      case HISTORY ->
          feature.forgetThrough(recorded.body().path("through").longValue(), recorded.event().at());
      case MEMBER -> feature.forgetMember(recorded.body().path("memberId").asText());
      case SESSION ->
          feature.forgetSession(
              recorded.body().path("from").longValue(),
              recorded.body().path("through").longValue());
      default -> {}
    }
  }
}
