package app.focusly.peerjs;

/// What a [PeerBroker#tick] did.
///
/// @param silentPeers sockets closed because nothing was heard from them
/// @param unanswered pairs of sender and destination whose messages expired
public record Sweep(int silentPeers, int unanswered) {

  static final Sweep NOTHING = new Sweep(0, 0);
}
