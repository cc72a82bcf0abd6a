package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeerOptionsTest {

  @Test
  void defaults() {
    assertThat(PeerOptions.defaults())
        .isEqualTo(
            new PeerOptions(
                "peerjs",
                "/",
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                5_000,
                false,
                Duration.ofSeconds(1),
                Duration.ZERO,
                0,
                131_072,
                128,
                1_024,
                new QueueLimits(
                    new Allowance(256, 1_048_576),
                    new Allowance(256, 524_288),
                    new Allowance(20_000, 33_554_432),
                    2_000)));
  }

  static Stream<Arguments> bounds() {
    return Stream.of(
        Arguments.of("key", key(1), key(128), key(0), key(129)),
        Arguments.of("expireTimeout", expire(1), expire(600_000), expire(0), expire(600_001)),
        Arguments.of("aliveTimeout", alive(1), alive(86_400_000), alive(0), alive(86_400_001)),
        Arguments.of(
            "concurrentLimit",
            new OptionsBuilder().concurrentLimit(1),
            new OptionsBuilder().concurrentLimit(1_000_000),
            new OptionsBuilder().concurrentLimit(0),
            new OptionsBuilder().concurrentLimit(1_000_001)),
        Arguments.of("cleanupInterval", cleanup(1), cleanup(60_000), cleanup(0), cleanup(60_001)),
        Arguments.of("path", path(1), path(128), path(0), path(129)),
        Arguments.of("idHold", hold(0), hold(3_600_000), hold(-1), hold(3_600_001)),
        Arguments.of(
            "addressLimit",
            new OptionsBuilder().addressLimit(0),
            new OptionsBuilder().addressLimit(1_000_000),
            new OptionsBuilder().addressLimit(-1),
            new OptionsBuilder().addressLimit(1_000_001)),
        Arguments.of(
            "maxMessageBytes",
            new OptionsBuilder().maxMessageBytes(1_024),
            new OptionsBuilder().maxMessageBytes(16_777_216),
            new OptionsBuilder().maxMessageBytes(1_023),
            new OptionsBuilder().maxMessageBytes(16_777_217)),
        Arguments.of(
            "maxIdLength",
            new OptionsBuilder().maxIdLength(1),
            new OptionsBuilder().maxIdLength(1_024),
            new OptionsBuilder().maxIdLength(0),
            new OptionsBuilder().maxIdLength(1_025)),
        Arguments.of(
            "maxTokenLength",
            new OptionsBuilder().maxTokenLength(1),
            new OptionsBuilder().maxTokenLength(8_192),
            new OptionsBuilder().maxTokenLength(0),
            new OptionsBuilder().maxTokenLength(8_193)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bounds")
  void boundsAreInclusive(
      String name,
      OptionsBuilder least,
      OptionsBuilder most,
      OptionsBuilder tooLittle,
      OptionsBuilder tooMuch) {
    assertThat(least.build()).isNotEqualTo(most.build());
    assertThatIllegalArgumentException().isThrownBy(tooLittle::build).withMessageContaining(name);
    assertThatIllegalArgumentException().isThrownBy(tooMuch::build).withMessageContaining(name);
  }

  @Test
  void keyIsOneSegmentOfAPath() {
    assertThatIllegalArgumentException().isThrownBy(new OptionsBuilder().key("a/b")::build);
  }

  @Test
  void pathIsSegmentsBehindSlashes() {
    assertThat(new OptionsBuilder().path("/apps/signal/").build().path())
        .isEqualTo("/apps/signal/");
    assertThatIllegalArgumentException().isThrownBy(new OptionsBuilder().path("signal")::build);
    assertThatIllegalArgumentException().isThrownBy(new OptionsBuilder().path("/a//b")::build);
  }

  @Test
  void queuesHaveBounds() {
    assertThat(new Allowance(0, 0)).isNotEqualTo(new Allowance(1_000_000, 4_294_967_296L));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(1_000_001, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(0, 4_294_967_297L));
    assertThat(new OptionsBuilder().destinations(0).build())
        .isNotEqualTo(new OptionsBuilder().destinations(1_000_000).build());
    assertThatIllegalArgumentException().isThrownBy(() -> new OptionsBuilder().destinations(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptionsBuilder().destinations(1_000_001));
  }

  private static OptionsBuilder key(int length) {
    return new OptionsBuilder().key("k".repeat(length));
  }

  private static OptionsBuilder path(int length) {
    return new OptionsBuilder()
        .path("/".repeat(Math.min(1, length)) + "p".repeat(Math.max(0, length - 1)));
  }

  private static OptionsBuilder hold(long millis) {
    return new OptionsBuilder().idHold(Duration.ofMillis(millis));
  }

  private static OptionsBuilder expire(long millis) {
    return new OptionsBuilder().expireTimeout(Duration.ofMillis(millis));
  }

  private static OptionsBuilder alive(long millis) {
    return new OptionsBuilder().aliveTimeout(Duration.ofMillis(millis));
  }

  private static OptionsBuilder cleanup(long millis) {
    return new OptionsBuilder().cleanupInterval(Duration.ofMillis(millis));
  }
}
