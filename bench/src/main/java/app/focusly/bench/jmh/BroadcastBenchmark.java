package app.focusly.bench.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One event to all sockets of a room, down to where each one's session would take it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BroadcastBenchmark {
  private final Library library = new Library();
  private final JsonNode text = TextNode.valueOf("0123456789".repeat(10));

  /// Members of the room.
  @Param({"1", "5", "100", "1000"})
  public int members;

  /// Fills the room.
  @Setup
  public void fill() {
    library.namespace().onConnection(socket -> socket.join("room"));
    for (int i = 0; i < members; i++) {
      library.connect();
    }
  }

  /// To everyone.
  @Benchmark
  public long toAll() {
    library.namespace().to("room").emit("say", text);
    return library.link().packets();
  }

  /// To all but one, as the product's rooms do it.
  @Benchmark
  public long toAllButOne() {
    library.namespace().to("room").except("socket-1").emit("say", text);
    return library.link().packets();
  }
}
