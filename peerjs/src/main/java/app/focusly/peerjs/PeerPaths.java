package app.focusly.peerjs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells the broker's requests from others by their raw path, in both shapes that clients use: with
/// `path: "/"` they ask for `/{key}/id` and the socket `/peerjs`, with `path: "/peerjs"` for
/// `/peerjs/{key}/id` and the socket `/peerjs/peerjs`. A path of the operator's own comes on top.
///
/// The root belongs to the web app, so there only our own key, and `peerjs`, are claimed.
public final class PeerPaths {

  private static final String BASE = "peerjs";
  private static final int MOST_SEGMENTS = 4;

  private final String key;

  /// The operator's own path without a slash at its end; empty if it is one of the usual ones.
  private final String mount;

  public PeerPaths(PeerOptions options) {
    this.key = options.key();
    String path = options.path();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    this.mount = trimmed.equals("/" + BASE) ? "" : trimmed;
  }

  /// The route of a request, or nothing if it is none of the broker's.
  ///
  /// @param path the path as sent, without the query
  /// @param upgrade whether the request asks for a WebSocket
  public Optional<PeerRoute> route(String path, boolean upgrade) {
    Optional<PeerRoute> usual = upgrade ? usualSocket(path) : usual(path);
    if (mount.isEmpty() || !(path.equals(mount) || path.startsWith(mount + "/"))) {
      return usual;
    }
    String rest = path.substring(mount.length());
    PeerRoute mounted = upgrade ? mountedSocket(rest) : mounted(rest);
    boolean usualIsKnown = usual.filter(route -> !(route instanceof PeerRoute.Unknown)).isPresent();
    return mounted instanceof PeerRoute.Unknown && usualIsKnown ? usual : found(mounted);
  }

  private static PeerRoute mounted(String rest) {
    List<String> segments = segments(rest);
    return switch (segments.size()) {
      case 0 -> new PeerRoute.ServerInfo();
      case 2 -> leafRoute(segments.getFirst(), segments.getLast());
      default -> new PeerRoute.Unknown();
    };
  }

  private static PeerRoute mountedSocket(String rest) {
    return rest.equals("/" + BASE) ? new PeerRoute.Socket() : new PeerRoute.Unknown();
  }

  private Optional<PeerRoute> usual(String path) {
    List<String> segments = segments(path);
    return switch (segments.size()) {
      case 0 -> Optional.empty();
      case 1 ->
          segments.getFirst().equals(BASE) ? found(new PeerRoute.ServerInfo()) : Optional.empty();
      case 2 -> rootRoute(segments.getFirst(), segments.getLast());
      default -> segments.getFirst().equals(BASE) ? found(baseRoute(segments)) : elsewhere(path);
    };
  }

  /// A client that was told another path than ours would take the web app's page for its id; so it
  /// is told that there is nothing.
  private Optional<PeerRoute> elsewhere(String path) {
    boolean asksForId = path.endsWith("/" + key + "/id") || path.endsWith("/" + key + "/peers");
    return asksForId ? found(new PeerRoute.Unknown()) : Optional.empty();
  }

  private static Optional<PeerRoute> usualSocket(String path) {
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
