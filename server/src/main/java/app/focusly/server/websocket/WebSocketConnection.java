package app.focusly.server.websocket;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.FrameSink;
import app.focusly.engineio.Packet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket on our pipeline. Frames may be sent from any loop; what arrives is handled on the
/// connection's own. What is sent in a turn of the loop is flushed once, at its end.
///
/// The last frame of a turn stays here until that end, most often the only one. So a broadcast goes
/// through each receiver's channel once and not twice: with a thousand receivers, what the first
/// pass had in the processor's caches would be gone when the second comes.
public final class WebSocketConnection extends ChannelInboundHandlerAdapter implements FrameSink {
  private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);

  private static final char REPLACEMENT = '\uFFFD';

  private final Loop loop;
  private final long closeTimeoutMillis;
  private final Runnable flush = this::flushHeld;
  private @Nullable ChannelHandlerContext context;

  /// The frame encoder's context: what is written from here goes below it, unchanged.
  private @Nullable ChannelHandlerContext belowEncoder;

  private @Nullable WebSocketListener listener;

  /// The newest frame, which the end of the turn writes and flushes in one; what is older is in the
  /// channel already. Null when nothing is to be flushed.
  private @Nullable ByteBuf held;

  /// Whether the channel had nothing left to send when it was last written to.
  private boolean drained;

  private boolean closing;

  /// @param closeTimeout how long the client may take to answer our close frame before it is cut
  WebSocketConnection(Loop loop, Duration closeTimeout) {
    this.loop = loop;
    this.closeTimeoutMillis = closeTimeout.toMillis();
  }

  /// The loop of this connection.
  public Loop loop() {
    return loop;
  }

  /// Encodes the frames that do not go below it, whoever writes them: control frames, after what
  /// was sent before.
  ChannelHandler encoder() {
    return new Encoder();
  }

  private final class Encoder extends WebSocket13FrameEncoder {
    Encoder() {
      super(false);
    }

    @Override
    public void write(ChannelHandlerContext own, Object message, ChannelPromise promise)
        throws Exception {
      flushHeld();
      drained = false;
      super.write(own, message, promise);
    }
  }

  /// Begins; the listener is made now, and may send.
  ///
  /// @param opening makes it; not kept, since it holds the request
  void open(
      ChannelHandlerContext own,
      ChannelHandlerContext encoder,
      Function<WebSocketConnection, WebSocketListener> opening) {
    context = own;
    belowEncoder = encoder;
    loop.traffic().connectionOpened();
    listener = opening.apply(this);
  }

  @Override
  public void send(Packet packet) {
    if (loop.current()) {
      write(packet);
    } else {
      loop.run(() -> write(packet));
    }
  }

  private void write(Packet packet) {
    ChannelHandlerContext encoder = belowEncoder;
    if (encoder != null && !closing) {
      write(encoder, loop.frames().frame(packet, encoder.alloc()));
    }
  }

  /// Sends a text message.
  public void sendText(String message) {
    if (loop.current()) {
      writeText(message);
    } else {
      loop.run(() -> writeText(message));
    }
  }

  private void writeText(String message) {
    ChannelHandlerContext encoder = belowEncoder;
    if (encoder != null && !closing) {
      write(encoder, SharedFrames.text("", message, encoder.alloc()));
    }
  }

  private void write(ChannelHandlerContext encoder, ByteBuf frame) {
    loop.traffic().frameSent();
    if (held == null) {
      loop.atEndOfTurn(flush);
    } else {
      drained = false;
      encoder.write(held, encoder.voidPromise());
    }
    held = frame;
  }

  /// Writes and flushes what this turn had to send.
  private void flushHeld() {
    ByteBuf last = held;
    held = null;
    if (belowEncoder != null && last != null) {
      belowEncoder.writeAndFlush(last, belowEncoder.voidPromise());
      drained = channelBytes() == 0;
    }
  }

  @Override
  public boolean writable() {
    return context != null && context.channel().bytesBeforeUnwritable() > heldBytes();
  }

  @Override
  public long waitingBytes() {
    return heldBytes() + (drained ? 0 : channelBytes()); // asked for each receiver of a broadcast
  }

  private int heldBytes() {
    return held == null ? 0 : held.readableBytes();
  }

  private long channelBytes() {
    if (context == null) {
      return 0;
    }
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  @Override
  public void close() {
    close(WebSocketCloseStatus.NORMAL_CLOSURE);
  }

  @Override
  public void close(CloseReason reason) {
    switch (reason) {
      case SLOW_CONSUMER, RATE_LIMITED ->
          close(
              new WebSocketCloseStatus(
                  WebSocketCloseStatus.POLICY_VIOLATION.code(), reason.text()));
      case TRANSPORT_ERROR, TRANSPORT_CLOSE, FORCED_CLOSE, PING_TIMEOUT, PARSE_ERROR -> close();
    }
  }

  /// Whether either side has said that it closes. Asked on the connection's loop.
  public boolean closing() {
    return closing;
  }

  /// Closes with a status; the connection is cut when the client does not answer in time.
  public void close(WebSocketCloseStatus status) {
    loop.run(() -> {
      ChannelHandlerContext own = context;
      if (own == null || closing) {
        return;
      }
      closing = true;
      own.writeAndFlush(new CloseWebSocketFrame(status));
      loop.at(loop.nowMillis() + closeTimeoutMillis, own::close);
    });
  }

  /// Cuts the connection without a word.
  public void cut() {
    loop.run(() -> {
      if (context != null) {
        context.close();
      }
    });
  }

  @Override
  public void channelRead(ChannelHandlerContext own, Object message) {
    try {
      if (message instanceof CloseWebSocketFrame close) {
        closedByClient(own, close); // the answer to our own too, when nobody listens any more
      } else if (message instanceof WebSocketFrame frame && listener != null) {
        received(own, frame, listener);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void received(ChannelHandlerContext own, WebSocketFrame frame, WebSocketListener to) {
    switch (frame) {
      case TextWebSocketFrame text when !closing -> received(text, to);
      case BinaryWebSocketFrame binary when !closing ->
          to.binary(ByteBufUtil.getBytes(binary.content()));
      case PingWebSocketFrame ping -> {
        if (!closing && writable()) { // who reads no pongs gets no more
          own.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        }
        to.alive();
      }
      case PongWebSocketFrame _ -> to.alive();
      default -> {} // fragments are joined before they come here
    }
  }

  /// Decoding puts U+FFFD where a text is no UTF-8. So only a text that holds one is looked at byte
  /// by byte: to do that with each would cost as much as all the rest of a long message's way.
  private void received(TextWebSocketFrame frame, WebSocketListener to) {
    String message = frame.text();
    if (message.indexOf(REPLACEMENT) < 0
        || ByteBufUtil.isText(frame.content(), StandardCharsets.UTF_8)) {
      to.text(message);
    } else {
      close(WebSocketCloseStatus.INVALID_PAYLOAD_DATA);
      ended(CloseReason.TRANSPORT_ERROR);
    }
  }

  private void closedByClient(ChannelHandlerContext own, CloseWebSocketFrame close) {
    if (closing) {
      own.close();
    } else {
      closing = true;
      own.writeAndFlush(close.retainedDuplicate()).addListener(ChannelFutureListener.CLOSE);
    }
    ended(CloseReason.TRANSPORT_CLOSE);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext own, Object event) {
    if (event == PacedFrameDecoder.Flood.EVENT) {
      close(CloseReason.RATE_LIMITED);
      ended(CloseReason.RATE_LIMITED);
    } else {
      own.fireUserEventTriggered(event);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext own) {
    loop.traffic().connectionClosed();
    if (held != null) {
      held.release();
      held = null;
    }
    ended(CloseReason.TRANSPORT_CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext own, Throwable cause) {
    if (cause instanceof TooLongFrameException) { // in fragments; the decoder answers a long frame
      close(WebSocketCloseStatus.MESSAGE_TOO_BIG);
      ended(CloseReason.TRANSPORT_ERROR);
      return;
    }
    // Expected: a frame that breaks RFC 6455, which the decoder answered, and a broken connection.
    if (!(cause instanceof CodecException || cause instanceof IOException)) {
      LOG.error("connection closed by our own fault", cause);
    }
    ended(CloseReason.TRANSPORT_ERROR);
    own.close();
  }

  private void ended(CloseReason reason) {
    WebSocketListener last = listener;
    listener = null;
    if (last != null) {
      last.closed(reason);
    }
  }
}
