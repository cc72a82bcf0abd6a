package app.focusly.server.config;

import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.Transport;
import app.focusly.socketio.ClientLimits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Limits of Engine.IO and Socket.IO.
///
/// @param engine of each session
/// @param maxSessions sessions at once
/// @param connectTimeout how long a client may stay without a namespace
/// @param client what one Socket.IO client may have of the server
/// @param cookie name of a cookie with the session's id
public record RealtimeConfig(
    EngineOptions engine,
    int maxSessions,
    Duration connectTimeout,
    ClientLimits client,
    Optional<String> cookie) {

  /// Reads it; what is wrong is noted in the settings.
  public static RealtimeConfig read(Settings settings) {
    var engine =
        new EngineOptions(
            settings.duration(Option.PING_INTERVAL),
            settings.duration(Option.PING_TIMEOUT),
            settings.number(Option.MAX_PAYLOAD, 1_000, 100_000_000),
            settings.duration(Option.UPGRADE_TIMEOUT),
            settings.duration(Option.POLL_CLOSE_TIMEOUT),
            settings.number(Option.MAX_WAITING_PACKETS, 1, 1_000_000),
            settings.number(Option.MAX_WAITING_BYTES, 1_000, 1_000_000_000),
            transports(settings),
            settings.flag(Option.ALLOW_UPGRADES),
            Optional.empty());
    return new RealtimeConfig(
        engine,
        settings.number(Option.MAX_SESSIONS, 1, 10_000_000),
        settings.duration(Option.CONNECT_TIMEOUT),
        new ClientLimits(
            settings.number(Option.CLIENT_NAMESPACES, 1, 100_000),
            settings.number(Option.PENDING_ACKS, 1, 100_000),
            settings.number(Option.UNDECIDED_EVENTS, 1, 100_000)),
        cookie(settings));
  }

  private static Set<Transport> transports(Settings settings) {
    Set<Transport> transports = EnumSet.noneOf(Transport.class);
    for (String name : settings.list(Option.TRANSPORTS)) {
      Transport.of(name)
          .ifPresentOrElse(
              transports::add, () -> settings.problem(Option.TRANSPORTS, "names no transport"));
    }
    if (transports.isEmpty()) {
      settings.problem(Option.TRANSPORTS, "takes polling, websocket or both");
      return EngineOptions.defaults().transports();
    }
    return transports;
  }

  /// The name is a token (RFC 6265 section 4.1.1).
  private static Optional<String> cookie(Settings settings) {
    String name = settings.text(Option.SESSION_COOKIE);
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{0,64}")) {
      settings.problem(Option.SESSION_COOKIE, "takes letters, digits, - and _");
    }
    return Optional.of(name).filter(given -> !given.isEmpty());
  }
}
