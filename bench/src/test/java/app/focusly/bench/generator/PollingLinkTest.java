package app.focusly.bench.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A row over polling used to fail as soon as a member had been silent for longer than Node keeps
/// an idle connection.
class PollingLinkTest {
  private final BlockingQueue<String> posts = new LinkedBlockingQueue<>(10);
  private final CompletableFuture<Link> opened = new CompletableFuture<>();

  @Test
  void postsAnewWhenTheServerHasClosedTheConnection() throws Exception {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var generator = new Generator()) {
      Thread.ofVirtual().start(() -> accept(server));
      generator.polling(server.getLocalPort(), "/?EIO=4", new Listening());
      Link link = opened.get(30, TimeUnit.SECONDS);
      for (String packet : new String[] {"4first", "4second", "4third"}) {
        generator.loop().execute(() -> link.send(SocketIoClient.bytes(packet)));
        assertThat(posts.poll(30, TimeUnit.SECONDS)).isEqualTo(packet);
      }
      generator.loop().execute(link::close);
    }
  }

  private final class Listening implements Inbox {
    @Override
    public void opened(Link link) {
      opened.complete(link);
    }

    @Override
    public void packet(ByteBuf bytes, int index, int length) {}

    @Override
    public void closed(String why) {
      opened.completeExceptionally(new IOException(why));
    }
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException expected) { // the test is over
      assertThat(server.isClosed()).isTrue();
    }
  }

  /// Answers the handshake and leaves the next poll open; answers a post and closes.
  private void serve(Socket socket) {
    try (socket;
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      String request = in.readLine();
      int length = 0;
      for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
      }
      if (request != null && request.startsWith("GET")) {
        answer(socket, "0{\"sid\":\"secret\"}");
        assertThat(in.readLine()).contains("sid=secret");
        in.readLine();
        while (in.readLine() != null) {
          // until the client goes
        }
      } else {
        char[] body = new char[length];
        assertThat(in.read(body)).isEqualTo(length);
        answer(socket, "ok");
        posts.add(new String(body));
      }
    } catch (IOException expected) { // the client has gone
      assertThat(socket.isClosed()).isTrue();
    }
  }

  private static void answer(Socket socket, String body) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
    socket.getOutputStream().write((head + body).getBytes(US_ASCII));
  }
}
