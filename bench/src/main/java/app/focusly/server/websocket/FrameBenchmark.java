package app.focusly.server.websocket;

import app.focusly.engineio.Packet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A packet's way into a frame: the first one is encoded, those to further connections share it.
/// Here and not beside the other benchmarks, since frames are the affair of this package alone.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FrameBenchmark {
  private static final String TEXT = "2[\"say\",\"" + "0123456789".repeat(10) + "\"]";

  private final SharedFrames frames = new SharedFrames();
  private final ByteBufAllocator allocator = PooledByteBufAllocator.DEFAULT;
  private final Packet packet = new Packet.Text(TEXT);

  /// A packet that no connection had before.
  @Benchmark
  public int encode() {
    return release(frames.frame(new Packet.Text(TEXT), allocator));
  }

  /// A packet that another connection of the loop had just before.
  @Benchmark
  public int share() {
    return release(frames.frame(packet, allocator));
  }

  private static int release(ByteBuf frame) {
    int bytes = frame.readableBytes();
    frame.release();
    return bytes;
  }

  /// Gives the kept frames back.
  @TearDown
  public void close() {
    frames.close();
  }
}
