package app.focusly.peerjs;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The broker's HTTP routes. Confined to the broker's thread, since it reads who is connected.
public final class PeerHttp {

  /// With random ids not even a second one is needed.
  static final int MOST_DRAWS = 100;

  private static final String INFO =
      "{\"name\":\"PeerJS Server\","
          + "\"description\":\"A server side element to broker connections between PeerJS clients.\","
          + "\"website\":\"https://peerjs.com/\"}";

  private final PeerOptions options;
  private final PeerBroker broker;
  private final Supplier<String> ids;

  /// @param ids draws a new id at each call
  public PeerHttp(PeerOptions options, PeerBroker broker, Supplier<String> ids) {
    this.options = options;
    this.broker = broker;
    this.ids = ids;
  }

  /// Answers a request. For `HEAD` the server leaves the body out.
  public PeerResponse respond(String method, PeerRoute route) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return notFound();
    }
    return switch (route) {
      case PeerRoute.ServerInfo _ -> PeerResponse.json(INFO);
      case PeerRoute.NewId(String key) -> isOurs(key) ? newId() : wrongKey();
      case PeerRoute.Peers(String key) -> isOurs(key) ? peers() : wrongKey();
      case PeerRoute.Socket _, PeerRoute.Unknown _ -> notFound();
    };
  }

  private boolean isOurs(String key) {
    return key.equals(options.key());
  }

  /// The id is not reserved: whoever connects with it first has it.
  private PeerResponse newId() {
    Optional<String> free =
        Stream.generate(ids).limit(MOST_DRAWS).filter(id -> !broker.isTaken(id)).findFirst();
    return free.map(PeerResponse::html)
        .orElseGet(() -> PeerResponse.refusal(503, "No free id was found"));
  }

  private PeerResponse peers() {
    if (!options.allowDiscovery()) {
      return PeerResponse.refusal(401, "Unauthorized");
    }
    return PeerResponse.json(
        broker.connectedIds().stream()
            .map(JsonText::quote)
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static PeerResponse wrongKey() {
    return PeerResponse.refusal(401, "Invalid key provided");
  }

  private static PeerResponse notFound() {
    return PeerResponse.refusal(404, "Not Found");
  }
}
