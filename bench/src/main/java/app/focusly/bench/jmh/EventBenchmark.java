package app.focusly.bench.jmh;

import app.focusly.socketio.ClientConnection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One event of a client, from its text to its listener, and one of ours, from its tree to its
/// text.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EventBenchmark {
  private static final String SAY = "2[\"say\",\"" + "0123456789".repeat(10) + "\"]";
  private static final String MEDIA =
      "21[\"media-state\",{\"mic\":true,\"camera\":false,\"screen\":false,\"hand\":false}]";

  private final Library library = new Library();
  private final JsonNode text = TextNode.valueOf("0123456789".repeat(10));
  private ClientConnection client = connect();
  private List<JsonNode> heard = List.of();

  private ClientConnection connect() {
    library
        .namespace()
        .onConnection(socket ->
            socket
                .on("say", (arguments, _) -> heard = arguments)
                .on("media-state", (arguments, ack) -> ack.send()));
    return library.connect();
  }

  /// Connects anew, so that each iteration begins alike.
  @Setup
  public void reconnect() {
    client = library.connect();
  }

  /// A text of 100 bytes.
  @Benchmark
  public List<JsonNode> parseText() {
    client.text(SAY, 0);
    return heard;
  }

  /// A small object, with an acknowledgement.
  @Benchmark
  public long parseObjectAndAcknowledge() {
    client.text(MEDIA, 0);
    return library.link().packets();
  }

  /// To a room without members: the encoding is all there is to do.
  @Benchmark
  public void encodeText() {
    library.namespace().to("nobody").emit("say", text);
  }
}
