package app.focusly.server.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which front ends of other origins may use this server (CORS, Fetch standard section 3.2). Open
/// to any by default, as the set-up that we replace is, but then never with credentials: a cookie
/// only counts for our own pages and for origins that are listed. Immutable.
public final class Origins {
  private static final String MAX_AGE_SECONDS = "600";

  private final boolean any;
  private final List<String> listed;

  /// @param origins such as `https://example.org`; `*` for any
  public Origins(List<String> origins) {
    this.any = origins.contains("*");
    this.listed =
        origins.stream()
            .filter(origin -> !origin.equals("*"))
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .toList();
  }

  /// Whether any origin is let in.
  public boolean open() {
    return any;
  }

  /// Sets the headers that tell a browser whether the page may read the answer.
  public void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (!listed.isEmpty()) {
      response.headers().add("Vary", "Origin"); // also for none: a cache must tell them apart
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return;
    }
    if (isListed(origin)) {
      response
          .putHeader("Access-Control-Allow-Origin", origin)
          .putHeader("Access-Control-Allow-Credentials", "true");
    } else if (any) {
      response.putHeader("Access-Control-Allow-Origin", "*");
    }
  }

  /// Answers a preflight request; its headers for the origin are set by [#answer].
  public void preflight(HttpServerRequest request) {
    String asked = request.getHeader("Access-Control-Request-Headers");
    HttpServerResponse response =
        request
            .response()
            .setStatusCode(204)
            .putHeader("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
            .putHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
    if (asked != null && asked.matches("[A-Za-z0-9,\\- ]{1,1000}")) {
      response.putHeader("Access-Control-Allow-Headers", asked);
    }
    response.end();
  }

  /// Whether a page of this origin may open a WebSocket, which browsers do not ask about.
  public boolean mayConnect(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return any
        || origin == null
        || isListed(origin)
        || isOwn(origin, Optional.ofNullable(request.getHeader("Host")));
  }

  /// Whether a cookie that comes with this origin counts.
  ///
  /// @param origin the `Origin` header; a page's own GET has none, and foreign pages send no
  ///   SameSite cookie with theirs
  /// @param host the `Host` header
  public boolean cookieCounts(Optional<String> origin, Optional<String> host) {
    return origin.isEmpty() || isListed(origin.get()) || isOwn(origin.get(), host);
  }

  private boolean isListed(String origin) {
    return listed.contains(origin.toLowerCase(Locale.ROOT));
  }

  private static boolean isOwn(String origin, Optional<String> host) {
    int scheme = origin.indexOf("://");
    return scheme > 0
        && host.isPresent()
        && origin.substring(scheme + 3).equalsIgnoreCase(host.get());
  }
}
