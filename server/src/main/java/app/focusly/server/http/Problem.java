package app.focusly.server.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;

/// How a REST request is refused (RFC 9457, `application/problem+json`).
///
/// @param status the HTTP status
/// @param code one of the documented codes, stable for programs
/// @param detail what is wrong, for people
public record Problem(int status, String code, String detail) {

  /// Answers that a client asks too often, and closes the connection: what was sent behind the
  /// request is not read.
  ///
  /// @param waitMillis after which it may ask again
  public static void rateLimited(HttpServerRequest request, long waitMillis) {
    HttpServerResponse response = request.response();
    response
        .putHeader("Retry-After", Long.toString(Math.ceilDiv(waitMillis, 1_000)))
        .putHeader("Connection", "close");
    new Problem(429, "rate-limited", "Too many requests come from this address.").answer(response);
    closeBehind(request);
  }

  /// Closes the connection of a request that was answered; streams of HTTP/2 have others beside.
  public static void closeBehind(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      request.connection().close();
    }
  }

  /// Answers with it.
  public void answer(HttpServerResponse response) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", code)
                .put("status", status)
                .put("code", code)
                .put("detail", detail)
                .encode());
  }
}
