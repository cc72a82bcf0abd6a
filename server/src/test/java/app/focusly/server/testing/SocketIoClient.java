package app.focusly.server.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// A Socket.IO client on one WebSocket, as small as the protocol allows. Events are kept until they
/// are asked for.
public final class SocketIoClient implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Where its WebSocket is opened.
  public static final String PATH = "/socket.io/?EIO=4&transport=websocket";

  private final RawWebSocket webSocket;
  private final Deque<Event> events = new ArrayDeque<>();
  private final String id;
  private int acks;

  /// An event from the server.
  ///
  /// @param argument the first
  public record Event(String name, JsonNode argument) {}

  private SocketIoClient(RawWebSocket webSocket) {
    this.webSocket = webSocket;
    String open = webSocket.text();
    if (!open.startsWith("0{")) {
      throw new AssertionError(open);
    }
    webSocket.send("40");
    id = json(webSocket.text().substring("40".length())).required("sid").textValue();
  }

  /// A client in the namespace `/`.
  public static SocketIoClient connect(RunningServer server, String... headers) {
    return new SocketIoClient(RawWebSocket.open(server, PATH, headers));
  }

  /// A client in the namespace `/`, on a WebSocket of this path.
  public static SocketIoClient connect(RawWebSocket webSocket) {
    return new SocketIoClient(webSocket);
  }

  /// The socket's public id.
  public String id() {
    return id;
  }

  public RawWebSocket webSocket() {
    return webSocket;
  }

  /// Sends an event without asking for an answer.
  public void emit(String event, Object... arguments) {
    webSocket.send("42" + array(event, arguments));
  }

  /// Sends an event that asks for an answer; [#answer] gets it.
  public int ask(String event, Object... arguments) {
    int number = acks++;
    webSocket.send("42" + number + array(event, arguments));
    return number;
  }

  /// Sends an event and awaits the answer.
  public JsonNode call(String event, Object... arguments) {
    return answer(ask(event, arguments));
  }

  /// The answer to a question, which must be the next.
  public JsonNode answer(int number) {
    while (true) {
      String text = text();
      String ack = "43" + number + "[";
      if (text.startsWith(ack)) {
        return json(text.substring(ack.length() - 1)).get(0);
      }
      if (!text.startsWith("42")) {
        throw new AssertionError("no answer to " + number + ": " + text);
      }
      events.add(event(text));
    }
  }

  /// The next event, which must have this name.
  ///
  /// @return its first argument
  public JsonNode expect(String name) {
    Event next = next();
    if (!next.name().equals(name)) {
      throw new AssertionError("not " + name + ": " + next);
    }
    return next.argument();
  }

  /// The next event.
  public Event next() {
    Event kept = events.poll();
    return kept == null ? event(text()) : kept;
  }

  /// The next event, passing over answers that nobody waits for.
  public Event nextEvent() {
    String text = text();
    while (text.startsWith("43")) {
      text = text();
    }
    return event(text);
  }

  /// The events that have come so far: all that this client's room said before it answers what is
  /// asked of it here, which changes nothing.
  public Deque<Event> soFar() {
    call("receive-video", Map.of("userId", "nobody", "on", true));
    var all = new ArrayDeque<>(events);
    events.clear();
    return all;
  }

  /// Joins a room.
  ///
  /// @return the answer, which must be yes
  public JsonNode join(String room, String userId) {
    JsonNode answer = call("join-room", room, userId);
    if (!answer.path("ok").booleanValue()) {
      throw new AssertionError(answer);
    }
    return answer;
  }

  /// Leaves as a page does that is closed, and waits until the server knows.
  public void leave() {
    webSocket.send(Frame.close(1001));
    while (webSocket.read().opcode() != Frame.CLOSE) {} // what was on its way before
    webSocket.connection().awaitEnd();
  }

  private String text() {
    String text = webSocket.text();
    while (text.equals("2")) {
      webSocket.send("3");
      text = webSocket.text();
    }
    return text;
  }

  private static Event event(String text) {
    if (!text.startsWith("42[")) {
      throw new AssertionError("no event: " + text);
    }
    JsonNode all = json(text.substring("42".length()));
    return new Event(all.get(0).textValue(), all.path(1));
  }

  private static String array(String event, Object... arguments) {
    ArrayNode array = MAPPER.createArrayNode().add(event);
    for (Object argument : arguments) {
      array.add(MAPPER.<JsonNode>valueToTree(argument));
    }
    return array.toString();
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public void close() {
    webSocket.close();
  }
}
