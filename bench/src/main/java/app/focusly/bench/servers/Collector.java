package app.focusly.bench.servers;

import java.nio.file.Path;
import java.util.List;

/// How to have a server collect its garbage now.
public enum Collector {
  /// A JVM, asked from outside; the answer comes when it is done.
  JVM {
    @Override
    List<String> command(long pid) {
      String jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
      return List.of(jcmd, Long.toString(pid), "GC.run");
    }
  },
  /// A program of `bench/node`, which says so when it is done.
  NODE {
    @Override
    List<String> command(long pid) {
      return List.of("kill", "-USR2", Long.toString(pid));
    }
  };

  abstract List<String> command(long pid);
}
