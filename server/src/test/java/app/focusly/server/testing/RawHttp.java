package app.focusly.server.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;

/// One connection over which a test says in bytes what it wants. Whatever it waits for must come
/// within ten seconds.
public final class RawHttp implements AutoCloseable {
  private static final int DEADLINE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream input;

  private RawHttp(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(DEADLINE_MILLIS);
    socket.setTcpNoDelay(true);
    input = new BufferedInputStream(socket.getInputStream());
  }

  /// A connection in clear text.
  public static RawHttp connect(RunningServer server) {
    return connect(server, SocketFactory.getDefault());
  }

  /// A connection in clear text to this port.
  public static RawHttp connect(int port) {
    return io(() -> new RawHttp(SocketFactory.getDefault().createSocket("127.0.0.1", port)));
  }

  /// A connection by way of this factory, which may speak TLS.
  public static RawHttp connect(RunningServer server, SocketFactory factory) {
    return io(() -> new RawHttp(factory.createSocket("127.0.0.1", server.port())));
  }

  /// Asks on a connection of its own.
  public static HttpAnswer get(RunningServer server, String path, String... headers) {
    return ask(server, "GET", path, "", headers);
  }

  /// Asks on a connection of its own.
  public static HttpAnswer ask(
      RunningServer server, String method, String path, String body, String... headers) {
    try (RawHttp http = connect(server)) {
      http.send(request(method, path, body, headers));
      return method.equals("HEAD") ? http.readHead() : http.read();
    }
  }

  /// A request of HTTP/1.1; the body's length is told when there is a body.
  public static String request(String method, String path, String body, String... headers) {
    var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
      text.append("Host: focusly.test\r\n");
    }
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    if (!body.isEmpty() || method.equals("POST")) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      text.append("Content-Length: ").append(length).append("\r\n");
    }
    return text.append("\r\n").append(body).toString();
  }

  public Socket socket() {
    return socket;
  }

  public void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  public void send(byte[] bytes) {
    io(() -> {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return bytes;
    });
  }

  /// The next answer.
  public HttpAnswer read() {
    return io(() -> {
      HttpAnswer head = head();
      return new HttpAnswer(head.status(), head.headers(), body(head));
    });
  }

  /// The next answer when it has no body, as that to a HEAD.
  public HttpAnswer readHead() {
    return io(this::head);
  }

  private HttpAnswer head() throws IOException {
    String status = line();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
          .add(line.substring(colon + 1).strip());
    }
    return new HttpAnswer(Integer.parseInt(status.split(" ", -1)[1]), headers, new byte[0]);
  }

  private byte[] body(HttpAnswer head) throws IOException {
    if (head.status() == 304 || head.status() == 204 || head.status() == 101) {
      return new byte[0];
    }
    if (head.header("Transfer-Encoding").equals(Optional.of("chunked"))) {
      var body = new ByteArrayOutputStream();
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        body.write(readBytes(size));
        line();
      }
      line();
      return body.toByteArray();
    }
    return readBytes(head.header("Content-Length").map(Integer::parseInt).orElse(0));
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = readByte(); next != '\n'; next = readByte()) {
      line.append((char) next);
    }
    return line.substring(0, line.length() - 1);
  }

  int readByte() throws IOException {
    int next = input.read();
    if (next < 0) {
      throw new EOFException("the server closed the connection");
    }
    return next;
  }

  byte[] readBytes(int count) throws IOException {
    byte[] bytes = input.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the server closed the connection");
    }
    return bytes;
  }

  /// Waits for the server to close the connection; fails when it says anything more.
  public void awaitEnd() {
    io(() -> {
      try {
        int next = input.read();
        if (next >= 0) {
          throw new AssertionError("the server said more: " + next);
        }
        return next;
      } catch (SocketException reset) { // as final as an orderly end
        return -1;
      }
    });
  }

  /// Ends the connection without a word, as a lost network does.
  public void reset() {
    io(() -> {
      socket.setSoLinger(true, 0);
      socket.close();
      return socket;
    });
  }

  @Override
  public void close() {
    io(() -> {
      socket.close();
      return socket;
    });
  }

  /// Something that talks to the network.
  interface Io<T> {
    T run() throws IOException;
  }

  static <T> T io(Io<T> step) {
    try {
      return step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
