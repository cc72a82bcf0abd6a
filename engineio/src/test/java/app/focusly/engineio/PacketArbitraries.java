package app.focusly.engineio;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Random packets, and text that is nearly, or not at all, Engine.IO.
final class PacketArbitraries {
  private PacketArbitraries() {}

  /// Packets as a payload may carry them; the separator is no part of any data.
  static Arbitrary<Packet> packets() {
    Arbitrary<String> data =
        Arbitraries.strings().ofMaxLength(40).filter(text -> text.indexOf(0x1e) < 0);
    return Arbitraries.oneOf(
        data.map(Packet.Text::new),
        data.map(Packet.Ping::new),
        data.map(Packet.Pong::new),
        data.map(Packet.Open::new),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Packet.Binary::new),
        Arbitraries.of(new Packet.Close(), new Packet.Upgrade(), new Packet.Noop()));
  }

  /// Any text, and texts made of what packets are made of.
  static Arbitrary<String> frames() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().withChars("0123456789b\u001e=+/ aprobe\ud83c").ofMaxLength(12),
        Arbitraries.of("1", "2", "2probe", "3", "3probe", "4a", "5", "6", "bAQ==", "4a\u001e4b"));
  }
}
