package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlEncodedTest {

  /// As `URLSearchParams` reads them.
  @ParameterizedTest
  @CsvSource({
    "a=%34, 4",
    "a=%E2%82%ac, €",
    "a=€, €",
    "a=+%2B+, ' + '",
    "a=%zz%4, %zz%4",
    "a=%, %",
    "a=%FF, \ufffd",
    "a=b=c, b=c",
    "a, ''",
    "%61=x, x",
    "a=1&a=2, 2",
    "&&a=1&, 1",
  })
  void readsAValue(String encoded, String value) {
    assertThat(UrlEncoded.lastValues(encoded)).isEqualTo(Map.of("a", value));
  }

  @Test
  void ofNothingThereIsNothing() {
    assertThat(UrlEncoded.lastValues("")).isEmpty();
    assertThat(UrlEncoded.lastValues("&")).isEmpty();
  }

  @Test
  void readsAsManyNamesAsItMay() {
    var query = new StringBuilder();
    for (int i = 0; i <= UrlEncoded.MAX_NAMES; i++) {
      query.append("&n").append(i).append("=1");
    }
    String encoded = query.substring(1);
    assertThat(UrlEncoded.lastValues(encoded))
        .hasSize(UrlEncoded.MAX_NAMES)
        .doesNotContainKey("n" + UrlEncoded.MAX_NAMES);
  }

  @Property
  void nothingIsMalformed(@ForAll String encoded) {
    assertThat(UrlEncoded.lastValues(encoded)).isNotNull();
  }
}
