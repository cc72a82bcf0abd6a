package app.focusly.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// What one server keeps, in a folder that is removed when closed.
public record DataFolder(Path path) implements AutoCloseable {

  /// An empty one below a folder.
  static DataFolder below(Path parent) throws IOException {
    return new DataFolder(Files.createTempDirectory(Files.createDirectories(parent), "data-"));
  }

  /// Another one with the same files, of a server that has ended.
  public DataFolder copy() throws IOException {
    DataFolder copy = below(Objects.requireNonNull(path.getParent()));
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.path().resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Override
  public void close() {
    try {
      Folders.remove(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
