package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private static final Set<Transport> BOTH = Set.of(Transport.values());
  private static final Transport POLLING = Transport.POLLING;

  private final RecordingPort port = new RecordingPort();
  private final RecordingPoll poll = new RecordingPoll();
  private final RecordingSink sink = new RecordingSink();

  @Test
  void isTheAnswerToTheFirstPoll() {
    var session = EngineSession.polling("lv_VI97", EngineOptions.defaults(), port, 0);
    session.poll(poll, 0);
    endTurn(session);
    assertThat(poll.answer())
        .isEqualTo(
            "0{\"sid\":\"lv_VI97\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
    assertThat(session.id()).isEqualTo("lv_VI97");
    assertThat(session.onPolling()).isTrue();
  }

  @Test
  void isTheFirstFrameAndOffersNoUpgradeOnWebSocket() {
    var session = EngineSession.webSocket("lv_VI97", EngineOptions.defaults(), port, sink, 0);
    assertThat(sink.frames)
        .containsExactly(
            "0{\"sid\":\"lv_VI97\",\"upgrades\":[],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
    assertThat(session.onPolling()).isFalse();
    assertThat(session.open()).isTrue();
  }

  @Test
  void tellsTheServersOwnOptions() {
    var options =
        new EngineOptions(
            Duration.ofMillis(300),
            Duration.ofMillis(200),
            5,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            10,
            1000,
            Set.of(Transport.WEBSOCKET),
            true,
            Optional.empty());
    EngineSession.webSocket("a", options, port, sink, 0);
    assertThat(sink.frames.getFirst())
        .contains("\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":5}");
  }

  @Test
  void comesBeforeMessagesSentInTheSameTurn() {
    var session = EngineSession.polling("a", EngineOptions.defaults(), port, 0);
    session.send(new Packet.Text("hello"));
    session.poll(poll, 0);
    endTurn(session);
    assertThat(poll.answer()).startsWith("0{").endsWith("}\u001e4hello");
  }

  @Test
  void offersNoUpgradeWhereNoneIsAllowed() {
    assertThat(firstAnswer(EngineOptions.defaults().withTransports(BOTH, false)))
        .contains("\"upgrades\":[],");
    assertThat(firstAnswer(EngineOptions.defaults().withTransports(Set.of(POLLING), true)))
        .contains("\"upgrades\":[],");
  }

  @Test
  void isFollowedByTheInitialPacket() {
    EngineOptions options = EngineOptions.defaults().withInitialPacket(new Packet.Text("welcome"));
    assertThat(firstAnswer(options)).startsWith("0{").endsWith("}\u001e4welcome");
    EngineSession.webSocket("a", options, port, sink, 0);
    assertThat(sink.frames.getLast()).isEqualTo("4welcome");
  }

  private String firstAnswer(EngineOptions options) {
    var reply = new RecordingPoll();
    EngineSession.polling("a", options, port, 0).poll(reply, 0);
    return reply.answer();
  }

  private void endTurn(EngineSession session) {
    if (port.flushWanted) {
      session.flush();
    }
  }
}
