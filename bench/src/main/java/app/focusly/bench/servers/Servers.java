package app.focusly.bench.servers;

import app.focusly.server.Main;
import app.focusly.server.config.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The servers of a source tree: ours as the launcher starts them, theirs as one deploys Node.
///
/// @param root the tree's folder
public record Servers(Path root) {
  private static final Pattern OURS_READY = Pattern.compile("^Focusly is ready: .*:(\\d+)$");
  private static final Pattern READY = Pattern.compile("^listening (\\d+)$");

  private static final Pattern FIGURE = Pattern.compile("^micros ([\\d.]+)$");

  /// Limits on what one address or one connection may do: here all clients are of a few addresses,
  /// and each does more than any person.
  private static final Pattern LIFTED = Pattern.compile("FOCUSLY_(ADDRESS_.*|MESSAGES)");

  /// Socket.IO alone on our server: [EchoServer].
  public ServerCommand ourEcho() {
    return java(
        "ours-echo", System.getProperty("java.class.path"), EchoServer.class.getName(), READY);
  }

  /// The product, with the limits out of the way that a thousand members of one address meet.
  public ServerCommand product() {
    return product(classPath(root.resolve("target/app")));
  }

  /// The product from elsewhere.
  public ServerCommand product(String classPath) {
    return java("ours-product", classPath, Main.class.getName(), OURS_READY);
  }

  /// An empty folder for what one server keeps.
  public DataFolder data() throws IOException {
    return DataFolder.below(work());
  }

  /// The product as it is distributed, with its own runtime and cache, in a new folder.
  public ServerCommand archive() throws IOException, InterruptedException {
    Path program = Archive.unpack(root, root.resolve("bench/target/unpacked"));
    return new ServerCommand(
        "ours-archive",
        List.of(program.toString()),
        environment(),
        work(),
        OURS_READY,
        Collector.JVM);
  }

  /// A program of `bench/node`.
  public ServerCommand node(String program) {
    return new ServerCommand(
        "theirs-" + program,
        List.of("node", "--expose-gc", program + ".mjs"),
        Map.of("NODE_ENV", "production", "PORT", "0"),
        root.resolve("bench/node"),
        READY,
        Collector.NODE);
  }

  /// Our module at work on updates.
  public ServerCommand ourUpdates(List<String> arguments) {
    return batch(
        java(
            "ours-updates",
            System.getProperty("java.class.path"),
            UpdateWork.class.getName(),
            FIGURE),
        arguments);
  }

  /// yjs at the same work.
  public ServerCommand theirUpdates(List<String> arguments) {
    return batch(node("updates"), arguments);
  }

  /// The folder of the updates of one note, so many of them, which is made when it is not there.
  public String updates(int count) throws IOException, InterruptedException {
    Path folder = root.resolve("bench/target/updates-" + count);
    if (!Files.isDirectory(folder)) {
      Batch.run(
          batch(node("updates-trace"), List.of(folder.toString(), String.valueOf(count))),
          Cores.ONE,
          logs());
    }
    return folder.toString();
  }

  private static ServerCommand batch(ServerCommand program, List<String> arguments) {
    var command = new ArrayList<>(program.command());
    command.addAll(arguments);
    return new ServerCommand(
        program.name(),
        command,
        program.environment(),
        program.folder(),
        FIGURE,
        program.collector());
  }

  /// Where the children's words are kept.
  public Path logs() {
    return root.resolve("bench/target/logs");
  }

  private ServerCommand java(String name, String classPath, String main, Pattern ready) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("@" + root.resolve("launcher/java.options"));
    command.addAll(List.of("-cp", classPath, main));
    return new ServerCommand(name, command, environment(), work(), ready, Collector.JVM);
  }

  private static Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("PORT", "0");
    environment.put("FOCUSLY_HOST", "127.0.0.1");
    environment.put("FOCUSLY_ROOM_MEMBERS", "10000");
    for (Option option : Option.values()) {
      if (LIFTED.matcher(option.environment()).matches()) {
        environment.put(option.environment(), "off");
      }
    }
    return environment;
  }

  /// The same order as the launcher's.
  static String classPath(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".jar"))
          .sorted(Comparator.naturalOrder())
          .collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new UncheckedIOException("no built server in " + folder, e);
    }
  }

  private Path work() {
    try {
      return Files.createDirectories(root.resolve("bench/target/work"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
