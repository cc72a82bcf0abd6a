package app.focusly.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Messages wait for the end of the turn, and control frames do not: they come in order all the
/// same. Each test's frames are sent in one segment, so that they are read in one turn.
class FrameOrderTest {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";
  private static final Frame ASK = Frame.text("420[\"clock\"]");
  private static final String ANSWER = "430[{\"ok\":true";

  @AutoClose private static final TestServer SERVER = TestServer.start();

  private static RawWebSocket joined() {
    RawWebSocket webSocket = RawWebSocket.open(SERVER, SOCKET_IO);
    assertThat(webSocket.text()).startsWith("0{");
    webSocket.send("40");
    assertThat(webSocket.text()).startsWith("40{");
    return webSocket;
  }

  private static void sendTogether(RawWebSocket webSocket, List<Frame> frames) {
    var segment = new ByteArrayOutputStream();
    frames.forEach(frame -> segment.writeBytes(frame.masked()));
    webSocket.connection().send(segment.toByteArray());
  }

  @Test
  void answersOfOneTurnComeInTheOrderOfTheQuestions() {
    try (RawWebSocket webSocket = joined()) {
      List<String> numbers = List.of("0", "1", "2");
      sendTogether(
          webSocket,
          numbers.stream().map(number -> Frame.text("42" + number + "[\"clock\"]")).toList());
      for (String number : numbers) {
        assertThat(webSocket.text()).startsWith("43" + number);
      }
    }
  }

  @Test
  void aPongComesBetweenTheAnswersAroundIt() {
    try (RawWebSocket webSocket = joined()) {
      sendTogether(webSocket, List.of(ASK, Frame.whole(Frame.PING, new byte[] {7}), ASK));
      assertThat(webSocket.text()).startsWith(ANSWER);
      assertThat(webSocket.read().opcode()).isEqualTo(Frame.PONG);
      assertThat(webSocket.text()).startsWith(ANSWER);
    }
  }

  @Test
  void anAnswerComesBeforeTheEndThatTheClientAskedFor() {
    try (RawWebSocket webSocket = joined()) {
      sendTogether(webSocket, List.of(ASK, Frame.close(1000)));
      assertThat(webSocket.text()).startsWith(ANSWER);
      assertThat(webSocket.closed()).isEqualTo(1000);
    }
  }

  @Test
  void anAnswerComesBeforeTheRefusalOfTheNextFrame() {
    try (RawWebSocket webSocket = joined()) {
      sendTogether(webSocket, List.of(ASK, Frame.whole(0x3, new byte[0])));
      assertThat(webSocket.text()).startsWith(ANSWER);
      assertThat(webSocket.closed()).isEqualTo(1002);
    }
  }
}
