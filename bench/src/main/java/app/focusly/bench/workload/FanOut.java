package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.SocketIoClient;
import app.focusly.bench.generator.Transport;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// Rooms in which somebody always speaks: a closed loop. Each room has a few broadcasts under way;
/// one is over when as many deliveries as it has receivers have come, and then the next member
/// speaks. So neither side ever has a backlog, and a server's CPU per delivery does not depend on
/// how fast the clients are.
public final class FanOut implements Load {
  private final Generator generator;
  private final Shape shape;
  private final Dialect dialect;
  private final Crowd crowd;
  private final List<Room> rooms = new ArrayList<>();
  private long deliveries;
  private boolean speaking;

  /// How many there are.
  ///
  /// @param inFlight broadcasts under way in each room
  public record Shape(int rooms, int members, int inFlight, Transport transport) {}

  public FanOut(Generator generator, int port, Shape shape, Dialect dialect) {
    this.generator = generator;
    this.shape = shape;
    this.dialect = dialect;
    for (int i = 0; i < shape.rooms(); i++) {
      rooms.add(new Room());
    }
    this.crowd =
        new Crowd(
            generator,
            shape.rooms() * shape.members(),
            (on, client) -> shape.transport().open(on, port, client),
            number -> rooms.get(number % shape.rooms()).member(number));
  }

  @Override
  public void begin() throws InterruptedException, TimeoutException {
    crowd.gather();
    Quiet.await(generator, this::operations);
    generator.ask(() -> {
      speaking = true;
      rooms.forEach(Room::begin);
      return rooms.size();
    });
  }

  @Override
  public long operations() {
    return deliveries;
  }

  @Override
  public String failure() {
    return crowd.failure();
  }

  @Override
  public void end() {
    speaking = false;
    crowd.disperse();
  }

  private final class Room {
    private final List<Member> members = new ArrayList<>();
    private final int receivers = dialect.receivers(shape.members());
    private int missing = receivers;
    private int speaker;

    SocketIoClient member(int number) {
      var member = new Member(this, number);
      members.add(member);
      return member.client;
    }

    void begin() {
      for (int i = 0; i < shape.inFlight(); i++) {
        speak();
      }
    }

    private void speak() {
      members.get(speaker).speak();
      speaker = (speaker + 1) % members.size();
    }

    void delivered() {
      deliveries++;
      if (speaking && --missing == 0) {
        missing = receivers;
        speak();
      }
    }
  }

  private final class Member implements SocketIoClient.Listener {
    private final Room room;
    private final byte[] join;
    private final SocketIoClient client = new SocketIoClient(this);
    private boolean joined;
    private int turns;

    Member(Room room, int number) {
      this.room = room;
      this.join = dialect.join(number % shape.rooms(), number / shape.rooms());
    }

    void speak() {
      client.send(dialect.say(turns++));
    }

    @Override
    public void connected(SocketIoClient self) {
      self.send(join);
    }

    @Override
    public void event(ByteBuf bytes, int index, int length) {
      room.delivered();
    }

    @Override
    public void acknowledged(ByteBuf bytes, int index, int length) {
      if (!joined) {
        joined = true;
        crowd.ready();
      }
    }

    @Override
    public void failed(String why) {
      crowd.failed(why);
    }
  }
}
