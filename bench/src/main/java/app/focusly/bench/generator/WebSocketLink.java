package app.focusly.bench.generator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A WebSocket client in one handler: writes the handshake, then reads frames where they lie. What
/// a delivery costs here is a read of the socket and a few bytes looked at.
final class WebSocketLink extends ChannelInboundHandlerAdapter implements Link {
  private static final ByteBuf END_OF_HEAD =
      Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));

  private static final String SWITCHED = "HTTP/1.1 101 ";
  private static final int MAX_HEAD_BYTES = 8_192;

  private final String path;
  private final Inbox inbox;
  private @Nullable ChannelHandlerContext context;

  /// The beginning of what is not whole yet.
  private @Nullable ByteBuf kept;

  private boolean switched;
  private boolean closed;

  WebSocketLink(String path, Inbox inbox) {
    this.path = path;
    this.inbox = inbox;
  }

  @Override
  public void channelActive(ChannelHandlerContext own) {
    context = own;
    if (closed) {
      own.close();
      return;
    }
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: Zm9jdXNseS1iZW5jaG1hcg==\r\n\r\n";
    own.writeAndFlush(ByteBufUtil.writeAscii(own.alloc(), request), own.voidPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext own, Object message) {
    ByteBuf in = joined((ByteBuf) message);
    try {
      if (switched || headRead(in)) {
        frames(in);
      }
      kept = in.isReadable() && !closed ? in.readBytes(in.readableBytes()) : null;
    } finally {
      in.release();
    }
  }

  private ByteBuf joined(ByteBuf more) {
    ByteBuf before = kept;
    if (before == null) {
      return more;
    }
    kept = null;
    before.writeBytes(more);
    more.release();
    return before;
  }

  private boolean headRead(ByteBuf in) {
    int length = ByteBufUtil.indexOf(END_OF_HEAD, in) - in.readerIndex();
    if (length < 0) {
      if (in.readableBytes() > MAX_HEAD_BYTES) {
        end("an endless answer to the handshake");
      }
      return false;
    }
    String head = in.readCharSequence(length, StandardCharsets.US_ASCII).toString();
    in.skipBytes(END_OF_HEAD.readableBytes());
    if (!head.startsWith(SWITCHED)) {
      end("no WebSocket: " + head.lines().findFirst().orElse(""));
      return false;
    }
    switched = true;
    inbox.opened(this);
    return true;
  }

  private void frames(ByteBuf in) {
    while (!closed) {
      int index = in.readerIndex();
      int available = in.readableBytes();
      int header = Frames.headerBytes(in, index, available);
      if (header == 0) {
        return;
      }
      int payload = Frames.payloadBytes(in, index);
      if (available < header + payload) {
        return;
      }
      in.skipBytes(header + payload);
      switch (Frames.opcode(in, index)) {
        case Frames.TEXT -> inbox.packet(in, index + header, payload);
        case Frames.CLOSE -> end(Inbox.CLOSED);
        case Frames.PING -> end("a ping frame, which no server here sends");
        default -> {}
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext own) {
    end("the connection broke");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext own, Throwable cause) {
    end(cause.toString());
  }

  private void end(String why) {
    if (!closed) {
      closed = true;
      release();
      inbox.closed(why);
      if (context != null) {
        context.close();
      }
    }
  }

  private void release() {
    ByteBuf before = kept;
    kept = null;
    if (before != null) {
      before.release();
    }
  }

  @Override
  public void send(byte[] packet) {
    ChannelHandlerContext own = context;
    if (own != null && !closed) {
      own.writeAndFlush(Frames.text(packet, own.alloc()), own.voidPromise());
    }
  }

  @Override
  public void attach(byte[] attachment) {
    ChannelHandlerContext own = context;
    if (own != null && !closed) {
      own.writeAndFlush(Frames.binary(attachment, own.alloc()), own.voidPromise());
    }
  }

  @Override
  public void finish() {
    ChannelHandlerContext own = context;
    if (own != null && !closed) {
      own.writeAndFlush(Frames.close(own.alloc()), own.voidPromise());
    }
  }

  @Override
  public void close() {
    closed = true;
    release();
    if (context != null) {
      context.close();
    }
  }
}
