package app.focusly.server.testing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;

/// A WebSocket whose every byte a test chooses.
public final class RawWebSocket implements AutoCloseable {
  private static final String[] UPGRADE = {
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
  };

  private final RawHttp http;

  private RawWebSocket(RawHttp http) {
    this.http = http;
  }

  /// A WebSocket on a connection of its own.
  public static RawWebSocket open(RunningServer server, String path, String... headers) {
    return open(RawHttp.connect(server), path, headers);
  }

  /// A WebSocket in place of HTTP on this connection.
  public static RawWebSocket open(RawHttp http, String path, String... headers) {
    http.send(upgrade(path, headers));
    return opened(http);
  }

  /// A request for a WebSocket.
  public static String upgrade(String path, String... headers) {
    String[] all =
        Stream.concat(Arrays.stream(UPGRADE), Arrays.stream(headers)).toArray(String[]::new);
    return RawHttp.request("GET", path, "", all);
  }

  /// The WebSocket that the server is about to agree to.
  public static RawWebSocket opened(RawHttp http) {
    HttpAnswer answer = http.read();
    // The key of RFC 6455 section 1.3, and the answer that goes with it.
    if (answer.status() != 101
        || !answer
            .header("Sec-WebSocket-Accept")
            .filter("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="::equals)
            .isPresent()) {
      http.close();
      throw new AssertionError("no WebSocket: " + answer);
    }
    return new RawWebSocket(http);
  }

  public RawHttp connection() {
    return http;
  }

  public void send(String text) {
    send(Frame.text(text));
  }

  public void send(Frame frame) {
    http.send(frame.masked());
  }

  /// The next frame.
  public Frame read() {
    return RawHttp.io(() -> {
      int first = http.readByte();
      int length = http.readByte();
      if (length == 126) {
        length = ByteBuffer.wrap(http.readBytes(2)).getShort() & 0xFFFF;
      } else if (length == 127) {
        length = Math.toIntExact(ByteBuffer.wrap(http.readBytes(8)).getLong());
      }
      return new Frame(first, http.readBytes(length));
    });
  }

  /// The next frame, which must be a text.
  public String text() {
    Frame frame = read();
    if (frame.first() != (Frame.FINAL | Frame.TEXT)) {
      throw new AssertionError("no text: " + frame);
    }
    return frame.text();
  }

  /// The status of the close frame that is next, and after which nothing comes.
  public int closed() {
    Frame frame = read();
    if (frame.opcode() != Frame.CLOSE) {
      throw new AssertionError("no close: " + frame);
    }
    send(frame);
    http.awaitEnd();
    return frame.payload().length == 0 ? 1005 : frame.status();
  }

  /// Cuts the connection.
  @Override
  public void close() {
    http.close();
  }
}
