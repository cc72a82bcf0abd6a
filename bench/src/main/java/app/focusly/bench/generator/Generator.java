package app.focusly.bench.generator;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The clients' event loop. One for the whole run, so that it is warm in every round but the first.
public final class Generator implements AutoCloseable {
  /// Clients that share a source address: fewer than there are ports for one.
  private static final int CLIENTS_AN_ADDRESS = 5_000;

  private static final int CONNECT_MILLIS = 30_000;
  private static final int ANSWER_SECONDS = 60;

  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;
  private final Class<? extends Channel> channels;
  private int connections;

  /// Starts the loop: epoll where there is one.
  public Generator() {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    this.group = new MultiThreadIoEventLoopGroup(1, handlers);
    this.loop = group.next();
    this.channels = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  /// Opens a WebSocket.
  public void webSocket(int port, String path, Inbox inbox) {
    connect(port, new WebSocketLink(path, inbox), inbox);
  }

  /// Opens an Engine.IO session over polling.
  public void polling(int port, String path, Inbox inbox) {
    new PollingLink(this, port, path, inbox).open();
  }

  /// Opens a connection; each 5,000 come from another address of the loopback.
  void connect(int port, ChannelHandler handler, Inbox inbox) {
    int source = 1 + (connections++ / CLIENTS_AN_ADDRESS) % 200;
    new Bootstrap()
        .group(loop)
        .channel(channels)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .handler(handler)
        .connect(loopback(1, port), loopback(source, 0))
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            inbox.closed("cannot connect: " + connected.cause());
          }
        });
  }

  private static InetSocketAddress loopback(int last, int port) {
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last}), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /// The loop on which all clients live.
  public EventLoop loop() {
    return loop;
  }

  /// Runs a task on the loop and waits for what it gives.
  public <T> T ask(Callable<T> task) throws InterruptedException, TimeoutException {
    try {
      return loop.submit(task).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a task of the generator failed", e.getCause());
    }
  }

  /// Waits while the clients go on.
  public void rest(Duration time) throws InterruptedException {
    loop.schedule(() -> {}, time.toNanos(), TimeUnit.NANOSECONDS).await();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
