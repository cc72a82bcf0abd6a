package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes by JSONP: a form is read or holds nothing, and what goes out is one call with one
/// string, whatever index was asked for and whatever is said.
class ScriptFormatFuzzTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern CALL = Pattern.compile("(?s)___eio\\[[0-9]*]\\((\".*\")\\);");

  /// @param exchange the index that a handshake asks for, and a body, each on its line
  @MethodSource("exchanges")
  @FuzzTest
  void formIsReadAndScriptIsOneCall(byte[] exchange) throws JsonProcessingException {
    String[] lines = new String(exchange, StandardCharsets.UTF_8).split("\n", 2);
    String body = lines.length > 1 ? lines[1] : "";
    PollFormat format = PollFormat.of(Map.of("j", lines[0]));

    Optional<String> read = format.unwrap(body);

    assertThat(read.isPresent()).isEqualTo(UrlEncoded.lastValues(body).containsKey("d"));
    // A `%` with two digits that is no UTF-8 becomes one character, so nothing grows.
    assertThat(read.orElse("")).hasSizeLessThanOrEqualTo(body.length());
    assertOneCall(format.wrap(read.orElse(body)), read.orElse(body));
    assertArrives(format, body);
  }

  private static void assertOneCall(String script, String payload) throws JsonProcessingException {
    Matcher call = CALL.matcher(script);
    assertThat(call.matches()).as(script).isTrue();
    assertThat(JSON.readValue(call.group(1), String.class)).isEqualTo(payload);
    assertThat(call.group(1))
        .doesNotContain("\u2028", "\u2029"); // they end a line of older scripts
  }

  /// A stock client sends with its two replacements, which lose a backslash before a line feed.
  private static void assertArrives(PollFormat format, String payload) {
    if (!payload.contains("\\\n")) {
      String escaped = payload.replace("\\n", "\\\\n").replace("\n", "\\n");
      assertThat(format.unwrap("d=" + URLEncoder.encode(escaped, StandardCharsets.UTF_8)))
          .contains(payload);
    }
  }

  static Stream<byte[]> exchanges() {
    Stream<String> forms =
        Golden.examples("engineio/payloads.json")
            .map(example ->
                "0\nd=" + URLEncoder.encode(example.text("body"), StandardCharsets.UTF_8));
    Stream<String> hostile =
        Stream.of(
            "",
            "alert(1);2\nd=4a",
            "٣1\nx=1&d=4a+b&d=4%c3%28%",
            "0\n4\\n\\\\n\\\\\\n\u2028\"</script>",
            "7\nd",
            "7\nd=%ed%a0%bc%00%1e%7f",
            "7\n&&=&d=%e2%80%a8%5c%0a");
    return Stream.concat(forms, hostile).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
