package app.focusly.room;

import app.focusly.room.media.Stage;
import app.focusly.room.member.Attendee;
import app.focusly.room.member.Presence;
import app.focusly.room.member.Roster;
import app.focusly.room.presence.Status;
import app.focusly.room.presence.Statuses;
import app.focusly.room.presence.TypingPace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What members let each other know of themselves: what they do, who types, whose hand is up.
/// Confined to the room's owner.
///
/// Whether they may is decided before.
final class Signals {
  private static final Refusal UNKNOWN_MEMBER =
      Refusal.at("memberId", RefusalCode.UNKNOWN_MEMBER, "Nobody here has that id.");

  private final Roster roster;
  private final Stage stage;
  private final Statuses statuses;
  private final Views views;
  private final TypingPace typingPace = new TypingPace();

  Signals(Roster roster, Stage stage, Statuses statuses, Views views) {
    this.roster = roster;
    this.stage = stage;
    this.statuses = statuses;
    this.views = views;
  }

  void handle(Command.Signal signal, Attendee sender, Instant now, Consumer<Effect> effects) {
    switch (signal) {
      case Command.SetStatus set -> setStatus(set, sender, effects);
      case Command.LowerHands lower -> lowerHands(lower, now, effects);
      case Command.Type type -> type(type, sender, now, effects);
    }
  }

  /// A connection has gone.
  ///
  /// @param rest its member without it
  void exit(Attendee attendee, Presence rest) {
    statuses.exit(attendee.connection());
    if (rest.attendees().isEmpty()) {
      typingPace.forget(attendee.memberId());
    }
  }

  /// The sender hears of it too: with several tabs their member need not be what one of them says.
  private void setStatus(Command.SetStatus set, Attendee sender, Consumer<Effect> effects) {
    Presence presence = roster.presence(sender.memberId());
    Status before = views.member(presence).status();
    statuses.set(set.connection(), set.status());
    effects.accept(new Effect.Accepted(set.connection()));
    Member after = views.member(presence);
    if (after.status() != before) {
      effects.accept(new Effect.MemberUpdated(after, null));
    }
  }

  private void lowerHands(Command.LowerHands lower, Instant now, Consumer<Effect> effects) {
    Optional<Presence> found = roster.find(lower.request().memberId());
    if (found.isEmpty()) {
      effects.accept(new Effect.Refused(lower.connection(), UNKNOWN_MEMBER));
      return;
    }
    Presence presence = found.get();
    List<ConnectionId> raised =
        connections(presence).filter(each -> stage.media(each).hand()).toList();
    effects.accept(new Effect.Accepted(lower.connection()));
    if (!raised.isEmpty()) {
      raised.forEach(each -> stage.set(each, stage.media(each).withHandDown(), now));
      effects.accept(new Effect.HandLowered(raised));
      effects.accept(new Effect.MemberUpdated(views.member(presence), null));
    }
  }

  /// What the pace keeps from the others is not worth a refusal: a page says it again.
  private void type(Command.Type type, Attendee sender, Instant now, Consumer<Effect> effects) {
    effects.accept(new Effect.Accepted(type.connection()));
    if (typingPace.admits(sender.memberId(), now)) {
      List<ConnectionId> own = connections(roster.presence(sender.memberId())).toList();
      effects.accept(new Effect.Typed(sender.memberId(), type.typing(), own));
    }
  }

  private static Stream<ConnectionId> connections(Presence presence) {
    return presence.attendees().stream().map(Attendee::connection);
  }
}
