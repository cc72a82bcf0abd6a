package app.focusly.server.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;

/// Ids that nobody can guess. Used from every thread.
public final class RandomIds {
  /// As many as the reference implementation draws; 120 bits.
  private static final int ID_BYTES = 15;

  private RandomIds() {}

  /// Ids of 20 characters, safe in URLs.
  public static Supplier<String> urlSafe(SecureRandom random) {
    return () -> {
      byte[] bytes = new byte[ID_BYTES];
      random.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
  }

  /// Random UUIDs, as PeerServer gives them out.
  public static Supplier<String> uuids() {
    return () -> UUID.randomUUID().toString();
  }
}
