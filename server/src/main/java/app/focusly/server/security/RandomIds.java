package app.focusly.server.security;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Ids that nobody can guess. Used from every thread.
public final class RandomIds {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /// As long as the reference implementation's; 119 bits.
  private static final int LENGTH = 20;

  private RandomIds() {}

  /// Ids of 20 letters and digits. The reference also has hyphens and underscores in them, but
  /// `peerjs` refuses an id that begins with one, and a plain client that joins with its room alone
  /// calls itself by its socket's id.
  public static Supplier<String> alphanumeric(SecureRandom random) {
    return () ->
        random
            .ints(LENGTH, 0, ALPHABET.length())
            .collect(
                StringBuilder::new,
                (id, index) -> id.append(ALPHABET.charAt(index)),
                StringBuilder::append)
            .toString();
  }

  /// Random UUIDs, as PeerServer gives them out.
  public static Supplier<String> uuids() {
    return () -> UUID.randomUUID().toString();
  }
}
