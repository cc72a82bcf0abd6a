package app.focusly.server.http;

import app.focusly.server.engine.EngineEndpoint;
import app.focusly.server.limit.AddressUse;
import app.focusly.server.limit.Addresses;
import app.focusly.server.metrics.MetricsPage;
import app.focusly.server.peer.PeerEndpoint;
import app.focusly.server.websocket.WebSocketUpgrade;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;

/// Where each request of the one port goes: Socket.IO, the PeerJS broker, REST, or the web app.
/// Used from every loop.
public final class Front implements Handler<HttpServerRequest> {
  private static final String SOCKET_IO = "/socket.io";

  private final EngineEndpoint engine;
  private final PeerEndpoint peers;
  private final Handler<HttpServerRequest> rest;
  private final WebApp webApp;
  private final Origins origins;
  private final ClientAddresses addresses;
  private final Addresses clients;
  private final MetricsPage metrics;

  public Front(
      EngineEndpoint engine,
      PeerEndpoint peers,
      Handler<HttpServerRequest> rest,
      WebApp webApp,
      Origins origins,
      ClientAddresses addresses,
      Addresses clients,
      MetricsPage metrics) {
    this.engine = engine;
    this.peers = peers;
    this.rest = rest;
    this.webApp = webApp;
    this.origins = origins;
    this.addresses = addresses;
    this.clients = clients;
    this.metrics = metrics;
  }

  @Override
  public void handle(HttpServerRequest request) {
    AddressUse use = clients.of(addresses.of(request));
    OptionalLong wait = use.request(clients.nowMillis());
    if (wait.isPresent()) {
      Problem.rateLimited(request, wait.getAsLong());
    } else {
      route(request, use);
    }
  }

  private void route(HttpServerRequest request, AddressUse use) {
    String path = request.path();
    if (path == null || !path.startsWith("/")) {
      new Problem(400, "bad-request", "A path begins with a slash.").answer(request.response());
    } else if (WebSocketUpgrade.asked(request)) {
      upgrade(request, path, use);
    } else if (isSocketIo(path)) {
      socketIo(request, path);
    } else if (peers.serves(path)) {
      crossOrigin(request, limited(use, asked -> peers.request(asked, path)));
    } else if (path.startsWith("/api/")) {
      crossOrigin(request, limited(use, rest));
    } else if (path.equals("/healthz") || path.equals("/readyz")) {
      crossOrigin(request, rest);
    } else if (path.equals("/metrics")) {
      metrics.answer(request);
    } else {
      webApp.serve(request, path);
    }
  }

  private Handler<HttpServerRequest> limited(AddressUse use, Handler<HttpServerRequest> handler) {
    return request -> {
      OptionalLong wait = use.rest(clients.nowMillis());
      if (wait.isPresent()) {
        Problem.rateLimited(request, wait.getAsLong());
      } else {
        handler.handle(request);
      }
    };
  }

  private void upgrade(HttpServerRequest request, String path, AddressUse use) {
    if (isSocketIo(path)) {
      engine.upgrade(request); // asks for the origin itself, when a session begins
    } else if (!origins.mayConnect(request)) {
      WebSocketUpgrade.refuse(request, 403, "Origin not allowed");
    } else if (peers.isSocket(path)) {
      OptionalLong wait = use.handshake(clients.nowMillis());
      if (wait.isPresent()) {
        Problem.rateLimited(request, wait.getAsLong());
      } else {
        peers.upgrade(request);
      }
    } else {
      WebSocketUpgrade.refuse(request, 400, "No WebSocket here");
    }
  }

  private void socketIo(HttpServerRequest request, String path) {
    String file = path.substring(1);
    if (file.startsWith("socket.io/socket.io.") && webApp.has(file)) {
      crossOrigin(request, asked -> webApp.file(asked, file));
    } else {
      crossOrigin(request, engine::request);
    }
  }

  private void crossOrigin(HttpServerRequest request, Handler<HttpServerRequest> handler) {
    origins.answer(request);
    if (request.method().equals(HttpMethod.OPTIONS)) {
      origins.preflight(request);
    } else {
      handler.handle(request);
    }
  }

  private static boolean isSocketIo(String path) {
    return path.startsWith(SOCKET_IO)
        && (path.length() == SOCKET_IO.length() || path.charAt(SOCKET_IO.length()) == '/');
  }
}
