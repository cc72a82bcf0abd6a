package app.focusly.engineio;

import java.nio.charset.StandardCharsets;

/// One Engine.IO v4 packet (engine.io-protocol, "Packet encoding"). On a text transport each type
/// is one leading digit; binary messages travel as bare bytes on WebSocket, and as `b` with Base64
/// on HTTP long-polling and for a client that takes text alone.
public sealed interface Packet {

  /// Type 0: the handshake.
  ///
  /// @param json the handshake object: `sid`, `upgrades`, `pingInterval`, `pingTimeout`,
  ///   `maxPayload`
  record Open(String json) implements Packet {}

  /// Type 1: the session ends.
  record Close() implements Packet {}

  /// Type 2: a heartbeat from the server (without data), or the probe of an upgrade.
  record Ping(String data) implements Packet {}

  /// Type 3: the answer to a ping, with the ping's data.
  record Pong(String data) implements Packet {}

  /// Type 4: a text message.
  record Text(String data) implements Packet {}

  /// Type 4: a binary message. The array is shared, not copied: whoever receives it reads only.
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy for each receiver would cost
  record Binary(byte[] data) implements Packet {}

  /// Type 4: a binary message on a WebSocket whose client takes text alone.
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Base64(byte[] data) implements Packet {}

  /// Type 5: the client has moved to the new transport.
  record Upgrade() implements Packet {}

  /// Type 6: ends a waiting poll without saying anything.
  record Noop() implements Packet {}

  /// About what this packet costs while it waits, in bytes.
  default int weight() {
    return switch (this) {
      case Text text -> text.data().length();
      case Binary binary -> binary.data().length;
      case Base64 base64 -> base64.data().length;
      case Open open -> open.json().length();
      case Ping ping -> ping.data().length();
      case Pong pong -> pong.data().length();
      case Close _, Upgrade _, Noop _ -> 1;
    };
  }

  /// The text form of this packet in UTF-8.
  default byte[] utf8() {
    return PacketCodec.encodeText(this).getBytes(StandardCharsets.UTF_8);
  }
}
