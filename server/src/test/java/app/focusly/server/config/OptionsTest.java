package app.focusly.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.Transport;
import app.focusly.peerjs.PeerOptions;
import app.focusly.room.RoomLimits;
import app.focusly.server.FocuslyConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every option is when it is not set, and where each goes when it is.
class OptionsTest {
  @TempDir Path folder;

  private FocuslyConfig read(Map<String, String> environment) {
    Settings settings = Settings.read(environment, folder);
    FocuslyConfig config = FocuslyConfig.read(settings);
    assertThat(settings.problems()).isEmpty();
    return config;
  }

  @Test
  void theDefaults() {
    FocuslyConfig config = read(Map.of());
    assertThat(config.server())
        .isEqualTo(
            new ServerConfig(
                3000,
                "0.0.0.0",
                Path.of("./data"),
                Optional.empty(),
                List.of("*"),
                List.of(),
                1_024,
                Duration.ofSeconds(2)));
    assertThat(config.realtime())
        .isEqualTo(
            new RealtimeConfig(
                new EngineOptions(
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(20),
                    1_000_000,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    10_000,
                    4 * 1024 * 1024,
                    Set.of(Transport.POLLING, Transport.WEBSOCKET),
                    true,
                    Optional.empty()),
                50_000,
                Duration.ofSeconds(45),
                Optional.empty()));
    assertThat(config.peers()).isEqualTo(PeerOptions.defaults());
    assertThat(config.rooms()).isEqualTo(new RoomConfig(new RoomLimits(100, 5, 8), 10_000));
    assertThat(config.ice())
        .isEqualTo(new IceConfig(List.of(), List.of(), "", Duration.ofHours(6)));
    assertThat(config.log()).isEqualTo(new LogConfig("info", false));
  }

  @Test
  void everyOptionSetToAnotherValue() throws IOException {
    FocuslyConfig config = read(others());
    PeerOptions peers = PeerOptions.defaults();
    assertThat(config)
        .isEqualTo(
            new FocuslyConfig(
                new ServerConfig(
                    1,
                    "::1",
                    Path.of("/srv/focusly"),
                    Optional.of(
                        new ServerConfig.Tls(folder.resolve("chain"), folder.resolve("key"))),
                    List.of("https://a.example", "http://b.example:8080"),
                    List.of(
                        new Network(InetAddress.ofLiteral("10.0.0.0"), 8),
                        new Network(InetAddress.ofLiteral("::1"), 128)),
                    15,
                    Duration.ofMillis(2_500)),
                new RealtimeConfig(
                    new EngineOptions(
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(12),
                        13_000,
                        Duration.ofSeconds(14),
                        Duration.ofSeconds(30),
                        16,
                        17_000,
                        Set.of(Transport.WEBSOCKET),
                        false,
                        Optional.empty()),
                    18,
                    Duration.ofMinutes(1),
                    Optional.of("io")),
                new PeerOptions(
                    "my-key",
                    "/apps/signal",
                    Duration.ofMillis(7_000),
                    Duration.ofMinutes(2),
                    21,
                    true,
                    Duration.ofMillis(250),
                    Duration.ofSeconds(30),
                    20,
                    peers.maxMessageBytes(),
                    peers.maxIdLength(),
                    peers.maxTokenLength(),
                    peers.queues()),
                new RoomConfig(new RoomLimits(22, 23, 24), 25),
                new IceConfig(
                    List.of("stun:s.example"),
                    List.of("turn:t.example", "turns:t.example:443?transport=tcp"),
                    "hush",
                    Duration.ofDays(1)),
                new LogConfig("debug", true)));
  }

  private Map<String, String> others() throws IOException {
    Files.writeString(folder.resolve("chain"), "");
    Files.writeString(folder.resolve("key"), "");
    var set = new HashMap<String, String>();
    set.put("PORT", "1");
    set.put("FOCUSLY_HOST", "::1");
    set.put("FOCUSLY_DATA", "/srv/focusly");
    set.put("FOCUSLY_TLS_CERT", folder.resolve("chain").toString());
    set.put("FOCUSLY_TLS_KEY", folder.resolve("key").toString());
    set.put("FOCUSLY_ORIGINS", "https://a.example, http://b.example:8080");
    set.put("FOCUSLY_TRUSTED_PROXIES", "10.0.0.0/8, ::1");
    set.put("FOCUSLY_STUN", "stun:s.example");
    set.put("FOCUSLY_TURN_URLS", "turn:t.example,turns:t.example:443?transport=tcp");
    set.put("FOCUSLY_TURN_SECRET", "hush");
    set.put("FOCUSLY_TURN_LIFETIME", "1d");
    set.put("FOCUSLY_LOG_FORMAT", "json");
    set.put("FOCUSLY_LOG_LEVEL", "debug");
    set.put("FOCUSLY_PING_INTERVAL", "11s");
    set.put("FOCUSLY_PING_TIMEOUT", "12s");
    set.put("FOCUSLY_MAX_PAYLOAD", "13000");
    set.put("FOCUSLY_UPGRADE_TIMEOUT", "14s");
    set.put("FOCUSLY_CONNECT_TIMEOUT", "1m");
    set.put("FOCUSLY_MAX_WAITING_PACKETS", "16");
    set.put("FOCUSLY_MAX_WAITING_BYTES", "17000");
    set.put("FOCUSLY_MAX_SESSIONS", "18");
    set.put("FOCUSLY_TRANSPORTS", "websocket");
    set.put("FOCUSLY_ALLOW_UPGRADES", "false");
    set.put("FOCUSLY_SESSION_COOKIE", "io");
    set.put("FOCUSLY_COMPRESSION_THRESHOLD", "15");
    set.put("FOCUSLY_ROOM_MEMBERS", "22");
    set.put("FOCUSLY_MEMBER_CONNECTIONS", "23");
    set.put("FOCUSLY_VIDEO_PUBLISHERS", "24");
    set.put("FOCUSLY_MAX_ROOMS", "25");
    set.put("FOCUSLY_SHUTDOWN_GRACE", "2500");
    set.put("FOCUSLY_PEERJS_KEY", "my-key");
    set.put("FOCUSLY_PEERJS_PATH", "/apps/signal");
    set.put("FOCUSLY_PEERJS_EXPIRE_TIMEOUT", "7000ms");
    set.put("FOCUSLY_PEERJS_ALIVE_TIMEOUT", "2m");
    set.put("FOCUSLY_PEERJS_CONCURRENT_LIMIT", "21");
    set.put("FOCUSLY_PEERJS_ALLOW_DISCOVERY", "true");
    set.put("FOCUSLY_PEERJS_CLEANUP_INTERVAL", "250");
    set.put("FOCUSLY_PEERJS_ID_HOLD", "30s");
    set.put("FOCUSLY_PEERJS_ADDRESS_LIMIT", "20");
    return set;
  }

  @Test
  void theTestAboveSetsThemAll() throws IOException {
    assertThat(others().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Option.values()).map(Option::environment).toList());
  }

  @ParameterizedTest
  @EnumSource
  void anOptionSaysWhatItIsFor(Option option) {
    assertThat(option.meaning()).isNotBlank();
    assertThat(option.key()).matches("[a-z.-]+");
    assertThat(option.environment()).matches("PORT|FOCUSLY_[A-Z_]+");
  }
}
