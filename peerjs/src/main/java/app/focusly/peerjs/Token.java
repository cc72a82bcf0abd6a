package app.focusly.peerjs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// What an id is held by: a secret of its client, which only ever is compared.
final class Token {

  private final byte[] bytes;

  Token(String text) {
    this.bytes = bytes(text);
  }

  /// Compares in constant time, so that nobody can find a token letter by letter.
  boolean matches(String text) {
    return MessageDigest.isEqual(bytes, bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
