package app.focusly.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A disk of a few megabytes, mounted on a folder until it is closed. Only root can make one; where
/// that is not possible the test is counted as skipped.
public final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final Path ballast;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /// A disk, part of which is taken until [#makeRoom].
  public static SmallDisk on(Path folder, int megabytes, int taken) throws IOException {
    assumeThat(System.getProperty("user.name"))
        .as("NOT TESTED, as only root can mount: a full disk")
        .isEqualTo("root");
    String size = "size=" + megabytes + "m";
    assumeThat(run("mount", "-t", "tmpfs", "-o", size, "focusly-test", folder.toString()))
        .as("NOT TESTED, as this root cannot mount: a full disk")
        .isTrue();
    var disk = new SmallDisk(folder);
    try {
      Files.write(disk.ballast, new byte[taken * 1024 * 1024]);
      return disk;
    } catch (IOException e) {
      disk.close();
      throw e;
    }
  }

  /// Frees what was taken.
  public void makeRoom() throws IOException {
    Files.delete(ballast);
  }

  private static boolean run(String... command) {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    assertThat(run("umount", folder.toString())).isTrue();
  }
}
