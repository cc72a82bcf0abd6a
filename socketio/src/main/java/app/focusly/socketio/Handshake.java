package app.focusly.socketio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The request with which a connection began, as listeners may want to know it.
///
/// @param headers its headers, names in lower case
/// @param query its query parameters
/// @param address the client's address, as a trusted proxy tells it
/// @param secure whether it came over TLS
/// @param at when it came
public record Handshake(
    Map<String, List<String>> headers,
    Map<String, String> query,
    String address,
    boolean secure,
    Instant at) {

  public Handshake {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }

  /// The first value of a header.
  ///
  /// @param name in lower case
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
