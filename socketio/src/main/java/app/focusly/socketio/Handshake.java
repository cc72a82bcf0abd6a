package app.focusly.socketio;

import app.focusly.engineio.UrlEncoded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The request with which a connection began, as listeners may want to know it.
///
/// @param headers those that the server keeps, names in lower case
/// @param url its path and query
/// @param address the client's address, as a trusted proxy tells it
/// @param secure whether it came over TLS
/// @param at when it came (Socket.IO's `time` and `issued`)
public record Handshake(
    Map<String, List<String>> headers, String url, String address, boolean secure, Instant at) {

  public Handshake {
    headers = Map.copyOf(headers);
  }

  /// The first value of a header.
  ///
  /// @param name in lower case
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// Whether a page of some origin opened it (Socket.IO's `xdomain`); the origin may be our own.
  public boolean crossDomain() {
    return headers.containsKey("origin");
  }

  /// The query's parameters, see [UrlEncoded#lastValues]. Read anew at each call, as few want them
  /// and every connection would have to keep them.
  public Map<String, String> query() {
    int mark = url.indexOf('?');
    return mark < 0 ? Map.of() : UrlEncoded.lastValues(url.substring(mark + 1));
  }
}
