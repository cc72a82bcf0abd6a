package app.focusly.server.websocket;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// The event loops of the process: one a core, shared by HTTP, sockets and rooms. Immutable.
public final class Loops {
  private final List<Loop> all;
  private final Map<EventExecutor, Loop> byExecutor;

  private Loops(List<Loop> all) {
    this.all = List.copyOf(all);
    var index = new HashMap<EventExecutor, Loop>();
    all.forEach(loop -> index.put(loop.executor(), loop));
    this.byExecutor = Map.copyOf(index);
  }

  /// The event loops that Vert.x runs on.
  ///
  /// @param clockMillis a monotonic clock in milliseconds
  public static Loops of(Vertx vertx, LongSupplier clockMillis) {
    var loops = new ArrayList<Loop>();
    for (EventExecutor executor : ((VertxInternal) vertx).nettyEventLoopGroup()) {
      loops.add(new Loop((EventLoop) executor, clockMillis));
    }
    return new Loops(loops);
  }

  /// Every loop.
  public List<Loop> all() {
    return all;
  }

  /// Gives back what the loops keep; to be called before they end.
  public void close() {
    all.forEach(loop -> loop.run(loop.frames()::close));
  }

  /// The loop whose thread this is.
  ///
  /// @throws IllegalStateException outside an event loop
  public Loop current() {
    for (Loop loop : all) {
      if (loop.current()) {
        return loop;
      }
    }
    throw new IllegalStateException("not on an event loop");
  }

  /// The loop of a channel.
  Loop of(EventExecutor executor) {
    Loop loop = byExecutor.get(executor);
    if (loop == null) {
      throw new IllegalArgumentException("not one of our event loops");
    }
    return loop;
  }

  /// The loop that owns whatever has this key; the same for the same key.
  public Loop owner(Object key) {
    return all.get(Math.floorMod(key.hashCode(), all.size()));
  }
}
