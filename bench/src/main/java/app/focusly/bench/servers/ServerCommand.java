package app.focusly.bench.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How to start one server.
///
/// @param name for its log and messages
/// @param command the program and its arguments
/// @param environment all that it sees of the environment but `PATH`
/// @param folder where it runs
/// @param ready the line by which it says that it listens; its first group is the port. Of a
///   [Batch], which never listens, the line and the figure that it was run for
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

  /// The same server, keeping what lasts in this folder.
  public ServerCommand keepingIn(DataFolder data) {
    var more = new HashMap<>(environment);
    more.put("FOCUSLY_DATA", data.path().toString());
    return new ServerCommand(name, command, more, folder, ready, collector);
  }
}
