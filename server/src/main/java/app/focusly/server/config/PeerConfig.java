package app.focusly.server.config;

import app.focusly.peerjs.Allowance;
import app.focusly.peerjs.PeerOptions;
import app.focusly.peerjs.QueueLimits;
import java.time.Duration;
import java.util.Set;

/// The PeerJS broker's options.
public final class PeerConfig {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /// The broker's own bounds.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final Duration LONGEST_SILENCE = Duration.ofDays(1);
  private static final Duration LONGEST_CLEANUP = Duration.ofMinutes(1);
  private static final Duration LONGEST_HOLD = Duration.ofHours(1);

  private static final String PATH = "/|(/[A-Za-z0-9._~-]{1,30}){1,4}/?";

  /// First segments of paths that are something else's.
  private static final Set<String> RESERVED =
      Set.of("api", "assets", "healthz", "metrics", "r", "readyz", "socket.io");

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
        path(settings),
        settings.duration(Option.PEERJS_EXPIRE_TIMEOUT, SHORTEST, LONGEST_WAIT),
        settings.duration(Option.PEERJS_ALIVE_TIMEOUT, SHORTEST, LONGEST_SILENCE),
        settings.number(Option.PEERJS_CONCURRENT_LIMIT, 1, 1_000_000),
        settings.flag(Option.PEERJS_ALLOW_DISCOVERY),
        settings.duration(Option.PEERJS_CLEANUP_INTERVAL, SHORTEST, LONGEST_CLEANUP),
        settings.duration(Option.PEERJS_ID_HOLD, Duration.ZERO, LONGEST_HOLD),
        settings.number(Option.PEERJS_ADDRESS_LIMIT, 0, 1_000_000),
        settings.number(Option.PEERJS_MAX_MESSAGE, 1_024, 1 << 24),
        settings.number(Option.PEERJS_MAX_ID, 1, 1_024),
        settings.number(Option.PEERJS_MAX_TOKEN, 1, 8_192),
        new QueueLimits(
            allowance(settings, Option.PEERJS_QUEUE_MESSAGES, Option.PEERJS_QUEUE_BYTES),
            allowance(settings, Option.PEERJS_SENDER_MESSAGES, Option.PEERJS_SENDER_BYTES),
            allowance(settings, Option.PEERJS_ALL_MESSAGES, Option.PEERJS_ALL_BYTES),
            settings.number(Option.PEERJS_QUEUES, 0, 1_000_000)));
  }

  private static Allowance allowance(Settings settings, Option messages, Option bytes) {
    return new Allowance(
        settings.number(messages, 0, 1_000_000), settings.number(bytes, 0, Integer.MAX_VALUE));
  }

  private static String path(Settings settings) {
    String path = settings.text(Option.PEERJS_PATH);
    if (!path.matches(PATH)) {
      settings.problem(Option.PEERJS_PATH, "takes a path such as /signal or /apps/signal");
    } else if (RESERVED.contains(path.substring(1).split("/", 2)[0])) {
      settings.problem(Option.PEERJS_PATH, "names a path that is used for something else");
    } else {
      return path;
    }
    return PeerOptions.defaults().path();
  }
}
