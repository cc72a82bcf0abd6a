package app.focusly.room.ledger;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.member.Role;

/// Whose doing something is.
///
/// @param id of the member, or [JournalEvent#SYSTEM]
/// @param name that the member goes by now; empty when there is none
/// @param role as far as the server knows without the room's own word
public record Actor(String id, String name, Role role) {

  /// Nobody in particular.
  public static final Actor SYSTEM = new Actor(JournalEvent.SYSTEM, "", Role.OWNER);
}
