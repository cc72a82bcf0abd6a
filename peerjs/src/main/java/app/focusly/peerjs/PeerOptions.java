package app.focusly.peerjs;

import java.time.Duration;

/// What the broker can be told; the first seven are PeerServer's own options.
///
/// @param key what a client names as `key`; a fence between applications, not a secret
/// @param path where it is served besides `/` and `/peerjs`, which always are
/// @param expireTimeout how long messages wait for an absent peer, counted from the first of them
/// @param aliveTimeout how long a socket may be silent before it is closed
/// @param concurrentLimit peers connected at once
/// @param allowDiscovery whether the list of connected peers is public
/// @param cleanupInterval least time between two sweeps
/// @param idHold how long an id is kept for its token when its socket was lost; zero for not at all
/// @param addressLimit sockets from one address at once; 0 for no limit but that of all
/// @param maxMessageBytes longest message, in bytes of UTF-8; the largest SDP seen is below 32 KiB
/// @param maxIdLength longest id of a peer, in UTF-16 units, as sender and as destination
/// @param maxTokenLength longest token, in UTF-16 units; leaves room for a signed one
/// @param queues what may wait for absent peers
public record PeerOptions(
    String key,
    String path,
    Duration expireTimeout,
    Duration aliveTimeout,
    int concurrentLimit,
    boolean allowDiscovery,
    Duration cleanupInterval,
    Duration idHold,
    int addressLimit,
    int maxMessageBytes,
    int maxIdLength,
    int maxTokenLength,
    QueueLimits queues) {

  private static final int MAX_KEY_LENGTH = 128;
  private static final int MAX_PATH_LENGTH = 128;

  public PeerOptions {
    Bounds.check("length of key", key.length(), 1, MAX_KEY_LENGTH);
    if (key.contains("/")) {
      throw new IllegalArgumentException("key holds a '/', but is one segment of a path");
    }
    Bounds.check("length of path", path.length(), 1, MAX_PATH_LENGTH);
    if (!path.startsWith("/") || path.contains("//")) {
      throw new IllegalArgumentException("path is not segments that each follow one '/'");
    }
    Bounds.check("expireTimeout", expireTimeout, Duration.ofMillis(1), Duration.ofMinutes(10));
    Bounds.check("aliveTimeout", aliveTimeout, Duration.ofMillis(1), Duration.ofDays(1));
    Bounds.check("concurrentLimit", concurrentLimit, 1, 1_000_000);
    Bounds.check("cleanupInterval", cleanupInterval, Duration.ofMillis(1), Duration.ofMinutes(1));
    Bounds.check("idHold", idHold, Duration.ZERO, Duration.ofHours(1));
    Bounds.check("addressLimit", addressLimit, 0, 1_000_000);
    Bounds.check("maxMessageBytes", maxMessageBytes, 1_024, 1 << 24);
    Bounds.check("maxIdLength", maxIdLength, 1, 1_024);
    Bounds.check("maxTokenLength", maxTokenLength, 1, 8_192);
  }

  public static PeerOptions defaults() {
    return new PeerOptions(
        "peerjs",
        "/",
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        5_000,
        false,
        Duration.ofSeconds(1),
        Duration.ZERO,
        0,
        128 * 1024,
        128,
        1_024,
        QueueLimits.defaults());
  }
}
