package app.focusly.bench.generator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A kept-alive HTTP/1.1 connection with one request under way at a time. Reads answers with a
/// `Content-Length`, and takes none but 200.
final class HttpConnection extends ChannelInboundHandlerAdapter {
  private static final ByteBuf END_OF_HEAD =
      Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));

  private static final String LENGTH = "\r\ncontent-length: ";

  private final BodyListener listener;
  private final Consumer<String> broken;
  private Runnable connected = () -> {};
  private @Nullable ChannelHandlerContext context;
  private @Nullable ByteBuf kept;
  private boolean closed;

  /// Hears of each answer's body.
  @FunctionalInterface
  interface BodyListener {
    void body(ByteBuf bytes, int index, int length);
  }

  /// @param broken hears why there will be no further answer
  HttpConnection(BodyListener listener, Consumer<String> broken) {
    this.listener = listener;
    this.broken = broken;
  }

  void whenConnected(Runnable action) {
    connected = action;
  }

  void send(byte[] request) {
    ChannelHandlerContext own = context;
    if (own != null && !closed) {
      own.writeAndFlush(
          own.alloc().ioBuffer(request.length).writeBytes(request), own.voidPromise());
    }
  }

  void close() {
    closed = true;
    release();
    if (context != null) {
      context.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext own) {
    context = own;
    if (closed) {
      own.close();
    } else {
      connected.run();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext own, Object message) {
    ByteBuf in = (ByteBuf) message;
    ByteBuf before = kept;
    if (before != null) {
      kept = null;
      in = before.writeBytes(in);
      ((ByteBuf) message).release();
    }
    try {
      while (!closed && answer(in)) {
        // the next one
      }
      kept = in.isReadable() && !closed ? in.readBytes(in.readableBytes()) : null;
    } finally {
      in.release();
    }
  }

  /// Takes one whole answer off the buffer, if there is one.
  private boolean answer(ByteBuf in) {
    int start = in.readerIndex();
    int end = in.isReadable() ? ByteBufUtil.indexOf(END_OF_HEAD, in) : -1;
    if (end < 0) {
      return false;
    }
    String head =
        in.toString(start, end - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    int body = end + END_OF_HEAD.readableBytes();
    if (!head.startsWith("http/1.1 200 ")) {
      fail(
          head.lines().findFirst().orElse("")
              + in.toString(body, in.writerIndex() - body, StandardCharsets.UTF_8));
      return false;
    }
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      fail("an answer without Content-Length");
      return false;
    }
    int line = head.indexOf('\r', at + 2);
    int length = Integer.parseInt(head, at + LENGTH.length(), line < 0 ? head.length() : line, 10);
    if (in.writerIndex() - body < length) {
      return false;
    }
    in.readerIndex(body + length);
    listener.body(in, body, length);
    return true;
  }

  @Override
  public void channelInactive(ChannelHandlerContext own) {
    fail("the connection broke");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext own, Throwable cause) {
    fail(cause.toString());
  }

  private void fail(String why) {
    if (!closed) {
      close();
      broken.accept(why);
    }
  }

  private void release() {
    ByteBuf before = kept;
    kept = null;
    if (before != null) {
      before.release();
    }
  }
}
