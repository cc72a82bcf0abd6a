package app.focusly.room.ledger;

import app.focusly.room.member.Role;
import java.time.Instant;

/// The circumstances of a command.
///
/// @param actor whose command it is, by the server's own judgement
/// @param name that the actor goes by now; empty when there is none
/// @param role what the actor is in this room; of what happens by itself, the owner
/// @param now not before the event before it
/// @param seq the number that the first event gets; what a feature makes may be named after it, as
///   it is used once
public record Act(String actor, String name, Role role, Instant now, long seq) {}
