package app.focusly.server.http;

import app.focusly.server.config.Network;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Who a request comes from. Behind a trusted proxy it is the last address of `X-Forwarded-For`
/// that is no trusted proxy itself; from anybody else the header counts for nothing, since anyone
/// can send one. Immutable.
public final class ClientAddresses {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<Network> trusted;

  /// @param trusted networks of proxies
  public ClientAddresses(List<Network> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /// The client's address as text.
  public String of(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
    return of(address, request.headers().getAll(FORWARDED_FOR));
  }

  /// The client's address by the connection's and by the header.
  String of(String peer, List<String> forwardedFor) {
    return isTrusted(peer) ? behind(peer, forwardedFor) : peer;
  }

  /// Goes back from proxy to proxy. What cannot be read ends the way: before it stands what anybody
  /// may have written.
  private String behind(String proxy, List<String> headers) {
    String last = proxy;
    List<String> chain = Arrays.asList(String.join(",", headers).split(",", -1));
    for (String hop : chain.reversed()) {
      Optional<String> address = literal(hop.strip()).map(InetAddress::getHostAddress);
      if (address.isEmpty()) {
        return last;
      }
      last = address.get();
      if (!isTrusted(last)) {
        return last;
      }
    }
    return last;
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

  /// Whether an address is that of a trusted proxy.
  public boolean isTrusted(String address) {
    return literal(address)
        .filter(literal -> trusted.stream().anyMatch(network -> network.contains(literal)))
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
