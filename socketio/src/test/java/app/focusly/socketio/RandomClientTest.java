package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomClientTest {

  @Property(tries = 2_000)
  void whateverAClientSaysItsSocketsEndOnceAndLeaveNothing(
      @ForAll("messages") List<Packet> messages, @ForAll boolean undecided) {
    var server = new TestServer(SocketIoOptions.defaults().withChildNamespaces(true, 2));
    Map<Socket, Integer> ends = new HashMap<>();
    var pending = new ArrayList<Middleware.Next>();
    Namespace admin = server.io.of("/admin");
    server.io.of(Pattern.compile("^/t")).onConnection(socket -> watch(socket, ends));
    if (undecided) {
      admin.use((_, next) -> pending.add(next));
    }
    server.main.onConnection(socket -> watch(socket, ends));
    admin.onConnection(socket -> watch(socket, ends));
    TestClient client = server.client();

    for (Packet message : messages) {
      switch (message) {
        case Packet.Text text -> client.say(text.data());
        case Packet.Binary binary -> client.say(binary.data());
        default -> throw new AssertionError(message);
      }
      assertThat(client.closed).hasSizeLessThanOrEqualTo(1);
    }
    client.close(CloseReason.TRANSPORT_CLOSE);
    pending.forEach(Middleware.Next::proceed);

    assertThat(ends.values()).containsOnly(1);
    assertThat(ends.keySet()).noneMatch(Socket::connected);
    assertThat(server.rooms.size()).isZero();
    assertThat(server.io.namespaces().find("/t1")).isNull();
    assertThat(client.connection.deadlineMillis()).isEqualTo(Long.MAX_VALUE);
    assertThat(server.failures).isEmpty();
  }

  /// A socket that answers, asks, and joins rooms, and counts its ends.
  private static void watch(Socket socket, Map<Socket, Integer> ends) {
    ends.put(socket, 0);
    socket.join("room");
    socket.emitWithAck("ask", Duration.ofSeconds(1), new RecordingAckListener());
    socket.use((event, _, next) -> {
      if (event.size() > 1) {
        next.refuse("no", null);
      } else {
        next.proceed();
      }
    });
    socket.onAny((arguments, ack) -> {
      assertThat(socket.connected()).isTrue();
      ack.send(arguments.getFirst());
      socket.to("room").emit("echo");
    });
    socket.onDisconnect(_ -> ends.merge(socket, 1, Integer::sum));
  }

  @Provide
  Arbitrary<List<Packet>> messages() {
    return MessageArbitraries.messages()
        .list()
        .ofMaxSize(12)
        .map(rest -> {
          var messages = new ArrayList<Packet>(List.of(new Packet.Text("0")));
          messages.addAll(rest);
          return messages;
        });
  }
}
