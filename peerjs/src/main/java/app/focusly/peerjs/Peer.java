package app.focusly.peerjs;

/// An admitted socket and the id that it holds, or has given back.
final class Peer {

  private final String id;
  private final Token token;
  private final PeerConnection connection;
  private final String quotedId;
  private final String sourceMember;
  private long seenAtMillis;

  Peer(Handshake handshake, PeerConnection connection, long nowMillis) {
    this.id = handshake.id();
    this.token = new Token(handshake.token());
    this.connection = connection;
    this.quotedId = JsonText.quote(id);
    this.sourceMember = ",\"src\":" + quotedId + "}";
    this.seenAtMillis = nowMillis;
  }

  String id() {
    return id;
  }

  PeerConnection connection() {
    return connection;
  }

  String quotedId() {
    return quotedId;
  }

  /// The end of every message from this peer: the member `src` and the closing brace.
  String sourceMember() {
    return sourceMember;
  }

  Token token() {
    return token;
  }

  void seen(long nowMillis) {
    seenAtMillis = nowMillis;
  }

  long seenAtMillis() {
    return seenAtMillis;
  }
}
