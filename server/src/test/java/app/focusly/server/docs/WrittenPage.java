package app.focusly.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page under `docs/operating` that the build writes. With `-Dfocusly.writeDocs=true` a check
/// writes it anew instead of comparing; `./focusly docs` does so for all.
final class WrittenPage {
  private static final Path FOLDER = Path.of("..", "docs", "operating");

  private WrittenPage() {}

  /// Fails when a page is not as it would be written now.
  static void check(String name, String text) throws IOException {
    Path page = FOLDER.resolve(name);
    if (Boolean.getBoolean("focusly.writeDocs")) {
      Files.writeString(page, text);
    }
    assertThat(page)
        .as("%s is stale: write it anew with `./focusly docs` and commit it", name)
        .content()
        .isEqualTo(text);
  }
}
