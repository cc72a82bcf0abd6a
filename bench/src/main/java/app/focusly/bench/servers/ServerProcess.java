package app.focusly.bench.servers;

import app.focusly.bench.machine.ProcessFigures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;

/// A server in a process of its own, from its start to its end. It is ended when closed, when its
/// time is over, and when the benchmark is interrupted.
public final class ServerProcess implements AutoCloseable {
  private static final String COLLECTED = "collected";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final ServerCommand command;
  private final Path log;
  private final Process process;
  private final Thread interrupted;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Semaphore collected = new Semaphore(0);

  private ServerProcess(ServerCommand command, Path log, Process process) {
    this.command = command;
    this.log = log;
    this.process = process;
    this.interrupted = new Thread(process::destroyForcibly, "end of " + command.name());
  }

  /// Starts it and waits until it listens. To be called on a thread that lives as long as the
  /// server, since Linux ends it with that thread.
  public static ServerProcess start(ServerCommand command, Cores cores, Path logs)
      throws IOException, InterruptedException {
    ServerProcess server = launch(command, cores, logs);
    try {
      server.port.get(START.toSeconds(), TimeUnit.SECONDS);
      return server;
    } catch (ExecutionException | TimeoutException e) {
      server.close();
      throw new IOException(command.name() + " did not start, see " + server.log, e);
    }
  }

  private static ServerProcess launch(ServerCommand command, Cores cores, Path logs)
      throws IOException {
    Files.createDirectories(logs);
    var words = new ArrayList<>(cores.command());
    words.addAll(command.command());
    var builder = new ProcessBuilder(words).directory(command.folder().toFile());
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(command.environment());
    Process process = builder.redirectErrorStream(true).start();
    var server = new ServerProcess(command, logs.resolve(command.name() + ".log"), process);
    Runtime.getRuntime().addShutdownHook(server.interrupted);
    Thread.ofPlatform().daemon().name("log of " + command.name()).start(server::keepLog);
    CompletableFuture.delayedExecutor(LIFE.toSeconds(), TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    return server;
  }

  private void keepLog() {
    try (BufferedReader lines = process.inputReader();
        Writer to = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        to.write(line + "\n");
        to.flush();
        Matcher ready = command.ready().matcher(line);
        if (ready.find()) {
          port.complete(Integer.parseInt(ready.group(1)));
        } else if (line.equals(COLLECTED)) {
          collected.release();
        }
      }
      port.completeExceptionally(new IOException("it ended"));
    } catch (IOException | UncheckedIOException e) {
      port.completeExceptionally(e);
    }
  }

  /// Where it listens.
  public int port() {
    return port.join();
  }

  /// What the operating system has counted for it.
  public ProcessFigures figures() throws IOException {
    return ProcessFigures.of(process.pid());
  }

  /// Has it collect its garbage, and waits until it has.
  public void collectGarbage() throws IOException, InterruptedException, TimeoutException {
    Process asking =
        new ProcessBuilder(command.collector().command(process.pid()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean done =
        asking.waitFor(START.toSeconds(), TimeUnit.SECONDS)
            && asking.exitValue() == 0
            && (command.collector() == Collector.JVM
                || collected.tryAcquire(START.toSeconds(), TimeUnit.SECONDS));
    if (!done) {
      asking.destroyForcibly();
      throw new TimeoutException(command.name() + " does not collect its garbage");
    }
  }

  /// Its process.
  public long pid() {
    return process.pid();
  }

  /// Ends it, kindly at first.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    forget();
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException expected) { // the hooks run already
      process.destroyForcibly();
    }
  }
}
