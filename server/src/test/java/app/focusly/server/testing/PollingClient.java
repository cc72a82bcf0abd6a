package app.focusly.server.testing;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An Engine.IO client over HTTP long-polling, each of its requests on a connection of its own, so
/// that they come to different event loops.
public final class PollingClient {
  private static final String SOCKET_IO = "/socket.io/?EIO=4&transport=polling";
  private static final Pattern SID = Pattern.compile("sid\\\\?\":\\\\?\"([^\"\\\\]+)");

  private final RunningServer server;
  private final String handshake;
  private final String sid;

  private PollingClient(RunningServer server, String handshake, String sid) {
    this.server = server;
    this.handshake = handshake;
    this.sid = sid;
  }

  /// A new session of Socket.IO.
  public static PollingClient open(RunningServer server) {
    return open(server, SOCKET_IO);
  }

  /// A new session by this request; its answers may be scripts.
  public static PollingClient open(RunningServer server, String path) {
    HttpAnswer answer = RawHttp.get(server, path);
    Matcher sid = SID.matcher(answer.text());
    if (answer.status() != 200 || !sid.find()) {
      throw new AssertionError(answer);
    }
    return new PollingClient(server, path, sid.group(1));
  }

  public String sid() {
    return sid;
  }

  public String path() {
    return handshake + "&sid=" + sid;
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
