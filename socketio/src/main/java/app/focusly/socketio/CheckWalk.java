package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One step of a way through checks. What a check says after its first word does not count, else a
/// check that refuses and goes on would let everyone in. Confined to the client's thread; a check
/// may answer on any.
final class CheckWalk<C> implements Middleware.Next {
  private final Way<C> way;
  private final int index;
  private boolean decided;

  /// What the checks decide.
  interface Outcome {

    /// All agreed.
    void passed();

    /// One did not.
    void refused(String message, @Nullable JsonNode data);
  }

  /// @param subject what failures are reported under
  private record Way<C>(
      ClientConnection client,
      String subject,
      List<C> checks,
      BiConsumer<C, Middleware.Next> call,
      Outcome outcome) {}

  private CheckWalk(Way<C> way, int index) {
    this.way = way;
    this.index = index;
  }

  static <C> void start(
      ClientConnection client,
      String subject,
      List<C> checks,
      BiConsumer<C, Middleware.Next> call,
      Outcome outcome) {
    new CheckWalk<>(new Way<>(client, subject, checks, call, outcome), 0).run();
  }

  private void run() {
    if (index == way.checks().size()) {
      way.outcome().passed();
      return;
    }
    try {
      way.call().accept(way.checks().get(index), this);
    } catch (RuntimeException failure) { // a check that cannot decide lets nobody in
      way.client().failed(way.subject(), failure);
      refuse("internal error", null);
    }
  }

  @Override
  public void proceed() {
    decide(() -> new CheckWalk<>(way, index + 1).run());
  }

  @Override
  public void refuse(String message, @Nullable JsonNode data) {
    decide(() -> way.outcome().refused(message, data));
  }

  private void decide(Runnable step) {
    way.client()
        .execute(() -> {
          if (!decided) {
            decided = true;
            if (way.client().open()) {
              step.run();
            }
          }
        });
  }
}
