package app.focusly.peerjs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// An admitted socket and the id that it holds, or has given back.
final class Peer {

  private final String id;
  private final byte[] token;
  private final PeerConnection connection;
  private final String quotedId;
  private final String sourceMember;
  private long seenAtMillis;

  Peer(Handshake handshake, PeerConnection connection, long nowMillis) {
    this.id = handshake.id();
    this.token = bytes(handshake.token());
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

  /// Compares in constant time, since the token is what an id is held by.
  boolean hasToken(String other) {
    return MessageDigest.isEqual(token, bytes(other));
  }

  void seen(long nowMillis) {
    seenAtMillis = nowMillis;
  }

  long seenAtMillis() {
    return seenAtMillis;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
