package app.focusly.engineio;

import static app.focusly.engineio.RecordedSession.PING_INTERVAL;
import static app.focusly.engineio.RecordedSession.PING_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each reason can come about, and has the reference's words.
class CloseReasonTest {

  @ParameterizedTest
  @EnumSource
  void comesAboutOnPolling(CloseReason reason) {
    var peer = RecordedSession.polling();
    switch (reason) {
      case TRANSPORT_ERROR -> peer.session.post("2", 1);
      case TRANSPORT_CLOSE -> peer.session.post("1", 1);
      case FORCED_CLOSE -> peer.session.close(CloseReason.FORCED_CLOSE);
      case PING_TIMEOUT -> missPong(peer);
      case PARSE_ERROR -> peer.session.post("abc", 1);
      case RATE_LIMITED -> peer.session.close(CloseReason.RATE_LIMITED);
      case SLOW_CONSUMER -> peer.send("x".repeat(RecordedSession.OPTIONS.maxWaitingBytes()), "y");
    }
    assertThat(peer.port.closed).containsExactly(reason);
  }

  @ParameterizedTest
  @EnumSource
  void comesAboutOnWebSocket(CloseReason reason) {
    var peer = RecordedSession.webSocket();
    switch (reason) {
      case TRANSPORT_ERROR -> peer.session.text("2", 1);
      case TRANSPORT_CLOSE -> peer.session.text("1", 1);
      case FORCED_CLOSE -> peer.session.close(CloseReason.FORCED_CLOSE);
      case PING_TIMEOUT -> missPong(peer);
      case PARSE_ERROR -> peer.session.text("abc", 1);
      case RATE_LIMITED -> peer.session.webSocketClosed(CloseReason.RATE_LIMITED);
      case SLOW_CONSUMER -> {
        peer.sink.waitingBytes = Long.MAX_VALUE;
        peer.send("y");
      }
    }
    assertThat(peer.port.closed).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSPORT_ERROR, transport error",
    "TRANSPORT_CLOSE, transport close",
    "FORCED_CLOSE,    forced close",
    "PING_TIMEOUT,    ping timeout",
    "PARSE_ERROR,     parse error",
    "SLOW_CONSUMER,   slow consumer",
    "RATE_LIMITED,    rate limited",
  })
  void saysWhatListenersRelyOn(CloseReason reason, String text) {
    assertThat(reason.text()).isEqualTo(text);
  }

  private static void missPong(RecordedSession peer) {
    peer.tick(PING_INTERVAL);
    peer.tick(PING_INTERVAL + PING_TIMEOUT);
  }
}
