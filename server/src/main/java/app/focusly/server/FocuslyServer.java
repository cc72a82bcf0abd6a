package app.focusly.server;

import app.focusly.room.journal.Journal;
import app.focusly.server.engine.Capacity;
import app.focusly.server.engine.EngineEndpoint;
import app.focusly.server.engine.EngineHooks;
import app.focusly.server.engine.LoopRooms;
import app.focusly.server.engine.SocketIoApplication;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.http.Front;
import app.focusly.server.http.Origins;
import app.focusly.server.http.Readiness;
import app.focusly.server.http.Rest;
import app.focusly.server.http.WebApp;
import app.focusly.server.limit.Addresses;
import app.focusly.server.limit.Connections;
import app.focusly.server.limit.RoomCreations;
import app.focusly.server.metrics.Counts;
import app.focusly.server.metrics.JournalMetrics;
import app.focusly.server.metrics.LoopDelays;
import app.focusly.server.metrics.MeasuredJournal;
import app.focusly.server.metrics.Metrics;
import app.focusly.server.metrics.MetricsPage;
import app.focusly.server.note.NoteWorkers;
import app.focusly.server.peer.PeerEndpoint;
import app.focusly.server.room.Housekeeping;
import app.focusly.server.room.RoomEvents;
import app.focusly.server.security.Guests;
import app.focusly.server.security.IceServers;
import app.focusly.server.security.OwnerKeys;
import app.focusly.server.security.RandomIds;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.SocketIoOptions;
import app.focusly.socketio.SocketIoServer;
import app.focusly.store.SqliteJournal;
import app.focusly.store.StoreLimits;
import app.focusly.store.UnusableDatabaseException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The product, wired by hand: from the configuration to a listening port, and back.
public final class FocuslyServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FocuslyServer.class);

  /// The file with all that lasts, in the data folder.
  static final String DATABASE = "focusly.db";

  private final FocuslyConfig config;
  private final InstantSource clock;
  private final LongSupplier monotonicMillis;
  private final Duration housekeeping;
  private final SecureRandom random = new SecureRandom();
  private final Supplier<String> ids = RandomIds.alphanumeric(random);
  private final AtomicBoolean ready = new AtomicBoolean();

  private final Vertx vertx;
  private final Loops loops;
  private final Origins origins;
  private final ClientAddresses addresses;
  private final PrometheusMeterRegistry registry = Metrics.registry();
  private final JournalMetrics journalMetrics = new JournalMetrics(registry);
  private final Counts counts = new Counts();
  private final Addresses clients;
  private final WebSocketUpgrade upgrades;
  private final Guests guests;
  private final OwnerKeys ownerKeys;
  private final SqliteJournal journal;
  private final NoteWorkers noteWorkers = new NoteWorkers();
  private final RoomEvents rooms;
  private final EngineEndpoint engine;
  private final PeerEndpoint peers;
  private final Metrics metrics;
  private final LoopDelays loopDelays;
  private final Listener listener;

  /// Makes everything and listens to nothing yet.
  ///
  /// @param clock tells the time of day
  /// @param monotonicMillis a clock that never goes back, in milliseconds
  /// @throws IOException when the data folder cannot be used
  public FocuslyServer(FocuslyConfig config, InstantSource clock, LongSupplier monotonicMillis)
      throws IOException {
    this(config, clock, monotonicMillis, Housekeeping.PERIOD, UnaryOperator.identity());
  }

  /// The same.
  ///
  /// @param housekeeping the time between two rounds
  /// @param between what stands between the rooms and the journal, such as a slow disk in a test
  public FocuslyServer(
      FocuslyConfig config,
      InstantSource clock,
      LongSupplier monotonicMillis,
      Duration housekeeping,
      UnaryOperator<Journal> between)
      throws IOException {
    this.config = config;
    this.housekeeping = housekeeping;
    this.clock = clock;
    this.monotonicMillis = monotonicMillis;
    // Beside the rest of the start, of which it would be a fifth.
    CompletableFuture<SqliteJournal> opening = CompletableFuture.supplyAsync(this::openJournal);
    this.vertx = Vertx.vertx(vertxOptions());
    this.loops = Loops.of(vertx, monotonicMillis);
    this.origins = new Origins(config.server().origins());
    this.addresses = new ClientAddresses(config.server().trustedProxies());
    this.clients = new Addresses(config.limits(), counts, monotonicMillis);
    this.upgrades = upgrades();
    byte[] key = Guests.key(config.server().data(), random);
    this.guests = new Guests(key, ids);
    this.ownerKeys = new OwnerKeys(key);
    SocketIoServer sockets = socketIo();
    this.journal = opened(opening);
    this.rooms = rooms(sockets, between);
    this.engine = engine(sockets);
    this.peers = peers();
    this.metrics = metrics();
    this.loopDelays = new LoopDelays(loops, registry);
    this.listener =
        new Listener(
            vertx, loops.all().size(), config.server(), config.http(), connections(), front());
  }

  private static VertxOptions vertxOptions() {
    return new VertxOptions()
        .setPreferNativeTransport(true)
        .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
  }

  private SqliteJournal openJournal() {
    return SqliteJournal.open(
        config.server().data().resolve(DATABASE),
        StoreLimits.DEFAULT,
        RandomIds.uuids(),
        journalMetrics::committed);
  }

  private SqliteJournal opened(CompletableFuture<SqliteJournal> opening) {
    try {
      return opening.join();
    } catch (CompletionException e) {
      vertx.close();
      throw e.getCause() instanceof UnusableDatabaseException unusable ? unusable : e;
    }
  }

  private WebSocketUpgrade upgrades() {
    return new WebSocketUpgrade(
        loops,
        config.realtime().engine().maxPayload(),
        config.http().close(),
        config.http().volatileBytes(),
        request -> clients.of(addresses.of(request)).pace(clients.nowMillis()));
  }

  private Connections connections() {
    return new Connections(config.limits(), config.http(), clients, counts, addresses::isTrusted);
  }

  private SocketIoServer socketIo() {
    return new SocketIoServer(
        SocketIoOptions.defaults()
            .withConnectTimeout(config.realtime().connectTimeout())
            .withClientLimits(config.realtime().client()),
        _ -> new LoopRooms(loops),
        ids,
        (event, failure) -> LOG.error("listener failed event={}", event, failure));
  }

  private RoomEvents rooms(SocketIoServer sockets, UnaryOperator<Journal> between) {
    return new RoomEvents(
        sockets.of("/"),
        loops,
        config.rooms(),
        between.apply(new MeasuredJournal(journal, journalMetrics)),
        journal.directory(),
        journal.notes(),
        noteWorkers,
        journal.sessions(),
        config.limits().commandsUnderWay(),
        guests,
        ownerKeys,
        origins,
        new IceServers(config.ice()),
        ids,
        counts.commands,
        clock,
        journal.aliveBefore());
  }

  private EngineEndpoint engine(SocketIoServer sockets) {
    return new EngineEndpoint(
        config.realtime(),
        EngineHooks.naming(ids).withAdmission(this::admit),
        new SocketIoApplication(sockets),
        upgrades,
        addresses,
        loops,
        clock,
        new Capacity(config.realtime().maxSessions(), config.limits(), clients, counts));
  }

  private Future<Optional<String>> admit(HttpServerRequest request) {
    return Future.succeededFuture(
        origins.mayConnect(request) ? Optional.empty() : Optional.of("Origin not allowed"));
  }

  private PeerEndpoint peers() {
    return new PeerEndpoint(
        config.peers(),
        upgrades,
        addresses,
        loops.owner("peerjs"),
        RandomIds.uuids(),
        config.limits().peerWaitingBytes(),
        counts);
  }

  private Metrics metrics() {
    return new Metrics(
        registry,
        counts,
        loops,
        new Metrics.Gauges(
            rooms::roomCount,
            rooms::memberCount,
            clients::size,
            () -> peers.load().peers(),
            () -> peers.load().messages(),
            () -> peers.load().bytes()));
  }

  private Readiness readiness() {
    if (!ready.get()) {
      return Readiness.STOPPING;
    }
    return journal.isWorking() ? Readiness.READY : Readiness.STORAGE_UNAVAILABLE;
  }

  private Handler<HttpServerRequest> front() {
    var creations = new RoomCreations(config.limits().memberRooms(), counts);
    var rest =
        new Rest(
            rooms,
            guests,
            ownerKeys,
            origins,
            addresses,
            clients,
            creations,
            random,
            this::readiness,
            journal,
            journal.sessions(),
            clock);
    return new Front(
        engine,
        peers,
        rest.router(vertx),
        WebApp.load(),
        origins,
        addresses,
        clients,
        new MetricsPage(config.metrics(), addresses, metrics::page));
  }

  /// Listens.
  ///
  /// @return the port
  public int start() {
    rooms.start();
    loopDelays.start();
    new Housekeeping(
            loops.owner("housekeeping"),
            journal.directory(),
            rooms::tend,
            done -> rooms.goOnErasing(() -> rooms.goOnKeepingNotes(done)),
            () -> rooms.roomCount() > 0,
            clock,
            config.rooms().retention(),
            housekeeping)
        .start();
    int port = listener.start();
    ready.set(true);
    if (origins.open()) {
      LOG.warn(
          "any origin may use this server; FOCUSLY_ORIGINS names the ones that should (cookies of"
              + " others never count)");
    }
    return port;
  }

  /// Tells every client, lets them go, and stops.
  @Override
  public void close() {
    if (!ready.getAndSet(false)) {
      return;
    }
    LOG.info("stopping sessions={} rooms={}", engine.sessionCount(), rooms.roomCount());
    rooms.announceShutdown();
    endSessions();
    await(listener.stop());
    loopDelays.close();
    noteWorkers.close();
    journal.close(); // while the loops still take its answers
    loops.close();
    await(vertx.close());
    LOG.info("stopped");
  }

  /// Peers and sessions are told at the same time, and share one grace.
  private void endSessions() {
    Duration grace = config.server().shutdownGrace();
    long endMillis = monotonicMillis.getAsLong() + grace.toMillis();
    try {
      peers.closeAll();
      boolean sessionsGone = engine.shutDown(grace);
      Duration rest = Duration.ofMillis(Math.max(0, endMillis - monotonicMillis.getAsLong()));
      boolean peersGone = peers.awaitNone(rest);
      if (!sessionsGone || !peersGone) {
        LOG.info(
            "stopping without waiting longer sessions={} peersGone={}",
            engine.sessionCount(),
            peersGone);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Future<?> future) {
    var done = new CountDownLatch(1);
    future.onComplete(_ -> done.countDown());
    try {
      if (!done.await(10, TimeUnit.SECONDS)) {
        LOG.warn("the event loops did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
