package app.focusly.server.config;

import app.focusly.engineio.EngineOptions;
import java.time.Duration;

/// Limits of an HTTP connection.
///
/// @param idle without a byte in either direction
/// @param header from the first byte of a request to the end of its headers
/// @param body from there to the end of its body
/// @param line bytes of the request line, and so of the URL
/// @param headers bytes of all headers
/// @param close how long a client may take to answer a close frame before it is cut
/// @param sendBuffer bytes that the system may hold for a connection; 0 leaves it to the system
/// @param volatileBytes bytes waiting for a WebSocket from which on volatile messages are dropped
/// @param backlog connections that the system may keep until they are taken
public record HttpConfig(
    Duration idle,
    Duration header,
    Duration body,
    int line,
    int headers,
    Duration close,
    int sendBuffer,
    int volatileBytes,
    int backlog) {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofHours(1);

  /// Reads it; what is wrong is noted in the settings.
  ///
  /// @param engine whose polling clients hear nothing until their ping, and we nothing until their
  ///   pong
  public static HttpConfig read(Settings settings, EngineOptions engine) {
    return new HttpConfig(
        idle(settings, engine.pingInterval().plus(engine.pingTimeout())),
        settings.duration(Option.HEADER_TIMEOUT, SHORTEST, LONGEST),
        settings.duration(Option.BODY_TIMEOUT, SHORTEST, LONGEST),
        settings.number(Option.MAX_LINE, 256, 1_000_000),
        settings.number(Option.MAX_HEADERS, 1_024, 1_000_000),
        settings.duration(Option.CLOSE_TIMEOUT, SHORTEST, LONGEST),
        settings.number(Option.SEND_BUFFER, 0, 100_000_000),
        settings.number(Option.VOLATILE_BYTES, 1_000, 1_000_000_000),
        settings.number(Option.BACKLOG, 1, 65_535));
  }

  private static Duration idle(Settings settings, Duration silence) {
    Duration idle =
        settings.duration(Option.IDLE_TIMEOUT, Duration.ofSeconds(1), Duration.ofDays(1));
    if (idle.compareTo(silence) <= 0) {
      settings.problem(
          Option.IDLE_TIMEOUT, "must be longer than ping interval and ping timeout together");
    }
    return idle;
  }
}
