package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.SocketIoClient;
import app.focusly.bench.generator.Transport;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/// Writers of the product's rooms, who send journalled commands: a closed loop. Each sends its next
/// one when one before it was acknowledged, which the server does when it is on the disk. An
/// operation is an acknowledged command.
///
/// Four of five commands are messages, the others change the timer's settings. Each has an id of
/// its own, as the web app's have.
public final class Commands implements Load {
  private static final String TEXT = ", about as long as what people write to each other";
  private static final int MOST_MINUTES = 240;

  private final Generator generator;
  private final Shape shape;
  private final Crowd crowd;
  private final List<Writer> writers = new ArrayList<>();
  private final long idBits = UUID.randomUUID().getMostSignificantBits();
  private long commands;
  private long acknowledged;
  private boolean writing;

  /// How many there are.
  ///
  /// @param firstRoom the number of the first room
  /// @param writers of each room
  /// @param inFlight commands that each has under way
  public record Shape(int firstRoom, int rooms, int writers, int inFlight) {}

  public Commands(Generator generator, int port, Shape shape) {
    this.generator = generator;
    this.shape = shape;
    this.crowd =
        new Crowd(
            generator,
            shape.rooms() * shape.writers(),
            (on, client) -> Transport.WEBSOCKET.open(on, port, client),
            this::writer);
  }

  private SocketIoClient writer(int number) {
    var writer = new Writer(number);
    writers.add(writer);
    return writer.client;
  }

  @Override
  public void begin() throws InterruptedException, TimeoutException {
    crowd.gather();
    generator.ask(() -> {
      writing = true;
      writers.forEach(Writer::begin);
      return writing;
    });
  }

  @Override
  public long operations() {
    return acknowledged;
  }

  @Override
  public String failure() {
    return crowd.failure();
  }

  @Override
  public void end() {
    writing = false;
    crowd.disperse();
  }

  private byte[] command(int turn) {
    commands++;
    String rest = ",\"commandId\":\"" + new UUID(idBits, Long.MIN_VALUE | commands) + "\"}]";
    return SocketIoClient.bytes(
        turn % 5 == 0
            ? "421[\"timer-configure\",{\"focus\":" + (1 + turn / 5 % MOST_MINUTES) + rest
            : "421[\"chat-send\",{\"text\":\"message " + turn + TEXT + "\"" + rest);
  }

  private final class Writer implements SocketIoClient.Listener {
    private final SocketIoClient client = new SocketIoClient(this);
    private final byte[] join;
    private boolean joined;
    private int turns;

    /// The same rooms and writers each time, so that a room that was written to is found again.
    Writer(int number) {
      join = Dialect.ROOM.join(shape.firstRoom() + number % shape.rooms(), number / shape.rooms());
    }

    void begin() {
      for (int i = 0; i < shape.inFlight(); i++) {
        next();
      }
    }

    private void next() {
      turns++;
      client.send(command(turns));
    }

    @Override
    public void connected(SocketIoClient self) {
      self.send(join);
    }

    @Override
    public void event(ByteBuf bytes, int index, int length) {}

    @Override
    public void acknowledged(ByteBuf bytes, int index, int length) {
      if (!Acknowledgement.isAccepted(bytes, index, length)) {
        failed("refused: " + Acknowledgement.text(bytes, index, length));
      } else if (!joined) {
        joined = true;
        crowd.ready();
      } else {
        acknowledged++;
        if (writing) {
          next();
        }
      }
    }

    @Override
    public void failed(String why) {
      crowd.failed(why);
    }
  }
}
