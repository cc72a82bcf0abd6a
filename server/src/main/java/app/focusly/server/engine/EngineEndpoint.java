package app.focusly.server.engine;

import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.EngineRequest;
import app.focusly.engineio.PollFormat;
import app.focusly.engineio.Refusal;
import app.focusly.engineio.Transport;
import app.focusly.engineio.UrlEncoded;
import app.focusly.server.config.RealtimeConfig;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.Handshake;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The Engine.IO path of the server: opens sessions and hands requests and sockets to them. Used
/// from every loop.
public final class EngineEndpoint {
  private final EngineOptions options;
  private final Optional<SessionCookie> cookie;
  private final EngineApplication application;
  private final WebSocketUpgrade upgrades;
  private final ClientAddresses addresses;
  private final Loops loops;
  private final InstantSource clock;
  private final Entrance entrance;
  private final Answers answers;
  private final SessionTable sessions;

  public EngineEndpoint(
      RealtimeConfig config,
      EngineHooks hooks,
      EngineApplication application,
      WebSocketUpgrade upgrades,
      ClientAddresses addresses,
      Loops loops,
      InstantSource clock) {
    this.options = config.engine();
    this.cookie = config.cookie().map(SessionCookie::new);
    this.application = application;
    this.upgrades = upgrades;
    this.addresses = addresses;
    this.loops = loops;
    this.clock = clock;
    this.entrance = new Entrance(hooks);
    this.answers = new Answers(hooks);
    this.sessions = new SessionTable(config.maxSessions());
  }

  /// How many sessions there are.
  public int sessionCount() {
    return sessions.size();
  }

  /// Ends every session and takes no new one.
  ///
  /// @param grace how long clients have to fetch their end
  /// @return whether all did
  public boolean shutDown(Duration grace) throws InterruptedException {
    sessions.drain();
    sessions.all().forEach(ServerSession::shutDown);
    return sessions.awaitDrained(grace);
  }

  /// Serves a polling request; its headers for other origins are already set.
  public void request(HttpServerRequest request) {
    request.response().putHeader("Cache-Control", "no-store");
    Consumer<Refusal> refuse = refusal -> answers.refuse(request, refusal);
    entrance.pass(request, () -> serve(request, false, refuse), refuse);
  }

  /// Serves a request that asks for a WebSocket.
  public void upgrade(HttpServerRequest request) {
    Consumer<Refusal> refuse = refusal -> answers.refuseUpgrade(request, refusal);
    entrance.pass(request, () -> serve(request, true, refuse), refuse);
  }

  private void serve(HttpServerRequest request, boolean upgrade, Consumer<Refusal> refuse) {
    Map<String, String> query =
        UrlEncoded.lastValues(Optional.ofNullable(request.query()).orElse(""));
    String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("");
    String method = request.method().name();
    switch (EngineRequest.read(method, upgrade, origin, query, options.transports())) {
      case EngineRequest.Open(Transport transport) -> open(request, transport, query, refuse);
      case EngineRequest.Poll(String sid) ->
          find(sid, refuse, session -> poll(request, session, false));
      case EngineRequest.Post(String sid) -> find(sid, refuse, session -> post(request, session));
      case EngineRequest.Probe(String sid) ->
          find(sid, refuse, session -> probe(request, query, session));
      case EngineRequest.Misfit(String sid, Refusal refusal) ->
          find(sid, refuse, _ -> refuse.accept(refusal));
      case EngineRequest.Refused(Refusal refusal) -> refuse.accept(refusal);
    }
  }

  private void find(String sid, Consumer<Refusal> refuse, Consumer<ServerSession> then) {
    ServerSession session = sessions.find(sid);
    if (session == null) {
      refuse.accept(new Refusal.UnknownSession(sid));
    } else {
      then.accept(session);
    }
  }

  /// Leads a new client through all that may refuse it, in the reference's order, but the server's
  /// own limit first: a client for which there is no place costs no hook any work.
  private void open(
      HttpServerRequest request,
      Transport transport,
      Map<String, String> query,
      Consumer<Refusal> refuse) {
    if (!sessions.hasPlace()) {
      refuse.accept(new Refusal.TooManySessions());
      return;
    }
    BiConsumer<String, Handshake> opening =
        switch (transport) {
          case POLLING -> (id, handshake) -> openPolling(request, id, query, handshake, refuse);
          case WEBSOCKET -> (id, handshake) -> openWebSocket(request, id, query, handshake, refuse);
        };
    Runnable named =
        () -> entrance.name(request, id -> opening.accept(id, handshake(request, query)), refuse);
    Runnable admitted = () -> EngineRequest.refusalOfVersion(query).ifPresentOrElse(refuse, named);
    entrance.admit(request, admitted, refuse);
  }

  private void openPolling(
      HttpServerRequest request,
      String id,
      Map<String, String> query,
      Handshake handshake,
      Consumer<Refusal> refuse) {
    if (sessions.find(id) != null) {
      refuse.accept(taken());
      return;
    }
    ServerSession session =
        ServerSession.polling(
            id,
            options,
            loops.current(),
            PollFormat.of(query),
            handshake,
            application,
            sessions::remove);
    sessions.add(session);
    cookie.ifPresent(named ->
        request
            .response()
            .headers()
            .add("Set-Cookie", named.header(id, addresses.secure(request))));
    poll(request, session, true);
  }

  private static Refusal taken() {
    return new Refusal.IdGeneration(new IllegalArgumentException("a session has this id already"));
  }

  private void openWebSocket(
      HttpServerRequest request,
      String id,
      Map<String, String> query,
      Handshake handshake,
      Consumer<Refusal> refuse) {
    if (sessions.find(id) != null) {
      refuse.accept(taken());
      return;
    }
    answers.addHeaders(request, true);
    upgrades.accept(
        request,
        connection -> {
          ServerSession session =
              ServerSession.webSocket(
                  id,
                  options,
                  connection,
                  takesTextAlone(query),
                  handshake,
                  application,
                  sessions::remove);
          sessions.add(session);
          return session.frames();
        });
  }

  private void probe(HttpServerRequest request, Map<String, String> query, ServerSession session) {
    answers.addHeaders(request, false);
    upgrades.accept(request, connection -> session.probe(connection, takesTextAlone(query)));
  }

  private static boolean takesTextAlone(Map<String, String> query) {
    return !query.getOrDefault("b64", "").isEmpty();
  }

  private void poll(HttpServerRequest request, ServerSession session, boolean initial) {
    var reply = new HttpPollReply(request, answers, session.format(), initial);
    request.response().closeHandler(_ -> session.pollAborted(reply));
    request.response().exceptionHandler(_ -> session.pollAborted(reply));
    session.poll(reply);
  }

  private void post(HttpServerRequest request, ServerSession session) {
    if (!session.beginPost()) {
      answers.refuse(request, new Refusal.Overlap());
      session.postFailed();
      return;
    }
    ContextInternal context = Entrance.currentContext();
    PostBody.read(
        request, options.maxPayload(), outcome -> posted(request, context, session, outcome));
  }

  private void posted(
      HttpServerRequest request,
      ContextInternal context,
      ServerSession session,
      PostBody.Outcome outcome) {
    switch (outcome) {
      case PostBody.Outcome.Text(String body) ->
          session.post(
              body,
              refusal ->
                  context.execute(() -> {
                    if (refusal == null) {
                      answers.ok(request);
                    } else {
                      answers.refuse(request, refusal);
                    }
                  }));
      case PostBody.Outcome.Refused(Refusal refusal) -> {
        answers.refuse(request, refusal);
        session.postFailed();
      }
      case PostBody.Outcome.TooLarge _ -> {
        session.endPost();
        answers.refuse(request, new Refusal.PayloadTooLarge());
      }
      case PostBody.Outcome.BrokenOff _ -> session.postFailed();
    }
  }

  private Handshake handshake(HttpServerRequest request, Map<String, String> query) {
    return Handshakes.of(
        request, query, addresses.of(request), addresses.secure(request), clock.instant());
  }
}
