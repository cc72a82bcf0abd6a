package app.focusly.server.metrics;

import app.focusly.server.config.MetricsConfig;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.http.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.function.Supplier;

/// `GET /metrics`, for those who may read it; to anybody else there is no such page. Used from
/// every loop.
public final class MetricsPage {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final MetricsConfig config;
  private final ClientAddresses addresses;
  private final Supplier<String> metrics;

  /// @param metrics what is counted, as Prometheus reads it
  public MetricsPage(MetricsConfig config, ClientAddresses addresses, Supplier<String> metrics) {
    this.config = config;
    this.addresses = addresses;
    this.metrics = metrics;
  }

  /// Answers a request for it.
  public void answer(HttpServerRequest request) {
    if (mayRead(request)) {
      request
          .response()
          .putHeader("Content-Type", TEXT)
          .putHeader("Cache-Control", "no-store")
          .end(metrics.get());
    } else {
      new Problem(404, "not-found", "There is nothing here.").answer(request.response());
    }
  }

  /// A proxy that nobody told us of speaks for anyone, from an address that may be a reader's.
  private boolean mayRead(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    boolean unknownProxy =
        request.headers().contains("X-Forwarded-For")
            && (peer == null || !addresses.isTrusted(peer.hostAddress()));
    return !unknownProxy && isReader(addresses.of(request));
  }

  private boolean isReader(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      return config.readers().stream().anyMatch(network -> network.contains(literal));
    } catch (IllegalArgumentException expected) { // a socket without an address
      return false;
    }
  }
}
