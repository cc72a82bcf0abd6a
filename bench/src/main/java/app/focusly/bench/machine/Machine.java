package app.focusly.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a measurement was made on.
public final class Machine {
  private static final List<String> PACKAGES =
      List.of("socket.io", "engine.io", "ws", "peer", "express", "yjs");

  private Machine() {}

  /// Its processor, system and versions by name.
  ///
  /// @param modules the folder of the installed Node packages
  public static Map<String, String> describe(Path modules)
      throws IOException, InterruptedException {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("processor", processor());
    about.put("cores", first("nproc", "--all"));
    about.put("kernel", first("uname", "-sr"));
    about.put("loadBefore", Files.readString(Path.of("/proc/loadavg")).strip());
    about.put("java", Runtime.version().toString());
    about.put("node", first("node", "--version"));
    for (String name : PACKAGES) {
      about.put(name, version(Files.readString(modules.resolve(name).resolve("package.json"))));
    }
    return about;
  }

  private static String processor() throws IOException {
    return Files.readString(Path.of("/proc/cpuinfo"))
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  static String version(String packageJson) {
    return packageJson
        .lines()
        .filter(line -> line.strip().startsWith("\"version\":"))
        .map(line -> line.replaceAll(".*:\\s*\"([^\"]*)\".*", "$1"))
        .findFirst()
        .orElse("unknown");
  }

  private static String first(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return words.lines().findFirst().orElse("unknown");
  }
}
