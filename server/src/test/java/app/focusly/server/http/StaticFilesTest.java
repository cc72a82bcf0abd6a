package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  @AutoClose private static final TestServer SERVER = TestServer.start();

  private static String script() throws IOException {
    try (InputStream listing =
        Objects.requireNonNull(
            StaticFilesTest.class.getResourceAsStream("/app/focusly/web/files.txt"))) {
      return new String(listing.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(file -> file.matches("assets/index-.*\\.js"))
          .map(file -> "/" + file)
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/r/abc-defg-hij",
        "/settings",
        "/api",
        "/%2e%2e/etc/passwd",
        "/a/b/c"
      })
  void aPageIsTheAppWithItsSecurityHeaders(String path) {
    HttpAnswer answer = RawHttp.get(SERVER, path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.header("Cache-Control")).contains("no-cache");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Referrer-Policy")).contains("same-origin");
    assertThat(answer.header("Permissions-Policy").orElseThrow()).contains("camera=(self)");
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .contains("object-src 'none'")
        .contains("frame-ancestors 'self'");
    assertThat(answer.text()).containsIgnoringCase("<!doctype html>");
  }

  @Test
  void anAssetIsKeptForGood() throws IOException {
    HttpAnswer answer = RawHttp.get(SERVER, script());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("public, max-age=31536000, immutable");
    assertThat(answer.header("Content-Type")).contains("text/javascript; charset=utf-8");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "gzip,                 gzip",
    "'gzip, deflate, br',  br",
    "'gzip;q=1.0, br;q=0', gzip",
    "'br;q=0.5',           br",
    "'gzip;q=0',           ''",
    "identity,             ''",
    "'brotli-like',        ''"
  })
  void anAssetComesInACodingThatTheClientTakes(String accepted, String coding) throws IOException {
    HttpAnswer plain = RawHttp.get(SERVER, script());
    HttpAnswer answer = RawHttp.get(SERVER, script(), "Accept-Encoding: " + accepted);
    assertThat(answer.header("Content-Encoding").orElse("")).isEqualTo(coding);
    assertThat(answer.headers().get("vary")).contains("Accept-Encoding");
    if (coding.isEmpty()) {
      assertThat(answer.body()).isEqualTo(plain.body());
    } else {
      assertThat(answer.body().length).isLessThan(plain.body().length / 2);
      assertThat(answer.header("ETag")).isNotEqualTo(plain.header("ETag"));
    }
    if (coding.equals("gzip")) {
      assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
          .isEqualTo(plain.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void whatTheClientHasAlreadyIsNotSentAgain(String tags) throws IOException {
    for (String path : List.of("/", script(), "/socket.io/socket.io.js")) {
      String etag = RawHttp.get(SERVER, path).header("ETag").orElseThrow();
      HttpAnswer answer = RawHttp.get(SERVER, path, "If-None-Match: " + tags.formatted(etag));
      assertThat(answer.status()).isEqualTo(304);
      assertThat(answer.header("ETag")).contains(etag);
      HttpAnswer other = RawHttp.get(SERVER, path, "If-None-Match: \"other\"");
      assertThat(other.status()).isEqualTo(200);
    }
  }

  @Test
  void aHeadTellsTheLengthWithoutTheBody() {
    int length = RawHttp.get(SERVER, "/").body().length;
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawHttp.request("HEAD", "/", ""));
      assertThat(http.readHead().header("Content-Length")).contains(Integer.toString(length));
      http.send(RawHttp.request("GET", "/healthz", ""));
      assertThat(http.read().text()).isEqualTo("ok");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets/",
        "/none.png",
        "/favicon.php",
        "/r/room.js",
        "/api/none",
        "/../pom.xml",
        "/assets/../../files.txt",
        "/..%2f..%2fetc%2fpasswd",
        "/assets/%2e%2e/files.txt",
        "/..\\..\\etc\\passwd.txt",
        "/files.txt",
        "/index.html%00.js",
        "/META-INF/MANIFEST.MF"
      })
  void whatIsNoFileOfTheAppIsNotFound(String path) {
    HttpAnswer answer = RawHttp.get(SERVER, path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.text()).doesNotContain("root:", "index.html", "Manifest-Version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void aPageIsOnlyRead(String method) {
    HttpAnswer answer = RawHttp.ask(SERVER, method, "/r/room", "");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/socket.io/socket.io.js",
        "/socket.io/socket.io.min.js",
        "/socket.io/socket.io.esm.min.js",
        "/socket.io/socket.io.msgpack.min.js",
        "/socket.io/socket.io.js.map",
        "/socket.io/socket.io.min.js.map",
        "/socket.io/socket.io.esm.min.js.map",
        "/socket.io/socket.io.msgpack.min.js.map"
      })
  void theClientsBundleIsWhereThePagesLookForIt(String path) {
    HttpAnswer answer = RawHttp.get(SERVER, path, "Origin: https://clone.example");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.header("Content-Type").orElseThrow())
        .startsWith(path.endsWith("map") ? "application/json" : "text/javascript");
    assertThat(answer.text()).containsIgnoringCase("socket");
    String etag = answer.header("ETag").orElseThrow();
    HttpAnswer known =
        RawHttp.get(SERVER, path, "Origin: https://clone.example", "If-None-Match: W/" + etag);
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.header("Access-Control-Allow-Origin")).contains("*");
  }
}
