package app.focusly.yjs;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes as JSON what stands in the types `default`, `text`, `map` and `array` of a document, for
/// comparison with what another program reads there.
final class DocumentJson {

  private DocumentJson() {}

  static String of(Document document) {
    return object(
        Map.of(
            "default", json(document.xmlFragment("default")),
            "text", json(document.text("text")),
            "map", json(document.map("map")),
            "array", json(document.array("array"))));
  }

  private static String json(Entry entry) {
    return switch (entry) {
      case Value value -> json(value);
      case Entry.Subdocument inner -> tagged("document", string(inner.id()));
      case SharedArray array -> sequence(array.entries());
      case SharedMap map -> entries(map.entries());
      case SharedText text ->
          object(
              Map.of(
                  "attributes", entries(text.attributes()),
                  "runs", list(text.runs().stream().map(DocumentJson::run))));
      case XmlFragment fragment -> sequence(fragment.children());
      case XmlElement element ->
          object(
              Map.of(
                  "name", string(element.name()),
                  "attributes", entries(element.attributes()),
                  "children", sequence(element.children())));
    };
  }

  private static String json(Value value) {
    return switch (value) {
      case Value.Nothing nothing ->
          nothing == Value.Nothing.NULL ? "null" : tagged("undefined", "1");
      case Value.Flag flag -> String.valueOf(flag.value());
      case Value.Real real -> number(real.value());
      case Value.BigInt big -> tagged("bigint", string(String.valueOf(big.value())));
      case Value.Text text -> string(text.value());
      case Value.Bytes bytes -> tagged("bytes", string(bytes.hex()));
      case Value.Sequence sequence -> sequence(sequence.values());
      case Value.Fields fields -> entries(fields.values());
    };
  }

  private static String number(double value) {
    return value == (long) value ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String run(TextRun run) {
    String what =
        switch (run) {
          case TextRun.Letters letters -> string(letters.text());
          case TextRun.Embedded embedded -> tagged("embed", json(embedded.entry()));
        };
    return object(Map.of("insert", what, "marks", entries(run.marks())));
  }

  private static String tagged(String tag, String json) {
    return object(Map.of("$" + tag, json));
  }

  private static String sequence(List<? extends Entry> entries) {
    return list(entries.stream().map(DocumentJson::json));
  }

  private static String list(Stream<String> json) {
    return json.collect(Collectors.joining(",", "[", "]"));
  }

  private static String entries(Map<String, ? extends Entry> entries) {
    return object(
        entries.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> json(entry.getValue()))));
  }

  /// The keys in order, since Yjs has none of its own for them.
  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(field -> string(field.getKey()) + ":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String string(String text) {
    var json = new StringBuilder("\"");
    text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
    return json.append('"').toString();
  }
}
