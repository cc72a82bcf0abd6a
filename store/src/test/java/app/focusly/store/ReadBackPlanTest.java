package app.focusly.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However long a stream is, what is looked for is found by an index, without a sort.
class ReadBackPlanTest {
  @TempDir Path folder;

  @Test
  void readsBackByTheIndex() throws SQLException {
    assertThat(plan(EventRows.SELECT_BACK))
        .anyMatch(step ->
            step.endsWith(
                "event USING INDEX event_by_type (stream_id=? AND type=? AND seq>? AND seq<?)"))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @Test
  void redactsEventsOfOneTypeByTheIndex() throws SQLException {
    assertThat(plan(EventRows.REDACT_TYPE))
        .anyMatch(step ->
            step.endsWith(
                "event USING INDEX event_by_type (stream_id=? AND type=? AND seq>? AND seq<?)"));
  }

  @Test
  void findsWhatIsKeptOfAMemberByIndexes() throws SQLException {
    for (String sql : List.of(StreamDirectory.COUNTS, StreamDirectory.STREAMS)) {
      assertThat(plan(sql))
          .noneMatch(step -> step.matches("SCAN event(?! USING (COVERING )?INDEX event_of_).*"))
          .anyMatch(step -> step.contains("event_by_member"))
          .anyMatch(step -> step.contains("event_by_owner"))
          .anyMatch(step -> step.contains("event_of_owners"))
          .anyMatch(step -> step.contains("event_by_author"));
    }
    assertThat(plan(StreamDirectory.NAME)).anyMatch(step -> step.contains("event_by_member"));
  }

  private List<String> plan(String sql) throws SQLException {
    Path file = folder.resolve("journal.db");
    StoreFixture.open(file).close();
    var steps = new ArrayList<String>();
    try (Connection connection = Connections.writing(file);
        var select = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }
}
