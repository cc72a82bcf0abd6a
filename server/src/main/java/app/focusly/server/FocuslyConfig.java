package app.focusly.server;

import app.focusly.peerjs.PeerOptions;
import app.focusly.server.config.HttpConfig;
import app.focusly.server.config.IceConfig;
import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.LogConfig;
import app.focusly.server.config.MetricsConfig;
import app.focusly.server.config.PeerConfig;
import app.focusly.server.config.RealtimeConfig;
import app.focusly.server.config.RoomConfig;
import app.focusly.server.config.ServerConfig;
import app.focusly.server.config.Settings;

/// Everything that is configured, one record a subsystem.
public record FocuslyConfig(
    ServerConfig server,
    RealtimeConfig realtime,
    PeerOptions peers,
    RoomConfig rooms,
    LimitConfig limits,
    HttpConfig http,
    MetricsConfig metrics,
    IceConfig ice,
    LogConfig log) {

  /// Reads it; what is wrong is noted in the settings.
  public static FocuslyConfig read(Settings settings) {
    RealtimeConfig realtime = RealtimeConfig.read(settings);
    return new FocuslyConfig(
        ServerConfig.read(settings),
        realtime,
        PeerConfig.read(settings),
        RoomConfig.read(settings),
        LimitConfig.read(settings),
        HttpConfig.read(settings, realtime.engine()),
        MetricsConfig.read(settings),
        IceConfig.read(settings),
        LogConfig.read(settings));
  }
}
