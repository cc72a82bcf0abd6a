package app.focusly.peerjs;

/// What a request under the broker's paths asks for.
public sealed interface PeerRoute {

  /// What kind of server this is.
  record ServerInfo() implements PeerRoute {}

  /// A new id.
  record NewId(String key) implements PeerRoute {}

  /// The ids of the connected peers.
  record Peers(String key) implements PeerRoute {}

  /// The upgrade to a WebSocket.
  record Socket() implements PeerRoute {}

  /// Under our base, but nothing that there is.
  record Unknown() implements PeerRoute {}
}
