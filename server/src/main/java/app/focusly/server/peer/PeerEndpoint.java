package app.focusly.server.peer;

import app.focusly.engineio.CloseReason;
import app.focusly.peerjs.Handshake;
import app.focusly.peerjs.PeerBroker;
import app.focusly.peerjs.PeerConnection;
import app.focusly.peerjs.PeerHttp;
import app.focusly.peerjs.PeerOptions;
import app.focusly.peerjs.PeerPaths;
import app.focusly.peerjs.PeerResponse;
import app.focusly.peerjs.PeerRoute;
import app.focusly.server.config.Option;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.http.Problem;
import app.focusly.server.limit.LimitHits;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.WebSocketConnection;
import app.focusly.server.websocket.WebSocketListener;
import app.focusly.server.websocket.WebSocketUpgrade;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.ContextInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The PeerJS broker on the server's port. The broker lives on one loop; sockets and requests of
/// other loops reach it there. Used from every loop.
public final class PeerEndpoint {
  private final PeerBroker broker;
  private final PeerHttp http;
  private final PeerPaths paths;
  private final WebSocketUpgrade upgrades;
  private final ClientAddresses addresses;
  private final Loop loop;
  private final long maxWaitingBytes;
  private final LimitHits hits;

  /// What the broker holds, written by its loop for readers of others.
  private volatile Load load = new Load(0, 0, 0);

  private final OpenSockets sockets = new OpenSockets();
  private long timerMillis = Long.MAX_VALUE;

  /// @param loop the broker's own
  /// @param ids makes the ids that clients ask for
  /// @param maxWaitingBytes what may wait for a peer that does not read
  /// @param hits hears of each peer for which more waits
  public PeerEndpoint(
      PeerOptions options,
      WebSocketUpgrade upgrades,
      ClientAddresses addresses,
      Loop loop,
      Supplier<String> ids,
      int maxWaitingBytes,
      LimitHits hits) {
    this.broker = new PeerBroker(options);
    this.http = new PeerHttp(options, broker, ids);
    this.paths = new PeerPaths(options);
    this.upgrades = upgrades;
    this.addresses = addresses;
    this.loop = loop;
    this.maxWaitingBytes = maxWaitingBytes;
    this.hits = hits;
  }

  /// What the broker holds.
  ///
  /// @param peers that are connected
  /// @param messages that wait for absent ones
  /// @param bytes of these
  public record Load(int peers, int messages, long bytes) {}

  /// What the broker holds now.
  public Load load() {
    return load;
  }

  /// Whether a request's path is the broker's.
  public boolean serves(String path) {
    return paths.route(path, false).isPresent();
  }

  /// Whether a WebSocket of this path is the broker's.
  public boolean isSocket(String path) {
    return paths.route(path, true).filter(route -> route instanceof PeerRoute.Socket).isPresent();
  }

  /// Answers a request.
  public void request(HttpServerRequest request, String path) {
    Optional<PeerRoute> route = paths.route(path, false);
    ContextInternal context = ContextInternal.current();
    if (route.isEmpty() || context == null) {
      new Problem(404, "not-found", "There is nothing here.").answer(request.response());
      return;
    }
    loop.run(() -> {
      PeerResponse answer = http.respond(request.method().name(), route.get());
      context.execute(() -> answer(request, answer));
    });
  }

  private static void answer(HttpServerRequest request, PeerResponse answer) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response
        .setStatusCode(answer.status())
        .putHeader("Content-Type", answer.contentType())
        .putHeader("Cache-Control", "no-store");
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(answer.body());
    }
  }

  /// Takes a socket over.
  public void upgrade(HttpServerRequest request) {
    String query = request.query();
    Handshake handshake = Handshake.ofQuery(query == null ? "" : query);
    String address = addresses.of(request);
    upgrades.accept(request, connection -> open(handshake, new PeerSocket(connection, address)));
  }

  private WebSocketListener open(Handshake handshake, PeerSocket peer) {
    turn(() -> {
      if (sockets.add(peer.connection)) {
        broker.connect(handshake, peer, loop.nowMillis());
      }
    });
    return peer;
  }

  /// Tells every peer that the server goes away; those that come later are told at once.
  public void closeAll() {
    loop.run(sockets::closeAll);
  }

  /// Waits for the peers to go, once they were told.
  ///
  /// @return whether all did
  public boolean awaitNone(Duration atMost) throws InterruptedException {
    return sockets.awaitNone(atMost);
  }

  /// Runs one step on the broker's loop and arms the timer for what it made due.
  private void turn(Runnable step) {
    loop.run(() -> {
      step.run();
      reschedule();
    });
  }

  private void reschedule() {
    noteLoad();
    OptionalLong deadline = broker.nextDeadlineMillis();
    if (deadline.isPresent() && deadline.getAsLong() < timerMillis) {
      timerMillis = deadline.getAsLong();
      loop.at(timerMillis, () -> tick(deadline.getAsLong()));
    }
  }

  /// Most steps change none of it, and cost no object.
  private void noteLoad() {
    int peers = broker.connectedIds().size();
    int messages = broker.waitingMessages();
    long bytes = broker.waitingBytes();
    if (peers != load.peers() || messages != load.messages() || bytes != load.bytes()) {
      load = new Load(peers, messages, bytes);
    }
  }

  /// A timer that a later one has overtaken does no harm: the broker does nothing before its time.
  private void tick(long armedForMillis) {
    if (timerMillis == armedForMillis) {
      timerMillis = Long.MAX_VALUE;
    }
    broker.tick(loop.nowMillis());
    reschedule();
  }

  private final class PeerSocket implements PeerConnection, WebSocketListener {
    private final WebSocketConnection connection;
    private boolean slow;
    private final String address;

    PeerSocket(WebSocketConnection connection, String address) {
      this.connection = connection;
      this.address = address;
    }

    @Override
    public String address() {
      return address;
    }

    @Override
    public boolean send(String frame) {
      if (connection.waitingBytes() > maxWaitingBytes) {
        hits.hit(Option.PEERJS_MAX_WAITING_BYTES);
        slow = true;
        return false;
      }
      connection.sendText(frame);
      return true;
    }

    @Override
    public void close() {
      connection.close(slow ? CloseReason.SLOW_CONSUMER : CloseReason.FORCED_CLOSE);
    }

    @Override
    public void text(String message) {
      turn(() -> broker.receive(this, message, loop.nowMillis()));
    }

    @Override
    public void binary(byte[] message) {
      text(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void alive() {
      loop.run(() -> broker.touched(this, loop.nowMillis()));
    }

    @Override
    public void closed(CloseReason reason) {
      boolean farewell = connection.closing();
      turn(() -> {
        sockets.remove(connection);
        if (farewell) {
          broker.disconnected(this);
        } else {
          broker.lost(this, loop.nowMillis());
        }
      });
    }
  }
}
