package app.focusly.room.ledger;

import java.time.Instant;

/// The circumstances of a command.
///
/// @param actor whose command it is, by the server's own judgement
/// @param now not before the event before it
/// @param seq the number that the first event gets; what a feature makes may be named after it, as
///   it is used once
public record Act(String actor, Instant now, long seq) {}
