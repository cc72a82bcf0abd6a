package app.focusly.bench;

import app.focusly.bench.servers.Cores;
import app.focusly.bench.servers.DataFolder;
import app.focusly.bench.servers.ServerCommand;
import app.focusly.bench.servers.ServerProcess;
import app.focusly.bench.servers.Servers;
import app.focusly.bench.workload.HistoryPages;
import app.focusly.bench.workload.HistoryPages.Visit;
import app.focusly.bench.workload.PastSessions;
import app.focusly.room.RoomId;
import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.store.SqliteJournal;
import app.focusly.store.StoreLimits;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// A room with a long past, in a folder of its own, and its owner, who was in each of its sessions.
/// The product made the room; its past is appended to the journal as the product would have.
///
/// @param visit the room and its owner
record LongHistory(DataFolder folder, Visit visit) implements AutoCloseable {
  private static final String DATABASE = "focusly.db";

  /// Makes one of so many sessions, spread over five years.
  ///
  /// @param product makes the room
  static LongHistory of(Servers servers, ServerCommand product, int sessions)
      throws IOException, InterruptedException {
    DataFolder folder = servers.data();
    Visit visit;
    try (ServerProcess server =
        ServerProcess.start(product.keepingIn(folder), Cores.ONE, servers.logs())) {
      visit = HistoryPages.begin(server.port());
    }
    try (var journal =
        SqliteJournal.open(folder.path().resolve(DATABASE), StoreLimits.DEFAULT, () -> "bench")) {
      fill(journal, visit, sessions);
    }
    return new LongHistory(folder, visit);
  }

  private static void fill(SqliteJournal journal, Visit visit, int sessions) throws IOException {
    StreamId stream = StreamId.of(RoomId.parse(visit.roomId()).orElseThrow());
    var answer = new CompletableFuture<Read<Page>>();
    journal.read(stream, 0, answer::complete);
    if (!(answer.join() instanceof Read.Found<Page>(Page page))) {
      throw new IOException("the room is not in the journal");
    }
    var past = new PastSessions(stream, page.events(), sessions);
    for (Append append = past.next(); append != null; append = past.next()) {
      var stored = new CompletableFuture<AppendResult>();
      journal.append(append, stored::complete);
      if (!(stored.join() instanceof AppendResult.Appended)) {
        throw new IOException("the past cannot be stored: " + stored.join());
      }
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
