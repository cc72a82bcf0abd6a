package app.focusly.bench.workload;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.Inbox;
import app.focusly.bench.generator.Link;
import app.focusly.bench.generator.SocketIoClient;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Pairs of PeerJS peers who send each other offers of 3 KB: whoever gets one sends one back. An
/// operation is one relayed offer.
public final class OfferRelay implements Load {
  private static final int PAIRS = 100;
  private static final int START_SECONDS = 30;

  /// More often than a broker's `alive_timeout`, as the stock client does it.
  private static final int HEARTBEAT_SECONDS = 5;

  private static final byte[] HEARTBEAT = SocketIoClient.bytes("{\"type\":\"HEARTBEAT\"}");

  /// Lines as session descriptions have them, with the line ends that JSON has to escape.
  private static final String SDP =
      "a=candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx\\r\\n".repeat(42);

  private final Generator generator;
  private final int port;
  private final List<Peer> peers = new ArrayList<>();
  private final CompletableFuture<Void> open = new CompletableFuture<>();
  private @Nullable Future<?> heartbeats;
  private int openPeers;
  private long relayed;
  private boolean over;
  private String failure = "";

  public OfferRelay(Generator generator, int port) {
    this.generator = generator;
    this.port = port;
    for (int i = 0; i < 2 * PAIRS; i++) {
      peers.add(new Peer(i));
    }
  }

  @Override
  public void begin() throws InterruptedException, TimeoutException {
    generator
        .loop()
        .execute(() -> {
          peers.forEach(Peer::connect);
          heartbeats =
              generator
                  .loop()
                  .scheduleWithFixedDelay(
                      () -> peers.forEach(peer -> peer.send(HEARTBEAT)),
                      HEARTBEAT_SECONDS,
                      HEARTBEAT_SECONDS,
                      TimeUnit.SECONDS);
        });
    try {
      open.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    generator
        .loop()
        .execute(() -> {
          for (int i = 0; i < peers.size(); i += 2) {
            peers.get(i).offer();
          }
        });
  }

  @Override
  public long operations() {
    return relayed;
  }

  @Override
  public String failure() {
    return failure;
  }

  @Override
  public void end() {
    over = true;
    if (heartbeats != null) {
      heartbeats.cancel(false);
    }
    peers.forEach(Peer::close);
  }

  private final class Peer implements Inbox {
    private static final int TYPE = "{\"type\":\"".length();

    private final int number;
    private final byte[] offer;
    private @Nullable Link link;

    Peer(int number) {
      this.number = number;
      this.offer =
          SocketIoClient.bytes(
              "{\"type\":\"OFFER\",\"payload\":{\"sdp\":{\"type\":\"offer\",\"sdp\":\"%s\"},"
                      .formatted(SDP)
                  + "\"type\":\"media\",\"connectionId\":\"mc_%d\"},\"dst\":\"peer-%d\"}"
                      .formatted(number, number ^ 1));
    }

    void connect() {
      String path =
          "/peerjs?key=peerjs&id=peer-%d&token=token-%d&version=1.5.5".formatted(number, number);
      generator.webSocket(port, path, this);
    }

    void offer() {
      send(offer);
    }

    void send(byte[] message) {
      if (link != null) {
        link.send(message);
      }
    }

    void close() {
      if (link != null) {
        link.close();
      }
    }

    @Override
    public void opened(Link way) {
      link = way;
    }

    /// `type` is the first field of what brokers send: OPEN or an OFFER of the other peer.
    @Override
    public void packet(ByteBuf bytes, int index, int length) {
      if (length <= TYPE + 1 || bytes.getByte(index + TYPE) != 'O') {
        closed("an unexpected message");
      } else if (bytes.getByte(index + TYPE + 1) == 'P') {
        opened();
      } else {
        relayed++;
        offer();
      }
    }

    private void opened() {
      openPeers++;
      if (openPeers == peers.size()) {
        open.complete(null);
      }
    }

    @Override
    public void closed(String why) {
      if (!over) {
        over = true;
        failure = why;
        open.completeExceptionally(new IllegalStateException(why));
      }
    }
  }
}
