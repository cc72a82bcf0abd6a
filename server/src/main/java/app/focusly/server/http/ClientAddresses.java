package app.focusly.server.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who a request comes from. Behind a trusted proxy it is the last address of `X-Forwarded-For`
/// that is no trusted proxy itself; from anybody else the header counts for nothing, since anyone
/// can send one. Immutable.
public final class ClientAddresses {
  private final List<IpSubnetFilterRule> trusted;

  /// @param trusted networks of proxies, as `address` or `address/prefix`
  /// @throws IllegalArgumentException when one of them is neither
  public ClientAddresses(List<String> trusted) {
    var rules = new ArrayList<IpSubnetFilterRule>();
    trusted.forEach(network -> rules.add(rule(network)));
    this.trusted = List.copyOf(rules);
  }

  private static IpSubnetFilterRule rule(String network) {
    int slash = network.indexOf('/');
    String address = slash < 0 ? network : network.substring(0, slash);
    int fullPrefix = address.indexOf(':') < 0 ? 32 : 128;
    int prefix = slash < 0 ? fullPrefix : Integer.parseInt(network.substring(slash + 1));
    return new IpSubnetFilterRule(
        InetAddress.ofLiteral(address).getHostAddress(), prefix, IpFilterRuleType.ACCEPT);
  }

  /// The client's address as text.
  public String of(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
    if (trusted.isEmpty() || !isTrusted(address)) {
      return address;
    }
    List<String> chain = forwardedFor(request);
    for (int i = chain.size() - 1; i >= 0; i--) {
      if (!isTrusted(chain.get(i))) {
        return chain.get(i);
      }
    }
    return chain.isEmpty() ? address : chain.getFirst();
  }

  /// Whether the client speaks TLS, to us or to a trusted proxy.
  public boolean secure(HttpServerRequest request) {
    if (request.isSSL()) {
      return true;
    }
    SocketAddress peer = request.remoteAddress();
    return peer != null
        && peer.hostAddress() != null
        && isTrusted(peer.hostAddress())
        && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  private static List<String> forwardedFor(HttpServerRequest request) {
    var chain = new ArrayList<String>();
    for (String header : request.headers().getAll("X-Forwarded-For")) {
      for (String part : header.split(",", -1)) {
        literal(part.strip()).ifPresent(address -> chain.add(address.getHostAddress()));
      }
    }
    return chain;
  }

  private boolean isTrusted(String address) {
    return literal(address)
        .map(literal -> new InetSocketAddress(literal, 0))
        .filter(socket -> trusted.stream().anyMatch(rule -> rule.matches(socket)))
        .isPresent();
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException expected) { // whatever a header holds
      return Optional.empty();
    }
  }
}
