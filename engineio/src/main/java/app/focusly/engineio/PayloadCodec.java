package app.focusly.engineio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The body of a long-polling request or response: packets joined by the record separator U+001E
/// (engine.io-protocol, "HTTP long-polling").
public final class PayloadCodec {
  /// How many packets one request body may hold; a stock client sends at most what it gathered
  /// between two requests, some dozens.
  public static final int MAX_PACKETS = 10_000;

  private static final char SEPARATOR = '\u001e';

  private PayloadCodec() {}

  /// The packets as one body.
  public static String encode(Collection<Packet> packets) {
    var body = new StringBuilder();
    for (Packet packet : packets) {
      if (!body.isEmpty()) {
        body.append(SEPARATOR);
      }
      body.append(PacketCodec.encodeText(packet));
    }
    return body.toString();
  }

  /// The packets of a body, in order.
  ///
  /// @throws MalformedPacketException when one of them is malformed, or there are more than
  ///   [#MAX_PACKETS]
  public static List<Packet> decode(String body) {
    var packets = new ArrayList<Packet>();
    int start = 0;
    while (true) {
      if (packets.size() == MAX_PACKETS) {
        throw new MalformedPacketException("too many packets in a payload");
      }
      int end = body.indexOf(SEPARATOR, start);
      if (end < 0) {
        packets.add(PacketCodec.decodeText(body.substring(start)));
        return packets;
      }
      packets.add(PacketCodec.decodeText(body.substring(start, end)));
      start = end + 1;
    }
  }
}
