package app.focusly.server.limit;

import app.focusly.server.config.HttpConfig;
import app.focusly.server.config.Option;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes an HTTP/1 connection whose request drips in: its headers, and then its body, have so much
/// time each. Between requests there is no hurry. It stands on both sides of the decoder, to see
/// where a request begins in bytes and where it ends in meaning. Confined to its channel's loop.
final class SlowRequests {
  private static final String DECODER = "httpDecoder";

  private enum Part {
    NONE,
    HEADERS,
    BODY
  }

  private final HttpConfig config;
  private final LimitHits hits;
  private Part part = Part.NONE;
  private @Nullable Future<?> timer;

  private SlowRequests(HttpConfig config, LimitHits hits) {
    this.config = config;
    this.hits = hits;
  }

  /// Watches a connection; one of HTTP/2 has no such decoder, and rules of its own.
  static void guard(ChannelPipeline pipeline, HttpConfig config, LimitHits hits) {
    if (pipeline.get(DECODER) != null) {
      var requests = new SlowRequests(config, hits);
      pipeline.addBefore(DECODER, "slow-bytes", requests.new Bytes());
      pipeline.addAfter(DECODER, "slow-requests", requests.new Requests());
    }
  }

  private void arm(ChannelHandlerContext own) {
    long millis = (part == Part.HEADERS ? config.header() : config.body()).toMillis();
    timer = own.executor().schedule(() -> late(own), millis, TimeUnit.MILLISECONDS);
  }

  /// While we do not read ourselves, it is not the client who is slow.
  private void late(ChannelHandlerContext own) {
    timer = null;
    if (!own.channel().config().isAutoRead()) {
      arm(own);
      return;
    }
    hits.hit(part == Part.HEADERS ? Option.HEADER_TIMEOUT : Option.BODY_TIMEOUT);
    own.channel().close();
  }

  private void leave(Part next) {
    part = next;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /// Before the decoder. A request that comes whole in one read never needs a timer.
  private final class Bytes extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext own, Object bytes) {
      if (part == Part.NONE) {
        part = Part.HEADERS;
      }
      own.fireChannelRead(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext own) {
      if (part != Part.NONE && timer == null) {
        arm(own);
      }
      own.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext own) {
      leave(Part.NONE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext own) {
      leave(Part.NONE);
      own.fireChannelInactive();
    }
  }

  /// Behind the decoder. A client that sends requests behind requests and reads no answers is cut,
  /// and what one read still holds when its connection closes is dropped.
  private final class Requests extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext own, Object message) {
      if (message instanceof HttpRequest && !own.channel().isWritable()) {
        own.channel().close();
      }
      if (!own.channel().isOpen()) {
        ReferenceCountUtil.release(message);
        return;
      }
      if (message instanceof HttpRequest) {
        leave(Part.BODY);
      }
      if (message instanceof LastHttpContent) {
        leave(Part.NONE);
      }
      own.fireChannelRead(message);
    }
  }
}
