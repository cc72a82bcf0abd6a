package app.focusly.bench.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The archive that `./focusly dist` makes, unpacked in a folder that was not there before.
final class Archive {
  private Archive() {}

  /// Unpacks the newest one.
  ///
  /// @return the command that starts it
  static Path unpack(Path root, Path folder) throws IOException, InterruptedException {
    Folders.remove(folder);
    Files.createDirectories(folder);
    run(List.of("tar", "-xzf", newest(root.resolve("target")).toString(), "-C", folder.toString()));
    try (Stream<Path> unpacked = Files.list(folder)) {
      return unpacked
          .map(top -> top.resolve("bin/focusly"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() -> new IOException("no bin/focusly in the archive"));
    }
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("focusly-.*\\.tar\\.gz"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElseThrow(() -> new IOException("no archive in " + folder));
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int answer = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (answer != 0) {
      throw new IOException(command.getFirst() + " answered " + answer);
    }
  }
}
