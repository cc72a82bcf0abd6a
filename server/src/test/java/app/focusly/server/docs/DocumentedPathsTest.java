package app.focusly.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the documents name is there: the targets of links, paths, and in the pages about the code
/// also types.
class DocumentedPathsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Path DECISIONS = DOCS.resolve("decisions");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.-]+)*/?");
  private static final Pattern TYPE = Pattern.compile("([A-Z][a-z0-9]+){2,}");

  /// What a build makes, a start makes, or the archive has.
  private static final Set<String> ELSEWHERE = Set.of("target", "data", ".env");

  /// Words in this form that are no types of ours.
  private static final Set<String> NO_TYPES = Set.of("AmbientCapabilities");

  private static List<Path> pages = List.of();
  private static Set<String> types = Set.of();

  @BeforeAll
  static void list() throws IOException {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      pages =
          Stream.concat(
                  Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md").map(ROOT::resolve),
                  docs.filter(path -> path.toString().endsWith(".md")))
              .toList();
    }
    types = typesOf("engineio", "socketio", "peerjs", "room", "server", "testkit", "bench");
  }

  private static Set<String> typesOf(String... modules) {
    return Stream.of(modules)
        .map(module -> ROOT.resolve(module).resolve("src"))
        .filter(Files::isDirectory)
        .flatMap(DocumentedPathsTest::files)
        .map(path -> path.getFileName().toString())
        .filter(name -> name.endsWith(".java"))
        .map(name -> name.substring(0, name.length() - ".java".length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void linksLeadToFiles() {
    assertThat(
            missing(LINK, pages, target -> target.contains(":"), DocumentedPathsTest::besidePage))
        .isEmpty();
  }

  @Test
  void pathsExist() {
    assertThat(missing(CODE, pages, DocumentedPathsTest::isNoPath, (_, path) -> inTree(path)))
        .isEmpty();
  }

  @Test
  void typesExist() {
    List<Path> aboutCode =
        pages.stream()
            .filter(page -> page.startsWith(DECISIONS) || !page.startsWith(DOCS))
            .toList();
    assertThat(
            missing(
                CODE,
                aboutCode,
                word -> !TYPE.matcher(word).matches() || NO_TYPES.contains(word),
                (_, word) -> types.contains(word)))
        .isEmpty();
  }

  private interface Existence {
    boolean of(Path page, String word);
  }

  private static List<String> missing(
      Pattern form, List<Path> pages, Predicate<String> ignored, Existence existence) {
    return pages.stream()
        .flatMap(page ->
            words(page, form)
                .filter(ignored.negate())
                .filter(word -> !existence.of(page, word))
                .map(word -> ROOT.relativize(page) + ": " + word))
        .toList();
  }

  private static Stream<String> words(Path page, Pattern form) {
    try {
      List<MatchResult> found = form.matcher(Files.readString(page)).results().toList();
      return found.stream().map(match -> match.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean besidePage(Path page, String target) {
    return Files.exists(page.resolveSibling(target));
  }

  /// Whether the text in back quotes is anything but a path in the tree. A command's first word is
  /// looked at; a single word counts only when it has a file's ending.
  private static boolean isNoPath(String code) {
    String word = firstWord(code);
    boolean inTree =
        word.contains("/")
            ? Files.isDirectory(ROOT.resolve(word.substring(0, word.indexOf('/'))))
            : word.endsWith(".xml");
    return !PATH.matcher(word).matches() || ELSEWHERE.contains(word.split("/", 2)[0]) || !inTree;
  }

  private static boolean inTree(String code) {
    return Files.exists(ROOT.resolve(firstWord(code)));
  }

  private static String firstWord(String code) {
    String word = code.strip().split("\\s", 2)[0];
    return word.startsWith("./") ? word.substring(2) : word;
  }
}
