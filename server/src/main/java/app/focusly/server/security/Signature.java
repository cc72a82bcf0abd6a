package app.focusly.server.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Message authentication codes (HMAC, RFC 2104).
final class Signature {
  private final String algorithm;
  private final byte[] key;

  /// @param algorithm such as `HmacSHA256`
  Signature(String algorithm, byte[] key) {
    this.algorithm = algorithm;
    this.key = key.clone();
  }

  byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /// Whether this is the text's code in URL-safe Base64; takes the same time whatever is wrong.
  boolean matches(String text, String code) {
    return MessageDigest.isEqual(
        encoded(text).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
  }

  String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text));
  }
}
