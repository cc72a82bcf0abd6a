package app.focusly.server.testing;

import app.focusly.socketio.Ack;
import app.focusly.socketio.AckListener;
import app.focusly.socketio.Broadcast;
import app.focusly.socketio.BroadcastAckListener;
import app.focusly.socketio.Handshake;
import app.focusly.socketio.Namespace;
import app.focusly.socketio.Socket;
import app.focusly.socketio.SocketIoOptions;
import app.focusly.socketio.SocketIoServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The events on which stock clients compare us with the reference implementation: the browser
/// tests' reference server has the same, written for Node. Run it from the test class path with a
/// port.
public final class EventServer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LOOPS = 2;
  private static final int MOST_CHILDREN = 100;

  /// Where a socket's end is told, since it can no longer be told to the socket.
  private static final String WATCHERS = "watchers";

  private final Namespace all;
  private final Socket socket;
  private final List<String> heard = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();

  private EventServer(Namespace all, Socket socket) {
    this.all = all;
    this.socket = socket;
  }

  /// Listens until the process is ended.
  public static void main(String[] arguments) {
    SocketIoOptions options = SocketIoOptions.defaults().withChildNamespaces(true, MOST_CHILDREN);
    setUp(new SocketIoHost(Integer.parseInt(arguments[0]), LOOPS, options).io());
  }

  private static void setUp(SocketIoServer io) {
    Namespace all = io.of("/");
    all.onConnection(socket -> new EventServer(all, socket).behave());
    io.of("/checked")
        .use((socket, next) -> {
          if (socket.auth().path("token").asText().equals("right")) {
            next.proceed();
          } else {
            next.refuse("not you", NODES.objectNode().put("code", 7));
          }
        })
        .onConnection(EventServer::welcome);
    io.of(Pattern.compile("^/tenant-\\d+$")).onConnection(EventServer::welcome);
    io.of((_, auth, verdict) ->
            Thread.ofVirtual() // a decision may come later, from anywhere
                .start(() -> {
                  if (auth.path("invited").asBoolean()) {
                    verdict.allow();
                  } else {
                    verdict.pass();
                  }
                }))
        .onConnection(EventServer::welcome);
  }

  private static void welcome(Socket socket) {
    socket.emit("welcome", text(socket.namespace().name()));
  }

  private void behave() {
    watch();
    talk();
    rooms();
    questions();
  }

  private void watch() {
    socket.onAny((event, _) -> heard.add(event.getFirst().asText()));
    socket.prependAny((event, _) -> heard.add("before " + event.getFirst().asText()));
    socket.onAnyOutgoing(event -> sent.add(event.getFirst().asText()));
    socket.use((event, _, next) -> {
      String how = event.size() > 1 ? event.get(1).asText() : "";
      if (event.getFirst().asText().equals("guarded") && !how.equals("pass")) {
        next.refuse("no " + how, null);
      } else {
        next.proceed();
      }
    });
    socket.onError(error ->
        watchers().emit("error-of", id(), BooleanNode.valueOf(!error.message().isEmpty())));
    socket.onDisconnecting(
        reason -> watchers().emit("going", id(), text(reason.text()), roomCount()));
    socket.onDisconnect(reason -> watchers().emit("gone", id(), text(reason.text()), roomCount()));
    socket.on(
        "watch",
        (_, ack) -> {
          socket.join(WATCHERS);
          ack.send();
        });
  }

  private Broadcast watchers() {
    return all.to(WATCHERS);
  }

  private void talk() {
    socket.on("echo", (values, _) -> socket.emit("echoed", values.toArray(JsonNode[]::new)));
    socket.on("answer", (values, ack) -> ack.send(values.toArray(JsonNode[]::new)));
    socket.on(
        "answer-twice",
        (_, ack) -> {
          ack.send(IntNode.valueOf(1));
          ack.send(IntNode.valueOf(2));
        });
    socket.on("guarded", (_, ack) -> ack.send(text("passed")));
    socket.once("once", (_, ack) -> ack.send(text("first")));
    socket.on(
        "heard",
        (_, ack) -> {
          ack.send(texts(heard), texts(sent));
          heard.clear();
          sent.clear();
        });
    socket.on("handshake", (_, ack) -> ack.send(handshake()));
    socket.on("end-me", (values, _) -> end(values.getFirst().asBoolean()));
    socket.on("reserved", (_, ack) -> reserved(ack));
  }

  private JsonNode handshake() {
    Handshake handshake = socket.handshake();
    return NODES
        .objectNode()
        .<ObjectNode>set("auth", socket.auth())
        .put("room", handshake.query().get("room"))
        .put("xdomain", handshake.crossDomain())
        .put("secure", handshake.secure())
        .put("path", handshake.url().substring(0, handshake.url().indexOf('?')))
        .put("agent", handshake.header("user-agent").orElse(null))
        .put("timed", handshake.at().toEpochMilli() > 0);
  }

  private void end(boolean close) {
    if (close) {
      socket.disconnectClient();
    } else {
      socket.disconnect();
    }
  }

  private void reserved(Ack ack) {
    try {
      socket.emit("connect");
      ack.send(NullNode.getInstance());
    } catch (IllegalArgumentException refused) {
      ack.send(text(String.valueOf(refused.getMessage())));
    }
  }

  private void rooms() {
    socket.on(
        "join",
        (values, ack) -> {
          socket.join(strings(values.getFirst()));
          ack.send(roomCount());
        });
    socket.on(
        "leave",
        (values, ack) -> {
          socket.leave(values.getFirst().asText());
          ack.send(roomCount());
        });
    socket.on("tell", (values, _) -> tell(values));
    socket.on("tell-busy", (_, _) -> all.everyone().skipBusy().emit("told", text("volatile")));
    socket.on(
        "others-join",
        (values, ack) -> {
          all.to(values.get(0).asText()).join(values.get(1).asText());
          ack.send();
        });
    socket.on(
        "others-leave",
        (values, ack) -> {
          all.to(values.get(0).asText()).leave(values.get(0).asText());
          ack.send();
        });
    socket.on(
        "others-end",
        (values, _) -> {
          Broadcast others = all.to(values.get(0).asText());
          if (values.get(1).asBoolean()) {
            others.disconnectClients();
          } else {
            others.disconnect();
          }
        });
    socket.on("fetch", (values, ack) -> fetch(values.getFirst().asText(), ack));
  }

  private void tell(List<JsonNode> values) {
    Broadcast from = values.get(0).asText().equals("socket") ? socket.others() : all.everyone();
    from.to(strings(values.get(1)))
        .except(strings(values.get(2)))
        .emit("told", values.subList(3, values.size()).toArray(JsonNode[]::new));
    socket.emit("tell-done");
  }

  private void fetch(String room, Ack ack) {
    all.to(room)
        .fetch(sockets -> {
          ArrayNode rows = NODES.arrayNode();
          sockets.forEach(one ->
              rows.addArray()
                  .add(one.id())
                  .add(one.rooms().size())
                  .add(one.auth().path("name").asText()));
          socket.execute(() -> ack.send(rows));
        });
  }

  private void questions() {
    socket.on(
        "ask-me",
        (values, ack) ->
            socket.emitWithAck(
                "question",
                Duration.ofMillis(values.getFirst().asLong()),
                new AckListener() {
                  @Override
                  public void answered(List<JsonNode> arguments) {
                    ack.send(NullNode.getInstance(), arguments.getFirst());
                  }

                  @Override
                  public void timedOut() {
                    ack.send(text("operation has timed out"), NullNode.getInstance());
                  }
                },
                IntNode.valueOf(1)));
    socket.on(
        "ask-room",
        (values, ack) ->
            all.to(values.get(0).asText())
                .emitWithAck(
                    "question",
                    Duration.ofMillis(values.get(1).asLong()),
                    new Gathered(ack),
                    IntNode.valueOf(2)));
  }

  /// Passes on what a room answered, from whatever thread.
  private final class Gathered implements BroadcastAckListener {
    private final Ack ack;

    Gathered(Ack ack) {
      this.ack = ack;
    }

    @Override
    public void answered(List<JsonNode> answers) {
      pass(NullNode.getInstance(), answers);
    }

    @Override
    public void timedOut(List<JsonNode> answers) {
      pass(text("operation has timed out"), answers);
    }

    private void pass(JsonNode error, List<JsonNode> answers) {
      JsonNode sorted = texts(answers.stream().map(JsonNode::asText).sorted().toList());
      socket.execute(() -> ack.send(error, sorted));
    }
  }

  private JsonNode id() {
    return text(socket.id());
  }

  private JsonNode roomCount() {
    return IntNode.valueOf(socket.rooms().size());
  }

  private static TextNode text(String text) {
    return TextNode.valueOf(text);
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static String[] strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toArray(String[]::new);
  }
}
