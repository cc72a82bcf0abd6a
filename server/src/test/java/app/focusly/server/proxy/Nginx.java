package app.focusly.server.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// An nginx of its own with the documented configuration, in which only addresses and the
/// certificate are put in.
final class Nginx {
  private static final Path DOCUMENTED = Path.of("..", "docs", "operating", "nginx.conf");

  private final Path program;
  private final Path folder;
  private final int httpPort;
  private final int httpsPort;

  private Nginx(Path program, Path folder, int httpPort, int httpsPort) {
    this.program = program;
    this.folder = folder;
    this.httpPort = httpPort;
    this.httpsPort = httpsPort;
  }

  /// Where the system has nginx; administrators' folders are not on everybody's path.
  static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts it; when this returns, it listens.
  static Nginx start(Path program, Path folder, int focuslyPort)
      throws IOException, InterruptedException {
    var nginx = new Nginx(program, folder, freePort(), freePort());
    run(
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            folder.resolve("key.pem").toString(),
            "-out",
            folder.resolve("certificate.pem").toString()));
    Files.writeString(folder.resolve("nginx.conf"), nginx.configuration(focuslyPort));
    nginx.command();
    return nginx;
  }

  private String configuration(int focuslyPort) throws IOException {
    String documented =
        replaced(
            Files.readString(DOCUMENTED),
            List.of(
                List.of("127.0.0.1:3000", "127.0.0.1:" + focuslyPort),
                List.of("listen 80;", "listen 127.0.0.1:" + httpPort + ";"),
                List.of("listen 443 ssl", "listen 127.0.0.1:" + httpsPort + " ssl"),
                List.of(
                    "/etc/ssl/rooms.example.org/fullchain.pem",
                    folder.resolve("certificate.pem").toString()),
                List.of(
                    "/etc/ssl/rooms.example.org/privkey.pem",
                    folder.resolve("key.pem").toString())));
    return """
    worker_processes 1;
    pid %1$s/nginx.pid;
    error_log %1$s/error.log;
    events {}
    http {
      access_log off;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
    %2$s
    }
    """
        .formatted(folder, documented);
  }

  private static String replaced(String text, List<List<String>> replacements) {
    String result = text;
    for (List<String> replacement : replacements) {
      if (!result.contains(replacement.getFirst())) {
        throw new IllegalStateException(DOCUMENTED + " has no " + replacement.getFirst());
      }
      result = result.replace(replacement.getFirst(), replacement.getLast());
    }
    return result;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// A client that believes its certificate.
  HttpClient client() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var certificate = Files.newInputStream(folder.resolve("certificate.pem"))) {
      trusted.setCertificateEntry(
          "nginx", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(tls).build();
  }

  int httpPort() {
    return httpPort;
  }

  int httpsPort() {
    return httpsPort;
  }

  /// Its process detaches once it listens, so the command's end is the moment to go on.
  private void command(String... arguments) throws IOException, InterruptedException {
    run(
        Stream.concat(
                Stream.of(program.toString(), "-c", folder.resolve("nginx.conf").toString()),
                Stream.of(arguments))
            .toList());
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code);
    }
  }

  /// Stops it, and returns when it has gone.
  void stop() throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readString(folder.resolve("nginx.pid")).strip());
    command("-s", "stop");
    ProcessHandle.of(pid).ifPresent(master -> master.onExit().join());
  }
}
