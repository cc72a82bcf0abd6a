package app.focusly.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What rooms were asked, and how their journal fares, as a running server tells it.
class RoomMetricsTest {
  private static final String COMMAND_ID = "00000000-0000-4000-8000-000000000001";

  @Test
  void commandsAreCountedByTypeAndOutcome() {
    try (TestServer server = TestServer.start();
        SocketIoClient client = SocketIoClient.connect(server)) {
      assertThat(commands(server, "join-room", "ok")).isZero();
      client.call("chat-send", Map.of("text", "too early"));
      client.call("join-room", Map.of("roomId", "r", "userId", "u", "protocol", 1));
      client.call("chat-send", Map.of("text", "Hello", "commandId", COMMAND_ID));
      client.call("chat-send", Map.of("text", "Hello", "commandId", COMMAND_ID));
      client.call("no-such-event-" + COMMAND_ID);

      assertThat(commands(server, "join-room", "ok")).isEqualTo(1);
      assertThat(commands(server, "chat-send", "not-joined")).isEqualTo(1);
      assertThat(commands(server, "chat-send", "ok")).isEqualTo(1);
      assertThat(commands(server, "chat-send", "repeat")).isEqualTo(1);
      assertThat(commands(server, "unknown", "unknown-event")).isEqualTo(1);
      assertThat(Scrape.of(server).values().keySet()).noneMatch(name -> name.contains("no-such"));
    }
  }

  @Test
  void theJournalsWritingIsMeasured() {
    try (TestServer server = TestServer.start();
        SocketIoClient client = SocketIoClient.connect(server)) {
      client.call("join-room", Map.of("roomId", "r", "userId", "u", "protocol", 1));
      client.call("chat-send", Map.of("text", "Hello"));

      Scrape scrape = Scrape.of(server);
      double appends = scrape.value("focusly_journal_lag_seconds_count");
      assertThat(appends).isPositive();
      assertThat(scrape.value("focusly_journal_lag_seconds_sum")).isPositive();
      assertThat(scrape.value("focusly_journal_batch_sum")).isGreaterThanOrEqualTo(appends);
      assertThat(scrape.value("focusly_journal_batch_count")).isPositive();
      assertThat(scrape.value("focusly_journal_waiting")).isZero();
      assertThat(scrape.value("focusly_storage_failures_total{cause=\"failed\"}")).isZero();
    }
  }

  @Test
  void eachLoopTellsHowLateItIs() {
    try (TestServer server = TestServer.start()) {
      Scrape.await(
          server, scrape -> scrape.value("focusly_loop_delay_seconds_count{loop=\"0\"}") > 0);
    }
  }

  private static double commands(TestServer server, String type, String outcome) {
    return Scrape.of(server)
        .value("focusly_commands_total{outcome=\"%s\",type=\"%s\"}".formatted(outcome, type));
  }
}
