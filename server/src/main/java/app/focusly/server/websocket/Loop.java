package app.focusly.server.websocket;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop, and what is done once at the end of each of its turns. Except for [#run], used
/// on that loop alone.
public final class Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final EventLoop executor;
  private final LongSupplier clockMillis;
  private final SharedFrames frames = new SharedFrames();
  private final Traffic traffic = new Traffic();
  private final Runnable endOfTurn = this::endTurn;

  /// What this turn's end has to do, and, empty but while that runs, a list to collect the next's.
  private List<Runnable> atEndOfTurn = new ArrayList<>();

  private List<Runnable> spare = new ArrayList<>();
  private boolean turning;

  /// @param clockMillis a monotonic clock in milliseconds, the same for all loops
  Loop(EventLoop executor, LongSupplier clockMillis) {
    this.executor = executor;
    this.clockMillis = clockMillis;
  }

  /// The time on the monotonic clock.
  public long nowMillis() {
    return clockMillis.getAsLong();
  }

  /// Whether the calling thread is this loop's.
  public boolean current() {
    return executor.inEventLoop();
  }

  /// Runs a task on this loop: at once when the caller is on it, else as soon as it comes to it.
  public void run(Runnable task) {
    if (executor.inEventLoop()) {
      task.run();
    } else {
      executor.execute(task);
    }
  }

  /// Runs a task after the tasks that already wait for this loop.
  public void later(Runnable task) {
    executor.execute(task);
  }

  /// Runs a task when the loop has looked after its connections once more. A task that only waits
  /// behind others would run before that: a loop goes on with tasks for up to a second.
  public void nextTurn(Runnable task) {
    executor.schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  /// Runs a task once at a time of the monotonic clock.
  public Future<?> at(long timeMillis, Runnable task) {
    return executor.schedule(task, Math.max(0, timeMillis - nowMillis()), TimeUnit.MILLISECONDS);
  }

  /// Runs a task when this turn's work is done, so that what several messages caused is flushed
  /// once.
  public void atEndOfTurn(Runnable task) {
    atEndOfTurn.add(task);
    if (!turning) {
      turning = true;
      executor.execute(endOfTurn);
    }
  }

  private void endTurn() {
    turning = false;
    List<Runnable> tasks = atEndOfTurn;
    atEndOfTurn = spare;
    tasks.forEach(Loop::runSafely);
    tasks.clear();
    spare = tasks;
  }

  /// One connection's fault must not keep the others from being flushed.
  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.error("the end of a turn failed", failure);
    }
  }

  /// What passed its WebSockets; may be read from every thread.
  public Traffic traffic() {
    return traffic;
  }

  SharedFrames frames() {
    return frames;
  }

  EventLoop executor() {
    return executor;
  }
}
