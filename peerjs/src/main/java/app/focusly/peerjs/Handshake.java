package app.focusly.peerjs;

/// What a client says about itself when it opens its socket; empty where it said nothing.
///
/// @param id the peer id that it wants
/// @param token what it proves with, at a reconnect, that the id was its own: a secret
/// @param key the application's key
public record Handshake(String id, String token, String key) {

  /// Reads the raw query of the socket's URL. Unknown names (`version`) are ignored and the last of
  /// several values counts, as in PeerServer.
  public static Handshake ofQuery(String query) {
    String id = "";
    String token = "";
    String key = "";
    int from = 0;
    while (from < query.length()) {
      int end = query.indexOf('&', from);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', from);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      String value = decode(query.substring(Math.min(nameEnd + 1, end), end));
      switch (decode(query.substring(from, nameEnd))) {
        case "id" -> id = value;
        case "token" -> token = value;
        case "key" -> key = value;
        default -> {}
      }
      from = end + 1;
    }
    return new Handshake(id, token, key);
  }

  boolean isComplete() {
    return !id.isEmpty() && !token.isEmpty() && !key.isEmpty();
  }

  @Override
  public String toString() {
    return "Handshake[id=" + id + ", key=" + key + "]";
  }

  private static String decode(String text) {
    return PercentCoding.decode(text.replace('+', ' '));
  }
}
