package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.SocketIoClient;
import app.focusly.bench.generator.Transport;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Rooms in which somebody speaks at fixed times, whether or not the server keeps up: an open loop.
/// A delivery's latency counts from the time at which its message was to be sent, so that a server
/// that holds up the sender gains nothing by it.
public final class PacedRooms implements PacedLoad {
  private static final long SECOND_NANOS = 1_000_000_000;

  private final Generator generator;
  private final Shape shape;
  private final long gapNanos;
  private final Crowd crowd;
  private final Histogram latencies = new Histogram();
  private final List<SocketIoClient> speakers = new ArrayList<>();
  private @Nullable Future<?> pace;
  private long startNanos;
  private long sent;
  private long delivered;

  /// How many there are.
  ///
  /// @param deliveriesASecond in all rooms together
  public record Shape(int rooms, int members, int deliveriesASecond) {}

  public PacedRooms(Generator generator, int port, Shape shape) {
    this.generator = generator;
    this.shape = shape;
    this.gapNanos = SECOND_NANOS * shape.members() / shape.deliveriesASecond();
    this.crowd =
        new Crowd(
            generator,
            shape.rooms() * shape.members(),
            (on, client) -> Transport.WEBSOCKET.open(on, port, client),
            number -> new Member(number).client);
  }

  @Override
  public void begin() throws InterruptedException, TimeoutException {
    crowd.gather();
    generator.ask(() -> {
      speakers.addAll(crowd.clients());
      startNanos = System.nanoTime();
      pace = generator.loop().scheduleAtFixedRate(this::sendDue, 0, gapNanos, TimeUnit.NANOSECONDS);
      return true;
    });
  }

  /// Sends all that should have been sent by now, each with its own time.
  private void sendDue() {
    long now = System.nanoTime() - startNanos;
    for (long due = sent * gapNanos; due <= now; due += gapNanos) {
      speakers.get((int) (sent % speakers.size())).send(Stamp.packet(due / 1_000));
      sent++;
    }
  }

  @Override
  public void forget() {
    latencies.clear();
  }

  @Override
  public Map<String, Double> latencies() {
    return latencies.figures("deliveries");
  }

  @Override
  public Duration backlog() {
    return Duration.ofNanos((sent - delivered / shape.members()) * gapNanos);
  }

  @Override
  public long operations() {
    return delivered;
  }

  @Override
  public String failure() {
    return crowd.failure();
  }

  @Override
  public void end() {
    if (pace != null) {
      pace.cancel(false);
    }
    crowd.disperse();
  }

  private final class Member implements SocketIoClient.Listener {
    private final SocketIoClient client = new SocketIoClient(this);
    private final byte[] join;

    /// Neighbours by number are in different rooms, so that a room's messages are spread in time.
    Member(int number) {
      this.join = Dialect.ECHO.join(number % shape.rooms(), number / shape.rooms());
    }

    @Override
    public void connected(SocketIoClient self) {
      self.send(join);
    }

    @Override
    public void event(ByteBuf bytes, int index, int length) {
      delivered++;
      long now = (System.nanoTime() - startNanos) / 1_000;
      latencies.add(now - Stamp.micros(bytes, index));
    }

    @Override
    public void acknowledged(ByteBuf bytes, int index, int length) {
      crowd.ready();
    }

    @Override
    public void failed(String why) {
      crowd.failed(why);
    }
  }
}
