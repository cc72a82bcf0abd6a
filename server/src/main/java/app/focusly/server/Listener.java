package app.focusly.server;

import app.focusly.server.config.HttpConfig;
import app.focusly.server.config.ServerConfig;
import app.focusly.server.limit.Connections;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listening port: one HTTP server an event loop, all on the same port, so that connections
/// spread over the loops. Looks every few seconds whether the certificate has changed.
final class Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final long CERTIFICATE_CHECK_MILLIS = 2_000;
  private static final int START_SECONDS = 30;

  /// Vert.x's way to say: one free port for all servers of a deployment. With 0 each would want one
  /// of its own.
  private static final int SHARED_FREE_PORT = -1;

  private final Vertx vertx;
  private final int loopCount;
  private final ServerConfig config;
  private final HttpConfig http;
  private final Connections connections;
  private final Handler<HttpServerRequest> handler;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
  private final AtomicInteger port = new AtomicInteger();
  private volatile List<FileTime> certificateTimes = List.of();

  Listener(
      Vertx vertx,
      int loopCount,
      ServerConfig config,
      HttpConfig http,
      Connections connections,
      Handler<HttpServerRequest> handler) {
    this.vertx = vertx;
    this.loopCount = loopCount;
    this.config = config;
    this.http = http;
    this.connections = connections;
    this.handler = handler;
  }

  /// Listens on every loop.
  ///
  /// @return the port
  int start() {
    certificateTimes = certificateTimes();
    deploy();
    if (config.tls().isPresent()) {
      vertx.setPeriodic(CERTIFICATE_CHECK_MILLIS, _ -> reloadCertificate());
    }
    return port.get();
  }

  private void deploy() {
    try {
      vertx
          .deployVerticle(Instance::new, new DeploymentOptions().setInstances(loopCount))
          .await(START_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new VertxException("the port did not open in time", e);
    }
  }

  private final class Instance extends AbstractVerticle {
    @Override
    public void start(Promise<Void> started) {
      HttpServer server = vertx.createHttpServer(options()).requestHandler(handler);
      server.connectionHandler(connections::opened);
      server.invalidRequestHandler(request ->
          request
              .response()
              .setStatusCode(status(request.decoderResult().cause()))
              .putHeader("Connection", "close")
              .end());
      server
          .listen()
          .onSuccess(listening -> {
            port.set(listening.actualPort());
            servers.add(listening);
            started.complete();
          })
          .onFailure(started::fail);
    }
  }

  private static int status(Throwable fault) {
    return switch (fault) {
      case TooLongHttpLineException _ -> 414;
      case TooLongHttpHeaderException _ -> 431;
      default -> 400;
    };
  }

  private HttpServerOptions options() {
    var options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port() == 0 ? SHARED_FREE_PORT : config.port())
            .setAcceptBacklog(http.backlog())
            .setTcpNoDelay(true)
            .setIdleTimeout(Math.toIntExact(http.idle().toMillis()))
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setMaxInitialLineLength(http.line())
            .setMaxHeaderSize(http.headers())
            .setHttp2ClearTextEnabled(false)
            .setPerMessageWebSocketCompressionSupported(false) // we use none of Vert.x's WebSockets
            .setPerFrameWebSocketCompressionSupported(false)
            .setCompressionSupported(config.compressionThreshold() > 0)
            .setCompressionContentSizeThreshold(config.compressionThreshold())
            .setHandle100ContinueAutomatically(true);
    if (http.sendBuffer() > 0) {
      options.setSendBufferSize(http.sendBuffer());
    }
    // Without ALPN, and so without HTTP/2: docs/decisions/no-http2.md.
    config
        .tls()
        .ifPresent(tls -> options.setSsl(true).setUseAlpn(false).setKeyCertOptions(pem(tls)));
    return options;
  }

  private static PemKeyCertOptions pem(ServerConfig.Tls tls) {
    return new PemKeyCertOptions()
        .setCertPath(tls.certificate().toString())
        .setKeyPath(tls.key().toString());
  }

  private List<FileTime> certificateTimes() {
    return config
        .tls()
        .map(tls -> {
          try {
            return List.of(
                Files.getLastModifiedTime(tls.certificate()), Files.getLastModifiedTime(tls.key()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .orElse(List.of());
  }

  /// Reads two small files' times on the loop; when they changed, new connections get the new
  /// certificate. A certificate that cannot be read leaves the old one in place.
  private void reloadCertificate() {
    List<FileTime> times;
    try {
      times = certificateTimes();
    } catch (UncheckedIOException e) {
      return; // between the removal of the old file and the arrival of the new one
    }
    if (times.equals(certificateTimes)) {
      return;
    }
    certificateTimes = times;
    for (HttpServer server : servers) {
      server
          .updateSSLOptions(options().getSslOptions(), true)
          .onSuccess(_ -> LOG.info("certificate reloaded"))
          .onFailure(failure -> LOG.error("certificate not reloaded, the old one stays", failure));
    }
  }

  /// Closes the port and every connection.
  Future<?> stop() {
    return Future.join(servers.stream().map(HttpServer::close).toList());
  }
}
