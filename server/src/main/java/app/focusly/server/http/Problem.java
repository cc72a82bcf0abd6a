package app.focusly.server.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/// How a REST request is refused (RFC 9457, `application/problem+json`).
///
/// @param status the HTTP status
/// @param code one of the documented codes, stable for programs
/// @param detail what is wrong, for people
public record Problem(int status, String code, String detail) {

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
