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
import app.focusly.server.websocket.WebSocketConnection;
import app.focusly.server.websocket.WebSocketListener;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.Handshake;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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
  private final Capacity capacity;
  private final SessionTable sessions;

  /// @param capacity how many sessions there may be, and how fast they may send
  public EngineEndpoint(
      RealtimeConfig config,
      EngineHooks hooks,
      EngineApplication application,
      WebSocketUpgrade upgrades,
      ClientAddresses addresses,
      Loops loops,
      InstantSource clock,
      Capacity capacity) {
    this.options = config.engine();
    this.cookie = config.cookie().map(SessionCookie::new);
    this.application = application;
    this.upgrades = upgrades;
    this.addresses = addresses;
    this.loops = loops;
    this.clock = clock;
    this.entrance = new Entrance(hooks);
    this.answers = new Answers(hooks, capacity.counts());
    this.capacity = capacity;
    this.sessions = new SessionTable(capacity.maxSessions());
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

  /// Leads a new client through all that may refuse it, in the reference's order; what the server
  /// has place for is asked last, since whoever has a place must use it or give it back.
  private void open(
      HttpServerRequest request,
      Transport transport,
      Map<String, String> query,
      Consumer<Refusal> refuse) {
    Consumer<String> opening =
        id ->
            place(
                request,
                id,
                refuse,
                place -> {
                  switch (transport) {
                    case POLLING -> openPolling(request, id, query, place);
                    case WEBSOCKET -> openWebSocket(request, id, query, place);
                  }
                });
    Runnable named = () -> entrance.name(request, opening, refuse);
    Runnable admitted = () -> EngineRequest.refusalOfVersion(query).ifPresentOrElse(refuse, named);
    entrance.admit(request, admitted, refuse);
  }

  private void place(
      HttpServerRequest request, String id, Consumer<Refusal> refuse, Consumer<SessionPlace> then) {
    if (sessions.find(id) != null) {
      refuse.accept(
          new Refusal.IdGeneration(new IllegalArgumentException("a session has this id already")));
      return;
    }
    switch (capacity.ask(addresses.of(request), sessions.hasPlace())) {
      case Capacity.Answer.Granted(SessionPlace place) -> then.accept(place);
      case Capacity.Answer.Refused refused ->
          refuse.accept(new Refusal.Limited(refused.error(), refused.retryMillis()));
    }
  }

  private void openPolling(
      HttpServerRequest request, String id, Map<String, String> query, SessionPlace place) {
    ServerSession session =
        ServerSession.polling(
            id,
            options,
            loops.current(),
            PollFormat.of(query),
            handshake(request),
            application,
            place,
            sessions::remove);
    sessions.add(session);
    cookie.ifPresent(named ->
        request
            .response()
            .headers()
            .add("Set-Cookie", named.header(id, addresses.secure(request))));
    poll(request, session, true);
  }

  private void openWebSocket(
      HttpServerRequest request, String id, Map<String, String> query, SessionPlace place) {
    Handshake handshake = handshake(request);
    answers.addHeaders(request, true);
    Function<WebSocketConnection, WebSocketListener> opening =
        connection -> {
          ServerSession session =
              ServerSession.webSocket(
                  id,
                  options,
                  connection,
                  takesTextAlone(query),
                  handshake,
                  application,
                  place,
                  sessions::remove);
          sessions.add(session);
          return session.frames();
        };
    if (!upgrades.accept(request, opening)) {
      place.unused();
    }
  }

  private void probe(HttpServerRequest request, Map<String, String> query, ServerSession session) {
    answers.addHeaders(request, false);
    upgrades.accept(request, connection -> session.probe(connection, takesTextAlone(query)));
  }

  private static boolean takesTextAlone(Map<String, String> query) {
    return !query.getOrDefault("b64", "").isEmpty();
  }

  private void poll(HttpServerRequest request, ServerSession session, boolean initial) {
    var reply = new HttpPollReply(request, answers, session.format(), initial, capacity.counts());
    request.response().closeHandler(_ -> aborted(session, reply));
    request.response().exceptionHandler(_ -> aborted(session, reply));
    session.poll(reply);
  }

  private static void aborted(ServerSession session, HttpPollReply reply) {
    reply.settled();
    session.pollAborted(reply);
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

  private Handshake handshake(HttpServerRequest request) {
    return Handshakes.of(
        request, addresses.of(request), addresses.secure(request), clock.instant());
  }
}
