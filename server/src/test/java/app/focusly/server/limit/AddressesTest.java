package app.focusly.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.Option;
import app.focusly.server.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  private final List<Option> hits = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong(1_000);

  @TempDir Path folder;

  private Addresses addresses() {
    Settings settings =
        Settings.read(
            Map.of(
                "FOCUSLY_MAX_ADDRESSES", "3",
                "FOCUSLY_ADDRESS_CONNECTIONS", "2",
                "FOCUSLY_ADDRESS_SESSIONS", "3",
                "FOCUSLY_ADDRESS_UNJOINED", "2",
                "FOCUSLY_ADDRESS_HANDSHAKES", "1/2"),
            folder);
    return new Addresses(LimitConfig.read(settings), hits::add, clock::get);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,   192.0.2.1,            true",
    "192.0.2.1,   192.0.2.2,            false",
    "2001:db8::1, 2001:db8::2:3:4:5,    true",
    "2001:db8::1, 2001:db8:0:1::1,      false",
    "192.0.2.1,   ::ffff:192.0.2.1,     true",
    "unknown,     something else,       true"
  })
  void anIpv6AddressCountsByItsFirst64Bits(String one, String other, boolean same) {
    Addresses addresses = addresses();
    assertThat(addresses.of(one) == addresses.of(other)).isEqualTo(same);
  }

  @Test
  void addressesBeyondTheTableCountAsOne() {
    Addresses addresses = addresses();
    AddressUse first = addresses.of("192.0.2.1");
    addresses.of("192.0.2.2");
    addresses.of("192.0.2.3");
    assertThat(addresses.of("192.0.2.4")).isSameAs(addresses.of("192.0.2.5")).isNotSameAs(first);
    assertThat(addresses.of("192.0.2.1")).isSameAs(first);
    assertThat(addresses.size()).isEqualTo(3);
    assertThat(hits).containsExactly(Option.MAX_ADDRESSES, Option.MAX_ADDRESSES);
  }

  @Test
  void whoIsIdleIsForgottenAndWhoIsThereIsNot() {
    Addresses addresses = addresses();
    addresses.of("192.0.2.1");
    AddressUse present = addresses.of("192.0.2.2");
    present.openConnection();
    clock.addAndGet(2 * Addresses.FORGET_MILLIS);
    assertThat(addresses.of("192.0.2.2")).isSameAs(present);
    assertThat(addresses.size()).isEqualTo(1);
  }

  @Test
  void aFullTableIsSweptSooner() {
    Addresses addresses = addresses();
    clock.addAndGet(Addresses.FORGET_MILLIS);
    addresses.of("192.0.2.1"); // the regular look, at nobody
    addresses.of("192.0.2.2");
    addresses.of("192.0.2.3");
    clock.addAndGet(Addresses.FORGET_MILLIS - 1);
    addresses.of("192.0.2.4");
    assertThat(addresses.size()).isEqualTo(3);
    clock.addAndGet(1_001);
    addresses.of("192.0.2.4");
    assertThat(addresses.size()).isEqualTo(1);
  }

  @Test
  void connectionsAreCountedUntilTheyClose() {
    AddressUse use = addresses().of("192.0.2.1");
    assertThat(use.openConnection()).isTrue();
    assertThat(use.openConnection()).isTrue();
    assertThat(use.openConnection()).isFalse();
    use.closeConnection();
    assertThat(use.openConnection()).isTrue();
    assertThat(hits).containsExactly(Option.ADDRESS_CONNECTIONS);
  }

  @Test
  void sessionsThatJoinNothingHaveALimitOfTheirOwn() {
    AddressUse use = addresses().of("192.0.2.1");
    assertThat(use.openSession()).isTrue();
    assertThat(use.openSession()).isTrue();
    assertThat(use.openSession()).isFalse();
    use.joined();
    assertThat(use.openSession()).isTrue();
    use.joined();
    assertThat(use.openSession()).isFalse();
    use.closeSession(true);
    assertThat(use.openSession()).isTrue();
    assertThat(hits).containsExactly(Option.ADDRESS_UNJOINED, Option.ADDRESS_SESSIONS);
  }

  @Test
  void handshakesComeAtTheirRate() {
    AddressUse use = addresses().of("192.0.2.1");
    assertThat(use.handshake(1_000)).isEmpty();
    assertThat(use.handshake(1_000)).isEmpty();
    assertThat(use.handshake(1_000)).hasValue(1_000);
    assertThat(use.handshake(1_500)).hasValue(500);
    assertThat(use.handshake(2_000)).isEmpty();
    assertThat(hits).containsExactly(Option.ADDRESS_HANDSHAKES, Option.ADDRESS_HANDSHAKES);
  }
}
