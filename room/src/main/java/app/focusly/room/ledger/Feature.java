package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.Past;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One part of what a stream's events come to: decides on commands, and follows events.
///
/// It is told all by its ledger, on one thread at a time. The same events make the same state,
/// wherever and whenever they are followed.
///
/// @param <C> its commands
public interface Feature<C> {

  /// What the ledger must know of it.
  ///
  /// @param name the key of its state in snapshots and in what clients get
  /// @param format of its snapshots: a change makes the ledger leave older ones unread
  /// @param events its own
  /// @param follows the types of other features' events that it wants to be told as well
  record Description<C>(
      String name, int format, Class<C> commands, List<EventType> events, Set<String> follows) {
    public Description {
      events = List.copyOf(events);
      follows = Set.copyOf(follows);
    }
  }

  /// What the ledger must know of it; always the same.
  Description<C> description();

  /// Says what a command comes to, and changes nothing.
  Decision decide(C command, Act act);

  /// Follows one of its own or of the followed events. A body may have been redacted.
  void apply(Recorded recorded);

  /// Its whole state, without what was redacted.
  ObjectNode snapshot();

  /// Takes over a state; only a new feature is told so.
  void restore(ObjectNode state);

  /// What a client gets when it joins.
  ObjectNode view();

  /// A feature that knows who may do what, and is asked before each command of any feature.
  interface Guarding {

    /// What the actor is in this room; the act's role is what the server knows without it.
    Role role(Act act);

    /// Why a command is not to be decided upon, if so. The act's role is the one in this room.
    Optional<Refusal> obstacle(Object command, Act act);
  }

  /// A feature in which some may do what their role does not allow, as it is their turn.
  interface Excusing {

    /// Whether the command is carried out whatever the [guards][Guarding] say.
    boolean excuses(Object command, Act act);
  }

  /// A feature that needs, for some of its commands, what the journal has and its memory has not.
  ///
  /// @param <C> its commands
  interface LookingUp<C> extends Feature<C> {

    /// What must be looked up before the command can be decided upon. Empty when nothing is needed,
    /// and always when the command [has it][#with] already.
    Optional<Past> wanted(C command);

    /// The command with what was found. Events may have happened since it was read, but never more
    /// than [LedgerLimits#LOOK_UP_LAG].
    C with(C command, Found found);
  }

  /// A feature that answers events, its own or followed ones, with further events.
  interface Reacting {

    /// What an event that just happened leads to. It is not asked again when the event is read from
    /// the journal.
    List<Draft> react(Recorded recorded, Act act);
  }

  /// A feature that keeps tables beside the journal.
  interface Recording {

    /// What the event that it followed last means for them; asked right after an event has
    /// happened, never for one that is read from the journal.
    List<HistoryRow> rows();
  }

  /// A feature that has to forget what the journal does not have any more.
  interface Forgetful {

    /// Bodies of events up to this one may have been [overwritten][Forgetting#HISTORY]; what it has
    /// of them it forgets.
    void forgetThrough(long seq, Instant now);

    /// A member is [forgotten][Forgetting#MEMBER]: it has nothing of them any more but what others
    /// made of it.
    void forgetMember(String memberId);

    /// What happened in a session that is over was [overwritten][Forgetting#SESSION]. A feature
    /// that has nothing of a session after its end has nothing to do.
    ///
    /// @param from the first event
    /// @param through the last event
    default void forgetSession(long from, long through) {}
  }

  /// A feature in which something happens at a certain time. Of several whose time has come the
  /// earliest goes first.
  interface Waking {

    /// When that is, if it is known.
    Optional<Instant> wakesAt();

    /// When somebody has to look after it, should it be in nobody's memory then; the epoch when
    /// that is at once.
    default Optional<Instant> unattendedAt() {
      return wakesAt();
    }

    /// What happens now that the time has come; afterwards `wakesAt` is a later time, or none.
    List<Draft> wake(Act act);
  }
}
