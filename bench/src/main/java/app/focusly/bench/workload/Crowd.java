package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.Inbox;
import app.focusly.bench.generator.SocketIoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/// Clients that come to a server, a few at a time. Except for its construction and [#gather], used
/// on the generator's loop.
public final class Crowd {
  private static final int AT_ONCE = 32;
  private static final Duration GATHERING = Duration.ofMinutes(2);

  private final Generator generator;
  private final int size;
  private final IntFunction<SocketIoClient> clients;
  private final Door door;
  private final List<SocketIoClient> all = new ArrayList<>();
  private final CompletableFuture<Void> gathered = new CompletableFuture<>();
  private int ready;
  private boolean over;

  /// How a client comes in.
  @FunctionalInterface
  public interface Door {
    /// Opens a connection for a client.
    void open(Generator generator, Inbox client);
  }

  /// @param clients makes the client of each number
  public Crowd(Generator generator, int size, Door door, IntFunction<SocketIoClient> clients) {
    this.generator = generator;
    this.size = size;
    this.door = door;
    this.clients = clients;
  }

  /// Opens all connections, and waits until each client was said to be [#ready].
  public void gather() throws InterruptedException {
    generator
        .loop()
        .execute(() -> {
          for (int i = 0; i < Math.min(AT_ONCE, size); i++) {
            next();
          }
        });
    try {
      gathered.get(GATHERING.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the clients did not all get in", e);
    }
  }

  private void next() {
    if (all.size() < size && !over) {
      SocketIoClient client = clients.apply(all.size());
      all.add(client);
      door.open(generator, client);
    }
  }

  /// One client is where it should be; the next may come.
  public void ready() {
    ready++;
    next();
    if (ready == size) {
      gathered.complete(null);
    }
  }

  /// Something went wrong, which ends the measurement; when all go, it is no news.
  public void failed(String why) {
    if (!over) {
      over = true;
      failure = why;
      gathered.completeExceptionally(new IllegalStateException(why));
    }
  }

  private String failure = "";

  /// What went wrong; empty when nothing did.
  public String failure() {
    return failure;
  }

  /// Every client in the order in which they came.
  public List<SocketIoClient> clients() {
    return all;
  }

  /// All go.
  public void disperse() {
    over = true;
    all.forEach(SocketIoClient::close);
  }
}
