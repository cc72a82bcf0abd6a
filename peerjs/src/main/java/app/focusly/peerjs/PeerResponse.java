package app.focusly.peerjs;

/// An answer to a request; the headers for other origins are the server's to add.
public record PeerResponse(int status, String contentType, String body) {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  static PeerResponse html(String body) {
    return new PeerResponse(200, HTML, body);
  }

  static PeerResponse json(String body) {
    return new PeerResponse(200, JSON, body);
  }

  static PeerResponse refusal(int status, String reason) {
    return new PeerResponse(status, TEXT, reason);
  }
}
