package app.focusly.server.limit;

import app.focusly.server.config.HttpConfig;
import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.Option;
import app.focusly.server.config.Rate;
import app.focusly.server.metrics.Counts;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.Predicate;

/// Counts TCP connections, in all and by address, until they close, whatever they become. One too
/// many is closed before anything of it is read. Used from every loop.
public final class Connections {
  private final LimitConfig limits;
  private final HttpConfig http;
  private final Addresses clients;
  private final Counts counts;
  private final Predicate<String> proxies;

  /// @param proxies addresses that speak for many clients, and so count for none
  public Connections(
      LimitConfig limits,
      HttpConfig http,
      Addresses clients,
      Counts counts,
      Predicate<String> proxies) {
    this.limits = limits;
    this.http = http;
    this.clients = clients;
    this.counts = counts;
    this.proxies = proxies;
  }

  /// A connection was opened.
  public void opened(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    counts.connections.increment();
    channel.closeFuture().addListener(_ -> counts.connections.decrement());
    if (counts.connections.sum() > limits.connections()) {
      counts.hit(Option.MAX_CONNECTIONS);
      channel.close();
    } else {
      opened(channel, address(connection.remoteAddress()));
    }
  }

  private static String address(SocketAddress peer) {
    return peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
  }

  private void opened(Channel channel, String address) {
    if (proxies.test(address)) {
      guard(channel, Rate.UNLIMITED);
      return;
    }
    AddressUse use = clients.of(address);
    if (use.connect(clients.nowMillis()) && use.openConnection()) {
      channel.closeFuture().addListener(_ -> use.closeConnection());
      guard(channel, limits.requests());
    } else {
      channel.close();
    }
  }

  private void guard(Channel channel, Rate requests) {
    SlowRequests.guard(channel.pipeline(), http, counts);
    RequestTurns.guard(
        channel.pipeline(),
        new TokenBucket(requests, clients.nowMillis()),
        limits.requestsATurn(),
        counts,
        clients::nowMillis);
  }
}
