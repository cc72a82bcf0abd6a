package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A server that uses all there is, two clients that say what a script holds, and a count of what
/// must come to its end.
final class FuzzedServer {
  private static final Duration ACK_TIMEOUT = Duration.ofSeconds(5);
  private static final String ROOM = "room";
  private static final int MAX_CHILDREN = 2;

  private final List<LocalRooms> rooms = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<Middleware.Next> undecided = new ArrayList<>();
  private final List<RecordingAckListener> acks = new ArrayList<>();
  private final Map<Socket, Integer> ends = new HashMap<>();
  private final SocketIoServer io;
  private final List<TestClient> clients;
  private TestClient speaking;
  private int ids;

  FuzzedServer() {
    io =
        new SocketIoServer(
            SocketIoOptions.defaults().withChildNamespaces(true, MAX_CHILDREN),
            _ -> {
              rooms.add(new LocalRooms());
              return rooms.getLast();
            },
            () -> "s" + ++ids,
            (event, failure) -> failures.add(event + ": " + failure));
    io.of("/").onConnection(this::watch);
    io.of("/admin").use((_, next) -> undecided.add(next)).onConnection(this::watch);
    io.of(Pattern.compile("^/t")).onConnection(this::watch);
    clients = List.of(new TestClient(io), new TestClient(io));
    speaking = clients.getFirst();
  }

  /// Answers, asks, joins and leaves rooms, tells others, and ends as it is told.
  private void watch(Socket socket) {
    ends.put(socket, 0);
    socket.join(ROOM);
    ask(socket);
    socket.use((event, _, next) -> {
      if (event.size() > 3) {
        next.refuse("too many arguments", null);
      } else {
        next.proceed();
      }
    });
    socket.onAny((arguments, ack) -> {
      assertThat(socket.connected()).isTrue();
      ack.send(arguments.getFirst());
      ack.send(arguments.getFirst());
      socket.to(ROOM).emit("echo", arguments.getFirst());
    });
    socket.on("ask", (_, _) -> ask(socket));
    socket.on("leave", (_, _) -> socket.leave(ROOM));
    socket.on("end", (_, _) -> socket.disconnect());
    socket.on("end all", (_, _) -> socket.disconnectClient());
    socket.onDisconnect(_ -> {
      ends.merge(socket, 1, Integer::sum);
      socket.join(ROOM);
      ask(socket);
      socket.to(ROOM).emit("gone", JsonNodeFactory.instance.binaryNode(new byte[] {1}));
    });
  }

  private void ask(Socket socket) {
    acks.add(new RecordingAckListener());
    socket.emitWithAck("question", ACK_TIMEOUT, acks.getLast());
  }

  /// One step of a script: a message of the client that speaks, or something that happens.
  void step(String line) {
    String rest = line.isEmpty() ? "" : line.substring(1);
    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case 'b' -> speaking.say(rest.getBytes(StandardCharsets.UTF_8));
      case '~' -> speaking = clients.get(1 - clients.indexOf(speaking));
      case '!' -> speaking.close(CloseReason.TRANSPORT_CLOSE);
      case '|' -> speaking.closeOnSend = true;
      case '%' -> speaking.writable = !speaking.writable;
      case '+' -> clients.forEach(client -> client.tick(client.now + 1_000));
      case 'y' -> decide(Middleware.Next::proceed);
      case 'n' -> decide(next -> next.refuse("no", null));
      case '*' -> io.of("/").to(ROOM).emit("all");
      default -> speaking.say(line);
    }
    assertThat(clients).allMatch(client -> client.closed.size() <= 1);
    assertThat(failures).isEmpty();
  }

  private void decide(Consumer<Middleware.Next> decision) {
    List<Middleware.Next> deciding = List.copyOf(undecided);
    undecided.clear();
    deciding.forEach(decision);
  }

  /// Ends what is still there: nothing is left, and whoever waited was answered.
  void end() {
    clients.forEach(client -> client.close(CloseReason.TRANSPORT_CLOSE));
    decide(Middleware.Next::proceed);

    assertThat(ends.values()).allMatch(count -> count == 1);
    assertThat(ends.keySet()).noneMatch(Socket::connected).allMatch(s -> s.rooms().isEmpty());
    assertThat(acks).allMatch(ack -> ack.ends.size() == 1);
    assertThat(rooms).allMatch(local -> local.size() == 0);
    assertThat(io.namespaces().find("/t")).isNull();
    assertThat(clients).allMatch(c -> c.connection.deadlineMillis() == Long.MAX_VALUE);
    assertThat(failures).isEmpty();
  }
}
