package app.focusly.bench.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/// A program that works by itself and ends, in a process of its own.
public final class Batch {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private Batch() {}

  /// Runs it to its end.
  ///
  /// @return the figure that it says
  public static double run(ServerCommand command, Cores cores, Path logs)
      throws IOException, InterruptedException {
    Path log = Files.createDirectories(logs).resolve(command.name() + ".log");
    var words = new ArrayList<>(cores.command());
    words.addAll(command.command());
    Process process =
        new ProcessBuilder(words)
            .directory(command.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(LIFE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command.name() + " did not come to its end, see " + log);
      }
    } finally {
      process.destroyForcibly();
    }
    return figure(command, log);
  }

  private static double figure(ServerCommand command, Path log) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher figure = command.ready().matcher(line);
        if (figure.find()) {
          return Double.parseDouble(figure.group(1));
        }
      }
    }
    return 0;
  }
}
