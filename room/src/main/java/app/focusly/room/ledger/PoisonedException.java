package app.focusly.room.ledger;

/// A feature failed while it followed an event, so that nobody knows what is in memory.
final class PoisonedException extends Exception {
  private static final long serialVersionUID = 1L;

  PoisonedException(RuntimeException cause) {
    super(cause);
  }
}
