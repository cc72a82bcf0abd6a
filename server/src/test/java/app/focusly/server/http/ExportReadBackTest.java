package app.focusly.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.HttpAnswer;
import app.focusly.server.testing.RawHttp;
import app.focusly.server.testing.SocketIoClient;
import app.focusly.server.testing.TestServer;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files that the product exports are what programs that nobody here wrote take them for.
class ExportReadBackTest {
  private static final String ROOM = "Maths; \"A, B\" \\ \uD83D\uDE00 " + "ü".repeat(40);
  private static final String NAME = "O'Hara, \"Bea\"";
  private static final String MESSAGE = "one, \"two\"\nthree; \\four\nfünf \uD83D\uDE00";
  private static final String FORMULA = "=1+1";
  private static final String GOAL = "Pages 1,2 and \"3\"";

  private static TestServer server;
  private static String cookie;
  private static String path;

  @BeforeAll
  static void meet() throws IOException {
    server = TestServer.start();
    String header = RawHttp.get(server, "/api/me").header("Set-Cookie").orElseThrow();
    cookie = "Cookie: " + header.substring(0, header.indexOf(';'));
    String made = new JsonMapper().writeValueAsString(Map.of("template", "class", "name", ROOM));
    HttpAnswer room = RawHttp.ask(server, "POST", "/api/rooms", made, cookie);
    String roomId = room.json().required("roomId").textValue();
    try (SocketIoClient bea = SocketIoClient.connect(server, cookie)) {
      bea.call(
          "join-room",
          Map.of("roomId", roomId, "userId", "b", "protocol", 1, "name", NAME, "timeZone", "UTC"));
      bea.call("goal-set", Map.of("text", GOAL));
      bea.call("task-add", Map.of("title", FORMULA));
      bea.call("timer-start");
      bea.call("chat-send", Map.of("text", MESSAGE));
      bea.call("chat-send", Map.of("text", FORMULA));
      bea.call("timer-skip");
    }
    JsonNode sessions = get("/api/rooms/" + roomId + "/sessions").json().required("sessions");
    path = "/api/sessions/" + sessions.get(0).required("sessionId").textValue();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void aCalendarHasTheSessionWithItsNameAndTimes() {
    JsonNode record = get(path).json();
    List<ICalendar> calendars = Biweekly.parse(file("ics")).all();

    assertThat(calendars).hasSize(1);
    ICalendar calendar = calendars.getFirst();
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty())
        .as(calendar.validate(biweekly.ICalVersion.V2_0).toString())
        .isTrue();
    VEvent event = calendar.getEvents().getFirst();
    assertThat(event.getSummary().getValue()).isEqualTo(ROOM);
    assertThat(event.getUid().getValue())
        .isEqualTo(record.required("sessionId").textValue() + "@focusly");
    assertThat(event.getDateStart().getValue().toInstant())
        .isEqualTo(seconds(record.required("startedAt")));
  }

  @Test
  void aTableHasOneRowAFactWithTheSameColumns() throws IOException {
    List<CSVRecord> rows;
    try (CSVParser parser =
        CSVParser.parse(
            file("csv"), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      assertThat(parser.getHeaderNames())
          .containsExactly("kind", "from", "to", "member", "name", "detail", "text");
      rows = parser.getRecords();
    }
    assertThat(rows).allMatch(CSVRecord::isConsistent);
    assertThat(rows.getFirst().get("name")).isEqualTo(ROOM);
    assertThat(texts(rows, "message")).containsExactly(MESSAGE, "'" + FORMULA);
    assertThat(texts(rows, "goal")).containsExactly(GOAL);
    assertThat(texts(rows, "phase")).containsExactly("focus");
    CSVRecord visit = of(rows, "visit").getFirst();
    assertThat(visit.get("name")).isEqualTo(NAME);
    assertThat(Instant.parse(visit.get("from")))
        .isBeforeOrEqualTo(Instant.parse(visit.get("to")))
        .isEqualTo(Instant.ofEpochMilli(get(path).json().at("/startedAt").longValue()));
  }

  @Test
  void ownFocusIsATableAndACalendar() throws IOException {
    JsonNode stats = get("/api/me/stats").json();
    List<CSVRecord> rows;
    try (CSVParser parser =
        CSVParser.parse(
            get("/api/me/stats/export?format=csv").text(),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      rows = parser.getRecords();
    }
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().get("room")).isEqualTo(ROOM);
    assertThat(rows.getFirst().get("day")).isEqualTo(stats.at("/days/0/day").textValue());
    Instant from = Instant.parse(rows.getFirst().get("from"));
    Instant to = Instant.parse(rows.getFirst().get("to"));
    assertThat(Duration.between(from, to).toMillis()).isEqualTo(stats.at("/totalMs").longValue());

    HttpAnswer file = get("/api/me/stats/export?format=ics");
    assertThat(file.header("Content-Disposition"))
        .contains("attachment; filename=\"my-focus.ics\"");
    ICalendar calendar = Biweekly.parse(file.text()).first();
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
    assertThat(calendar.getEvents()).hasSize(1);
    assertThat(calendar.getEvents().getFirst().getSummary().getValue()).isEqualTo("Focus: " + ROOM);
    assertThat(get("/api/me/stats/export?format=pdf").status()).isEqualTo(400);
  }

  @Test
  void theJsonFileIsTheRecord() {
    JsonNode record = get(path).json();
    JsonNode json = get(path + "/export?format=json").json();
    assertThat(json.required("schema").textValue()).isEqualTo("focusly-session/1");
    record.properties().stream()
        .filter(field -> !field.getKey().equals("mayDelete"))
        .forEach(field -> assertThat(json.get(field.getKey())).isEqualTo(field.getValue()));
  }

  private static List<String> texts(List<CSVRecord> rows, String kind) {
    return of(rows, kind).stream().map(row -> row.get("text")).toList();
  }

  private static List<CSVRecord> of(List<CSVRecord> rows, String kind) {
    return rows.stream().filter(row -> row.get("kind").equals(kind)).toList();
  }

  private static String file(String format) {
    HttpAnswer answer = get(path + "/export?format=" + format);
    assertThat(answer.status()).isEqualTo(200);
    return answer.text();
  }

  private static HttpAnswer get(String what) {
    return RawHttp.get(server, what, cookie);
  }

  private static Instant seconds(JsonNode millis) {
    return Instant.ofEpochSecond(millis.longValue() / 1_000);
  }
}
