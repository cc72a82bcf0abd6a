package app.focusly.server.websocket;

import app.focusly.server.limit.Pace;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes a connection over from the HTTP server: answers the WebSocket handshake (RFC 6455 section
/// 4.2), takes the HTTP handlers out of the pipeline, and puts Netty's frame codec and our
/// connection there. The only class that touches Vert.x's internals for it.
///
/// Why not Vert.x's own WebSocket: it keeps 17 KB for an idle connection, this way under 5.
public final class WebSocketUpgrade {
  private static final Duration DEFAULT_CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final int DEFAULT_VOLATILE_BYTES = 64 * 1024;

  private final Loops loops;
  private final int maxPayload;
  private final WebSocketDecoderConfig decoderConfig;
  private final Duration closeTimeout;
  private final WriteBufferWaterMark marks;
  private final Function<HttpServerRequest, Pace> paces;

  /// Upgrades for clients who may send as fast as they can.
  ///
  /// @param maxPayload the largest message in bytes, in one frame or in fragments
  public WebSocketUpgrade(Loops loops, int maxPayload) {
    this(loops, maxPayload, DEFAULT_CLOSE_TIMEOUT, DEFAULT_VOLATILE_BYTES, _ -> Pace.unlimited());
  }

  /// @param maxPayload the largest message in bytes, in one frame or in fragments
  /// @param closeTimeout how long a client may take to answer our close frame before it is cut
  /// @param volatileBytes waiting for a client from which on it is not writable, until half of them
  ///   have gone
  /// @param paces how fast the client of a request may send
  public WebSocketUpgrade(
      Loops loops,
      int maxPayload,
      Duration closeTimeout,
      int volatileBytes,
      Function<HttpServerRequest, Pace> paces) {
    this.loops = loops;
    this.maxPayload = maxPayload;
    this.decoderConfig =
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(true)
            .allowExtensions(false)
            .maxFramePayloadLength(maxPayload)
            .closeOnProtocolViolation(true)
            .build();
    this.closeTimeout = closeTimeout;
    this.marks = new WriteBufferWaterMark(volatileBytes / 2, volatileBytes);
    this.paces = paces;
  }

  /// Whether a request asks for a WebSocket.
  public static boolean asked(HttpServerRequest request) {
    String upgrade = request.getHeader("Upgrade");
    return upgrade != null && upgrade.toLowerCase(Locale.ROOT).equals("websocket");
  }

  /// Takes the connection over, or answers with 400 or 426 when the handshake is not one. Called
  /// while the request's handler runs, before anything yields: bytes behind the request are frames.
  ///
  /// @param opening makes the listener of the new connection
  /// @return whether it was taken over; only then is the listener made
  public boolean accept(
      HttpServerRequest request, Function<WebSocketConnection, WebSocketListener> opening) {
    WebSocketHandshake handshake =
        WebSocketHandshake.read(
            request.method().name(),
            request.version() == HttpVersion.HTTP_1_1,
            name -> request.headers().getAll(name));
    return switch (handshake) {
      case WebSocketHandshake.Accepted(String key) -> {
        request
            .response()
            .putHeader("Upgrade", "websocket")
            .putHeader("Connection", "Upgrade")
            .putHeader("Sec-WebSocket-Accept", key);
        yield handOver(request, opening);
      }
      case WebSocketHandshake.Malformed _ -> {
        refuse(request, 400, "Bad WebSocket handshake");
        yield false;
      }
      case WebSocketHandshake.OtherVersion _ -> {
        request.response().putHeader("Sec-WebSocket-Version", WebSocketHandshake.VERSION);
        refuse(request, 426, "WebSocket version 13 is spoken here");
        yield false;
      }
    };
  }

  /// Tells why, and ends the connection: who asks for a WebSocket asks for nothing else by it.
  public static void refuse(HttpServerRequest request, int status, String words) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Connection", "close")
        .putHeader("Content-Type", "text/html")
        .end(words)
        .onComplete(_ -> request.connection().close());
  }

  private boolean handOver(
      HttpServerRequest request, Function<WebSocketConnection, WebSocketListener> opening) {
    Channel channel = ((ConnectionBase) request.connection()).channelHandlerContext().channel();
    ChannelPipeline pipeline = channel.pipeline();
    var early = new EarlyBytes();
    pipeline.addAfter("httpDecoder", "early", early);
    if (request.toNetSocket().result() == null) {
      channel.close();
      return false;
    }
    List<ChannelHandler> old = new ArrayList<>(pipeline.toMap().values());
    for (ChannelHandler handler : old) {
      if (!(handler instanceof SslHandler) && !(handler instanceof EarlyBytes)) {
        pipeline.remove(handler);
      }
    }
    channel.config().setWriteBufferWaterMark(marks);
    Loop loop = loops.of(channel.eventLoop());
    var connection = new WebSocketConnection(loop, closeTimeout);
    ChannelHandler encoder = connection.encoder();
    var decoder = new PacedFrameDecoder(decoderConfig, paces.apply(request), loop);
    pipeline.addLast(
        encoder, // before the decoder, which says from its place why it closes
        decoder.gate(), // behind the encoder, since it has no part in what is written
        decoder,
        new WebSocketFrameAggregator(maxPayload),
        connection);
    connection.open(pipeline.context(connection), pipeline.context(encoder), opening);
    channel.eventLoop().execute(early::release);
    return true;
  }

  /// Keeps the bytes that came in one segment with the request, which the HTTP decoder gives away
  /// when it is removed, until our handlers stand behind it.
  private static final class EarlyBytes extends ChannelInboundHandlerAdapter {
    private final List<ByteBuf> kept = new ArrayList<>(1);
    private @Nullable ChannelHandlerContext context;

    @Override
    public void handlerAdded(ChannelHandlerContext own) {
      context = own;
    }

    @Override
    public void channelRead(ChannelHandlerContext own, Object message) {
      if (message instanceof ByteBuf bytes) {
        kept.add(bytes);
      } else {
        ReferenceCountUtil.release(message); // the end of the request
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext own) {
      release();
      own.fireChannelInactive();
    }

    void release() {
      ChannelHandlerContext own = context;
      if (own == null) {
        return;
      }
      context = null;
      kept.forEach(own::fireChannelRead);
      kept.clear();
      own.fireChannelReadComplete();
      own.pipeline().remove(this);
    }
  }
}
