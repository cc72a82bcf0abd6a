package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.SocketIoClient;
import app.focusly.bench.generator.Transport;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One client that joins one room: the time from its `join-room` to the answer, which has the
/// room's state.
public final class FirstJoin implements SocketIoClient.Listener {
  private static final int ANSWER_SECONDS = 60;

  private final byte[] join = Dialect.ROOM.join(0, 0);
  private final CompletableFuture<Double> millis = new CompletableFuture<>();
  private long begun;

  private FirstJoin() {}

  /// The time in milliseconds.
  public static double millis(Generator generator, int port)
      throws InterruptedException, TimeoutException {
    var visitor = new FirstJoin();
    var client = new SocketIoClient(visitor);
    Transport.WEBSOCKET.open(generator, port, client);
    try {
      return visitor.millis.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      generator.loop().execute(client::close);
    }
  }

  @Override
  public void connected(SocketIoClient client) {
    begun = System.nanoTime();
    client.send(join);
  }

  @Override
  public void event(ByteBuf bytes, int index, int length) {}

  @Override
  public void acknowledged(ByteBuf bytes, int index, int length) {
    if (Acknowledgement.isAccepted(bytes, index, length)) {
      millis.complete((System.nanoTime() - begun) / 1e6);
    } else {
      failed(Acknowledgement.text(bytes, index, length));
    }
  }

  @Override
  public void failed(String why) {
    millis.completeExceptionally(new IllegalStateException(why));
  }
}
