package app.focusly.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.FocuslyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path folder;

  private Settings read(Map<String, String> environment) {
    return Settings.read(environment, folder);
  }

  private void dotEnv(String text) throws IOException {
    Files.writeString(folder.resolve(".env"), text);
  }

  private void properties(String text) throws IOException {
    Files.writeString(folder.resolve("focusly.properties"), text);
  }

  @Test
  void theEnvironmentGoesBeforeDotEnvAndThatBeforeTheProperties() throws IOException {
    properties("port=1\nfocusly.host=properties\nfocusly.log-level=warn\n");
    dotEnv("PORT=2\nFOCUSLY_HOST=dotenv\n");
    Settings settings = read(Map.of("PORT", "3"));
    assertThat(settings.text(Option.PORT)).isEqualTo("3");
    assertThat(settings.text(Option.HOST)).isEqualTo("dotenv");
    assertThat(settings.text(Option.LOG_LEVEL)).isEqualTo("warn");
    assertThat(settings.text(Option.LOG_FORMAT)).isEqualTo("text");
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void aBlankValueCountsAsNone() throws IOException {
    dotEnv("FOCUSLY_HOST=dotenv\n");
    Settings settings = read(Map.of("FOCUSLY_HOST", "  ", "PORT", ""));
    assertThat(settings.text(Option.HOST)).isEqualTo("dotenv");
    assertThat(settings.text(Option.PORT)).isEqualTo("3000");
  }

  /// A `$` used to come out with a backslash before it, and TURN credentials were wrong.
  @ParameterizedTest
  @ValueSource(
      strings = {"a$b", "${HOME}", "$", "a\\b", "\\", "a\\$b", "a=b#c", "ümläut", "\\u0041"})
  void aValueStandsForItselfInTheEnvironmentAndInDotEnv(String secret) throws IOException {
    assertThat(read(Map.of("FOCUSLY_TURN_SECRET", secret)).text(Option.TURN_SECRET))
        .isEqualTo(secret);
    for (String quote : new String[] {"", "\"", "'"}) {
      dotEnv("FOCUSLY_TURN_SECRET=" + quote + secret + quote + "\n");
      assertThat(read(Map.of()).text(Option.TURN_SECRET)).isEqualTo(secret);
    }
  }

  @Test
  void aPropertiesFileHasItsOwnEscapes() throws IOException {
    properties("focusly.turn-secret=a\\\\b$c\n");
    assertThat(read(Map.of()).text(Option.TURN_SECRET)).isEqualTo("a\\b$c");
  }

  @Test
  void dotEnvMayHaveCommentsExportsAndWindowsLineEnds() throws IOException {
    dotEnv("# a comment\r\n\r\nexport PORT = 8080\r\nFOCUSLY_HOST='::1'\r\nPATH_OF_OTHERS=x\r\n");
    Settings settings = read(Map.of());
    assertThat(settings.text(Option.PORT)).isEqualTo("8080");
    assertThat(settings.text(Option.HOST)).isEqualTo("::1");
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void aLineOfDotEnvThatIsNoAssignmentIsToldWithoutWhatItSays() throws IOException {
    dotEnv("PORT=1\nmy secret\n");
    assertThat(read(Map.of()).problems())
        .containsExactly(".env cannot be read: line 2 is not NAME=value");
  }

  @Test
  void unknownNamesAreRefusedWhereverTheyStand() throws IOException {
    dotEnv("FOCUSLY_PROT=1\nOTHERS=fine\n");
    properties("focusly.hots=x\nothers=not fine\n");
    assertThat(read(Map.of("FOCUSLY_ORIGNS", "x", "HOME", "/root")).problems())
        .containsExactly(
            "unknown variable FOCUSLY_ORIGNS",
            "unknown variable FOCUSLY_PROT in .env",
            "unknown key focusly.hots in focusly.properties",
            "unknown key others in focusly.properties");
  }

  @Test
  void peerServersOldNamesWorkInTheFile() throws IOException {
    properties(
        """
        peerjs.key=other
        peerjs.path=/myapp
        peerjs.expire_timeout=1000
        peerjs.alive_timeout=90000
        peerjs.concurrent_limit=7
        peerjs.allow_discovery=true
        peerjs.cleanup_out_msgs=500
        """);
    Settings settings = read(Map.of());
    var peers = FocuslyConfig.read(settings).peers();
    assertThat(settings.problems()).isEmpty();
    assertThat(peers.key()).isEqualTo("other");
    assertThat(peers.path()).isEqualTo("/myapp");
    assertThat(peers.cleanupInterval()).hasMillis(500);
    assertThat(peers.expireTimeout()).hasMillis(1_000);
    assertThat(peers.aliveTimeout()).hasSeconds(90);
    assertThat(peers.concurrentLimit()).isEqualTo(7);
    assertThat(peers.allowDiscovery()).isTrue();
  }

  @Test
  void aNewNameGoesBeforeTheOldOne() throws IOException {
    properties("peerjs.key=old\nfocusly.peerjs.key=new\n");
    assertThat(read(Map.of()).text(Option.PEERJS_KEY)).isEqualTo("new");
  }

  @Test
  void allProblemsAreToldAtOnceAndNoValueWithThem() throws IOException {
    dotEnv("FOCUSLY_PEERJS_KEY=a/b\n");
    Settings settings =
        read(
            Map.ofEntries(
                Map.entry("PORT", "65536"),
                Map.entry("FOCUSLY_ROOM_MEMBERS", "many"),
                Map.entry("FOCUSLY_PING_INTERVAL", "0s"),
                Map.entry("FOCUSLY_PING_TIMEOUT", "fast"),
                Map.entry("FOCUSLY_PEERJS_ALLOW_DISCOVERY", "yes"),
                Map.entry("FOCUSLY_PEERJS_EXPIRE_TIMEOUT", "1h"),
                Map.entry("FOCUSLY_PEERJS_ID_HOLD", "2h"),
                Map.entry("FOCUSLY_PEERJS_PATH", "signal"),
                Map.entry("FOCUSLY_ORIGINS", "example.org"),
                Map.entry("FOCUSLY_TRUSTED_PROXIES", "10.0.0.0/33,proxy.example"),
                Map.entry("FOCUSLY_STUN", "turn:wrong.example"),
                Map.entry("FOCUSLY_TURN_URLS", "turn:turn.example"),
                Map.entry("FOCUSLY_TLS_CERT", "no-such-file"),
                Map.entry("FOCUSLY_LOG_LEVEL", "loud"),
                Map.entry("FOCUSLY_LOG_FORMAT", "xml")));
    FocuslyConfig.read(settings);
    assertThat(settings.problems())
        .containsExactlyInAnyOrder(
            "PORT takes a whole number from 0 to 65535",
            "FOCUSLY_ROOM_MEMBERS takes a whole number from 1 to 10000",
            "FOCUSLY_PING_INTERVAL takes a time such as 500ms, 20s, 5m, 6h or 30d",
            "FOCUSLY_PING_TIMEOUT takes a time such as 500ms, 20s, 5m, 6h or 30d",
            "FOCUSLY_PEERJS_ALLOW_DISCOVERY takes true or false",
            "FOCUSLY_PEERJS_EXPIRE_TIMEOUT takes a time from 1ms to 600s",
            "FOCUSLY_PEERJS_ID_HOLD takes a time from 0ms to 3600s",
            "FOCUSLY_PEERJS_PATH takes a path such as /signal or /apps/signal",
            "FOCUSLY_PEERJS_KEY takes 1 to 128 letters, digits, - and _",
            "FOCUSLY_ORIGINS takes origins such as https://example.org, or *",
            "FOCUSLY_TRUSTED_PROXIES takes addresses and networks such as 10.0.0.0/8",
            "FOCUSLY_TRUSTED_PROXIES takes addresses and networks such as 10.0.0.0/8",
            "FOCUSLY_STUN takes URLs such as stun:example.org:3478",
            "FOCUSLY_TURN_SECRET is missing: TURN needs the secret of its server",
            "FOCUSLY_TLS_KEY is missing: certificate and key go together",
            "FOCUSLY_LOG_LEVEL takes error, warn, info, debug or trace",
            "FOCUSLY_LOG_FORMAT takes text or json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/socket.io/peerjs", "/r/", "/assets/x"})
  void aPathOfSomethingElseIsNoneForPeers(String path) {
    Settings settings = read(Map.of("FOCUSLY_PEERJS_PATH", path));
    assertThat(FocuslyConfig.read(settings).peers().path()).isEqualTo("/");
    assertThat(settings.problems())
        .containsExactly("FOCUSLY_PEERJS_PATH names a path that is used for something else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-file", ""})
  void aCertificateThatCannotBeReadIsAProblem(String key) {
    Settings settings =
        read(Map.of("FOCUSLY_TLS_CERT", folder.resolve("none").toString(), "FOCUSLY_TLS_KEY", key));
    FocuslyConfig.read(settings);
    assertThat(settings.problems()).isNotEmpty().allMatch(problem -> problem.contains("TLS"));
  }

  /// A poll is silent until the ping.
  @Test
  void anIdleTimeoutThatCutsWaitingPollsIsRefused() {
    Settings settings = read(Map.of("FOCUSLY_IDLE_TIMEOUT", "45s"));
    FocuslyConfig.read(settings);
    assertThat(settings.problems())
        .containsExactly(
            "FOCUSLY_IDLE_TIMEOUT must be longer than ping interval and ping timeout together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "200/", "/200", "200/100", "0/5", "-1/5", "a/b", "1/2/3"})
  void whatIsNoRateIsRefused(String text) {
    Settings settings = read(Map.of("FOCUSLY_MESSAGES", text));
    FocuslyConfig.read(settings);
    assertThat(settings.problems())
        .containsExactly(
            "FOCUSLY_MESSAGES takes a rate a second and a burst of at least that, such as 20/100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "0"})
  void aLimitCanBeTurnedOff(String text) {
    Settings settings = read(Map.of("FOCUSLY_MESSAGES", text, "FOCUSLY_ADDRESS_SESSIONS", text));
    var limits = FocuslyConfig.read(settings).limits();
    assertThat(settings.problems()).isEmpty();
    assertThat(limits.messages().limited()).isFalse();
    assertThat(limits.perAddress().sessions()).isEqualTo(Integer.MAX_VALUE);
  }
}
