package app.focusly.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What Linux has counted for one process, from `/proc`.
///
/// @param cpu processor time of all its threads, in user mode and in the kernel; in steps of 10 ms
/// @param residentBytes memory that it has in RAM
public record ProcessFigures(Duration cpu, long residentBytes) {
  /// `USER_HZ`, which is 100 wherever Linux runs a JVM.
  private static final int TICK_MILLIS = 10;

  /// Fields of `/proc/PID/stat` behind the name, which itself may hold spaces: see proc(5).
  private static final int USER_TICKS = 11;

  private static final int KERNEL_TICKS = 12;

  /// Reads them now.
  public static ProcessFigures of(long pid) throws IOException {
    Path folder = Path.of("/proc", Long.toString(pid));
    return new ProcessFigures(
        cpu(Files.readString(folder.resolve("stat"))),
        residentBytes(Files.readString(folder.resolve("status"))));
  }

  static Duration cpu(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[KERNEL_TICKS]);
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  static long residentBytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no VmRSS in " + status));
  }
}
