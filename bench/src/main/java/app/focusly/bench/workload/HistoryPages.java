package app.focusly.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the pages of a room's past and of one's own focus ask the server, one after the other: the
/// newest sessions, the oldest ones, a record, and "my focus".
public final class HistoryPages {
  private static final int TIMES = 21;
  private static final int STATUS_OK = 200;
  private static final int STATUS_CREATED = 201;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String MEDIAN = "Millis";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final Visit visit;

  /// A room and who asks.
  ///
  /// @param cookie of the room's owner
  public record Visit(String roomId, String cookie) {}

  private HistoryPages(int port, Visit visit) {
    this.port = port;
    this.visit = visit;
  }

  /// Makes a room.
  public static Visit begin(int port) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(uri(port, "/api/rooms"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Thesis circle\"}"))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != STATUS_CREATED) {
        throw new IOException("no room was made: " + answer.statusCode());
      }
      String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
      return new Visit(
          JSON.readTree(answer.body()).path("roomId").asText(), cookie.split(";", 2)[0]);
    }
  }

  /// Milliseconds from each question to the whole answer: the first time, and in the middle of
  /// many.
  public static Map<String, Double> millis(int port, Visit visit)
      throws IOException, InterruptedException {
    return new HistoryPages(port, visit).all();
  }

  /// The page that takes longest, in the middle of many times.
  public static double slowest(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(MEDIAN))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElseThrow();
  }

  private Map<String, Double> all() throws IOException, InterruptedException {
    try (client) {
      String list = "/api/rooms/" + visit.roomId() + "/sessions?limit=50";
      JsonNode newest = JSON.readTree(ask(list)).path("sessions");
      String session = newest.path(newest.size() - 1).path("sessionId").asText();
      Map<String, Double> figures = new LinkedHashMap<>();
      time("sessions", list, figures);
      time("oldSessions", list + "&before=" + visit.roomId() + ".200", figures);
      time("record", "/api/sessions/" + session, figures);
      time("focus", "/api/me/stats?zone=Europe/Berlin", figures);
      time("rooms", "/api/me/rooms", figures);
      return figures;
    }
  }

  private void time(String page, String path, Map<String, Double> figures)
      throws IOException, InterruptedException {
    double[] millis = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      ask(path);
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    figures.put(page + "FirstTime", millis[0]);
    Arrays.sort(millis);
    figures.put(page + MEDIAN, millis[TIMES / 2]);
  }

  private String ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(port, path))
            .header("Cookie", visit.cookie())
            .timeout(PATIENCE)
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != STATUS_OK) {
      throw new IOException(path + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
