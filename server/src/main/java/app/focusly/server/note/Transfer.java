package app.focusly.server.note;

import app.focusly.server.websocket.Loop;
import io.netty.util.concurrent.Future;
import java.time.Duration;

/// Memory for one update that goes in parts, given back when nobody asks for the next part in time.
/// Confined to the socket's loop.
final class Transfer {
  /// How long the next part may take.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Transfers transfers;
  private final Loop loop;
  private final long bytes;
  private final Runnable forgotten;
  private Future<?> alarm;
  private boolean ended;

  /// @param bytes that were [taken][Transfers#take]
  /// @param forgotten is run when it took too long
  Transfer(Transfers transfers, Loop loop, long bytes, Runnable forgotten) {
    this.transfers = transfers;
    this.loop = loop;
    this.bytes = bytes;
    this.forgotten = forgotten;
    this.alarm = alarm();
  }

  private Future<?> alarm() {
    return loop.at(
        loop.nowMillis() + PATIENCE.toMillis(),
        () -> {
          if (!ended) {
            end();
            forgotten.run();
          }
        });
  }

  /// A part came, or was asked for.
  void touch() {
    alarm.cancel(false);
    alarm = alarm();
  }

  /// It is over.
  void end() {
    if (!ended) {
      ended = true;
      alarm.cancel(false);
      transfers.giveBack(bytes);
    }
  }
}
