package app.focusly.server.load;

import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import javax.net.SocketFactory;

/// Many clients from one machine, each on a virtual thread of its own.
final class Clients {
  /// So many come at the same moment; the rest wait, as they would in the port's backlog.
  private static final int AT_ONCE = 200;

  private static final int NARROW_BYTES = 4_096;

  /// All of them come from one address.
  static final Map<String, String> UNLIMITED_ADDRESS =
      Map.of(
          "FOCUSLY_ADDRESS_CONNECTIONS", "off",
          "FOCUSLY_ADDRESS_SESSIONS", "off",
          "FOCUSLY_ADDRESS_UNJOINED", "off",
          "FOCUSLY_ADDRESS_HANDSHAKES", "off",
          "FOCUSLY_ADDRESS_REQUESTS", "off",
          "FOCUSLY_ADDRESS_MESSAGES", "off");

  private Clients() {}

  /// Makes so many, and fails when one cannot be made.
  static <T> List<T> connect(int count, IntFunction<T> client) {
    var gate = new Semaphore(AT_ONCE);
    return all(
        count,
        index -> {
          gate.acquireUninterruptibly();
          try {
            return client.apply(index);
          } finally {
            gate.release();
          }
        });
  }

  /// Does something so many times at once, and waits for all.
  static <T> List<T> all(int count, IntFunction<T> task) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int index = i;
        futures.add(threads.submit(() -> task.apply(index)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A connection whose client's machine takes next to nothing before its program reads.
  static RawHttp narrow(TestServer server) {
    return RawHttp.connect(
        server, new Prepared(socket -> socket.setReceiveBufferSize(NARROW_BYTES)));
  }

  /// A connection from another address of the loopback interface.
  static RawHttp from(String address, TestServer server) {
    return RawHttp.connect(
        server, new Prepared(socket -> socket.bind(new InetSocketAddress(address, 0))));
  }

  @FunctionalInterface
  private interface Preparation {
    void prepare(Socket socket) throws IOException;
  }

  /// Makes sockets to which something is done before they connect.
  private static final class Prepared extends SocketFactory {
    private final Preparation preparation;

    Prepared(Preparation preparation) {
      this.preparation = preparation;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      var socket = new Socket();
      preparation.prepare(socket);
      socket.connect(new InetSocketAddress(host, port));
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
