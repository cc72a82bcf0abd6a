package app.focusly.server.room;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/// Somebody with a cookie and a socket, who speaks protocol 1.
final class Person implements AutoCloseable {
  private final TestServer server;
  private final String name;
  private final String cookie;
  private final String memberId;
  private final SocketIoClient client;

  Person(TestServer server, String name) {
    this.server = server;
    this.name = name;
    HttpAnswer me = RawHttp.get(server, "/api/me");
    String set = me.header("Set-Cookie").orElseThrow();
    cookie = "Cookie: " + set.substring(0, set.indexOf(';'));
    memberId = me.json().get("memberId").textValue();
    client = SocketIoClient.connect(server, cookie);
  }

  String memberId() {
    return memberId;
  }

  /// The header that makes somebody them.
  String cookie() {
    return cookie;
  }

  SocketIoClient client() {
    return client;
  }

  /// Makes a room.
  ///
  /// @return the answer, which must be yes
  JsonNode make(String body) {
    HttpAnswer answer = RawHttp.ask(server, "POST", "/api/rooms", body, cookie);
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    return answer.json();
  }

  /// Wants what is kept of them deleted.
  HttpAnswer forgetMe() {
    return RawHttp.ask(server, "DELETE", "/api/me", "", cookie);
  }

  /// Joins, and hears whatever comes of it.
  JsonNode join(String room, Map<String, ?> more) {
    var request = new HashMap<String, Object>(more);
    request.put("roomId", room);
    request.put("userId", name);
    request.put("protocol", 1);
    request.put("name", name);
    return client.call("join-room", request);
  }

  JsonNode join(String room) {
    return join(room, Map.of());
  }

  /// Does something with a member.
  JsonNode does(String event, Person other) {
    return client.call(event, Map.of("memberId", other.memberId));
  }

  /// The code of a refusal, or `ok`.
  static String code(JsonNode answer) {
    return answer.path("ok").booleanValue() ? "ok" : answer.path("code").asText();
  }

  /// The next event of this name; what comes before it is passed over.
  JsonNode await(String event) {
    SocketIoClient.Event next = client.next();
    while (!next.name().equals(event)) {
      next = client.next();
    }
    return next.argument();
  }

  /// The next thing that happens of this type.
  JsonNode awaitHappening(String type) {
    JsonNode event = await("room-event");
    while (!event.path("type").asText().equals(type)) {
      event = await("room-event");
    }
    return event;
  }

  @Override
  public void close() {
    client.close();
  }
}
