package app.focusly.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.config.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page of all options is written from [Option]. With `-Dfocusly.writeDocs=true` this writes it
/// anew instead of comparing.
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "operating", "configuration.md");

  private static final String BEFORE =
      """
      # All options

      Each has a name in the environment, which may also stand in a file `.env`, and a key in a file
      `focusly.properties`; both files are read in the folder where Focusly is started. The
      environment counts first, then `.env`, then `focusly.properties`.

      An option that is not in this table stops the start, as does a value that cannot be used: one
      line for each problem, all at once, and exit code 2. Times are written `500ms`, `20s`, `5m`,
      `6h` or `30d`, lists with commas, sizes in bytes.

      | environment | key | default | what it is |
      |---|---|---|---|
      """;

  private static final String AFTER =
      """

      PeerServer's own names work in `focusly.properties` too:

      | PeerServer's | here |
      |---|---|
      """;

  @Test
  void namesEveryOption() throws IOException {
    if (Boolean.getBoolean("focusly.writeDocs")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).as("written anew by -Dfocusly.writeDocs=true").content().isEqualTo(page());
  }

  private static String page() {
    var page = new StringBuilder(BEFORE);
    for (Option option : Option.values()) {
      page.append(
          "| `%s` | `%s` | %s | %s |%n"
              .formatted(option.environment(), option.key(), defaultOf(option), option.meaning()));
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
