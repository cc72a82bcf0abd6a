package app.focusly.room;

import java.util.function.Consumer;

/// Who sent a command and hears what it leads to: one answer, also when our own work fails.
/// Confined to the room's owner.
final class Sender implements Consumer<Effect> {
  private static final Refusal FAILED =
      Refusal.of(RefusalCode.INTERNAL_ERROR, "The server failed; it was not your fault.");

  private final ConnectionId connection;
  private final Consumer<Effect> to;
  private final Faults faults;
  private boolean answered;
  private boolean entered;

  /// @param to takes what the command leads to; what it fails at is lost, and nothing else
  Sender(ConnectionId connection, Consumer<Effect> to, Faults faults) {
    this.connection = connection;
    this.to = to;
    this.faults = faults;
  }

  /// Whether they were told that they are in the room.
  boolean hasEntered() {
    return entered;
  }

  @Override
  public void accept(Effect effect) {
    if (isAnswer(effect)) {
      if (answered) {
        return;
      }
      answered = true;
      entered = effect instanceof Effect.Entered;
    }
    faults.survive(() -> to.accept(effect));
  }

  /// Does what they want; when that fails, they hear so.
  ///
  /// @return whether it was done
  boolean served(Runnable work) {
    boolean done = faults.survive(work);
    if (!done) {
      accept(new Effect.Refused(connection, FAILED));
    }
    return done;
  }

  private static boolean isAnswer(Effect effect) {
    return switch (effect) {
      case Effect.Joined _,
          Effect.Entered _,
          Effect.Accepted _,
          Effect.Changed _,
          Effect.Shown _,
          Effect.NoteUsed _,
          Effect.Searching _,
          Effect.CaughtUp _,
          Effect.Refused _ ->
          true;
      case Effect.Left(_, LeaveReason reason) -> reason == LeaveReason.LEFT;
      case Effect.ChatRead _,
          Effect.Happened _,
          Effect.OwnHappened _,
          Effect.MemberWaiting _,
          Effect.MemberWaitingGone _,
          Effect.Notice _,
          Effect.UserConnected _,
          Effect.UserDisconnected _,
          Effect.MemberUpdated _,
          Effect.HandLowered _,
          Effect.Typed _,
          Effect.VideoAsked _,
          Effect.Empty _ ->
          false;
    };
  }
}
