package app.focusly.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndOfTurnTest {
  private final DefaultEventLoop executor = new DefaultEventLoop();
  private final Loop loop = new Loop(executor, () -> 0);
  private final List<String> done = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    executor.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  @Test
  void comesAfterTheTurnThatAskedForIt() throws Exception {
    turn(() -> {
      loop.atEndOfTurn(() -> done.add("end"));
      done.add("turn");
    });
    assertThat(done).containsExactly("turn", "end");
  }

  @Test
  void whatItAsksForItselfComesWithTheNext() throws Exception {
    turn(() -> loop.atEndOfTurn(() -> loop.atEndOfTurn(() -> done.add("next"))));
    turn(() -> loop.atEndOfTurn(() -> done.add("later")));
    assertThat(done).containsExactly("next", "later");
  }

  /// What came behind the failing task used to be lost, and with it those connections' frames.
  @Test
  void failureOfOneKeepsNoOtherFromIt() throws Exception {
    turn(() -> {
      loop.atEndOfTurn(() -> {
        throw new IllegalStateException("a fault of one connection");
      });
      loop.atEndOfTurn(() -> done.add("another"));
    });
    turn(() -> loop.atEndOfTurn(() -> done.add("later")));
    assertThat(done).containsExactly("another", "later");
  }

  /// Runs a turn, and waits for it and for what it put off.
  private void turn(Runnable work) throws InterruptedException, ExecutionException {
    executor.submit(work).get();
    executor.submit(() -> {}).get();
    executor.submit(() -> {}).get();
  }
}
