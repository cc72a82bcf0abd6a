package app.focusly.server.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.focusly.server.FocuslyConfig;
import app.focusly.server.FocuslyServer;
import app.focusly.server.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The documented nginx configuration carries all that clients do. Skipped where there is no nginx.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

  private @Nullable FocuslyServer focusly;
  private @Nullable Nginx nginx;
  private HttpClient client = HttpClient.newHttpClient();
  private String host = "";
  private int httpPort;

  @BeforeAll
  void start(@TempDir Path data, @TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    assumeTrue(Nginx.program().isPresent(), "nginx is not installed");
    Settings settings =
        Settings.read(
            Map.of(
                "PORT", "0",
                "FOCUSLY_HOST", "127.0.0.1",
                "FOCUSLY_TRUSTED_PROXIES", "127.0.0.1",
                "FOCUSLY_DATA", data.toString()),
            data);
    var server =
        new FocuslyServer(
            FocuslyConfig.read(settings),
            InstantSource.system(),
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    focusly = server;
    var proxy = Nginx.start(Nginx.program().orElseThrow(), folder, server.start());
    nginx = proxy;
    client = proxy.client();
    host = "localhost:" + proxy.httpsPort();
    httpPort = proxy.httpPort();
  }

  @AfterAll
  void stop() throws IOException, InterruptedException {
    if (nginx != null) {
      nginx.stop();
    }
    if (focusly != null) {
      focusly.close();
    }
  }

  @Test
  void pagesComeByHttp2() throws IOException, InterruptedException {
    HttpResponse<String> page = get("/r/abc-defg-hij");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(page.body()).contains("<html");
  }

  @Test
  void plainHttpIsSentToHttps() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + httpPort + "/r/a")).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).hasValue("https://localhost/r/a");
  }

  @Test
  void cookiesAreMarkedForHttps() throws IOException, InterruptedException {
    assertThat(get("/api/me").headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
  }

  @Test
  void webSocketsGetThrough() throws Exception {
    var first = new FirstMessage();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("wss://" + host + "/socket.io/?EIO=4&transport=websocket"), first)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(first.message.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).startsWith("0{\"sid\":");
    socket.abort();
  }

  @Test
  void peerJsSocketsGetThrough() throws Exception {
    var first = new FirstMessage();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("wss://" + host + "/peerjs?key=peerjs&id=ann&token=secret"), first)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(first.message.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("OPEN");
    socket.abort();
  }

  @Test
  void aWaitingPollIsAnsweredAtOnce() throws Exception {
    String path = "/socket.io/?EIO=4&transport=polling";
    Matcher sid = SID.matcher(get(path).body());
    assertThat(sid.find()).isTrue();
    URI session = URI.create("https://" + host + path + "&sid=" + sid.group(1));
    CompletableFuture<HttpResponse<String>> waiting =
        client.sendAsync(HttpRequest.newBuilder(session).build(), BodyHandlers.ofString());
    HttpResponse<String> posted =
        client.send(
            HttpRequest.newBuilder(session).POST(BodyPublishers.ofString("40")).build(),
            BodyHandlers.ofString());
    assertThat(posted.body()).isEqualTo("ok");
    assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).body()).startsWith("40{");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("https://" + host + path)).timeout(PATIENCE).build(),
        BodyHandlers.ofString());
  }

  private static final class FirstMessage implements WebSocket.Listener {
    private final CompletableFuture<String> message = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.complete(data.toString());
      socket.request(1);
      return null;
    }
  }
}
