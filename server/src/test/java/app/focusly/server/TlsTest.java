package app.focusly.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Certificate;
import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";

  @TempDir static Path keystores;
  private static Certificate certificate;
  private static Certificate renewed;

  @TempDir Path folder;

  @BeforeAll
  static void make() {
    certificate = Certificate.make(keystores);
    renewed = Certificate.make(keystores);
  }

  private TestServer serve() {
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    certificate.write(chain, key);
    return TestServer.start(
        Map.of("FOCUSLY_TLS_CERT", chain.toString(), "FOCUSLY_TLS_KEY", key.toString()));
  }

  @Test
  void aSocketIsHandedOverUnderTls() {
    try (TestServer server = serve();
        RawHttp http = RawHttp.connect(server, Certificate.trusting(certificate))) {
      http.send(RawHttp.request("GET", "/healthz", ""));
      assertThat(http.read().text()).isEqualTo("ok");
      var record = new ByteArrayOutputStream();
      record.writeBytes(RawWebSocket.upgrade(SOCKET_IO).getBytes(StandardCharsets.US_ASCII));
      record.writeBytes(Frame.text("40").masked());
      http.send(record.toByteArray());
      RawWebSocket webSocket = RawWebSocket.opened(http);
      assertThat(webSocket.text()).startsWith("0{");
      assertThat(webSocket.text()).startsWith("40{");
      webSocket.send(Frame.close(1000));
      assertThat(webSocket.read().status()).isEqualTo(1000);
      http.awaitEnd();
    }
  }

  @Test
  void aPageOverTlsGetsASecureCookie() {
    try (TestServer server = serve();
        RawHttp http = RawHttp.connect(server, Certificate.trusting(certificate))) {
      http.send(RawHttp.request("GET", "/api/me", ""));
      assertThat(http.read().header("Set-Cookie").orElseThrow()).contains("; Secure");
    }
  }

  /// Over HTTP/2 answers used to stop between their headers and their content when a page's other
  /// files had filled the connection: the page stayed empty.
  @Test
  void whoOffersHttp2IsServedByHttp1() throws IOException {
    try (TestServer server = serve();
        RawHttp http = RawHttp.connect(server, Certificate.trusting(certificate))) {
      var socket = (SSLSocket) http.socket();
      SSLParameters offer = socket.getSSLParameters();
      offer.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(offer);
      socket.startHandshake();
      assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
      http.send(RawHttp.request("GET", "/healthz", ""));
      assertThat(http.read().text()).isEqualTo("ok");
    }
  }

  @Test
  void clearTextOnATlsPortIsCutOff() {
    try (TestServer server = serve();
        RawHttp http = RawHttp.connect(server)) {
      http.send(RawHttp.request("GET", "/healthz", ""));
      http.awaitEnd();
    }
  }

  @Test
  void aNewCertificateIsTakenUpAndStandingConnectionsGoOn() throws IOException {
    SocketFactory trusting = Certificate.trusting(certificate, renewed);
    try (TestServer server = serve();
        RawWebSocket standing = RawWebSocket.open(RawHttp.connect(server, trusting), SOCKET_IO)) {
      assertThat(standing.text()).startsWith("0{");
      replace();
      await(server, trusting, renewed.serialNumber());
      standing.send("40");
      assertThat(standing.text()).startsWith("40{");
    }
  }

  /// The times differ whatever the file system's resolution is.
  private void replace() throws IOException {
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    renewed.write(chain, key);
    FileTime later = FileTime.from(Instant.now().plusSeconds(5));
    Files.setLastModifiedTime(chain, later);
    Files.setLastModifiedTime(key, later);
  }

  /// Connects anew until the server shows this certificate.
  private static void await(TestServer server, SocketFactory trusting, BigInteger serialNumber)
      throws SSLPeerUnverifiedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    BigInteger shown = BigInteger.ZERO;
    while (!shown.equals(serialNumber)) {
      assertThat(Instant.now()).as("the new certificate").isBefore(deadline);
      try (RawHttp http = RawHttp.connect(server, trusting)) {
        http.send(RawHttp.request("GET", "/healthz", ""));
        assertThat(http.read().status()).isEqualTo(200);
        var session = ((SSLSocket) http.socket()).getSession();
        shown = ((X509Certificate) session.getPeerCertificates()[0]).getSerialNumber();
      }
    }
  }
}
