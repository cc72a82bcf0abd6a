package app.focusly.bench.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How to start one server.
///
/// @param name for its log and messages
/// @param command the program and its arguments
/// @param environment all that it sees of the environment but `PATH`
/// @param folder where it runs
/// @param ready the line by which it says that it listens; its first group is the port
/// @param collector how it collects garbage
public record ServerCommand(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path folder,
    Pattern ready,
    Collector collector) {
  public ServerCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
