package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.Inbox;
import app.focusly.bench.generator.SocketIoClient;
import app.focusly.bench.generator.Transport;
import io.netty.buffer.ByteBuf;

/// Clients that come, join the default namespace, and go again: a closed loop of a few at a time.
/// An operation is one client's visit, from its connection to the server's answer to its goodbye.
public final class Handshakes implements Load {
  private static final int AT_ONCE = 8;

  private final Generator generator;
  private final int port;
  private long visits;
  private boolean over;
  private String failure = "";

  public Handshakes(Generator generator, int port) {
    this.generator = generator;
    this.port = port;
  }

  @Override
  public void begin() {
    generator
        .loop()
        .execute(() -> {
          for (int i = 0; i < AT_ONCE; i++) {
            next();
          }
        });
  }

  private void next() {
    if (!over) {
      Transport.WEBSOCKET.open(generator, port, new SocketIoClient(new Visitor()));
    }
  }

  @Override
  public long operations() {
    return visits;
  }

  @Override
  public String failure() {
    return failure;
  }

  @Override
  public void end() {
    over = true;
  }

  private final class Visitor implements SocketIoClient.Listener {
    private boolean welcome;

    @Override
    public void connected(SocketIoClient client) {
      welcome = true;
      client.finish();
    }

    @Override
    public void event(ByteBuf bytes, int index, int length) {}

    @Override
    public void acknowledged(ByteBuf bytes, int index, int length) {}

    @Override
    public void failed(String why) {
      if (welcome && why.equals(Inbox.CLOSED)) {
        visits++;
        next();
      } else if (!over) {
        over = true;
        failure = why;
      }
    }
  }
}
