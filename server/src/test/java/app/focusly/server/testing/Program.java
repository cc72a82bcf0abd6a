package app.focusly.server.testing;

import app.focusly.server.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program in a process of its own. A server's is ended when closed.
public final class Program implements RunningServer {
  private static final Pattern READY = Pattern.compile("^Focusly is ready: .*:(\\d+)$");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final int port;

  private Program(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// What a program came to that has ended by itself.
  ///
  /// @param errors what it wrote to its standard error
  public record Ended(int exitCode, String out, String errors) {}

  /// Runs it to its end: a back-up, or a start that does not succeed.
  public static Ended run(Path data, String... arguments) {
    try {
      Path errors = Files.createTempFile("focusly-errors-", "");
      Process process =
          builder(data, Main.class, List.of(), List.of(arguments))
              .redirectError(errors.toFile())
              .start();
      try {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        await(process);
        return new Ended(process.exitValue(), out, Files.readString(errors));
      } finally {
        process.destroyForcibly();
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Serves on a free port.
  ///
  /// @param wrapper a command that runs the program, such as a tracer
  public static Program serve(Path data, String... wrapper) throws IOException {
    return serve(builder(data, Main.class, List.of(wrapper), List.of()));
  }

  /// Serves by another main class, which says that it is ready as ours does.
  public static Program serve(Path data, Class<?> main) throws IOException {
    return serve(builder(data, main, List.of(), List.of()));
  }

  private static Program serve(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return new Program(process, Integer.parseInt(ready.group(1)));
      }
    }
    process.destroyForcibly();
    throw new AssertionError("it does not start");
  }

  private static ProcessBuilder builder(
      Path data, Class<?> main, List<String> wrapper, List<String> arguments) {
    var command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xshare:auto", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(data.toAbsolutePath().getRoot().toFile());
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear(); // nobody's own settings
    builder.environment().put("PATH", path);
    builder.environment().put("PORT", "0");
    builder.environment().put("FOCUSLY_HOST", "127.0.0.1");
    builder.environment().put("FOCUSLY_DATA", data.toString());
    builder.environment().put("FOCUSLY_SHUTDOWN_GRACE", "300ms");
    return builder;
  }

  @Override
  public int port() {
    return port;
  }

  /// Ends the server as a failure of the machine does: it has no time for anything.
  public void kill() {
    process.destroyForcibly();
    await(process);
  }

  /// Ends the server as an operator does, and with it whatever runs it.
  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    (all.isEmpty() ? process.toHandle() : all.getLast()).destroy();
    try {
      await(process);
    } finally {
      all.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
