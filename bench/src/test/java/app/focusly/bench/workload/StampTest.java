package app.focusly.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 7, 1_234_567, 999_999_999_999_999L})
  void isReadWhereItWasWritten(long micros) {
    byte[] packet = Stamp.packet(micros);
    assertThat(new String(packet, StandardCharsets.US_ASCII))
        .matches("42\\[\"say\",\"\\d{15}x{85}\"]");
    ByteBuf before = Unpooled.buffer().writeBytes(new byte[3]).writeBytes(packet);
    assertThat(Stamp.micros(before, 3)).isEqualTo(micros);
  }
}
