package app.focusly.server.config;

import app.focusly.engineio.EngineOptions;
import java.time.Duration;

/// Limits of Engine.IO and Socket.IO.
///
/// @param engine of each session
/// @param maxSessions sessions at once
/// @param connectTimeout how long a client may stay without a namespace
public record RealtimeConfig(EngineOptions engine, int maxSessions, Duration connectTimeout) {

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
            settings.number(Option.MAX_WAITING_BYTES, 1_000, 1_000_000_000));
    return new RealtimeConfig(
        engine,
        settings.number(Option.MAX_SESSIONS, 1, 10_000_000),
        settings.duration(Option.CONNECT_TIMEOUT));
  }
}
