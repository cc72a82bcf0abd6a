package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {

  @Test
  void defaultsAreTheReferences() {
    assertThat(EngineOptions.defaults())
        .isEqualTo(
            new EngineOptions(
                Duration.ofSeconds(25),
                Duration.ofSeconds(20),
                1_000_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                10_000,
                4_194_304));
  }

  @Test
  void anotherHeartbeatLeavesTheRest() {
    EngineOptions changed =
        EngineOptions.defaults().withHeartbeat(Duration.ofMillis(300), Duration.ofMillis(200));
    assertThat(changed.pingInterval()).isEqualTo(Duration.ofMillis(300));
    assertThat(changed.pingTimeout()).isEqualTo(Duration.ofMillis(200));
    assertThat(changed.withHeartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20)))
        .isEqualTo(EngineOptions.defaults());
  }

  @Test
  void everyBoundMustBePositive() {
    Duration second = Duration.ofSeconds(1);
    refuses(
        "pingInterval", () -> new EngineOptions(Duration.ZERO, second, 1, second, second, 1, 1));
    refuses("pingTimeout", () -> new EngineOptions(second, Duration.ZERO, 1, second, second, 1, 1));
    refuses("maxPayload", () -> new EngineOptions(second, second, 0, second, second, 1, 1));
    refuses(
        "upgradeTimeout", () -> new EngineOptions(second, second, 1, Duration.ZERO, second, 1, 1));
    refuses(
        "closeTimeout", () -> new EngineOptions(second, second, 1, second, second.negated(), 1, 1));
    refuses("maxWaitingPackets", () -> new EngineOptions(second, second, 1, second, second, 0, 1));
    refuses("maxWaitingBytes", () -> new EngineOptions(second, second, 1, second, second, 1, -1));
  }

  private static void refuses(String name, Runnable construction) {
    assertThatIllegalArgumentException()
        .isThrownBy(construction::run)
        .withMessage(name + " must be positive");
  }
}
