package app.focusly.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.config.Option;
import app.focusly.server.config.Rate;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How many requests of one connection are read, on a pipeline like that of the server.
class RequestTurnsTest {
  private static final int A_TURN = 8;

  /// As long as what the decoder gets at once.
  private static final String REQUEST =
      "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(1_024 - 28) + "\r\n\r\n";

  private final List<Option> hits = new ArrayList<>();
  private final Taker taker = new Taker();
  private final EmbeddedChannel channel = new EmbeddedChannel();

  private void start(Rate rate) {
    channel.pipeline().addLast("httpDecoder", new HttpRequestDecoder()).addLast("handler", taker);
    RequestTurns.guard(
        channel.pipeline(), new TokenBucket(rate, 0), A_TURN, hits::add, this::nowMillis);
    channel.freezeTime();
  }

  private long nowMillis() {
    return taker.clockMillis;
  }

  private void send(String text) {
    channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    channel.pipeline().fireChannelReadComplete();
  }

  private void pass(long millis) {
    taker.clockMillis += millis;
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  @AfterEach
  void nothingIsKept() {
    channel.finishAndReleaseAll();
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  /// Takes requests and answers them, now or later.
  private static final class Taker extends ChannelInboundHandlerAdapter {
    private int requests;
    private boolean answering = true;
    private long clockMillis;

    @Override
    public void channelRead(ChannelHandlerContext own, Object message) {
      if (message instanceof HttpRequest) {
        requests++;
      } else if (answering) {
        answer(own);
      }
      ReferenceCountUtil.release(message);
    }

    void answer(ChannelHandlerContext own) {
      own.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
    }
  }

  @Test
  void requestsThatCameTogetherAreServedInTurns() {
    start(Rate.UNLIMITED);
    send(REQUEST.repeat(3 * A_TURN));
    assertThat(taker.requests).isEqualTo(A_TURN);
    assertThat(channel.config().isAutoRead()).isFalse();
    pass(0);
    assertThat(taker.requests).isEqualTo(3 * A_TURN);
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void smallOnesCannotSlipThroughTogether() {
    start(Rate.UNLIMITED);
    send("GET / HTTP/1.1\r\n\r\n".repeat(10_000));
    assertThat(taker.requests).isBetween(A_TURN, 2 * 1_024 / 18);
    channel.close();
  }

  @Test
  void whatIsBehindARequestWaitsForItsAnswer() {
    start(Rate.UNLIMITED);
    taker.answering = false;
    send(REQUEST.repeat(4));
    pass(1_000);
    assertThat(taker.requests).isEqualTo(1);
    assertThat(channel.config().isAutoRead()).isFalse();
    for (int i = 2; i <= 4; i++) {
      taker.answer(channel.pipeline().context(taker));
      pass(0);
      assertThat(taker.requests).isEqualTo(i);
    }
  }

  @Test
  void aWordInBetweenIsNoAnswer() {
    start(Rate.UNLIMITED);
    taker.answering = false;
    send(REQUEST.repeat(2));
    channel
        .pipeline()
        .context(taker)
        .write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    pass(0);
    assertThat(taker.requests).isEqualTo(1);
    channel.close();
  }

  @Test
  void moreThanTheRateAreReadLater() {
    start(new Rate(10, 10));
    send(REQUEST.repeat(20));
    pass(0);
    assertThat(taker.requests).isEqualTo(11);
    pass(99);
    assertThat(taker.requests).isEqualTo(11);
    for (int i = 0; i < 10; i++) {
      pass(100);
    }
    assertThat(taker.requests).isEqualTo(20);
    assertThat(hits).contains(Option.REQUESTS);
  }

  /// Vert.x reads again whenever it has served what it had.
  @Test
  void nobodyElseStartsReadingWhileItIsStopped() {
    start(new Rate(10, 10));
    channel.config().setAutoRead(false);
    send(REQUEST.repeat(12));
    pass(0);
    channel.config().setAutoRead(true);
    assertThat(channel.config().isAutoRead()).isFalse();
    pass(1_000);
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void whoStoppedReadingBeforeStaysStopped() {
    start(Rate.UNLIMITED);
    channel.config().setAutoRead(false);
    send(REQUEST.repeat(2 * A_TURN));
    pass(0);
    assertThat(taker.requests).isEqualTo(2 * A_TURN);
    assertThat(channel.config().isAutoRead()).isFalse();
    channel.config().setAutoRead(true);
  }

  @Test
  void bytesThatWaitGoToWhoeverComesNext() {
    start(Rate.UNLIMITED);
    taker.answering = false;
    send(REQUEST + "frames");
    channel.pipeline().remove("httpDecoder");
    channel.pipeline().remove("handler");
    channel.pipeline().remove(RequestTurns.class);
    assertThat(channel.inboundMessages()).hasSize(1);
    assertThat(channel.config().isAutoRead()).isTrue();
  }
}
