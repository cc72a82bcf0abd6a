package app.focusly.server.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/// How a REST request is refused (RFC 9457, `application/problem+json`).
///
/// @param status the HTTP status
/// @param code one of the documented codes, stable for programs
/// @param detail what is wrong, for people
public record Problem(int status, String code, String detail) {

  /// Answers that a client asks too often.
  ///
  /// @param waitMillis after which it may ask again
  public static void rateLimited(HttpServerResponse response, long waitMillis) {
    response.putHeader("Retry-After", Long.toString(Math.ceilDiv(waitMillis, 1_000)));
    new Problem(429, "rate-limited", "Too many requests come from this address.").answer(response);
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
