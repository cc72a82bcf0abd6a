package app.focusly.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules that are about the text of our Java files, in every module.
class SourceRulesTest {
  private static final int MAX_LINES = 450;

  /// Longer files, each with the reason why it is better whole.
  private static final Map<String, String> LONG_FILES = Map.of();

  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
  private static final Pattern SLEEP = Pattern.compile("\\b(Thread|TimeUnit\\.[A-Z]+)\\.sleep\\(");
  private static final Pattern AUTHOR = Pattern.compile("@(author|since)\\b");

  @Test
  void allModulesAreRead() {
    assertThat(sources().map(file -> root().relativize(file).getName(0).toString()).distinct())
        .contains("engineio", "socketio", "peerjs", "yjs", "room", "server", "testkit");
  }

  @Test
  void noFileIsTooLongButForAReason() {
    assertThat(sources().filter(file -> lines(file).size() > MAX_LINES).map(Path::getFileName))
        .map(Path::toString)
        .containsExactlyInAnyOrderElementsOf(LONG_FILES.keySet());
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(linesWith(UNFINISHED)).isEmpty();
  }

  @Test
  void nobodySleepsToWaitForSomething() {
    assertThat(linesWith(SLEEP)).isEmpty();
  }

  @Test
  void filesHaveNoOwners() {
    assertThat(linesWith(AUTHOR)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "// TO%sDO later,             true",
    "// FIX%sME,                  true",
    "a TO%sDOs list,              false",
    "Thread.sl%seep(20);,          true",
    "TimeUnit.SECONDS.sl%seep(1);, true",
    "timer.sl%seepless(1);,       false",
    "/// @aut%shor me,            true"
  })
  void aViolationIsNoticed(String planted, boolean noticed) {
    String line = planted.formatted("");
    assertThat(Stream.of(UNFINISHED, SLEEP, AUTHOR).anyMatch(rule -> rule.matcher(line).find()))
        .isEqualTo(noticed);
  }

  private static Stream<String> linesWith(Pattern pattern) {
    return sources()
        .flatMap(file ->
            lines(file).stream()
                .filter(line -> pattern.matcher(line).find())
                .map(line -> file.getFileName() + ": " + line.strip()));
  }

  private static Stream<Path> sources() {
    try (Stream<Path> modules = Files.list(root())) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .toList()
          .stream()
          .flatMap(SourceRulesTest::javaFiles);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tests run in their module's folder.
  private static Path root() {
    Path root = Path.of("").toAbsolutePath().getParent();
    if (root == null || !Files.isDirectory(root.resolve("engineio"))) {
      throw new IllegalStateException("no source tree around " + root);
    }
    return root;
  }
}
