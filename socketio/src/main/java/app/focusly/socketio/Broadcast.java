package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/// An event to many sockets of a namespace, with whom it reaches. Immutable: each method gives
/// another one.
public final class Broadcast {
  private final Namespace namespace;
  private final Target target;

  Broadcast(Namespace namespace, Target target) {
    this.namespace = namespace;
    this.target = target;
  }

  /// Also to the sockets of this room.
  public Broadcast to(String room) {
    return new Broadcast(
        namespace, new Target(with(target.rooms(), room), target.except(), target.skipBusy()));
  }

  /// But not to the sockets of this room, nor to the socket of this id.
  public Broadcast except(String room) {
    return new Broadcast(
        namespace, new Target(target.rooms(), with(target.except(), room), target.skipBusy()));
  }

  /// Only to those that can send at once.
  public Broadcast skipBusy() {
    return new Broadcast(namespace, new Target(target.rooms(), target.except(), true));
  }

  /// Sends the event; it is encoded once.
  public void emit(String event, JsonNode... arguments) {
    var packet =
        new SocketPacket.Event(
            namespace.name(), OptionalLong.empty(), Namespace.event(event, arguments));
    namespace.adapter().broadcast(PacketEncoder.encode(packet), target);
  }

  private static Set<String> with(Set<String> rooms, String room) {
    var more = new HashSet<>(rooms);
    more.add(room);
    return more;
  }
}
