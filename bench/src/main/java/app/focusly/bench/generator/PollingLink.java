package app.focusly.bench.generator;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// An Engine.IO client that polls, as a browser does: one connection for its polls, and one, opened
/// when it speaks, for its posts. What it sends while a post is under way waits, and goes together.
/// A server may close the second connection when it has been idle (Node does after five seconds);
/// then the next post opens another, and one that was under way is sent once more.
final class PollingLink implements Link {
  private static final byte SEPARATOR = 0x1e;
  private static final int MAX_WAITING = 1_000;
  private static final byte[] CLOSE = SocketIoClient.bytes("1");
  private static final String SID = "\"sid\":\"";

  private final Generator generator;
  private final int port;
  private final Inbox inbox;
  private final HttpConnection polls = new HttpConnection(this::polled, this::broken);
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private String path;
  private byte @Nullable [] poll;
  private @Nullable HttpConnection posts;
  private byte @Nullable [] posting;
  private boolean postedAgain;
  private boolean closed;

  PollingLink(Generator generator, int port, String path, Inbox inbox) {
    this.generator = generator;
    this.port = port;
    this.path = path;
    this.inbox = inbox;
  }

  void open() {
    polls.whenConnected(() -> polls.send(get()));
    generator.connect(port, polls, inbox);
  }

  private byte[] get() {
    return SocketIoClient.bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  private void polled(ByteBuf body, int index, int length) {
    if (closed) {
      return;
    }
    byte[] again = poll;
    if (again == null) {
      again = handshake(body.toString(index, length, StandardCharsets.UTF_8));
      poll = again;
      inbox.opened(this);
    }
    int from = index;
    int end = index + length;
    while (from < end && !closed) {
      int separator = body.indexOf(from, end, SEPARATOR);
      int to = separator < 0 ? end : separator;
      inbox.packet(body, from, to - from);
      from = to + 1;
    }
    if (!closed) {
      polls.send(again);
    }
  }

  private byte[] handshake(String body) {
    int from = body.indexOf(SID) + SID.length();
    path = path + "&sid=" + body.substring(from, body.indexOf('"', from));
    return get();
  }

  @Override
  public void send(byte[] packet) {
    if (closed) {
      return;
    }
    if (waiting.size() == MAX_WAITING) {
      broken("too much waits to be posted");
      return;
    }
    waiting.add(packet);
    if (posting == null) {
      post();
    }
  }

  @Override
  public void attach(byte[] attachment) {
    send(SocketIoClient.bytes("b" + Base64.getEncoder().encodeToString(attachment)));
  }

  private void post() {
    byte[] request = request();
    posting = request;
    HttpConnection connection = posts;
    if (connection == null) {
      openPosts(request);
    } else {
      connection.send(request);
    }
  }

  private void openPosts(byte[] request) {
    var connection = new HttpConnection(this::posted, this::postsBroken);
    posts = connection;
    connection.whenConnected(() -> connection.send(request));
    generator.connect(port, connection, inbox);
  }

  private void postsBroken(String why) {
    posts = null;
    byte[] request = posting;
    if (request != null && postedAgain) {
      broken(why);
    } else if (request != null) {
      postedAgain = true;
      openPosts(request);
    }
  }

  /// All that waits, as one post.
  private byte[] request() {
    int bytes = waiting.stream().mapToInt(packet -> packet.length + 1).sum() - 1;
    byte[] head =
        SocketIoClient.bytes(
            "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain;charset=UTF-8\r\n"
                + "Content-Length: "
                + bytes
                + "\r\n\r\n");
    byte[] request = new byte[head.length + bytes];
    System.arraycopy(head, 0, request, 0, head.length);
    int at = head.length;
    for (byte[] packet = waiting.poll(); packet != null; packet = waiting.poll()) {
      System.arraycopy(packet, 0, request, at, packet.length);
      at += packet.length;
      if (!waiting.isEmpty()) {
        request[at++] = SEPARATOR;
      }
    }
    return request;
  }

  private void posted(ByteBuf body, int index, int length) {
    posting = null;
    postedAgain = false;
    if (!waiting.isEmpty() && !closed) {
      post();
    }
  }

  private void broken(String why) {
    if (!closed) {
      close();
      inbox.closed(why);
    }
  }

  @Override
  public void finish() {
    send(CLOSE);
  }

  @Override
  public void close() {
    closed = true;
    waiting.clear();
    polls.close();
    if (posts != null) {
      posts.close();
    }
  }
}
