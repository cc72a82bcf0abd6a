package app.focusly.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.Transport;
import app.focusly.peerjs.Allowance;
import app.focusly.peerjs.PeerOptions;
import app.focusly.peerjs.QueueLimits;
import app.focusly.room.FeatureLimits;
import app.focusly.room.RoomLimits;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.goal.GoalLimits;
import app.focusly.room.note.NoteLimits;
import app.focusly.room.standup.StandupLimits;
import app.focusly.room.task.TaskLimits;
import app.focusly.room.timer.TimerLimits;
import app.focusly.server.FocuslyConfig;
import app.focusly.socketio.ClientLimits;
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
                new ClientLimits(100, 1_000, 1_000),
                Optional.empty()));
    assertThat(config.peers()).isEqualTo(PeerOptions.defaults());
    assertThat(config.rooms())
        .isEqualTo(
            new RoomConfig(
                new RoomLimits(100, 5, 8),
                new FeatureLimits(
                    new AccessLimits(200, 50, 10),
                    TimerLimits.DEFAULT,
                    ChatLimits.DEFAULT,
                    new GoalLimits(280),
                    new StandupLimits(1_000),
                    TaskLimits.DEFAULT,
                    NoteLimits.DEFAULT),
                10_000,
                Duration.ZERO));
    assertThat(config.limits())
        .isEqualTo(
            new LimitConfig(
                100_000,
                100_000,
                new LimitConfig.PerAddress(
                    5_000,
                    new Rate(500, 2_000),
                    2_000,
                    1_000,
                    new Rate(200, 4_000),
                    new Rate(5_000, 20_000),
                    new Rate(200, 4_000),
                    new Rate(20_000, 100_000),
                    new Rate(5, 1_000)),
                new Rate(200, 2_000),
                16_384,
                32,
                new Rate(200, 2_000),
                8,
                Duration.ofSeconds(10),
                10_000,
                64,
                4 * 1024 * 1024,
                new Rate(1, 50)));
    assertThat(config.http())
        .isEqualTo(
            new HttpConfig(
                Duration.ofMinutes(3),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1),
                8_192,
                16_384,
                Duration.ofSeconds(5),
                0,
                65_536,
                4_096));
    assertThat(config.metrics())
        .isEqualTo(
            new MetricsConfig(
                List.of(
                    new Network(InetAddress.ofLiteral("127.0.0.0"), 8),
                    new Network(InetAddress.ofLiteral("::1"), 128))));
    assertThat(config.ice())
        .isEqualTo(new IceConfig(List.of(), List.of(), "", Duration.ofHours(6)));
    assertThat(config.log()).isEqualTo(new LogConfig("info", false));
  }

  @Test
  void everyOptionSetToAnotherValue() throws IOException {
    FocuslyConfig config = read(others());
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
                        Duration.ofSeconds(15),
                        16,
                        17_000,
                        Set.of(Transport.WEBSOCKET),
                        false,
                        Optional.empty()),
                    18,
                    Duration.ofMinutes(1),
                    new ClientLimits(66, 67, 68),
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
                    2_048,
                    51,
                    52,
                    new QueueLimits(
                        new Allowance(53, 54), new Allowance(55, 56), new Allowance(57, 58), 59)),
                new RoomConfig(
                    new RoomLimits(22, 23, 24),
                    new FeatureLimits(
                        new AccessLimits(60, 61, 62),
                        new TimerLimits(21),
                        new ChatLimits(2_100, 15, 16),
                        new GoalLimits(70),
                        new StandupLimits(71),
                        new TaskLimits(72, 73),
                        new NoteLimits(74, 200_000)),
                    25,
                    Duration.ofDays(9)),
                new LimitConfig(
                    26,
                    27,
                    new LimitConfig.PerAddress(
                        28,
                        new Rate(60, 61),
                        29,
                        30,
                        new Rate(31, 32),
                        new Rate(33, 34),
                        new Rate(35, 36),
                        Rate.UNLIMITED,
                        new Rate(71, 72)),
                    new Rate(37, 38),
                    3_900,
                    62,
                    new Rate(63, 64),
                    65,
                    Duration.ofSeconds(40),
                    41,
                    42,
                    43_000,
                    new Rate(73, 74)),
                new HttpConfig(
                    Duration.ofSeconds(44),
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(46),
                    4_700,
                    4_800,
                    Duration.ofSeconds(49),
                    50,
                    6_900,
                    70),
                new MetricsConfig(List.of()),
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
    set.put("FOCUSLY_CLIENT_NAMESPACES", "66");
    set.put("FOCUSLY_PENDING_ACKS", "67");
    set.put("FOCUSLY_UNDECIDED_EVENTS", "68");
    set.put("FOCUSLY_MAX_SESSIONS", "18");
    set.put("FOCUSLY_TRANSPORTS", "websocket");
    set.put("FOCUSLY_ALLOW_UPGRADES", "false");
    set.put("FOCUSLY_SESSION_COOKIE", "io");
    set.put("FOCUSLY_COMPRESSION_THRESHOLD", "15");
    set.put("FOCUSLY_ROOM_MEMBERS", "22");
    set.put("FOCUSLY_MEMBER_CONNECTIONS", "23");
    set.put("FOCUSLY_VIDEO_PUBLISHERS", "24");
    set.put("FOCUSLY_TIMER_PRESETS", "21");
    set.put("FOCUSLY_CHAT_MESSAGE", "2100");
    set.put("FOCUSLY_CHAT_REACTION_KINDS", "15");
    set.put("FOCUSLY_CHAT_REACTIONS", "16");
    set.put("FOCUSLY_GOAL_TEXT", "70");
    set.put("FOCUSLY_STANDUP_ANSWER", "71");
    set.put("FOCUSLY_TASKS", "72");
    set.put("FOCUSLY_TASK_TITLE", "73");
    set.put("FOCUSLY_NOTES", "74");
    set.put("FOCUSLY_NOTE_BYTES", "200000");
    set.put("FOCUSLY_MAX_ROOMS", "25");
    set.put("FOCUSLY_RETENTION", "9");
    set.put("FOCUSLY_ROOM_BANS", "60");
    set.put("FOCUSLY_ROOM_WAITING", "61");
    set.put("FOCUSLY_ROOM_OWNERS", "62");
    set.put("FOCUSLY_SHUTDOWN_GRACE", "2500");
    set.put("FOCUSLY_POLL_CLOSE_TIMEOUT", "15s");
    set.put("FOCUSLY_MAX_CONNECTIONS", "26");
    set.put("FOCUSLY_MAX_ADDRESSES", "27");
    set.put("FOCUSLY_ADDRESS_CONNECTIONS", "28");
    set.put("FOCUSLY_ADDRESS_CONNECTS", "60/61");
    set.put("FOCUSLY_ADDRESS_SESSIONS", "29");
    set.put("FOCUSLY_ADDRESS_UNJOINED", "30");
    set.put("FOCUSLY_ADDRESS_HANDSHAKES", "31/32");
    set.put("FOCUSLY_ADDRESS_REQUESTS", "33/34");
    set.put("FOCUSLY_ADDRESS_REST", "35/36");
    set.put("FOCUSLY_ADDRESS_MESSAGES", "off");
    set.put("FOCUSLY_ADDRESS_ROOMS", "71/72");
    set.put("FOCUSLY_MEMBER_ROOMS", "73/74");
    set.put("FOCUSLY_MESSAGES", "37/38");
    set.put("FOCUSLY_MESSAGE_UNIT", "3900");
    set.put("FOCUSLY_MESSAGES_A_TURN", "62");
    set.put("FOCUSLY_REQUESTS", "63/64");
    set.put("FOCUSLY_REQUESTS_A_TURN", "65");
    set.put("FOCUSLY_FLOOD_TIME", "40s");
    set.put("FOCUSLY_POST_PACKETS", "41");
    set.put("FOCUSLY_COMMANDS_UNDER_WAY", "42");
    set.put("FOCUSLY_PEERJS_MAX_WAITING_BYTES", "43000");
    set.put("FOCUSLY_IDLE_TIMEOUT", "44s");
    set.put("FOCUSLY_HEADER_TIMEOUT", "45s");
    set.put("FOCUSLY_BODY_TIMEOUT", "46s");
    set.put("FOCUSLY_MAX_LINE", "4700");
    set.put("FOCUSLY_MAX_HEADERS", "4800");
    set.put("FOCUSLY_CLOSE_TIMEOUT", "49s");
    set.put("FOCUSLY_SEND_BUFFER", "50");
    set.put("FOCUSLY_VOLATILE_BYTES", "6900");
    set.put("FOCUSLY_BACKLOG", "70");
    set.put("FOCUSLY_METRICS", "off");
    set.put("FOCUSLY_PEERJS_KEY", "my-key");
    set.put("FOCUSLY_PEERJS_PATH", "/apps/signal");
    set.put("FOCUSLY_PEERJS_EXPIRE_TIMEOUT", "7000ms");
    set.put("FOCUSLY_PEERJS_ALIVE_TIMEOUT", "2m");
    set.put("FOCUSLY_PEERJS_CONCURRENT_LIMIT", "21");
    set.put("FOCUSLY_PEERJS_ALLOW_DISCOVERY", "true");
    set.put("FOCUSLY_PEERJS_CLEANUP_INTERVAL", "250");
    set.put("FOCUSLY_PEERJS_ID_HOLD", "30s");
    set.put("FOCUSLY_PEERJS_ADDRESS_LIMIT", "20");
    set.put("FOCUSLY_PEERJS_MAX_MESSAGE", "2048");
    set.put("FOCUSLY_PEERJS_MAX_ID", "51");
    set.put("FOCUSLY_PEERJS_MAX_TOKEN", "52");
    set.put("FOCUSLY_PEERJS_QUEUE_MESSAGES", "53");
    set.put("FOCUSLY_PEERJS_QUEUE_BYTES", "54");
    set.put("FOCUSLY_PEERJS_SENDER_MESSAGES", "55");
    set.put("FOCUSLY_PEERJS_SENDER_BYTES", "56");
    set.put("FOCUSLY_PEERJS_ALL_MESSAGES", "57");
    set.put("FOCUSLY_PEERJS_ALL_BYTES", "58");
    set.put("FOCUSLY_PEERJS_QUEUES", "59");
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
