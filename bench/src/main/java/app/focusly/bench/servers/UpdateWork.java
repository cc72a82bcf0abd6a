package app.focusly.bench.servers;

import app.focusly.yjs.Document;
import app.focusly.yjs.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Our module at work on the updates of a note. `bench/node/updates.mjs` does the same with yjs.
public final class UpdateWork {
  private final byte[] note;
  private final byte[] half;
  private final List<byte[]> noteAndUpdates = new ArrayList<>();

  private UpdateWork(Path folder) throws IOException {
    note = Files.readAllBytes(folder.resolve("note.bin"));
    half = Files.readAllBytes(folder.resolve("half.bin"));
    noteAndUpdates.add(note);
    for (String update : Files.readAllLines(folder.resolve("updates.txt"))) {
      noteAndUpdates.add(Base64.getDecoder().decode(update));
    }
  }

  /// Works, and says how long one work takes.
  ///
  /// @param arguments which work, the folder of the updates, and for how many milliseconds it is
  ///   done before it counts and while it counts
  public static void main(String[] arguments) throws IOException {
    IntSupplier work = new UpdateWork(Path.of(arguments[1])).work(arguments[0]);
    micros(work, Long.parseLong(arguments[2]));
    double micros = micros(work, Long.parseLong(arguments[3]));
    System.out.printf(Locale.ROOT, "micros %.3f%n", micros);
  }

  private IntSupplier work(String name) {
    return switch (name) {
      case "merge" -> () -> Updates.merge(noteAndUpdates).length;
      case "diff" -> () -> Updates.diff(note, half).length;
      case "state-vector" -> () -> Updates.stateVector(note).length;
      case "open" -> () -> Document.of(note).xmlFragment("default").children().size();
      case "compact" -> () -> Updates.withoutDeletedContent(note).length;
      default -> throw new IllegalArgumentException("no work: " + name);
    };
  }

  private static double micros(IntSupplier work, long millis) {
    long start = System.nanoTime();
    long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
    long now = start;
    int count = 0;
    while (count == 0 || now < end) {
      if (work.getAsInt() == 0) {
        throw new IllegalStateException("no result");
      }
      count++;
      now = System.nanoTime();
    }
    return (now - start) / 1_000.0 / count;
  }
}
