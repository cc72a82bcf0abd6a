package app.focusly.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.bench.generator.Generator;
import app.focusly.bench.generator.Transport;
import app.focusly.bench.machine.DiskSync;
import app.focusly.bench.servers.Batch;
import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.DataFolder;
import app.focusly.bench.servers.ServerCommand;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.workload.Commands;
import app.focusly.bench.workload.Dialect;
import app.focusly.bench.workload.FanOut;
import app.focusly.bench.workload.FanOut.Shape;
import app.focusly.bench.workload.FirstJoin;
import app.focusly.bench.workload.Handshakes;
import app.focusly.bench.workload.HistoryPages;
import app.focusly.bench.workload.IdleClients;
import app.focusly.bench.workload.Load;
import app.focusly.bench.workload.OfferRelay;
import app.focusly.bench.workload.PacedNotes;
import app.focusly.bench.workload.PacedRooms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each load against our own server for a moment: it must be carried; how fast does not matter.
@EnabledOnOs(OS.LINUX)
class SmokeTest {
  private static final Servers SERVERS = new Servers(Path.of("..").toAbsolutePath().normalize());
  private static final ServerCommand OWN_CLASSES =
      SERVERS.product(System.getProperty("java.class.path"));

  private static final double OPERATIONS = 50;
  private static final Duration LOOK = Duration.ofMillis(20);

  /// A note that has one paragraph.
  private static final String NOTE = "0101010007010764656661756c74030970617261677261706800";

  private static Generator generator;
  private static ServerProcess echo;
  private static ServerProcess product;

  @BeforeAll
  static void start() throws Exception {
    generator = new Generator();
    echo = ServerProcess.start(SERVERS.ourEcho(), Cores.ONE, SERVERS.logs());
    product = ServerProcess.start(OWN_CLASSES, Cores.ONE, SERVERS.logs());
  }

  @AfterAll
  static void stop() {
    product.close();
    echo.close();
    generator.close();
  }

  @ParameterizedTest
  @EnumSource
  void theLibraryBearsRooms(Transport transport) throws Exception {
    bears(new FanOut(generator, echo.port(), new Shape(2, 3, 2, transport), Dialect.ECHO));
  }

  @ParameterizedTest
  @EnumSource
  void theProductBearsRooms(Transport transport) throws Exception {
    bears(new FanOut(generator, product.port(), new Shape(2, 3, 2, transport), Dialect.ROOM));
  }

  @Test
  void theProductBearsHandshakes() throws Exception {
    bears(new Handshakes(generator, product.port()));
  }

  @Test
  void theProductBearsOffers() throws Exception {
    bears(new OfferRelay(generator, product.port()));
  }

  @Test
  void theProductBearsCommands() throws Exception {
    bears(new Commands(generator, product.port(), new Commands.Shape(0, 2, 2, 3)));
  }

  @Test
  void aFirstJoinIsTimed() throws Exception {
    assertThat(FirstJoin.millis(generator, product.port())).isPositive();
  }

  @Test
  void aFolderIsCopiedAndRemoved() throws Exception {
    Path copied;
    try (DataFolder data = SERVERS.data()) {
      Files.writeString(data.path().resolve("kept"), "as it was");
      try (DataFolder copy = data.copy()) {
        copied = copy.path();
        assertThat(copied.resolve("kept")).hasContent("as it was");
      }
      assertThat(data.path().resolve("kept")).exists();
      assertThat(DiskSync.micros(data.path())).isPositive();
    }
    assertThat(copied).doesNotExist();
  }

  @Test
  void pagesOfThePastAreTimed() throws Exception {
    try (LongHistory history = LongHistory.of(SERVERS, OWN_CLASSES, 70);
        ServerProcess server =
            ServerProcess.start(
                OWN_CLASSES.keepingIn(history.folder()), Cores.ONE, SERVERS.logs())) {
      Map<String, Double> figures = HistoryPages.millis(server.port(), history.visit());
      assertThat(figures).hasSize(10);
      assertThat(HistoryPages.slowest(figures)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "diff", "state-vector", "open", "compact"})
  void ourModuleWorksOnUpdates(String work, @TempDir Path folder) throws Exception {
    Files.write(folder.resolve("note.bin"), HexFormat.of().parseHex(NOTE));
    Files.write(folder.resolve("half.bin"), new byte[1]);
    Files.createFile(folder.resolve("updates.txt"));

    var arguments = List.of(work, folder.toString(), "1", "1");
    assertThat(Batch.run(SERVERS.ourUpdates(arguments), Cores.ONE, SERVERS.logs())).isPositive();
  }

  private static void bears(Load load) throws Exception {
    load.begin();
    await(load);
    end(load);
  }

  @Test
  void latenciesAreCounted() throws Exception {
    var load = new PacedRooms(generator, echo.port(), new PacedRooms.Shape(2, 3, 600));
    load.begin();
    await(load);
    Map<String, Double> latencies = generator.ask(load::latencies);
    end(load);
    assertThat(latencies.get("deliveries")).isGreaterThanOrEqualTo(OPERATIONS);
    assertThat(latencies.get("p50Millis"))
        .isPositive()
        .isLessThanOrEqualTo(latencies.get("p99Millis"));
  }

  @Test
  void lettersInNotesAreAcknowledged() throws Exception {
    var load = new PacedNotes(generator, product.port(), new PacedNotes.Shape(2, 3, 200));
    load.begin();
    await(load);
    Map<String, Double> latencies = generator.ask(load::latencies);
    end(load);
    assertThat(latencies.get("updates")).isGreaterThanOrEqualTo(OPERATIONS);
    assertThat(latencies.get("p99Millis")).isPositive();
  }

  @Test
  void processorTimeAndMemoryAreThere() throws Exception {
    try (var clients = new IdleClients(generator, product.port(), Transport.WEBSOCKET, 20)) {
      clients.gather();
      product.collectGarbage();
      assertThat(clients.failure()).isEmpty();
      assertThat(product.figures().cpu()).isPositive();
      assertThat(product.figures().residentBytes()).isPositive();
    }
  }

  @Test
  void anEndedServerIsGone() throws Exception {
    ServerProcess server = ServerProcess.start(SERVERS.ourEcho(), Cores.ONE, SERVERS.logs());
    server.close();
    assertThat(ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  /// Waits until the load has been carried for a while; the generator's own deadlines end it when
  /// the server does not answer.
  private static void await(Load load) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (generator.ask(load::operations) < OPERATIONS) {
      assertThat(generator.ask(load::failure)).isEmpty();
      assertThat(System.nanoTime()).isLessThan(deadline);
      generator.rest(LOOK);
    }
  }

  private static void end(Load load) throws Exception {
    generator.ask(() -> {
      load.end();
      return true;
    });
  }
}
