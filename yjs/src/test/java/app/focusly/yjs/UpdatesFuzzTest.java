package app.focusly.yjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes come: they are refused, or what is made of them keeps what they say.
class UpdatesFuzzTest {

  @MethodSource("updates")
  @FuzzTest
  void updateIsReadOrInvalid(byte[] bytes) {
    UpdateSummary summary;
    try {
      summary = Updates.summary(bytes);
    } catch (InvalidUpdateException expected) {
      assertThatThrownBy(() -> Document.of(bytes)).isInstanceOf(InvalidUpdateException.class);
      return;
    }
    byte[] merged = Updates.merge(List.of(bytes));
    assertThat(merged.length).isLessThanOrEqualTo(bytes.length);
    assertThat(Updates.merge(List.of(merged, bytes))).isEqualTo(merged);
    assertThat(Updates.stateVector(merged)).isEqualTo(Updates.stateVector(bytes));
    assertThat(Updates.summary(merged).deletes()).isEqualTo(summary.deletes());
    assertThat(summary.isWithin(UpdateSummary.EMPTY.after(summary))).isTrue();
    assertThat(Updates.diff(bytes, summary.state().encode()))
        .isEqualTo(new Update(List.of(), summary.deletes()).write());
    halvesMakeAWhole(merged, summary);
    readsTheSame(bytes, merged);
  }

  /// What somebody has who has half of each client's history, and the rest.
  private static void halvesMakeAWhole(byte[] update, UpdateSummary summary) {
    var half = new TreeMap<Long, Long>();
    summary.state().clocks().forEach((client, clock) -> half.put(client, clock / 2));
    byte[] rest = Updates.diff(update, new StateVector(half).encode());

    assertThat(Updates.summary(Updates.merge(List.of(rest, update))).state())
        .isEqualTo(summary.state());
  }

  private static void readsTheSame(byte[] bytes, byte[] merged) {
    Document document;
    try {
      document = Document.of(bytes);
    } catch (InvalidUpdateException tooManyRivals) {
      return;
    }
    byte[] emptied = Updates.withoutDeletedContent(bytes);
    assertThat(seen(Document.of(merged))).isEqualTo(seen(document));
    assertThat(Document.of(emptied).stateVector()).isEqualTo(document.stateVector());
    assertThat(Updates.withoutDeletedContent(emptied)).isEqualTo(emptied);
  }

  private static Map<String, Object> seen(Document document) {
    return Map.of(
        "state", document.stateVector(),
        "text",
            document.text("text").runs().stream()
                .filter(TextRun.Letters.class::isInstance)
                .toList(),
        "array",
            document.array("array").entries().stream().filter(Value.class::isInstance).toList(),
        "map", document.map("map").entries().keySet(),
        "default", document.xmlFragment("default").children().size());
  }

  static Stream<byte[]> updates() {
    return Golden.examples("yjs/documents.json")
        .flatMap(example -> StreamSupport.stream(example.get("updates").spliterator(), false))
        .map(update -> HexFormat.of().parseHex(update.textValue()));
  }
}
