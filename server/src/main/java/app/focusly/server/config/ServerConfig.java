package app.focusly.server.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the server listens and whom it believes.
///
/// @param port TCP port; 0 takes a free one
/// @param host address to listen on
/// @param data folder for everything that is kept
/// @param tls certificate and key when it speaks HTTPS itself
/// @param origins of other front ends; `*` for any
/// @param trustedProxies whose `X-Forwarded-*` headers count
/// @param compressionThreshold the smallest answer in bytes that is compressed; 0 for none
/// @param shutdownGrace how long clients are given to hear that the server stops
public record ServerConfig(
    int port,
    String host,
    Path data,
    Optional<Tls> tls,
    List<String> origins,
    List<Network> trustedProxies,
    int compressionThreshold,
    Duration shutdownGrace) {

  /// A certificate chain and its private key, both PEM.
  public record Tls(Path certificate, Path key) {}

  /// Reads it; what is wrong is noted in the settings.
  public static ServerConfig read(Settings settings) {
    return new ServerConfig(
        settings.number(Option.PORT, 0, 65_535),
        settings.text(Option.HOST),
        path(settings, Option.DATA),
        tls(settings),
        origins(settings),
        settings.networks(Option.TRUSTED_PROXIES),
        settings.number(Option.COMPRESSION_THRESHOLD, 0, 100_000_000),
        settings.duration(Option.SHUTDOWN_GRACE));
  }

  private static Optional<Tls> tls(Settings settings) {
    boolean certificate = !settings.text(Option.TLS_CERT).isEmpty();
    boolean key = !settings.text(Option.TLS_KEY).isEmpty();
    if (certificate != key) {
      settings.problem(
          certificate ? Option.TLS_KEY : Option.TLS_CERT,
          "is missing: certificate and key go together");
      return Optional.empty();
    }
    if (!certificate) {
      return Optional.empty();
    }
    return Optional.of(
        new Tls(readable(settings, Option.TLS_CERT), readable(settings, Option.TLS_KEY)));
  }

  private static Path readable(Settings settings, Option option) {
    Path path = path(settings, option);
    if (!Files.isReadable(path)) {
      settings.problem(option, "names a file that cannot be read");
    }
    return path;
  }

  private static Path path(Settings settings, Option option) {
    try {
      return Path.of(settings.text(option));
    } catch (InvalidPathException e) {
      settings.problem(option, "is no path");
      return Path.of(".");
    }
  }

  private static List<String> origins(Settings settings) {
    List<String> origins = settings.list(Option.ORIGINS);
    for (String origin : origins) {
      if (!origin.equals("*") && !origin.matches("https?://[^/?#\\s]+")) {
        settings.problem(Option.ORIGINS, "takes origins such as https://example.org, or *");
      }
    }
    return origins;
  }
}
