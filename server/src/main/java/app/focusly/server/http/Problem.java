package app.focusly.server.http;

import app.focusly.room.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// How a REST request is refused (RFC 9457, `application/problem+json`).
///
/// @param status the HTTP status
/// @param code one of the documented codes, stable for programs
/// @param detail what is wrong, for people
/// @param path the field of the body that is at fault, such as `name`; null when it is none
public record Problem(int status, String code, String detail, @Nullable String path) {

  public Problem(int status, String code, String detail) {
    this(status, code, detail, null);
  }

  /// A body that cannot be used.
  ///
  /// @param path the field at fault; empty when it is the body itself
  public static Problem ofBody(String path, String detail) {
    return new Problem(400, "invalid-body", detail, path.isEmpty() ? null : path);
  }

  /// What a room answers to whom it cannot serve.
  public static Problem of(Refusal refusal) {
    int status =
        switch (refusal.code()) {
          case STORAGE_UNAVAILABLE, STORAGE_BUSY, ROOM_FULL -> 503;
          case INTERNAL_ERROR -> 500;
          default -> 409;
        };
    return new Problem(status, refusal.code().text(), refusal.message());
  }

  /// Answers that a client asks too often, and closes the connection: what was sent behind the
  /// request is not read.
  ///
  /// @param waitMillis after which it may ask again
  public static void rateLimited(HttpServerRequest request, long waitMillis) {
    HttpServerResponse response = request.response();
    response.putHeader("Retry-After", seconds(waitMillis)).putHeader("Connection", "close");
    new Problem(429, "rate-limited", "Too many requests come from this address.").answer(response);
    closeBehind(request);
  }

  /// A time as `Retry-After` has it.
  static String seconds(long millis) {
    return Long.toString(Math.ceilDiv(millis, 1_000));
  }

  /// Closes the connection of a request that was answered; streams of HTTP/2 have others beside.
  public static void closeBehind(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      request.connection().close();
    }
  }

  /// Answers with it.
  public void answer(HttpServerResponse response) {
    var body =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", code)
            .put("status", status)
            .put("code", code)
            .put("detail", detail);
    if (path != null) {
      body.put("path", path);
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(body.encode());
  }
}
