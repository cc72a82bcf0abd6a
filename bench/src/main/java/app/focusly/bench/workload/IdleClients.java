package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.SocketIoClient;
import app.focusly.bench.generator.Transport;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeoutException;

/// Clients that join the default namespace and then do nothing but answer pings.
public final class IdleClients implements AutoCloseable {
  private final Generator generator;
  private final Crowd crowd;

  public IdleClients(Generator generator, int port, Transport transport, int size) {
    this.generator = generator;
    this.crowd =
        new Crowd(
            generator,
            size,
            (on, client) -> transport.open(on, port, client),
            _ -> new SocketIoClient(new Idler()));
  }

  /// Gets them all in.
  public void gather() throws InterruptedException {
    crowd.gather();
  }

  /// What went wrong, or nothing.
  public String failure() throws InterruptedException, TimeoutException {
    return generator.ask(crowd::failure);
  }

  @Override
  public void close() {
    generator.loop().execute(crowd::disperse);
  }

  private final class Idler implements SocketIoClient.Listener {
    @Override
    public void connected(SocketIoClient client) {
      crowd.ready();
    }

    @Override
    public void event(ByteBuf bytes, int index, int length) {}

    @Override
    public void acknowledged(ByteBuf bytes, int index, int length) {}

    @Override
    public void failed(String why) {
      crowd.failed(why);
    }
  }
}
