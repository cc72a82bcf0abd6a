package app.focusly.server.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Guests, known again by a signed cookie: the id that others see, and a code over it that only
/// this server can make. Immutable.
public final class Guests {
  private static final String COOKIE = "focusly_guest";
  private static final Duration LIFETIME = Duration.ofDays(400); // what browsers keep at most
  private static final int KEY_BYTES = 32;
  private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9_-]{20})\\.([A-Za-z0-9_-]{43})");

  private final Signature signature;
  private final Supplier<String> ids;

  /// @param key signs the cookies; who has it can be anybody
  /// @param ids makes guests' ids, of 20 characters each
  public Guests(byte[] key, Supplier<String> ids) {
    this.signature = new Signature("HmacSHA256", key);
    this.ids = ids;
  }

  /// The key of this installation, made at its first start and readable by its user alone.
  ///
  /// @throws IOException when the folder cannot be written or the key has been cut short
  public static byte[] key(Path folder, SecureRandom random) throws IOException {
    Path file = folder.resolve("guest-key");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      byte[] key = new byte[KEY_BYTES];
      random.nextBytes(key);
      Path fresh = folder.resolve("guest-key.new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, key);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new IOException(file + " is not a key; remove it, and every guest becomes a new one");
    }
    return key;
  }

  /// The guest of a `Cookie` header, if it holds one that we signed.
  public Optional<String> of(String cookieHeader) {
    for (String part : cookieHeader.split(";", 100)) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equals(COOKIE)) {
        var value = VALUE.matcher(part.substring(equals + 1).strip());
        if (value.matches() && signature.matches(value.group(1), value.group(2))) {
          return Optional.of(value.group(1));
        }
      }
    }
    return Optional.empty();
  }

  /// A new guest's id.
  public String fresh() {
    return ids.get();
  }

  /// The `Set-Cookie` header that makes a browser nobody in particular.
  public static String noCookie(boolean secure) {
    return COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }

  /// The `Set-Cookie` header that makes a browser this guest.
  ///
  /// @param secure whether the page came over TLS
  public String cookie(String guest, boolean secure) {
    return "%s=%s.%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(
            COOKIE,
            guest,
            signature.encoded(guest),
            LIFETIME.toSeconds(),
            secure ? "; Secure" : "");
  }
}
