package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Many sockets, and what is done to them. Immutable: each method that narrows or widens gives
/// another one. Used from any thread that the adapter serves.
public final class Broadcast {
  private final NamespaceGate<?> gate;
  private final Target target;

  Broadcast(NamespaceGate<?> gate, Target target) {
    this.gate = gate;
    this.target = target;
  }

  /// Also the sockets of these rooms.
  public Broadcast to(String... rooms) {
    return new Broadcast(gate, target.to(rooms));
  }

  /// But not the sockets of these rooms, nor the sockets of these ids.
  public Broadcast except(String... rooms) {
    return new Broadcast(gate, target.butNot(rooms));
  }

  /// Events only to those that can send at once (Socket.IO's `volatile`).
  public Broadcast skipBusy() {
    return new Broadcast(gate, target.skippingBusy());
  }

  /// Only the sockets of this process.
  public Broadcast local() {
    return new Broadcast(gate, target.onlyLocal());
  }

  /// Sends an event; it is encoded once.
  ///
  /// @throws IllegalArgumentException when its name is reserved, or it has too many attachments
  public void emit(String event, JsonNode... arguments) {
    ArrayNode array = Arguments.event(event, arguments);
    for (Namespace namespace : gate.namespaces()) {
      var packet = new SocketPacket.Event(namespace.name(), OptionalLong.empty(), array);
      var action = new Action.Emit(array, namespace.format().encode(packet));
      namespace.adapter().apply(target, action);
    }
  }

  /// Sends an event and awaits everyone's acknowledgement. Nobody may be there, and then there are
  /// no answers.
  public void emitWithAck(
      String event, Duration timeout, BroadcastAckListener listener, JsonNode... arguments) {
    ArrayNode array = Arguments.event(event, arguments);
    var answers =
        new Tally<JsonNode>((all, complete) ->
            gate.guard()
                .run(
                    "ack", complete ? () -> listener.answered(all) : () -> listener.timedOut(all)));
    for (Namespace namespace : gate.namespaces()) {
      long number = namespace.nextAck();
      var packet = new SocketPacket.Event(namespace.name(), OptionalLong.of(number), array);
      var messages = namespace.format().encode(packet);
      namespace.adapter().apply(target, new Action.Ask(number, array, messages, timeout, answers));
    }
    answers.done();
  }

  /// Lets the sockets join rooms, each on its own thread.
  public void join(String... rooms) {
    apply(new Action.Join(List.of(rooms)));
  }

  /// Lets the sockets leave rooms, each on its own thread.
  public void leave(String... rooms) {
    apply(new Action.Leave(List.of(rooms)));
  }

  /// Lets the sockets leave the namespace, each on its own thread, and tells their clients.
  public void disconnect() {
    apply(new Action.Disconnect(false));
  }

  /// Ends the connections of the sockets, other namespaces too.
  public void disconnectClients() {
    apply(new Action.Disconnect(true));
  }

  /// Tells who the sockets are.
  ///
  /// @param listener hears it once, on the thread that answered last
  /// @throws UnsupportedOperationException on a parent namespace, whose children differ from
  ///   process to process
  public void fetch(Consumer<List<SocketDetails>> listener) {
    if (!(gate instanceof Namespace)) {
      throw new UnsupportedOperationException("fetch() is not supported on parent namespaces");
    }
    var sockets =
        new Tally<SocketDetails>((all, _) -> gate.guard().run("fetch", () -> listener.accept(all)));
    apply(new Action.Fetch(sockets));
    sockets.done();
  }

  private void apply(Action action) {
    for (Namespace namespace : gate.namespaces()) {
      namespace.adapter().apply(target, action);
    }
  }
}
