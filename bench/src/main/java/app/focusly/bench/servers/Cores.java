package app.focusly.bench.servers;

import java.util.List;

/// Which processor cores a child process may use, as `taskset` takes them.
public enum Cores {
  /// One for the server; the generator has the other.
  ONE("0"),
  /// Two, one of which it shares with the generator.
  TWO("0,1");

  private final String list;

  Cores(String list) {
    this.list = list;
  }

  /// The command that runs another one there, and ends it when the benchmark's own process ends in
  /// whatever way.
  List<String> command() {
    return List.of("setpriv", "--pdeathsig", "KILL", "taskset", "--cpu-list", list);
  }
}
