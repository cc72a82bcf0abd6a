package app.focusly.socketio;

import app.focusly.engineio.Packet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Messages as a client, a broken client and an attacker send them.
final class MessageArbitraries {
  private MessageArbitraries() {}

  static Arbitrary<Packet> messages() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(30).map(Packet.Text::new),
        Arbitraries.strings()
            .withChars("0123456/-,[]{}\"e:_placeholdrnumtu ")
            .ofMaxLength(20)
            .map(Packet.Text::new),
        Arbitraries.of(
                "0",
                "0/admin,",
                "0/t1,",
                "0/t2,",
                "0/t3,",
                "1/t1,",
                "2/t1,[\"e\"]",
                "0{\"token\":1}",
                "1",
                "1/admin,",
                "2[\"e\"]",
                "27[\"e\",1]",
                "2/admin,[\"e\"]",
                "30[]",
                "31[1]",
                "4{}",
                "51-[\"e\",{\"_placeholder\":true,\"num\":0}]",
                "51-3[\"e\",{\"_placeholder\":true,\"num\":9}]",
                "52-[\"e\",{\"_placeholder\":true,\"num\":1}]",
                "61-0[{\"_placeholder\":true,\"num\":0}]",
                "50-[\"e\"]")
            .map(Packet.Text::new),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(Packet.Binary::new));
  }
}
