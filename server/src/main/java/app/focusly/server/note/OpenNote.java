package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.Read;
import app.focusly.room.note.NoteLog;
import app.focusly.room.note.Notes;
import app.focusly.server.note.NoteContent.Verdict;
import app.focusly.server.note.NoteWorkers.Result;
import app.focusly.server.websocket.Loop;
import app.focusly.yjs.InvalidUpdateException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A note that somebody reads or writes. Confined to the room's loop, except for [#letGo].
///
/// One thing is done at a time: reading what is kept, comparing, or storing what was written
/// meanwhile, all of it at once. So whoever is answered, or hears of something, hears only of what
/// is on the disk. What fails leaves nothing in memory: it is read again.
final class OpenNote {
  private static final Logger LOG = LoggerFactory.getLogger(OpenNote.class);

  /// The most updates that are stored at once.
  private static final int BATCH = 64;

  /// The most requests that wait; a connection has only some dozens under way.
  private static final int WAITING = 4_096;

  /// Beyond so many updates, or bytes of them, what is kept is written anew as one.
  static final int LOG_UPDATES = 200;

  static final int LOG_BYTES = 256 * 1024;

  private sealed interface Task {
    NoteAnswer<?> answer();
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Sync(ConnectionId connection, byte[] stateVector, NoteAnswer<SyncAnswer> answer)
      implements Task {}

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Write(
      ConnectionId connection, MemberId by, byte[] update, NoteAnswer<Boolean> answer)
      implements Task {}

  private record Look(NoteAnswer<byte[]> answer) implements Task {}

  private final NoteLog.Id id;
  private final Loop loop;
  private final OpenNotes.Means means;
  private final Consumer<OpenNote> unused;
  private final ArrayDeque<Task> waiting = new ArrayDeque<>();
  private final Participants participants = new Participants();
  private @Nullable NoteContent content;
  private boolean busy;
  private boolean compacting;
  private boolean removed;
  private long last; // the newest update that is kept
  private int logUpdates; // since it was written anew
  private long logBytes;

  /// @param unused is told when nobody is here and nothing is under way
  OpenNote(NoteLog.Id id, Loop loop, OpenNotes.Means means, Consumer<OpenNote> unused) {
    this.id = id;
    this.loop = loop;
    this.means = means;
    this.unused = unused;
  }

  NoteLog.Id id() {
    return id;
  }

  /// Somebody wants to know what they lack, and to hear of what is written from then on.
  void sync(ConnectionId connection, byte[] stateVector, NoteAnswer<SyncAnswer> answer) {
    submit(new Sync(connection, stateVector, answer));
  }

  /// Somebody wrote something. They hear whether it was new when it is kept.
  void write(ConnectionId connection, MemberId by, byte[] update, NoteAnswer<Boolean> answer) {
    if (participants.mayWrite(connection)) {
      submit(new Write(connection, by, update, answer));
    } else {
      answer.refused(removed ? Notes.UNKNOWN : NoteRefusals.SYNC_FIRST);
      rest();
    }
  }

  /// The whole note as one update.
  void look(NoteAnswer<byte[]> answer) {
    submit(new Look(answer));
  }

  /// Somebody says where their caret is.
  void awareness(Participants.Caret caret) {
    if (participants.take(caret)) {
      means.receivers().awareness(id, caret.connection(), caret.by(), caret.update().write());
    }
  }

  /// A connection is not here any more. What it wrote before is kept all the same.
  void leave(ConnectionId connection) {
    boolean held = participants.isHeld(connection);
    waiting.removeIf(task ->
        switch (task) {
          case Sync sync -> sync.connection().equals(connection) && refuse(sync);
          case Write write -> held && write.connection().equals(connection) && refuse(write);
          case Look _ -> false;
        });
    means.receivers().leave(id, connection);
    participants
        .remove(connection)
        .ifPresent(caret ->
            means.receivers().awareness(id, connection, caret.by(), caret.update().gone().write()));
    rest();
  }

  private static boolean refuse(Task task) {
    task.answer().refused(NoteRefusals.SYNC_FIRST);
    return true;
  }

  /// The note was removed: what waits is refused, and nobody hears of it any more.
  void remove() {
    removed = true;
    refuseWaiting(Notes.UNKNOWN);
    content = null;
    means.memory().forget(this);
    means.receivers().close(id);
  }

  private void submit(Task task) {
    if (removed) {
      task.answer().refused(Notes.UNKNOWN);
    } else if (waiting.size() >= WAITING) {
      task.answer().refused(NoteRefusals.BUSY);
    } else {
      waiting.add(task);
      next();
    }
  }

  private void next() {
    if (busy) {
      return;
    }
    if (waiting.isEmpty()) {
      rest();
      return;
    }
    NoteContent current = content;
    if (current == null) {
      busy = true;
      means.log().read(id, read -> loop.run(() -> found(read)));
      return;
    }
    switch (waiting.element()) {
      case Sync sync -> {
        waiting.remove();
        work(() -> current.diff(sync.stateVector()), sync.answer(), diff -> synced(sync, diff));
      }
      case Look look -> {
        waiting.remove();
        work(current::merged, look.answer(), look.answer()::done);
      }
      case Write _ -> write(current, batch());
    }
  }

  private void rest() {
    if (!busy && waiting.isEmpty() && participants.isEmpty() && !compacting) {
      means.memory().forget(this);
      unused.accept(this);
    }
  }

  private <T> void work(Callable<T> work, NoteAnswer<?> answer, Consumer<T> done) {
    busy = true;
    means
        .workers()
        .run(
            loop,
            work,
            result -> {
              busy = false;
              switch (result) {
                case Result.Done<T>(T value) -> done.accept(value);
                case Result.Failed<T>(InvalidUpdateException _) ->
                    answer.refused(NoteRefusals.INVALID_STATE_VECTOR);
                case Result.Failed<T>(RuntimeException failure) -> {
                  LOG.error("a note failed room={} note={}", id.stream(), id.note(), failure);
                  answer.refused(NoteRefusals.BUSY);
                }
              }
              used();
              next();
            });
  }

  private void used() {
    NoteContent current = content;
    if (current != null) {
      means.memory().use(this, current.bytes());
    }
  }

  /// Lets go of what is in memory, unless it is used at this moment. From any thread.
  void letGo() {
    loop.later(() -> {
      if (!busy) {
        content = null;
        means.memory().forget(this);
      }
    });
  }

  private void found(Read<NoteLog.Stored> read) {
    switch (read) {
      case Read.Unavailable<NoteLog.Stored> _ -> {
        busy = false;
        refuseWaiting(NoteRefusals.UNAVAILABLE);
        rest();
      }
      case Read.Found<NoteLog.Stored>(NoteLog.Stored stored) ->
          means
              .workers()
              .run(
                  loop,
                  () -> NoteContent.of(stored, means.limits().bytes()),
                  result -> opened(stored, result));
    }
  }

  private void opened(NoteLog.Stored stored, Result<NoteContent> result) {
    busy = false;
    switch (result) {
      case Result.Done<NoteContent>(NoteContent found) -> {
        if (!removed) {
          content = found;
          last = stored.last();
          logUpdates = stored.updates().size();
          logBytes = stored.updates().stream().skip(1).mapToLong(update -> update.length).sum();
          used();
        }
        next();
      }
      case Result.Failed<NoteContent>(UnreadableNoteException failure) -> {
        LOG.error(
            "what is kept of a note cannot be read room={} note={} cause={}",
            id.stream(),
            id.note(),
            failure.getMessage());
        refuseWaiting(NoteRefusals.UNREADABLE);
        rest();
      }
      case Result.Failed<NoteContent> _ -> {
        refuseWaiting(NoteRefusals.BUSY);
        rest();
      }
    }
  }

  private void refuseWaiting(Refusal refusal) {
    for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
      refuse(task, refusal);
    }
  }

  private void refuse(Task task, Refusal refusal) {
    if (task instanceof Write write) {
      participants.hold(write.connection());
    }
    task.answer().refused(refusal);
  }

  private void synced(Sync sync, SyncAnswer answer) {
    if (removed) {
      sync.answer().refused(Notes.UNKNOWN);
      return;
    }
    participants.add(sync.connection());
    means.receivers().join(id, sync.connection());
    sync.answer().done(answer);
    for (Participants.Caret caret : participants.carets()) {
      if (!caret.connection().equals(sync.connection())) {
        means.receivers().awarenessTo(sync.connection(), id, caret.by(), caret.update().write());
      }
    }
  }

  private List<Write> batch() {
    var batch = new ArrayList<Write>();
    while (batch.size() < BATCH && waiting.peek() instanceof Write write) {
      waiting.remove();
      batch.add(write);
    }
    return batch;
  }

  private void write(NoteContent current, List<Write> batch) {
    var allowed = new ArrayList<Write>();
    for (Write write : batch) {
      if (participants.isHeld(write.connection())) {
        write.answer().refused(NoteRefusals.SYNC_FIRST);
      } else {
        allowed.add(write);
      }
    }
    if (allowed.isEmpty()) {
      next();
      return;
    }
    busy = true;
    means
        .workers()
        .run(
            loop,
            () -> verdicts(current, allowed),
            result -> {
              if (result instanceof Result.Done<List<Verdict>>(List<Verdict> verdicts)) {
                judged(allowed, verdicts);
              } else {
                busy = false;
                lose(allowed, NoteRefusals.BUSY);
              }
            });
  }

  /// After one of a connection's updates was refused no later one of it is looked at.
  private static List<Verdict> verdicts(NoteContent content, List<Write> writes) {
    var held = new HashSet<ConnectionId>();
    var verdicts = new ArrayList<Verdict>();
    for (Write write : writes) {
      Verdict verdict =
          held.contains(write.connection()) ? Verdict.HOLE : content.take(write.update());
      if (verdict != Verdict.TAKEN && verdict != Verdict.KNOWN) {
        held.add(write.connection());
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private void judged(List<Write> writes, List<Verdict> verdicts) {
    var taken = new ArrayList<Write>();
    for (int i = 0; i < writes.size(); i++) {
      Write write = writes.get(i);
      switch (verdicts.get(i)) {
        case TAKEN -> taken.add(write);
        case KNOWN -> {} // answered with the others, so that answers keep their order
        case HOLE -> refuse(write, NoteRefusals.SYNC_FIRST);
        case INVALID -> refuse(write, NoteRefusals.INVALID);
        case FULL -> refuse(write, NoteRefusals.FULL);
      }
    }
    var known = new ArrayList<Write>();
    for (int i = 0; i < writes.size(); i++) {
      if (verdicts.get(i) == Verdict.KNOWN) {
        known.add(writes.get(i));
      }
    }
    if (taken.isEmpty()) {
      stored(taken, known);
      return;
    }
    means
        .log()
        .append(
            id,
            last,
            taken.stream().map(Write::update).toList(),
            result -> loop.run(() -> appended(taken, known, result)));
  }

  private void appended(List<Write> taken, List<Write> known, AppendResult result) {
    switch (result) {
      case AppendResult.Appended _ -> stored(taken, known);
      case AppendResult.NotAppended(Cause cause, String detail) -> {
        busy = false;
        LOG.warn("a note could not be stored room={} note={}: {}", id.stream(), id.note(), detail);
        var all = new ArrayList<>(taken);
        all.addAll(known);
        lose(
            all,
            removed
                ? Notes.UNKNOWN
                : cause == Cause.BUSY ? NoteRefusals.BUSY : NoteRefusals.UNAVAILABLE);
      }
    }
  }

  /// What was judged is not kept, so memory knows more than the disk: it is read again.
  private void lose(List<Write> writes, Refusal refusal) {
    content = null;
    means.memory().forget(this);
    writes.forEach(write -> refuse(write, refusal));
    next();
  }

  private void stored(List<Write> taken, List<Write> known) {
    busy = false;
    for (Write write : taken) {
      last++;
      logUpdates++;
      logBytes += write.update().length;
      write.answer().done(true);
      if (!removed) {
        means.receivers().update(id, write.connection(), write.by(), write.update());
      }
    }
    known.forEach(write -> write.answer().done(false));
    used();
    compact();
    next();
  }

  private void compact() {
    NoteContent current = content;
    boolean due = logUpdates > LOG_UPDATES || logBytes > LOG_BYTES;
    if (current == null || compacting || removed || !due) {
      return;
    }
    compacting = true;
    busy = true;
    long upTo = last;
    int updates = logUpdates;
    long bytes = logBytes;
    means
        .workers()
        .run(
            loop,
            current::merged,
            result -> {
              busy = false;
              if (result instanceof Result.Done<byte[]>(byte[] merged)) {
                means
                    .log()
                    .compact(
                        id, upTo, merged, end -> loop.run(() -> compacted(end, updates, bytes)));
              } else {
                compacting = false;
              }
              used();
              next();
            });
  }

  /// When it failed, it is tried again after as many updates.
  private void compacted(AppendResult end, int updates, long bytes) {
    compacting = false;
    if (end instanceof AppendResult.NotAppended(_, String detail) && !removed) {
      LOG.warn("a note stays as long as it is room={} note={}: {}", id.stream(), id.note(), detail);
    }
    logUpdates -= updates;
    logBytes -= bytes;
    if (!busy && waiting.isEmpty()) {
      rest();
    }
  }
}
