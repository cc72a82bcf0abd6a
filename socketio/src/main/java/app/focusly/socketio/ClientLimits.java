package app.focusly.socketio;

/// What one client may have of the server.
///
/// @param namespaces it may be in at once; over it another is refused as invalid
/// @param pendingAcks that it may owe on each of its sockets; over it the oldest counts as timed
///   out
/// @param undecidedEvents of each of its sockets that may wait for checks; over it an event is
///   refused unchecked
public record ClientLimits(int namespaces, int pendingAcks, int undecidedEvents) {
  public ClientLimits {
    if (namespaces <= 0 || pendingAcks <= 0 || undecidedEvents <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /// 100 namespaces, of which a stock front end uses one or two, and 1,000 of the others.
  public static ClientLimits defaults() {
    return new ClientLimits(100, 1_000, 1_000);
  }
}
