package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.Packet;
import app.focusly.server.testing.EngineServer;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.websocket.Loop;
import app.focusly.socketio.EngineLink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What one session makes due for another is done in time, though the other hears nothing itself.
class DeadlinesTest {
  private static final int DUE_AFTER_MILLIS = 20;

  private final List<Alarm> alarms = new CopyOnWriteArrayList<>();

  @AutoClose
  private final EngineServer server =
      EngineServer.start(
          EngineServer.config(EngineOptions.defaults(), Duration.ofSeconds(45)),
          EngineServer.hooks(),
          (_, link, loop) -> {
            var alarm = new Alarm(link, loop);
            alarms.add(alarm);
            return alarm;
          });

  /// Sets the alarms of all sessions when a message comes, each on its own loop.
  private final class Alarm implements SessionHandler {
    private final EngineLink link;
    private final Loop loop;
    private long ringsAtMillis = Long.MAX_VALUE;

    Alarm(EngineLink link, Loop loop) {
      this.link = link;
      this.loop = loop;
    }

    private void set() {
      ringsAtMillis = loop.nowMillis() + DUE_AFTER_MILLIS;
    }

    @Override
    public void text(String message, long nowMillis) {
      alarms.forEach(alarm -> alarm.link.execute(alarm::set));
    }

    @Override
    public void binary(byte[] message, long nowMillis) {}

    @Override
    public boolean joined() {
      return true;
    }

    @Override
    public void closed(CloseReason reason) {}

    @Override
    public long deadlineMillis() {
      return ringsAtMillis;
    }

    @Override
    public void tick(long nowMillis) {
      ringsAtMillis = Long.MAX_VALUE;
      link.send(new Packet.Text("ring"));
    }

    @Override
    public void shutDown() {
      link.close(CloseReason.FORCED_CLOSE);
    }
  }

  private RawWebSocket open() {
    RawWebSocket webSocket = RawWebSocket.open(server, "/engine.io/?EIO=4&transport=websocket");
    assertThat(webSocket.text()).startsWith("0{");
    return webSocket;
  }

  /// The timer used to be armed in a session's own turn alone: with its next message or heartbeat.
  @Test
  void anotherSessionsDeadlineIsKept() {
    try (RawWebSocket silent = open();
        RawWebSocket second = open();
        RawWebSocket talking = open()) {
      talking.send("4set");
      assertThat(silent.text()).isEqualTo("4ring");
      assertThat(second.text()).isEqualTo("4ring");
      assertThat(talking.text()).isEqualTo("4ring");
    }
  }
}
