package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.config.Network;
import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a header says, the client's address is the connection's, or one that a trusted proxy
/// told; and a network that was read holds its own address.
class ClientAddressesFuzzTest {
  private final ClientAddresses addresses = new ClientAddresses(ClientAddressesTest.TRUSTED);

  /// @param request the connection's address, then the headers, each on its line
  @MethodSource("requests")
  @FuzzTest
  void clientIsThePeerOrAnAddress(byte[] request) {
    List<String> lines = new String(request, StandardCharsets.UTF_8).lines().toList();
    String peer = lines.isEmpty() ? "" : lines.getFirst();

    String client = addresses.of(peer, lines.stream().skip(1).toList());

    if (!client.equals(peer)) {
      assertThat(InetAddress.ofLiteral(client).getHostAddress()).isEqualTo(client);
      assertThat(ClientAddressesTest.TRUSTED)
          .anyMatch(network -> network.contains(InetAddress.ofLiteral(peer)));
      assertThat(addresses.of(peer, List.of(client))).isEqualTo(client);
    }
    for (String line : lines) {
      Network.parse(line)
          .ifPresent(network -> assertThat(network.contains(network.address())).isTrue());
    }
  }

  static Stream<byte[]> requests() {
    return Stream.concat(
            Golden.examples("http/forwarded-for.json")
                .map(example ->
                    example.text("peer")
                        + "\n"
                        + String.join("\n", ClientAddressesTest.headers(example))),
            Stream.of("10.0.0.0/8\n::1/128\nfe80::1%1/10\n1.2.3.4/33"))
        .map(request -> request.getBytes(StandardCharsets.UTF_8));
  }
}
