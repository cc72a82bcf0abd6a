package app.focusly.server.config;

import app.focusly.peerjs.PeerOptions;
import java.time.Duration;

/// The PeerJS broker's options.
public final class PeerConfig {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /// The broker's own bounds.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

  private PeerConfig() {}

  /// Reads them; what is wrong is noted in the settings.
  public static PeerOptions read(Settings settings) {
    PeerOptions defaults = PeerOptions.defaults();
    String key = settings.text(Option.PEERJS_KEY);
    if (!key.matches("[A-Za-z0-9_-]{1,128}")) {
      settings.problem(Option.PEERJS_KEY, "takes 1 to 128 letters, digits, - and _");
      key = defaults.key();
    }
    return new PeerOptions(
        key,
        settings.duration(Option.PEERJS_EXPIRE_TIMEOUT, SHORTEST, LONGEST_WAIT),
        settings.duration(Option.PEERJS_ALIVE_TIMEOUT, SHORTEST, LONGEST_SILENCE),
        settings.number(Option.PEERJS_CONCURRENT_LIMIT, 1, 1_000_000),
        settings.flag(Option.PEERJS_ALLOW_DISCOVERY),
        defaults.cleanupInterval(),
        defaults.maxMessageBytes(),
        defaults.maxIdLength(),
        defaults.maxTokenLength(),
        defaults.queues());
  }
}
