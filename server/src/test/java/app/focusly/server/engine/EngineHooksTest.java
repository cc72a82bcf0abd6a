package app.focusly.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.Refusal;
import app.focusly.engineio.UrlEncoded;
import app.focusly.server.testing.EngineServer;
import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.PollingClient;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.RawWebSocket;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an embedder's hooks do to requests. What a hook decides stands in the request's query:
/// `yes`, `no`, `fail`, `throw`, or `later`, which waits for the test.
class EngineHooksTest {
  private static final String POLLING = "/engine.io/?EIO=4&transport=polling";
  private static final String WEBSOCKET = "/engine.io/?EIO=4&transport=websocket";
  private static final BlockingQueue<Promise<Void>> LATER = new LinkedBlockingQueue<>();
  private static final BlockingQueue<Refusal> REFUSALS = new LinkedBlockingQueue<>();

  @AutoClose
  private static final EngineServer SERVER =
      EngineServer.start(
          EngineOptions.defaults(),
          EngineServer.hooks()
              .use(EngineHooksTest::mark)
              .use(EngineHooksTest::middleware)
              .withAdmission(EngineHooksTest::admission)
              .withIds(EngineHooksTest::id)
              .withHeaders((request, initial, headers) ->
                  headers.add("X-Answer", initial ? "first" : "later"))
              .withRefusals((request, refusal) -> REFUSALS.add(refusal)));

  private static int ids;

  private static String asked(HttpServerRequest request, String name) {
    return UrlEncoded.lastValues(Optional.ofNullable(request.query()).orElse(""))
        .getOrDefault(name, "yes");
  }

  private static Future<Void> mark(HttpServerRequest request) {
    request.response().putHeader("X-Middleware", "seen");
    return Future.succeededFuture();
  }

  private static Future<Void> middleware(HttpServerRequest request) {
    if (asked(request, "middleware").equals("answer")) {
      request.response().setStatusCode(418).end("own answer");
      return Future.succeededFuture();
    }
    return decide(asked(request, "middleware"));
  }

  private static Future<Optional<String>> admission(HttpServerRequest request) {
    String asked = asked(request, "admission");
    return asked.equals("no")
        ? Future.succeededFuture(Optional.of("not \"today\""))
        : decide(asked).map(_ -> Optional.empty());
  }

  private static synchronized Future<String> id(HttpServerRequest request) {
    String asked = asked(request, "id");
    return switch (asked) {
      case "yes" -> Future.succeededFuture("session-" + ids++);
      case "fail", "throw", "later" -> decide(asked).map(_ -> "session-" + ids++);
      default -> Future.succeededFuture(asked);
    };
  }

  private static Future<Void> decide(String asked) {
    return switch (asked) {
      case "yes" -> Future.succeededFuture();
      case "later" -> {
        Promise<Void> promise = Promise.promise();
        LATER.add(promise);
        yield promise.future();
      }
      case "throw" -> throw new IllegalStateException("thrown");
      default -> Future.failedFuture("failed");
    };
  }

  private static <T> T next(BlockingQueue<T> queue) {
    try {
      return Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS))
          .orElseThrow(() -> new AssertionError("nothing came"));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void nothingWasRefusedYet() {
    REFUSALS.clear();
    LATER.clear();
  }

  @Test
  void headersAreAddedToEveryAnswer() {
    HttpAnswer first = RawHttp.get(SERVER, POLLING);
    assertThat(first.header("X-Middleware")).contains("seen");
    assertThat(first.header("X-Answer")).contains("first");
    PollingClient client = PollingClient.open(SERVER, POLLING);
    assertThat(client.post("4a").header("X-Answer")).contains("later");
    assertThat(client.poll().header("X-Answer")).contains("later");
    assertThat(upgraded(WEBSOCKET).header("X-Answer")).contains("first");
    HttpAnswer probe = upgraded(WEBSOCKET + "&sid=" + client.sid());
    assertThat(probe.header("X-Answer")).contains("later");
    assertThat(probe.header("X-Middleware")).contains("seen");
  }

  private static HttpAnswer upgraded(String path) {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawWebSocket.upgrade(path));
      HttpAnswer answer = http.read();
      assertThat(answer.status()).isEqualTo(101);
      return answer;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "middleware=fail,  400, 3, Bad request, MIDDLEWARE_FAILURE",
    "middleware=throw, 400, 3, Bad request, MIDDLEWARE_FAILURE",
    "admission=no,     403, 4, 'not \"today\"', ''",
    "admission=fail,   403, 4, Forbidden, ''",
    "admission=throw,  403, 4, Forbidden, ''",
    "id=fail,          400, 3, Bad request, ID_GENERATION_ERROR",
    "id=throw,         400, 3, Bad request, ID_GENERATION_ERROR",
    "id=,              400, 3, Bad request, ID_GENERATION_ERROR",
    "id=a%22b,         400, 3, Bad request, ID_GENERATION_ERROR",
    "transport=x,      400, 0, Transport unknown, ''",
    "sid=x,            400, 1, Session ID unknown, ''",
    "EIO=3,            400, 5, Unsupported protocol version, ''"
  })
  void aRefusalIsToldToTheClientAndToTheListener(
      String query, int status, int code, String message, String reason) {
    HttpAnswer answer = RawHttp.get(SERVER, POLLING + "&" + query);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().get("code").intValue()).isEqualTo(code);
    assertThat(answer.json().get("message").textValue()).isEqualTo(message);
    assertHeard(code, message, reason);
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawWebSocket.upgrade(WEBSOCKET + "&" + query));
      HttpAnswer refused = http.read();
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.header("Content-Type")).contains("text/html");
      assertThat(refused.header("Connection")).contains("close");
      assertThat(refused.text()).isEqualTo(message);
      http.awaitEnd();
    }
    assertHeard(code, message, reason);
  }

  private static void assertHeard(int code, String message, String reason) {
    Refusal heard = next(REFUSALS);
    assertThat(heard.error().code()).isEqualTo(code);
    assertThat(heard.message()).isEqualTo(message);
    assertThat(heard.name().orElse("")).isEqualTo(reason);
  }

  @Test
  void ofManyReasonsTheFirstIsTold() {
    RawHttp.get(SERVER, "/engine.io/?EIO=3&transport=polling&admission=no&id=fail");
    assertThat(next(REFUSALS)).isInstanceOf(Refusal.Forbidden.class);
    RawHttp.get(SERVER, "/engine.io/?EIO=3&transport=x&admission=no");
    assertThat(next(REFUSALS)).isInstanceOf(Refusal.UnknownTransport.class);
  }

  @Test
  void aSessionHasTheNameThatItWasGiven() {
    assertThat(RawHttp.get(SERVER, POLLING + "&id=my-own_ID").text())
        .startsWith("0{\"sid\":\"my-own_ID\"");
    HttpAnswer second = RawHttp.get(SERVER, POLLING + "&id=my-own_ID");
    assertThat(second.json().get("code").intValue()).as("taken").isEqualTo(3);
    assertHeard(3, "Bad request", "ID_GENERATION_ERROR");
  }

  @Test
  void onlyANewSessionAsksToBeAdmitted() {
    PollingClient client = PollingClient.open(SERVER, POLLING);
    assertThat(RawHttp.ask(SERVER, "POST", client.path() + "&admission=no", "4a").text())
        .isEqualTo("ok");
  }

  @Test
  void whatAMiddlewareAnswersGoesNoFurther() {
    HttpAnswer answer = RawHttp.get(SERVER, POLLING + "&middleware=answer");
    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.text()).isEqualTo("own answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"middleware", "admission", "id"})
  void aHookMayDecideLater(String hook) {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawHttp.request("GET", POLLING + "&" + hook + "=later", ""));
      next(LATER).complete();
      assertThat(http.read().text()).startsWith("0{");
      http.send(RawHttp.request("GET", POLLING, ""));
      assertThat(http.read().text()).as("the connection goes on").startsWith("0{");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"middleware", "admission", "id"})
  void aHookMayDecideAboutAnUpgradeLater(String hook) {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawWebSocket.upgrade(WEBSOCKET + "&" + hook + "=later"));
      next(LATER).complete();
      RawWebSocket webSocket = RawWebSocket.opened(http);
      assertThat(webSocket.text()).startsWith("0{");
      webSocket.send("4hello");
      assertThat(webSocket.text()).isEqualTo("4hello");
    }
  }

  @Test
  void aBodyWaitsForTheMiddleware() {
    PollingClient client = PollingClient.open(SERVER, POLLING);
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(
          RawHttp.request("POST", client.path() + "&middleware=later", "4" + "a".repeat(9_000)));
      next(LATER).complete();
      assertThat(http.read().text()).isEqualTo("ok");
    }
    assertThat(client.poll().text()).isEqualTo("4" + "a".repeat(9_000));
  }

  @Test
  void aHookThatFailsLaterRefuses() {
    try (RawHttp http = RawHttp.connect(SERVER)) {
      http.send(RawHttp.request("GET", POLLING + "&admission=later", ""));
      next(LATER).fail("no");
      assertThat(http.read().status()).isEqualTo(403);
    }
  }

  @Test
  void theClientIsAnsweredThoughAListenerFails() {
    EngineHooks hooks =
        EngineServer.hooks()
            .withHeaders((_, _, _) -> {
              throw new IllegalStateException("no headers");
            })
            .withRefusals((_, _) -> {
              throw new IllegalStateException("not heard");
            });
    try (EngineServer server = EngineServer.start(EngineOptions.defaults(), hooks)) {
      assertThat(RawHttp.get(server, POLLING).text()).startsWith("0{");
      assertThat(RawHttp.get(server, POLLING + "&EIO=3").status()).isEqualTo(400);
      try (RawHttp http = RawHttp.connect(server)) {
        http.send(RawWebSocket.upgrade(WEBSOCKET));
        assertThat(RawWebSocket.opened(http).text()).startsWith("0{");
      }
    }
  }

  @Test
  void aHookThatNeverDecidesRefuses() {
    EngineHooks hooks =
        EngineServer.hooks()
            .withAdmission(_ -> Promise.<Optional<String>>promise().future())
            .withTimeout(Duration.ofMillis(50));
    try (EngineServer server = EngineServer.start(EngineOptions.defaults(), hooks)) {
      assertThat(RawHttp.get(server, POLLING).status()).isEqualTo(403);
    }
  }

  @Test
  void aClientThatHasGoneIsNotLedOn() {
    RawHttp http = RawHttp.connect(SERVER);
    http.send(RawHttp.request("GET", POLLING + "&middleware=later", ""));
    Promise<Void> decision = next(LATER);
    http.close();
    decision.complete();
    assertThat(RawHttp.get(SERVER, POLLING).text()).startsWith("0{");
  }
}
