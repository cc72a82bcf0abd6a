package app.focusly.room.standup;

import app.focusly.room.access.Permission;
import app.focusly.room.access.PermittedCommand;
import java.util.List;
import java.util.stream.Stream;

/// What a member does in the stand-up.
public sealed interface StandupCommand {

  /// Answers the questions; an empty text leaves one out.
  record Respond(String yesterday, String today, String blockers) implements StandupCommand {
    Stream<String> texts() {
      return Stream.of(yesterday, today, blockers);
    }
  }

  /// What leads the round.
  sealed interface Leading extends StandupCommand, PermittedCommand {
    @Override
    default Permission permission() {
      return Permission.CONTROL_TIMER;
    }
  }

  /// Begins a round.
  ///
  /// @param seconds for each speaker
  /// @param order ids of members; empty for all who are there, in the order of their coming
  record Start(int seconds, List<String> order) implements Leading {
    public Start {
      order = List.copyOf(order);
    }
  }

  /// Passes on to the next speaker who is there.
  ///
  /// @param index of the speaker who has finished; -1 for whoever speaks now
  record Next(int index) implements Leading {}

  /// Ends the round.
  record End() implements Leading {}
}
