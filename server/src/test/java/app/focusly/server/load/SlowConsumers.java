package app.focusly.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.Frame;
import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.Scrape;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// One room, in which somebody speaks all the time and some do not read: exactly those are closed,
/// with the reason, what waits for them is bounded, and the others get everything in order.
final class SlowConsumers {
  private static final long MIB = 1024 * 1024;
  private static final Executor THREADS =
      command -> Thread.ofVirtual().name("reader").start(command);
  private static final String MEMBERS = "focusly_members";

  private SlowConsumers() {}

  /// Runs the crowd once, from its joining to what the slow ones read when all is over.
  ///
  /// @param waitingBytes what may wait for one: more than a reader on a busy machine is behind
  /// @param gap from one broadcast to the next at least
  /// @return the 99th percentile of how long a broadcast took to those who read
  static Duration run(int clients, int slow, int broadcasts, int waitingBytes, Duration gap) {
    Map<String, String> settings = new HashMap<>(Clients.UNLIMITED_ADDRESS);
    settings.put("FOCUSLY_ROOM_MEMBERS", "2000");
    settings.put("FOCUSLY_MESSAGES", "off");
    settings.put("FOCUSLY_MAX_WAITING_BYTES", Integer.toString(waitingBytes));
    settings.put("FOCUSLY_SEND_BUFFER", "16384");
    settings.put("FOCUSLY_CLOSE_TIMEOUT", "10m"); // they read when all is over
    long[] took;
    try (TestServer server = TestServer.start(settings)) {
      var sentAt = new AtomicLongArray(broadcasts);
      List<CompletableFuture<long[]>> heard =
          Clients.connect(
              clients - slow,
              index -> {
                SocketIoClient client = join(SocketIoClient.connect(server), "reader-" + index);
                return CompletableFuture.supplyAsync(() -> listen(client, sentAt), THREADS);
              });
      List<SocketIoClient> stuck =
          Clients.connect(
              slow,
              index ->
                  join(
                      SocketIoClient.connect(
                          RawWebSocket.open(Clients.narrow(server), SocketIoClient.PATH)),
                      "slow-" + index));
      Scrape before = Scrape.await(server, now -> now.value(MEMBERS) == clients);
      try (SocketIoClient speaker = SocketIoClient.connect(server)) {
        speaker.join("r", "speaker");
        for (int i = 0; i < broadcasts; i++) {
          sentAt.set(i, System.nanoTime());
          speaker.call("media-state", state(i));
          LockSupport.parkNanos(sentAt.get(i) + gap.toNanos() - System.nanoTime());
        }
        Scrape after = Scrape.of(server);
        took =
            heard.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        report(clients, slow, broadcasts, before, after, took);
        assertThat(Scrape.of(server).closed("slow consumer")).isEqualTo(slow);
        assertThat(grown(before, after)).isLessThan(slow * (double) waitingBytes + 16 * MIB);
      }
      stuck.forEach(SlowConsumers::assertClosedForBeingSlow);
      Scrape.await(server, Scrape::quiet);
    }
    return Duration.ofNanos(took[took.length * 99 / 100]);
  }

  private static SocketIoClient join(SocketIoClient client, String name) {
    client.ask("join-room", "r", name);
    return client;
  }

  private static Map<String, Object> state(int number) {
    return Map.of(
        "mic", number % 2 == 0, "camera", false, "screen", false, "hand", number / 2 % 2 == 0);
  }

  /// Reads all that the speaker says.
  ///
  /// @return how long each took, in nanoseconds
  private static long[] listen(SocketIoClient reader, AtomicLongArray sentAt) {
    long[] took = new long[sentAt.length()];
    int number = 0;
    while (number < took.length) {
      SocketIoClient.Event event = reader.nextEvent();
      if (isSpeakersState(event)) {
        took[number] = System.nanoTime() - sentAt.get(number);
        JsonNode media = event.argument().findParent("mic");
        if (media == null
            || media.get("mic").booleanValue() != (number % 2 == 0)
            || media.get("hand").booleanValue() != (number / 2 % 2 == 0)) {
          throw new AssertionError("not number " + number + ": " + event);
        }
        number++;
      }
    }
    reader.close();
    return took;
  }

  /// Those that come about by joins have the camera on.
  private static boolean isSpeakersState(SocketIoClient.Event event) {
    return event.name().equals("member-updated")
        && event.argument().findValuesAsText("userId").contains("speaker")
        && !event.argument().findValue("camera").booleanValue();
  }

  private static double grown(Scrape before, Scrape after) {
    return after.value("netty_direct_memory") - before.value("netty_direct_memory");
  }

  private static void report(
      int clients, int slow, int broadcasts, Scrape before, Scrape after, long[] all) {
    System.out.printf(
        "slow consumers: clients=%d slow=%d broadcasts=%d closed=%.0f direct grew=%.0f KiB"
            + " readers p50=%d us p99=%d us max=%d us%n",
        clients,
        slow,
        broadcasts,
        after.closed("slow consumer"),
        grown(before, after) / 1024,
        all[all.length / 2] / 1_000,
        all[all.length * 99 / 100] / 1_000,
        all[all.length - 1] / 1_000);
  }

  /// It reads at last, within the time that a close may take.
  private static void assertClosedForBeingSlow(SocketIoClient client) {
    Frame frame = client.webSocket().read();
    while (frame.opcode() == Frame.TEXT) {
      frame = client.webSocket().read();
    }
    assertThat(frame.opcode()).isEqualTo(Frame.CLOSE);
    assertThat(frame.status()).isEqualTo(1008);
    assertThat(frame.text().substring(2)).isEqualTo("slow consumer");
    client.close();
  }
}
