package app.focusly.room.ledger;

/// A command that changes nothing: its feature [shows][Decision.Shows] something. It is answered
/// also while nothing can be stored.
public interface Question {}
