package app.focusly.socketio;

import app.focusly.engineio.Packet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How Socket.IO packets look as Engine.IO messages: Socket.IO's `parser`. Used from every thread.
/// Both ends must use the same; [#JSON] is what every client has.
public interface PacketFormat {
  /// The most attachments of one packet, which is the reference's own limit; clients refuse more.
  int MAX_ATTACHMENTS = 10;

  /// The longest namespace that is read; the reference has no limit.
  int MAX_NAMESPACE_LENGTH = 256;

  /// Text with attachments, as the protocol's own document describes it.
  PacketFormat JSON = new JsonFormat();

  /// The messages of a packet, to be sent in this order with none between.
  ///
  /// @throws IllegalArgumentException when no client could read it
  List<Packet> encode(SocketPacket packet);

  /// Reads the messages of one connection.
  Decoder decoder();

  /// What reads one connection's messages. Confined to the thread of the connection.
  interface Decoder {

    /// Reads a text message.
    ///
    /// @return the packet, or null when more of it is to come
    /// @throws MalformedSocketPacketException when it is none
    @Nullable SocketPacket text(String message);

    /// Reads a binary message.
    ///
    /// @return the packet, or null when more of it is to come
    /// @throws MalformedSocketPacketException when it is none
    @Nullable SocketPacket binary(byte[] message);
  }
}
