package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
                4_194_304,
                Set.of(Transport.POLLING, Transport.WEBSOCKET),
                true,
                Optional.empty()));
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
  void otherTransportsLeaveTheRest() {
    EngineOptions changed =
        EngineOptions.defaults().withTransports(Set.of(Transport.POLLING), false);
    assertThat(changed.transports()).containsExactly(Transport.POLLING);
    assertThat(changed.allowUpgrades()).isFalse();
    assertThat(changed.withTransports(Set.of(Transport.values()), true))
        .isEqualTo(EngineOptions.defaults());
  }

  @Test
  void anInitialPacketLeavesTheRest() {
    var welcome = new Packet.Text("welcome");
    EngineOptions changed = EngineOptions.defaults().withInitialPacket(welcome);
    assertThat(changed.initialPacket()).contains(welcome);
    assertThat(changed.maxPayload()).isEqualTo(1_000_000);
  }

  @Test
  void otherWaitingLimitsLeaveTheRest() {
    EngineOptions changed = EngineOptions.defaults().withWaiting(1, 2);
    assertThat(changed.maxWaitingPackets()).isEqualTo(1);
    assertThat(changed.maxWaitingBytes()).isEqualTo(2);
    assertThat(changed.withWaiting(10_000, 4_194_304)).isEqualTo(EngineOptions.defaults());
  }

  @Test
  void oneTransportAtLeastIsLetIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineOptions.defaults().withTransports(Set.of(), true));
  }

  @Test
  void everyBoundMustBePositive() {
    Duration second = Duration.ofSeconds(1);
    Duration none = Duration.ZERO;
    refuses("pingInterval", () -> options(none, second, 1, second, second, 1, 1));
    refuses("pingTimeout", () -> options(second, none, 1, second, second, 1, 1));
    refuses("maxPayload", () -> options(second, second, 0, second, second, 1, 1));
    refuses("upgradeTimeout", () -> options(second, second, 1, none, second, 1, 1));
    refuses("closeTimeout", () -> options(second, second, 1, second, second.negated(), 1, 1));
    refuses("maxWaitingPackets", () -> options(second, second, 1, second, second, 0, 1));
    refuses("maxWaitingBytes", () -> options(second, second, 1, second, second, 1, -1));
  }

  private static EngineOptions options(
      Duration pingInterval,
      Duration pingTimeout,
      int maxPayload,
      Duration upgradeTimeout,
      Duration closeTimeout,
      int packets,
      int bytes) {
    return new EngineOptions(
        pingInterval,
        pingTimeout,
        maxPayload,
        upgradeTimeout,
        closeTimeout,
        packets,
        bytes,
        Set.of(Transport.values()),
        true,
        Optional.empty());
  }

  private static void refuses(String name, Runnable construction) {
    assertThatIllegalArgumentException()
        .isThrownBy(construction::run)
        .withMessage(name + " must be positive");
  }
}
