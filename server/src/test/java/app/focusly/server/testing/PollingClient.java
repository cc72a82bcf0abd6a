package app.focusly.server.testing;

import java.util.Arrays;
import java.util.stream.Stream;

/// An Engine.IO client over HTTP long-polling, each of its requests on a connection of its own, so
/// that they come to different event loops.
public final class PollingClient {
  private static final String PATH = "/socket.io/?EIO=4&transport=polling";

  private final TestServer server;
  private final String sid;

  private PollingClient(TestServer server, String sid) {
    this.server = server;
    this.sid = sid;
  }

  /// A new session.
  public static PollingClient open(TestServer server) {
    HttpAnswer answer = RawHttp.get(server, PATH);
    String text = answer.text();
    if (answer.status() != 200 || !text.startsWith("0{\"sid\":\"")) {
      throw new AssertionError(answer);
    }
    int from = "0{\"sid\":\"".length();
    return new PollingClient(server, text.substring(from, text.indexOf('"', from)));
  }

  public String sid() {
    return sid;
  }

  public String path() {
    return PATH + "&sid=" + sid;
  }

  /// What waits, or comes next.
  public HttpAnswer poll() {
    return RawHttp.get(server, path());
  }

  /// A poll that is asked for and not yet read.
  public RawHttp pollLater() {
    RawHttp http = RawHttp.connect(server);
    http.send(RawHttp.request("GET", path(), ""));
    return http;
  }

  public HttpAnswer post(String body, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Content-Type: text/plain;charset=UTF-8"), Arrays.stream(headers))
            .toArray(String[]::new);
    return RawHttp.ask(server, "POST", path(), body, all);
  }

  /// Joins the namespace `/`.
  public PollingClient connect() {
    if (post("40").status() != 200 || !poll().text().startsWith("40{")) {
      throw new AssertionError("not connected");
    }
    return this;
  }

  /// A WebSocket that asks to take this session over.
  public RawWebSocket probe() {
    return RawWebSocket.open(server, path().replace("transport=polling", "transport=websocket"));
  }
}
