package app.focusly.server.limit;

import app.focusly.server.config.Option;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets the requests of one HTTP/1 connection be read no faster than they may come: one after the
/// other is answered, some in a turn of the loop, so many a second. It stands before the decoder
/// and hands over the bytes in small portions; those that are too early wait here, one read's worth
/// at most, then in the kernel, until the client can send no more. Without it thousands of small
/// requests that came in one read would be served, or be made into objects that wait, before
/// anybody else has a turn. Confined to its channel's loop.
final class RequestTurns extends ChannelDuplexHandler {
  /// Where Vert.x decodes requests, and where it takes them.
  private static final String DECODER = "httpDecoder";

  private static final String TAKER = "handler";

  /// Bytes that the decoder gets at once: the fewer, the fewer requests come out of it at once.
  private static final int PORTION = 1_024;

  private final TokenBucket pace;
  private final int requestsATurn;
  private final LimitHits hits;
  private final LongSupplier clockMillis;
  private final Deque<ByteBuf> waiting = new ArrayDeque<>(1);

  private int begun;
  private int unanswered;
  private long waitMillis;
  private boolean feeding;
  private boolean stopped;
  private boolean planned;
  private boolean removed;

  /// Whether the connection was read, or is to be read again, but for us.
  private boolean readByOthers;

  private RequestTurns(
      TokenBucket pace, int requestsATurn, LimitHits hits, LongSupplier clockMillis) {
    this.pace = pace;
    this.requestsATurn = requestsATurn;
    this.hits = hits;
    this.clockMillis = clockMillis;
  }

  /// Paces a connection; one of HTTP/2 has no such decoder, and rules of its own.
  ///
  /// @param pace of its requests
  /// @param requestsATurn those that are served before the loop's other connections have a turn
  static void guard(
      ChannelPipeline pipeline,
      TokenBucket pace,
      int requestsATurn,
      LimitHits hits,
      LongSupplier clockMillis) {
    if (pipeline.get(DECODER) != null) {
      var turns = new RequestTurns(pace, requestsATurn, hits, clockMillis);
      pipeline.addBefore(DECODER, "request-turns", turns);
      pipeline.addBefore(TAKER, "exchanges", turns.new Exchanges(pipeline.context(turns)));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext own, Object bytes) {
    waiting.add((ByteBuf) bytes);
    if (!stopped && !feeding) {
      feed(own);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext own) {
    if (!stopped) {
      begun = 0;
    }
    own.fireChannelReadComplete();
  }

  private void feed(ChannelHandlerContext own) {
    feeding = true;
    while (!waiting.isEmpty() && !removed && own.channel().isOpen() && mayGoOn()) {
      own.fireChannelRead(portion());
    }
    feeding = false;
    if (removed || !own.channel().isOpen()) {
      giveAway(own);
    } else if (!waiting.isEmpty()) {
      stop(own);
    }
  }

  private boolean mayGoOn() {
    return unanswered <= 0 && begun < requestsATurn && waitMillis == 0;
  }

  private ByteBuf portion() {
    ByteBuf first = waiting.getFirst();
    if (first.readableBytes() > PORTION) {
      return first.readRetainedSlice(PORTION);
    }
    return waiting.removeFirst();
  }

  private void stop(ChannelHandlerContext own) {
    stopped = true;
    readByOthers = own.channel().config().isAutoRead();
    own.channel().config().setAutoRead(false);
    if (unanswered <= 0) {
      plan(own);
    }
  }

  /// Goes on when the connection may, but not before the loop has looked after the others.
  private void plan(ChannelHandlerContext own) {
    if (!planned) {
      planned = true;
      own.executor().schedule(() -> resume(own), waitMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void resume(ChannelHandlerContext own) {
    planned = false;
    if (removed || !stopped) {
      return;
    }
    stopped = false;
    begun = 0;
    waitMillis = 0;
    own.channel().config().setAutoRead(readByOthers);
    feed(own);
    own.fireChannelReadComplete();
  }

  /// Vert.x reads again when it has served what it had; while we are stopped it has to wait.
  @Override
  public void read(ChannelHandlerContext own) {
    if (stopped) {
      readByOthers |= own.channel().config().isAutoRead();
      own.channel().config().setAutoRead(false);
    } else {
      own.read();
    }
  }

  /// The connection becomes a WebSocket; what is behind the request are frames. The decoder has
  /// given away what it had only when it returns, so what waits here follows then.
  @Override
  public void handlerRemoved(ChannelHandlerContext own) {
    removed = true;
    if (stopped) {
      stopped = false;
      own.channel().config().setAutoRead(readByOthers);
    }
    if (!feeding) {
      giveAway(own);
    }
  }

  private void giveAway(ChannelHandlerContext own) {
    if (own.channel().isOpen()) {
      waiting.forEach(own::fireChannelRead);
    } else {
      waiting.forEach(ByteBuf::release);
    }
    waiting.clear();
  }

  @Override
  public void channelInactive(ChannelHandlerContext own) {
    if (!feeding) {
      giveAway(own);
    }
    own.fireChannelInactive();
  }

  /// Counts requests and answers where Vert.x takes the one and gives the other.
  private final class Exchanges extends ChannelDuplexHandler {
    private final ChannelHandlerContext gate;

    Exchanges(ChannelHandlerContext gate) {
      this.gate = gate;
    }

    @Override
    public void channelRead(ChannelHandlerContext own, Object message) {
      if (message instanceof HttpRequest) {
        begun++;
        ask();
      }
      if (message instanceof LastHttpContent) {
        unanswered++;
      }
      own.fireChannelRead(message);
    }

    private void ask() {
      boolean inTime = waitMillis == 0;
      waitMillis = pace.take(1, clockMillis.getAsLong());
      if (inTime && waitMillis > 0) {
        hits.hit(Option.REQUESTS);
      }
    }

    @Override
    public void write(ChannelHandlerContext own, Object message, ChannelPromise promise) {
      own.write(message, promise);
      if (message instanceof LastHttpContent && !provisional(message)) {
        unanswered--;
        if (stopped && unanswered <= 0) {
          plan(gate);
        }
      }
    }

    private static boolean provisional(Object message) {
      return message instanceof HttpResponse response
          && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
  }
}
