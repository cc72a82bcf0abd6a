package app.focusly.server.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// How a request for a WebSocket is to be answered (RFC 6455 section 4.2).
sealed interface WebSocketHandshake {
  /// The one version that is spoken.
  String VERSION = "13";

  /// The connection becomes a WebSocket.
  ///
  /// @param key the value of `Sec-WebSocket-Accept`
  record Accepted(String key) implements WebSocketHandshake {}

  /// It is no handshake.
  record Malformed() implements WebSocketHandshake {}

  /// It is one of another version.
  record OtherVersion() implements WebSocketHandshake {}

  /// Reads a request.
  ///
  /// @param method the HTTP method
  /// @param http11 whether it is of HTTP/1.1
  /// @param headers gives all values of a header
  static WebSocketHandshake read(
      String method, boolean http11, Function<String, List<String>> headers) {
    List<String> keys = headers.apply("Sec-WebSocket-Key");
    if (!http11
        || !method.equals("GET")
        || !listsUpgrade(headers.apply("Connection"))
        || keys.size() != 1
        || !isKey(keys.getFirst())) {
      return new Malformed();
    }
    return headers.apply("Sec-WebSocket-Version").equals(List.of(VERSION))
        ? new Accepted(answer(keys.getFirst()))
        : new OtherVersion();
  }

  /// `Connection` is a list, in one header or in several.
  private static boolean listsUpgrade(List<String> connection) {
    return Arrays.stream(String.join(",", connection).split(",", -1))
        .anyMatch(option -> option.strip().equalsIgnoreCase("upgrade"));
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == 16;
    } catch (IllegalArgumentException expected) { // whatever a client sends
      return false;
    }
  }

  private static String answer(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11") // section 1.3
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
