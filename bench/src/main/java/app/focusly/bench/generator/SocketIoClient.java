package app.focusly.bench.generator;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A Socket.IO client of the default namespace that answers pings and parses nothing: its listener
/// gets the bytes. Confined to the generator's loop.
public final class SocketIoClient implements Inbox {
  private static final byte[] CONNECT = bytes("40");
  private static final byte[] PONG = bytes("3");

  private final Listener listener;
  private @Nullable Link link;

  /// What one client's owner wants to know.
  public interface Listener {

    /// The namespace is joined.
    void connected(SocketIoClient client);

    /// An event came: a packet that begins with `42`, or `45` when bytes follow, which are not
    /// looked at.
    void event(ByteBuf bytes, int index, int length);

    /// An acknowledgement came: a packet that begins with `43`, or `46` when bytes follow.
    void acknowledged(ByteBuf bytes, int index, int length);

    /// The server refused, or the connection is gone.
    void failed(String why);
  }

  public SocketIoClient(Listener listener) {
    this.listener = listener;
  }

  /// ASCII text as bytes.
  public static byte[] bytes(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  /// Sends a packet, which begins with Engine.IO's `4`.
  public void send(byte[] packet) {
    if (link != null) {
      link.send(packet);
    }
  }

  /// Sends a packet of an event that has bytes: it begins with `451-`.
  public void send(byte[] packet, byte[] attachment) {
    if (link != null) {
      link.send(packet);
      link.attach(attachment);
    }
  }

  /// Says goodbye; the listener hears of the end as of a failure.
  public void finish() {
    if (link != null) {
      link.finish();
    }
  }

  /// Goes without a word.
  public void close() {
    if (link != null) {
      link.close();
    }
  }

  @Override
  public void opened(Link way) {
    link = way;
  }

  @Override
  public void packet(ByteBuf bytes, int index, int length) {
    switch (bytes.getByte(index)) {
      case '4' -> message(bytes, index, length);
      case '2' -> send(PONG);
      case '0' -> send(CONNECT);
      case '6' -> {}
      default -> listener.failed("a packet of type " + (char) bytes.getByte(index));
    }
  }

  private void message(ByteBuf bytes, int index, int length) {
    switch (bytes.getByte(index + 1)) {
      case '2', '5' -> listener.event(bytes, index, length);
      case '3', '6' -> listener.acknowledged(bytes, index, length);
      case '0' -> listener.connected(this);
      default ->
          listener.failed(bytes.toString(index, Math.min(length, 200), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void closed(String why) {
    listener.failed(why);
  }
}
