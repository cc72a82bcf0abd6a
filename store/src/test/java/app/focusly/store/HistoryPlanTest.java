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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However much has been, the pages of the past are read by indexes, and nobody's events are read
/// for the titles of tasks.
class HistoryPlanTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {SessionDirectory.PAGE, SessionDirectory.ONE, SessionDirectory.ROOMS})
  void findsSessionsByIndexes(String sql) throws SQLException {
    assertThat(plan(sql)).noneMatch(step -> step.matches("SCAN (s|m|o|event|focus.*)"));
  }

  @Test
  void readsASumForEachDay() throws SQLException {
    assertThat(plan(SessionDirectory.DAYS))
        .containsExactly("SEARCH focus_day USING PRIMARY KEY (member_id=?)");
  }

  @Test
  void readsOnWithoutASort() throws SQLException {
    assertThat(plan(SessionDirectory.STRETCHES))
        .contains("SEARCH f USING INDEX focus_by_member (member_id=? AND rowid>?)")
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {SessionDirectory.BY_TASK, SessionDirectory.ONE_TITLE})
  void findsTitlesByTheirTask(String sql) throws SQLException {
    assertThat(plan(sql))
        .anyMatch(step -> step.contains("USING INDEX event_task_title (stream_id=? AND <expr>=?)"))
        .anyMatch(step -> step.endsWith("INDEX sqlite_autoindex_event_1 (stream_id=? AND seq=?)"));
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
