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

  /// Bytes from here on would make the first letters likelier than the last.
  private static final int FAIR = 256 - 256 % ALPHABET.length();

  /// Bytes in one draw, since each has its price: 20 suffice in half of all cases, 24 in nearly
  /// all.
  private static final int DRAWN = 24;

  private RandomIds() {}

  /// Ids of 20 letters and digits. The reference also has hyphens and underscores in them, but
  /// `peerjs` refuses an id that begins with one, and a plain client that joins with its room alone
  /// calls itself by its socket's id.
  public static Supplier<String> alphanumeric(SecureRandom random) {
    return () -> {
      var bytes = new byte[DRAWN];
      var id = new char[LENGTH];
      int length = 0;
      while (length < LENGTH) {
        random.nextBytes(bytes);
        for (int i = 0; i < DRAWN && length < LENGTH; i++) {
          int drawn = bytes[i] & 0xFF;
          if (drawn < FAIR) {
            id[length++] = ALPHABET.charAt(drawn % ALPHABET.length());
          }
        }
      }
      return new String(id);
    };
  }

  /// Random UUIDs, as PeerServer gives them out.
  public static Supplier<String> uuids() {
    return () -> UUID.randomUUID().toString();
  }
}
