package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.LeaveReason;
import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RoomId;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.member.MemberName;
import app.focusly.room.note.NoteLimits;
import app.focusly.room.note.NoteLog;
import app.focusly.room.note.NoteRequest;
import app.focusly.server.websocket.Loops;
import app.focusly.testkit.MemoryNoteLog;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Notes on a real event loop with a log in memory, and what those who are in them hear.
final class NoteStage implements AutoCloseable {
  static final RoomId ROOM = new RoomId("abc-defg-hij");
  static final NoteLog.Id NOTE = new NoteLog.Id(StreamId.of(ROOM), 4);

  final MemoryNoteLog log = new MemoryNoteLog();
  final NoteMemory memory;
  final WaitingBytes waiting = WaitingBytes.ofAll();
  private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
  private final Vertx vertx = Vertx.vertx();
  private final Loops loops =
      Loops.of(vertx, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  private final NoteWorkers workers = new NoteWorkers();
  private final OpenNotes notes;

  NoteStage() {
    this(NoteMemory.MOST);
  }

  /// @param bytes of memory for all open notes
  NoteStage(long bytes) {
    memory = new NoteMemory(bytes);
    var limits = new NoteLimits(20, NoteLimits.MIN_BYTES);
    notes =
        new OpenNotes(
            loops, new OpenNotes.Means(log, workers, memory, waiting, limits, new Audience()));
    log.add(NOTE);
  }

  private final class Audience implements NoteReceivers {
    @Override
    public void join(NoteLog.Id note, ConnectionId connection) {
      heard.add(connection.value() + " joins");
    }

    @Override
    public void leave(NoteLog.Id note, ConnectionId connection) {
      heard.add(connection.value() + " leaves");
    }

    @Override
    public void close(NoteLog.Id note) {
      heard.add("all leave");
    }

    @Override
    public void members(NoteLog.Id note, List<MemberId> members) {
      told.add(members.stream().map(MemberId::value).collect(Collectors.joining(" ")));
    }

    @Override
    public void update(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update) {
      heard.add(from.value() + " writes");
    }

    @Override
    public void awareness(NoteLog.Id note, ConnectionId from, MemberId by, byte[] update) {
      heard.add(from.value() + " is at " + state(update));
    }

    @Override
    public void awarenessTo(ConnectionId to, NoteLog.Id note, MemberId by, byte[] update) {
      heard.add(to.value() + " learns " + state(update));
    }

    private static String state(byte[] update) {
      return AwarenessUpdate.read(update).orElseThrow().state().toString();
    }
  }

  /// What everyone has heard until now, once.
  List<String> heard() {
    run(_ -> {}); // who is answered is so before the others hear
    var all = List.copyOf(heard);
    heard.removeAll(all);
    return all;
  }

  /// Who the room was told to be in the note, each time, once.
  List<String> told() {
    run(_ -> {});
    var all = List.copyOf(told);
    told.removeAll(all);
    return all;
  }

  /// Who is in which note.
  List<NoteMembers> members() {
    var members = new ArrayList<NoteMembers>();
    run(open -> members.addAll(open.members(ROOM)));
    return members;
  }

  /// How many rooms have open notes.
  int rooms() {
    var rooms = new AtomicInteger();
    run(open -> rooms.set(open.rooms()));
    return rooms.get();
  }

  /// Does something on the room's loop.
  void run(Consumer<OpenNotes> work) {
    var done = new CompletableFuture<Void>();
    loops
        .owner(ROOM)
        .run(() -> {
          work.accept(notes);
          done.complete(null);
        });
    done.join();
  }

  static Effect.NoteUsed by(String who) {
    return by(who, NOTE.note());
  }

  static Effect.NoteUsed by(String who, long noteId) {
    String name = who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
    return new Effect.NoteUsed(
        new ConnectionId(who), noteId, new MemberId(who), new MemberName(name));
  }

  /// The text that somebody gets who comes into the note, or the code of the refusal.
  String sync(String who) {
    return await(syncing(by(who), new byte[] {0}));
  }

  CompletableFuture<String> syncing(Effect.NoteUsed used, byte[] stateVector) {
    var answer = new CompletableFuture<String>();
    run(open ->
        open.sync(ROOM, used, stateVector, answering(answer, diff -> Typing.text(diff.update()))));
    return answer;
  }

  /// `true` when it was new, or the code of the refusal.
  String write(String who, byte[] update) {
    return await(writing(by(who), update));
  }

  CompletableFuture<String> writing(Effect.NoteUsed used, byte[] update) {
    var answer = new CompletableFuture<String>();
    run(open -> open.write(ROOM, used, update, answering(answer, String::valueOf)));
    return answer;
  }

  void awareness(String who, byte[] update) {
    run(open -> open.awareness(ROOM, by(who), new NoteRequest.Awareness(NOTE.note(), update)));
  }

  void leave(String who) {
    run(open -> open.leave(ROOM, NOTE.note(), new ConnectionId(who)));
  }

  void drop(String who) {
    goes(who, LeaveReason.DROPPED);
  }

  void goes(String who, LeaveReason reason) {
    run(open -> open.follow(ROOM, new Effect.Left(new ConnectionId(who), reason)));
  }

  /// Keeps all work that is done beside the loop waiting.
  ///
  /// @return lets it go on
  Runnable holdWork() {
    var held = new CountDownLatch(1);
    for (int i = 0; i < NoteWorkers.THREADS; i++) {
      workers.run(loops.owner(ROOM), () -> awaitOpen(held), _ -> {});
    }
    return held::countDown;
  }

  private static boolean awaitOpen(CountDownLatch latch) throws InterruptedException {
    return latch.await(20, TimeUnit.SECONDS);
  }

  /// The text of what is kept.
  String kept() {
    return Typing.text(stored());
  }

  NoteLog.Stored stored() {
    var answer = new CompletableFuture<NoteLog.Stored>();
    log.read(
        NOTE,
        read -> {
          switch (read) {
            case Read.Found<NoteLog.Stored>(NoteLog.Stored stored) -> answer.complete(stored);
            case Read.Unavailable<NoteLog.Stored> _ ->
                answer.completeExceptionally(new AssertionError());
          }
        });
    return answer.join();
  }

  static <T> T await(CompletableFuture<T> answer) {
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private interface Showing<T> {
    String show(T value);
  }

  private static <T> NoteAnswer<T> answering(CompletableFuture<String> to, Showing<T> showing) {
    return new NoteAnswer<>() {
      @Override
      public void done(T value) {
        to.complete(showing.show(value));
      }

      @Override
      public void refused(Refusal refusal) {
        to.complete(refusal.code().text());
      }
    };
  }

  @Override
  public void close() {
    workers.close();
    loops.close();
    vertx.close().await();
  }
}
