package app.focusly.server.load;

import app.focusly.server.testing.RawWebSocket;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// Clients that behave, from addresses of their own: each asks something now and then, and notes
/// how long the answer took.
final class Bystanders implements AutoCloseable {
  /// Where they all come from, as those do who are behind a proxy.
  static final String PROXY = "127.0.0.2";

  private static final int COUNT = 20;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<SocketIoClient> clients;

  Bystanders(TestServer server) {
    clients =
        Clients.connect(
            COUNT,
            index -> {
              SocketIoClient client =
                  SocketIoClient.connect(
                      RawWebSocket.open(
                          Clients.from(PROXY, server),
                          SocketIoClient.PATH,
                          "X-Forwarded-For: 192.0.2." + (1 + index)));
              client.join("room-" + index / 5, "u" + index);
              return client;
            });
  }

  /// How long answers took, in microseconds.
  record Latency(int answers, long p50, long p99, long most) {
    static Latency of(LongStream nanos) {
      long[] sorted = nanos.sorted().toArray();
      return new Latency(
          sorted.length,
          sorted[sorted.length / 2] / 1_000,
          sorted[sorted.length * 99 / 100] / 1_000,
          sorted[sorted.length - 1] / 1_000);
    }
  }

  /// Asks for so long, at an even pace.
  Latency measure(Duration length) {
    List<long[]> took =
        Clients.all(
            COUNT,
            index -> {
              LongStream.Builder nanos = LongStream.builder();
              long end = System.nanoTime() + length.toNanos();
              for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                clients.get(index).call("clock");
                nanos.add(System.nanoTime() - now);
                LockSupport.parkNanos(PAUSE_NANOS);
              }
              return nanos.build().toArray();
            });
    return Latency.of(took.stream().flatMapToLong(Arrays::stream));
  }

  @Override
  public void close() {
    clients.forEach(SocketIoClient::close);
  }
}
