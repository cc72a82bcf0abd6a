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

/// However long a stream is, the newest events of one type are found by an index, without a sort.
class ReadBackPlanTest {
  @TempDir Path folder;

  @Test
  void readsBackByTheIndex() throws SQLException {
    Path file = folder.resolve("journal.db");
    StoreFixture.open(file).close();

    assertThat(plan(file))
        .anyMatch(step ->
            step.endsWith("event USING INDEX event_by_type (stream_id=? AND type=? AND seq<?)"))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  private static List<String> plan(Path file) throws SQLException {
    var steps = new ArrayList<String>();
    try (Connection connection = Connections.writing(file);
        var select = connection.prepareStatement("EXPLAIN QUERY PLAN " + EventRows.SELECT_BACK);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }
}
