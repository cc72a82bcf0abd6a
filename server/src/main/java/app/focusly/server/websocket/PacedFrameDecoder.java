package app.focusly.server.websocket;

import app.focusly.server.limit.Pace;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Netty's frame decoder at the [Pace] of the connection. When a frame came too soon, what is
/// behind it stays as bytes: first in this decoder, one read's worth at most, then in the kernel,
/// until the client can send no more. So a flood costs as much as the pace lets through, whether it
/// is of messages, of fragments or of control frames; and while a burst is read, the loop's other
/// connections have their turns. A client that never rests is reported as [Flood].
final class PacedFrameDecoder extends WebSocket13FrameDecoder {

  /// The event that says that the client has sent too fast for too long; nothing is read after it.
  enum Flood {
    EVENT
  }

  private final Pace pace;
  private final Loop loop;
  private final Gate gate = new Gate();
  private @Nullable Future<?> resumption;
  private boolean paused;
  private int framesThisTurn;

  PacedFrameDecoder(WebSocketDecoderConfig config, Pace pace, Loop loop) {
    super(config);
    this.pace = pace;
    this.loop = loop;
  }

  /// Keeps the handlers behind it from reading more while reading is paused, as Netty's do to
  /// complete a message. It belongs before the decoder.
  Gate gate() {
    return gate;
  }

  final class Gate extends ChannelOutboundHandlerAdapter {
    @Override
    public void read(ChannelHandlerContext own) {
      if (!paused) {
        own.read();
      }
    }
  }

  @Override
  protected void decode(ChannelHandlerContext own, ByteBuf in, List<Object> out) throws Exception {
    if (paused) {
      return;
    }
    super.decode(own, in, out);
    if (!out.isEmpty() && out.getLast() instanceof WebSocketFrame frame) {
      loop.traffic().frameReceived();
      long nowMillis = loop.nowMillis();
      long waitMillis = pace.received(frame.content().readableBytes(), nowMillis);
      if (waitMillis > 0) {
        pause(own, nowMillis, waitMillis);
      } else if (++framesThisTurn >= pace.messagesATurn()) {
        giveWay(own);
      }
    }
  }

  private void giveWay(ChannelHandlerContext own) {
    paused = true;
    own.channel().config().setAutoRead(false);
    loop.nextTurn(() -> resume(own));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext own) throws Exception {
    framesThisTurn = 0;
    super.channelReadComplete(own);
  }

  private void pause(ChannelHandlerContext own, long nowMillis, long waitMillis) {
    paused = true;
    own.channel().config().setAutoRead(false);
    long until = Math.min(nowMillis + waitMillis, pace.floodingAtMillis());
    resumption = loop.at(until, () -> resumeUnlessFlooding(own));
  }

  private void resumeUnlessFlooding(ChannelHandlerContext own) {
    resumption = null;
    if (pace.flooding(loop.nowMillis())) {
      own.fireUserEventTriggered(Flood.EVENT);
    } else {
      resume(own);
    }
  }

  private void resume(ChannelHandlerContext own) {
    if (own.isRemoved()) {
      return;
    }
    paused = false;
    framesThisTurn = 0;
    try {
      channelRead(own, Unpooled.EMPTY_BUFFER); // what is left of the last read
    } catch (Exception failure) {
      own.fireExceptionCaught(failure);
    }
    own.fireChannelReadComplete();
    if (!paused) {
      own.channel().config().setAutoRead(true);
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext own) throws Exception {
    if (resumption != null) {
      resumption.cancel(false);
    }
    super.handlerRemoved0(own);
  }
}
