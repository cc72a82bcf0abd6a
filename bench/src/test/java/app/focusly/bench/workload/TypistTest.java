package app.focusly.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.yjs.Document;
import app.focusly.yjs.SharedText;
import app.focusly.yjs.SharedType;
import app.focusly.yjs.TextRun;
import app.focusly.yjs.Updates;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypistTest {
  @Test
  void whatIsTypedIsThere() {
    var typist = new Typist(300);
    var other = new Typist(7);
    var updates = new ArrayList<byte[]>();
    for (int i = 0; i < 20; i++) {
      updates.add(typist.next());
      updates.add(other.next());
    }
    assertThat(Document.of(Updates.merge(updates)).xmlFragment("default").children())
        .extracting(TypistTest::text)
        .containsExactly("he quick brown fox ", "he quick brown fox ");
  }

  private static String text(SharedType type) {
    return type instanceof SharedText text
        ? text.runs().stream()
            .map(run -> run instanceof TextRun.Letters letters ? letters.text() : "?")
            .collect(Collectors.joining())
        : "no text";
  }
}
