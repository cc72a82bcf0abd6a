package app.focusly.bench.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536})
  void aServersDecoderReadsWhatIsWritten(int length) {
    var decoder =
        new EmbeddedChannel(
            new WebSocket13FrameDecoder(
                WebSocketDecoderConfig.newBuilder()
                    .expectMaskedFrames(true)
                    .maxFramePayloadLength(1_000_000)
                    .build()));
    String text = "x".repeat(length);
    decoder.writeInbound(
        Frames.text(text.getBytes(StandardCharsets.US_ASCII), UnpooledByteBufAllocator.DEFAULT));
    TextWebSocketFrame frame = decoder.readInbound();
    assertThat(frame.text()).isEqualTo(text);
    frame.release();
    decoder.finishAndReleaseAll();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
  void readsTheHeadersThatAServersEncoderWrites(int length) {
    var encoder = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
    encoder.writeOutbound(new TextWebSocketFrame("y".repeat(length)));
    ByteBuf frame = Unpooled.buffer();
    for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
      frame.writeBytes(part);
      part.release();
    }
    int header = Frames.headerBytes(frame, 0, frame.readableBytes());
    assertThat(header).isEqualTo(frame.readableBytes() - length);
    assertThat(Frames.payloadBytes(frame, 0)).isEqualTo(length);
    assertThat(Frames.opcode(frame, 0)).isEqualTo(Frames.TEXT);
    assertThat(Frames.headerBytes(frame, 0, header - 1)).isZero();
    frame.release();
    encoder.finishAndReleaseAll();
  }
}
