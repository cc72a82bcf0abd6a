package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.Packet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The wire format is a port: a server may speak another one.
class PacketFormatTest {

  /// Everything in one binary message: the text of the usual format, in UTF-8.
  private static final class Utf8Format implements PacketFormat {
    @Override
    public List<Packet> encode(SocketPacket packet) {
      Packet first = JSON.encode(packet).getFirst();
      return List.of(
          new Packet.Binary(((Packet.Text) first).data().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Decoder decoder() {
      Decoder json = JSON.decoder();
      return new Decoder() {
        @Override
        public @Nullable SocketPacket text(String message) {
          throw new MalformedSocketPacketException("text where bytes were due");
        }

        @Override
        public @Nullable SocketPacket binary(byte[] message) {
          return json.text(new String(message, StandardCharsets.UTF_8));
        }
      };
    }
  }

  private final TestServer server =
      new TestServer(SocketIoOptions.defaults().withFormat(new Utf8Format()));
  private final TestClient client = server.client();

  private void say(String message) {
    client.say(message.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> heard() {
    return client.packets.stream()
        .map(packet -> new String(((Packet.Binary) packet).data(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void allThatIsSaidUsesTheFormat() {
    server.main.onConnection(socket -> {
      socket.emit("hi");
      socket.on("ask", (arguments, ack) -> ack.send(arguments.getFirst()));
    });
    say("0/none,");
    say("0");
    say("27[\"ask\",1]");
    server.main.everyone().emit("all");
    server.sockets.getFirst().disconnect();
    assertThat(heard())
        .containsExactly(
            "4/none,{\"message\":\"Invalid namespace\"}",
            "0{\"sid\":\"s1\"}",
            "2[\"hi\"]",
            "37[1]",
            "2[\"all\"]",
            "1");
  }

  @Test
  void whatIsNotOfTheFormatEndsTheConnection() {
    say("0");
    client.say("2[\"a\"]");
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
  }
}
