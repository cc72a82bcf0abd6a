package app.focusly.peerjs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells the broker's requests from others by their raw path, in both shapes that clients use: with
/// `path: "/"` they ask for `/{key}/id` and the socket `/peerjs`, with `path: "/peerjs"` for
/// `/peerjs/{key}/id` and the socket `/peerjs/peerjs`.
///
/// The root belongs to the web app, so there only our own key, and `peerjs`, are claimed.
public final class PeerPaths {

  private static final String BASE = "peerjs";
  private static final int MOST_SEGMENTS = 4;

  private final String key;

  public PeerPaths(PeerOptions options) {
    this.key = options.key();
  }

  /// The route of a request, or nothing if it is none of the broker's.
  ///
  /// @param path the path as sent, without the query
  /// @param upgrade whether the request asks for a WebSocket
  public Optional<PeerRoute> route(String path, boolean upgrade) {
    if (upgrade) {
      return socketRoute(path);
    }
    List<String> segments = segments(path);
    return switch (segments.size()) {
      case 0 -> Optional.empty();
      case 1 ->
          segments.getFirst().equals(BASE) ? found(new PeerRoute.ServerInfo()) : Optional.empty();
      case 2 -> rootRoute(segments.getFirst(), segments.getLast());
      default -> segments.getFirst().equals(BASE) ? found(baseRoute(segments)) : Optional.empty();
    };
  }

  private static Optional<PeerRoute> socketRoute(String path) {
    if (path.equals("/peerjs") || path.equals("/peerjs/peerjs")) {
      return found(new PeerRoute.Socket());
    }
    return path.startsWith("/peerjs/") ? found(new PeerRoute.Unknown()) : Optional.empty();
  }

  private Optional<PeerRoute> rootRoute(String first, String leaf) {
    PeerRoute route = leafRoute(first, leaf);
    boolean ours = first.equals(BASE);
    boolean ownKey = first.equals(key) && !(route instanceof PeerRoute.Unknown);
    return ours || ownKey ? found(route) : Optional.empty();
  }

  private static PeerRoute baseRoute(List<String> segments) {
    return segments.size() == 3
        ? leafRoute(segments.get(1), segments.get(2))
        : new PeerRoute.Unknown();
  }

  private static PeerRoute leafRoute(String key, String leaf) {
    return switch (leaf) {
      case "id" -> new PeerRoute.NewId(key);
      case "peers" -> new PeerRoute.Peers(key);
      default -> new PeerRoute.Unknown();
    };
  }

  /// The decoded segments, no more of them than tell the routes apart; one slash at the end is
  /// ignored.
  private static List<String> segments(String path) {
    if (!path.startsWith("/") || path.equals("/")) {
      return List.of();
    }
    String inner = path.substring(1, path.endsWith("/") ? path.length() - 1 : path.length());
    return Stream.of(inner.split("/", MOST_SEGMENTS)).map(PercentCoding::decode).toList();
  }

  private static Optional<PeerRoute> found(PeerRoute route) {
    return Optional.of(route);
  }
}
