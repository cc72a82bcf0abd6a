package app.focusly.server.http;

import app.focusly.server.security.Guests;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Who makes a request, by their cookie. Used from every loop.
final class Callers {
  private final Guests guests;
  private final Origins origins;
  private final ClientAddresses addresses;

  Callers(Guests guests, Origins origins, ClientAddresses addresses) {
    this.guests = guests;
    this.origins = origins;
    this.addresses = addresses;
  }

  /// Whether a cookie that comes with the request counts.
  boolean counts(HttpServerRequest request) {
    return origins.cookieCounts(
        Optional.ofNullable(request.getHeader("Origin")),
        Optional.ofNullable(request.getHeader("Host")));
  }

  /// The guest of a request, if there is one already.
  Optional<String> known(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Cookie"))
        .filter(_ -> counts(request))
        .flatMap(guests::of);
  }

  /// The guest of a request; one who comes without a cookie that counts becomes a new guest, and
  /// gets the cookie.
  String guest(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<String> known = known(request);
    if (known.isPresent()) {
      return known.get();
    }
    String fresh = guests.fresh();
    if (counts(request)) {
      context.response().putHeader("Set-Cookie", guests.cookie(fresh, secure(request)));
    }
    return fresh;
  }

  /// Whether the request came over TLS.
  boolean secure(HttpServerRequest request) {
    return addresses.secure(request);
  }
}
