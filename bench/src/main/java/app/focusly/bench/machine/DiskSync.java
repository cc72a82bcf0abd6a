package app.focusly.bench.machine;

import app.focusly.bench.report.Median;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// How long a disk takes to make a page last that was appended to a file: no acknowledged command
/// is faster, unless several share the wait.
public final class DiskSync {
  private static final int SYNCS = 200;
  private static final int PAGE_BYTES = 4096;

  private DiskSync() {}

  /// The median in microseconds, in this folder.
  public static double micros(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "sync", "");
    double[] micros = new double[SYNCS];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        long begun = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE_BYTES), (long) i * PAGE_BYTES);
        channel.force(false);
        micros[i] = (System.nanoTime() - begun) / 1e3;
      }
    } finally {
      Files.delete(file);
    }
    return Median.of(micros);
  }
}
