package app.focusly.server.engine;

import app.focusly.engineio.EngineError;
import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.EngineRequest;
import app.focusly.server.http.ClientAddresses;
import app.focusly.server.http.Problem;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.WebSocketConnection;
import app.focusly.server.websocket.WebSocketListener;
import app.focusly.server.websocket.WebSocketUpgrade;
import app.focusly.socketio.Handshake;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/// The Engine.IO path of the server: opens sessions and hands requests and sockets to them. Used
/// from every loop.
public final class EngineEndpoint {
  private final EngineOptions options;
  private final EngineApplication application;
  private final WebSocketUpgrade upgrades;
  private final ClientAddresses addresses;
  private final Loops loops;
  private final Supplier<String> ids;
  private final InstantSource clock;
  private final Capacity capacity;
  private final SessionTable sessions;

  /// @param ids makes session ids: each is the secret that speaks for its client
  /// @param capacity how many sessions there may be, and how fast they may send
  public EngineEndpoint(
      EngineOptions options,
      EngineApplication application,
      WebSocketUpgrade upgrades,
      ClientAddresses addresses,
      Loops loops,
      Supplier<String> ids,
      InstantSource clock,
      Capacity capacity) {
    this.options = options;
    this.application = application;
    this.upgrades = upgrades;
    this.addresses = addresses;
    this.loops = loops;
    this.ids = ids;
    this.clock = clock;
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
    EngineRequest asked = EngineRequest.read(request.method().name(), false, request::getParam);
    switch (asked) {
      case EngineRequest.OpenPolling _ -> open(request);
      case EngineRequest.Poll poll -> poll(request, poll.sid());
      case EngineRequest.Post post -> post(request, post.sid());
      case EngineRequest.Refused refused -> refuse(request, refused.error());
      case EngineRequest.OpenWebSocket _, EngineRequest.Probe _ ->
          refuse(request, EngineError.BAD_REQUEST);
    }
  }

  /// Serves a request that asks for a WebSocket.
  public void upgrade(HttpServerRequest request) {
    EngineRequest asked = EngineRequest.read(request.method().name(), true, request::getParam);
    switch (asked) {
      case EngineRequest.OpenWebSocket _ -> openWebSocket(request);
      case EngineRequest.Probe probe -> probe(request, probe.sid());
      case EngineRequest.Refused refused -> refuseUpgrade(request, refused.error());
      case EngineRequest.OpenPolling _, EngineRequest.Poll _, EngineRequest.Post _ ->
          refuseUpgrade(request, EngineError.BAD_REQUEST);
    }
  }

  private void open(HttpServerRequest request) {
    switch (capacity.ask(addresses.of(request), sessions.hasPlace())) {
      case Capacity.Answer.Granted(SessionPlace place) -> {
        ServerSession session =
            ServerSession.polling(
                ids.get(),
                options,
                loops.current(),
                handshake(request),
                application,
                place,
                sessions::remove);
        sessions.add(session);
        poll(request, session);
      }
      case Capacity.Answer.Refused refused -> {
        EngineAnswers.retryAfter(request.response(), refused.retryMillis());
        refuse(request, refused.error());
      }
    }
  }

  private void openWebSocket(HttpServerRequest request) {
    switch (capacity.ask(addresses.of(request), sessions.hasPlace())) {
      case Capacity.Answer.Granted(SessionPlace place) -> openWebSocket(request, place);
      case Capacity.Answer.Refused refused -> {
        EngineAnswers.retryAfter(request.response(), refused.retryMillis());
        refuseUpgrade(request, refused.error());
      }
    }
  }

  private void openWebSocket(HttpServerRequest request, SessionPlace place) {
    Handshake handshake = handshake(request);
    Function<WebSocketConnection, WebSocketListener> opening =
        connection -> {
          ServerSession session =
              ServerSession.webSocket(
                  ids.get(), options, connection, handshake, application, place, sessions::remove);
          sessions.add(session);
          return session.frames();
        };
    if (!upgrades.accept(request, opening)) {
      place.unused();
    }
  }

  private void refuse(HttpServerRequest request, EngineError error) {
    capacity.counts().refused(error);
    EngineAnswers.refuse(request.response(), error);
    if (error == EngineError.RATE_LIMITED) {
      Problem.closeBehind(request);
    }
  }

  private void refuseUpgrade(HttpServerRequest request, EngineError error) {
    capacity.counts().refused(error);
    EngineAnswers.refuseUpgrade(request.response(), error);
  }

  private void probe(HttpServerRequest request, String sid) {
    ServerSession session = sessions.find(sid);
    if (session == null) {
      refuseUpgrade(request, EngineError.UNKNOWN_SESSION);
    } else {
      upgrades.accept(request, session::probe);
    }
  }

  private void poll(HttpServerRequest request, String sid) {
    ServerSession session = sessions.find(sid);
    if (session == null) {
      refuse(request, EngineError.UNKNOWN_SESSION);
    } else {
      poll(request, session);
    }
  }

  private void poll(HttpServerRequest request, ServerSession session) {
    var reply = new HttpPollReply(request, currentContext(), capacity.counts());
    request.response().closeHandler(_ -> aborted(session, reply));
    request.response().exceptionHandler(_ -> aborted(session, reply));
    session.poll(reply);
  }

  private static void aborted(ServerSession session, HttpPollReply reply) {
    reply.settled();
    session.pollAborted(reply);
  }

  private void post(HttpServerRequest request, String sid) {
    ServerSession session = sessions.find(sid);
    if (session == null) {
      refuse(request, EngineError.UNKNOWN_SESSION);
      return;
    }
    if (!session.beginPost()) {
      refuse(request, EngineError.BAD_REQUEST);
      session.postFailed();
      return;
    }
    ContextInternal context = currentContext();
    PostBody.read(
        request, options.maxPayload(), outcome -> posted(request, context, session, outcome));
  }

  private void posted(
      HttpServerRequest request,
      ContextInternal context,
      ServerSession session,
      PostBody.Outcome outcome) {
    switch (outcome) {
      case PostBody.Outcome.Text text ->
          session.post(
              text.body(),
              refusal ->
                  context.execute(() -> {
                    if (refusal == null) {
                      EngineAnswers.ok(request.response());
                    } else {
                      refuse(request, refusal);
                    }
                  }));
      case PostBody.Outcome.Refused refused -> {
        refuse(request, refused.error());
        session.postFailed();
      }
      case PostBody.Outcome.BrokenOff _ -> session.postFailed();
    }
  }

  private static ContextInternal currentContext() {
    ContextInternal context = ContextInternal.current();
    if (context == null) {
      throw new IllegalStateException("requests are handled on their context");
    }
    return context;
  }

  private Handshake handshake(HttpServerRequest request) {
    return Handshakes.of(
        request, addresses.of(request), addresses.secure(request), clock.instant());
  }
}
