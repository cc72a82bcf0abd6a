package app.focusly.server.config;

import java.net.InetAddress;
import java.util.Optional;

/// An address, or all addresses with the same beginning.
///
/// @param prefix how many of its bits count
public record Network(InetAddress address, int prefix) {

  public Network {
    if (prefix < 0 || prefix > bits(address)) {
      throw new IllegalArgumentException("no such prefix");
    }
  }

  /// Reads `address` or `address/prefix`; names are not looked up.
  public static Optional<Network> parse(String text) {
    try {
      int slash = text.indexOf('/');
      InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int prefix = slash < 0 ? bits(address) : Integer.parseInt(text.substring(slash + 1));
      return Optional.of(new Network(address, prefix));
    } catch (IllegalArgumentException expected) { // whatever somebody wrote
      return Optional.empty();
    }
  }

  /// Whether an address is one of its own; an IPv4 address never is one of an IPv6 network.
  public boolean contains(InetAddress other) {
    byte[] own = address.getAddress();
    byte[] others = other.getAddress();
    if (own.length != others.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((own[bit / Byte.SIZE] & mask) != (others[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }
}
