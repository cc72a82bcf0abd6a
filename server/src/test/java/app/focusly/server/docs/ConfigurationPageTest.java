package app.focusly.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.FocuslyConfig;
import app.focusly.server.config.Option;
import app.focusly.server.config.Settings;
import app.focusly.server.config.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of all options is written from [Option], their topics, and the bounds that reading them
/// asks for.
class ConfigurationPageTest {
  private static final String BEFORE =
      """
      # All options

      Each has a name in the environment, which may also stand in a file `.env`, and a key in a file
      `focusly.properties`: the same name in small letters with `-` between the words, such as
      `focusly.max-rooms` for `FOCUSLY_MAX_ROOMS` (a `.` stands behind `focusly` and behind `tls` and
      `peerjs`; `PORT` is `port`). Both files are read in the folder where Focusly is started. The
      environment counts first, then `.env`, then `focusly.properties`.

      An option that is not on this page stops the start, as does a value that cannot be used: one
      line for each problem, all at once, and exit code 2. Times are written `500ms`, `20s`, `5m`,
      `6h` or `30d`, lists with commas, sizes in bytes, rates as `200/2000`: 200 a second for as long
      as it goes on, and 2,000 at once after a rest. Where `off` may stand, so may `0`. What a client
      hears when it meets a limit is [on a page of its own](limits.md).
      """;
  private static final String AFTER =
      """

      ## PeerServer's own names

      They work in `focusly.properties` too:

      | PeerServer's | here |
      |---|---|
      """;

  @TempDir Path folder;

  @Test
  void namesEveryOption() throws IOException {
    WrittenPage.check("configuration.md", page());
  }

  @Test
  void everyOptionIsInOneTopic() {
    List<Option> inTopics =
        Arrays.stream(Topic.values()).flatMap(topic -> topic.options().stream()).toList();
    assertThat(inTopics).containsExactlyInAnyOrder(Option.values());
  }

  private String page() {
    Settings settings = Settings.read(Map.of(), folder);
    FocuslyConfig.read(settings);
    var page = new StringBuilder(BEFORE);
    for (Topic topic : Topic.values()) {
      page.append(
          "%n## %s%n%n| option | default | bounds | what it is |%n|---|---|---|---|%n"
              .formatted(topic.title()));
      for (Option option : topic.options()) {
        page.append(
            "| `%s` | %s | %s | %s |%n"
                .formatted(
                    option.environment(),
                    defaultOf(option),
                    settings.bounds(option).orElse(""),
                    option.meaning()));
      }
    }
    page.append(AFTER);
    for (Option option : Option.values()) {
      option
          .alias()
          .ifPresent(alias -> page.append("| `%s` | `%s` |%n".formatted(alias, option.key())));
    }
    return page.toString();
  }

  private static String defaultOf(Option option) {
    return option.defaultValue().isEmpty() ? "none" : "`" + option.defaultValue() + "`";
  }
}
