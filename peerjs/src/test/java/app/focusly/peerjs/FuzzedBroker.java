package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A broker with little room, and sockets that do what a script says.
final class FuzzedBroker {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_SOCKETS = 20;
  private static final int MAX_PEERS = 3;
  private static final int MAX_MESSAGES = 6;
  private static final int MAX_BYTES = 4_000;

  private final Stage stage =
      new Stage(
          new OptionsBuilder()
              .concurrentLimit(MAX_PEERS)
              .expireTimeout(Duration.ofMillis(50))
              .aliveTimeout(Duration.ofMillis(120))
              .cleanupInterval(Duration.ofMillis(1))
              .perDestination(new Allowance(3, 2_000))
              .perSender(new Allowance(4, 3_000))
              .total(new Allowance(MAX_MESSAGES, MAX_BYTES))
              .destinations(2));

  private final List<RecordingConnection> sockets = new ArrayList<>();

  /// The socket that speaks; the one opened last until a script names another.
  private int speaking;

  /// One line of a script: a query with which a socket opens, a sign for something else that
  /// happens to the one that speaks, or a message of it.
  void step(String line) {
    if (line.startsWith("?")) {
      open(line.substring(1));
    } else if (line.startsWith("+")) {
      stage.tickAfter(number(line));
    } else if (!sockets.isEmpty()) {
      happen(sockets.get(speaking), line);
    }
    assertWithinLimits();
  }

  private void open(String query) {
    if (sockets.size() < MAX_SOCKETS) {
      speaking = sockets.size();
      sockets.add(new RecordingConnection());
      stage.broker.connect(Handshake.ofQuery(query), sockets.getLast(), stage.nowMillis);
    }
  }

  private void happen(RecordingConnection socket, String line) {
    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '-' -> stage.broker.disconnected(socket);
      case '!' -> stage.broker.touched(socket, stage.nowMillis);
      case '|' -> socket.takeOnly(number(line));
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          speaking = number(line) % sockets.size();
      default -> stage.receive(socket, line);
    }
  }

  private void assertWithinLimits() {
    assertThat(stage.broker.connectedIds()).hasSizeLessThanOrEqualTo(MAX_PEERS);
    assertThat(stage.broker.waitingMessages()).isLessThanOrEqualTo(MAX_MESSAGES);
    assertThat(stage.broker.waitingBytes()).isLessThanOrEqualTo(MAX_BYTES);
    for (RecordingConnection socket : sockets) {
      socket.takeFrames().forEach(FuzzedBroker::assertReadable);
    }
  }

  /// A client reads a frame with `JSON.parse` and looks at its type.
  private static void assertReadable(String frame) {
    try {
      assertThat(JSON.readTree(frame).path("type").isTextual()).isTrue();
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(frame, unreadable);
    }
  }

  /// When nobody says anything any more, time alone ends all.
  void end() {
    for (int sweep = 0; sweep < 3; sweep++) {
      stage.tickAfter(200);
    }
    assertThat(stage.broker.connectedIds()).isEmpty();
    assertThat(stage.broker.waitingMessages()).isZero();
    assertThat(stage.broker.waitingBytes()).isZero();
    assertThat(stage.broker.nextDeadlineMillis()).isEmpty();
    assertThat(sockets).allMatch(socket -> stage.receive(socket, "{}") == Outcome.UNREGISTERED);
  }

  /// The number that up to three digits of a line make.
  private static int number(String line) {
    String digits = line.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits, 0, Math.min(3, digits.length()), 10);
  }
}
