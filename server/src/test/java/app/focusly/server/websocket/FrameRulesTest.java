package app.focusly.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRulesTest {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";
  private static final int MAX_PAYLOAD = 100_000;

  /// Who answers the close is gone at once: the time after which a connection is cut does not come.
  /// The answers of those who had sent what cannot be read used to be overheard.
  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(
          Map.of(
              "FOCUSLY_MAX_PAYLOAD", Integer.toString(MAX_PAYLOAD), "FOCUSLY_CLOSE_TIMEOUT", "1m"));

  private static RawWebSocket open() {
    RawWebSocket webSocket = RawWebSocket.open(SERVER, SOCKET_IO);
    assertThat(webSocket.text()).startsWith("0{");
    return webSocket;
  }

  @Test
  void anUnmaskedFrameEndsTheConnection() {
    try (RawWebSocket webSocket = open()) {
      webSocket.connection().send(Frame.text("40").unmasked());
      assertThat(webSocket.closed()).isEqualTo(1002);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x40, 0x20, 0x10})
  void aReservedBitEndsTheConnection(int bit) {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(new Frame(Frame.FINAL | bit | Frame.TEXT, new byte[] {'4', '0'}));
      assertThat(webSocket.closed()).isEqualTo(1002);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x3, 0x7, 0xB, 0xF})
  void anUnknownOpcodeEndsTheConnection(int opcode) {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(Frame.whole(opcode, new byte[0]));
      assertThat(webSocket.closed()).isEqualTo(1002);
    }
  }

  @Test
  void aContinuationOfNothingEndsTheConnection() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(Frame.whole(Frame.CONTINUATION, new byte[] {'4', '0'}));
      assertThat(webSocket.closed()).isEqualTo(1002);
    }
  }

  @Test
  void aPingInFragmentsEndsTheConnection() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(new Frame(Frame.PING, new byte[0]));
      assertThat(webSocket.closed()).isEqualTo(1002);
    }
  }

  @Test
  void aFrameOverTheLimitEndsTheConnection() {
    try (RawWebSocket webSocket = open()) {
      webSocket.connection().send(headerOf(MAX_PAYLOAD + 1));
      assertThat(webSocket.closed()).isEqualTo(1009);
    }
  }

  private static byte[] headerOf(int length) {
    return Arrays.copyOf(Frame.whole(Frame.TEXT, new byte[length]).masked(), 2 + Long.BYTES + 4);
  }

  @Test
  void aMessageOfTheLimitIsTaken() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
      String frame = "420[\"clock\",\"" + "x".repeat(MAX_PAYLOAD - 15) + "\"]";
      assertThat(frame).hasSize(MAX_PAYLOAD);
      webSocket.send(frame);
      assertThat(webSocket.text()).startsWith("430[{\"ok\":true");
    }
  }

  @Test
  void fragmentsThatTogetherAreOverTheLimitEndTheConnection() {
    try (RawWebSocket webSocket = open()) {
      byte[] half = "4".repeat(MAX_PAYLOAD / 2 + 1).getBytes(StandardCharsets.US_ASCII);
      webSocket.send(new Frame(Frame.TEXT, half));
      webSocket.send(Frame.whole(Frame.CONTINUATION, half));
      assertThat(webSocket.closed()).isEqualTo(1009);
    }
  }

  @Test
  void aTextThatIsNoUtf8EndsTheConnection() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(Frame.whole(Frame.TEXT, new byte[] {'4', '2', (byte) 0xC3, (byte) 0x28}));
      assertThat(webSocket.closed()).isEqualTo(1007);
    }
  }

  @Test
  void aTextThatHoldsTheReplacementCharacterIsOneLikeAnyOther() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
      webSocket.send("420[\"clock\",\"\uFFFD\"]");
      assertThat(webSocket.text()).startsWith("430[{\"ok\":true");
    }
  }

  @Test
  void fragmentsAreJoined() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
      webSocket.send(new Frame(Frame.TEXT, bytes("420")));
      webSocket.send(new Frame(Frame.CONTINUATION, bytes("[\"clo")));
      webSocket.send(Frame.whole(Frame.CONTINUATION, bytes("ck\"]")));
      assertThat(webSocket.text()).startsWith("430[{\"ok\":true");
    }
  }

  @Test
  void aCharacterSplitBetweenFragmentsIsWhole() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
      byte[] message = bytes("420[\"join-room\",{\"roomId\":\"r\",\"userId\":\"é\"}]");
      int cut = new String(message, StandardCharsets.ISO_8859_1).indexOf('Ã') + 1;
      webSocket.send(new Frame(Frame.TEXT, Arrays.copyOf(message, cut)));
      webSocket.send(
          Frame.whole(Frame.CONTINUATION, Arrays.copyOfRange(message, cut, message.length)));
      assertThat(webSocket.text()).contains("\"userId\":\"é\"");
    }
  }

  @Test
  void aPingBetweenFragmentsIsAnsweredAtOnce() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(new Frame(Frame.TEXT, bytes("4")));
      webSocket.send(Frame.whole(Frame.PING, bytes("between")));
      Frame pong = webSocket.read();
      assertThat(pong.opcode()).isEqualTo(Frame.PONG);
      assertThat(pong.text()).isEqualTo("between");
      webSocket.send(Frame.whole(Frame.CONTINUATION, bytes("0")));
      assertThat(webSocket.text()).startsWith("40{");
    }
  }

  @Test
  void aPongThatNobodyAskedForIsIgnored() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(Frame.whole(Frame.PONG, bytes("hello")));
      webSocket.send("40");
      assertThat(webSocket.text()).startsWith("40{");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 4321})
  void theClientsCloseIsEchoedAndTheConnectionEnds(int status) {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(Frame.close(status));
      assertThat(webSocket.read())
          .matches(frame -> frame.opcode() == Frame.CLOSE)
          .extracting(Frame::status)
          .isEqualTo(status);
      webSocket.connection().awaitEnd();
    }
  }

  @Test
  void aCloseWithoutAStatusIsEchoed() {
    try (RawWebSocket webSocket = open()) {
      webSocket.send(Frame.whole(Frame.CLOSE, new byte[0]));
      assertThat(webSocket.read().opcode()).isEqualTo(Frame.CLOSE);
      webSocket.connection().awaitEnd();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
