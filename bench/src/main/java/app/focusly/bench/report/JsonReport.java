package app.focusly.bench.report;

import app.focusly.bench.Measured;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The results with every round's raw figures, for programs.
public final class JsonReport {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonReport() {}

  /// Writes them.
  ///
  /// @param machine what was measured on, and with which versions
  public static void write(Path file, Map<String, String> machine, List<RowResult> results)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree(machine, results))
            + "\n");
  }

  static JsonNode tree(Map<String, String> machine, List<RowResult> results) {
    ObjectNode report = NODES.objectNode();
    ObjectNode about = report.putObject("machine");
    machine.forEach(about::put);
    ArrayNode rows = report.putArray("rows");
    results.forEach(result -> rows.add(row(result)));
    return report;
  }

  private static JsonNode row(RowResult result) {
    ObjectNode row =
        NODES
            .objectNode()
            .put("id", result.row().id())
            .put("title", result.row().title())
            .put("unit", result.row().unit())
            .put("ours", result.ours())
            .put("theirs", result.theirs())
            .put("ratio", result.ratio());
    result.row().target().ratio().ifPresent(target -> row.put("target", target));
    result.row().target().left().ifPresent(target -> row.put("targetOfOurs", target));
    row.put("verdict", result.verdict().name());
    ArrayNode rounds = row.putArray("rounds");
    for (RowResult.Round round : result.rounds()) {
      ObjectNode both = rounds.addObject().put("ratio", round.ratio());
      both.set("ours", measured(round.ours()));
      both.set("theirs", measured(round.theirs()));
    }
    return row;
  }

  private static JsonNode measured(Measured measured) {
    ObjectNode node = NODES.objectNode().put("value", measured.value());
    measured.raw().forEach(node::put);
    return node;
  }
}
