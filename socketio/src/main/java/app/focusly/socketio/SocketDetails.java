package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// A socket of any thread as it was when it was asked for. Whatever is to be done to it goes by
/// [Namespace#to] with its id.
///
/// @param rooms those that it was in, its own id among them
/// @param data what the application keeps with it
public record SocketDetails(
    String id, Handshake handshake, JsonNode auth, Set<String> rooms, JsonNode data) {
  public SocketDetails {
    rooms = Set.copyOf(rooms);
  }
}
