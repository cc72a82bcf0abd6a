package app.focusly.server.testing.planted;

import app.focusly.room.RoomId;
import app.focusly.server.FocuslyServer;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;

/// One class for each rule, which breaks that rule.
public final class Violations {
  private Violations() {}

  static final class Network {
    static final URI HOME = URI.create("http://localhost");
  }

  static final class Files {
    static final File FILE = new File("x");
  }

  static final class Paths {
    static final Path PATH = Path.of("x");
  }

  static final class Threads {
    static void start() {
      new Thread(() -> {}).interrupt();
    }
  }

  record Executors(Executor executor) {}

  record Logs(Logger logger) {}

  record Clocks(Clock clock) {}

  static final class WallClock {
    static Instant read() {
      return Instant.now();
    }
  }

  static final class WallClockByReference {
    static final Supplier<Instant> READ = Instant::now;
  }

  static final class Millis {
    static long read() {
      return System.currentTimeMillis();
    }
  }

  static final class Nanos {
    static long read() {
      return System.nanoTime();
    }
  }

  static final class Dice {
    static double roll() {
      return Math.random();
    }
  }

  record Randoms(Random random) {}

  record SecureRandoms(SecureRandom random) {}

  static final class Uuids {
    static UUID draw() {
      return UUID.randomUUID();
    }
  }

  record Foreign(RoomId room) {}

  record Server(FocuslyServer server) {}

  static final class ThingManager {}
}
