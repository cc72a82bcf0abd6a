package app.focusly.server.note;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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

  private final NoteLog.Id id;
  private final Loop loop;
  private final OpenNotes.Means means;
  private final Consumer<OpenNote> unused;
  private final KeptNote kept;
  private final ArrayDeque<NoteTask> waiting = new ArrayDeque<>();
  private final WaitingBytes waitingBytes;
  private final Participants participants = new Participants();
  private List<MemberId> members = List.of(); // as the room was told
  private NoteTask.@Nullable Sync syncing; // beside the loop, unless whoever asked has gone
  private boolean busy;
  private boolean removed;

  /// @param unused is told when nobody is here and nothing is under way
  OpenNote(NoteLog.Id id, Loop loop, OpenNotes.Means means, Consumer<OpenNote> unused) {
    this.id = id;
    this.loop = loop;
    this.means = means;
    this.unused = unused;
    this.kept = new KeptNote(id, loop, means);
    this.waitingBytes = means.waiting().ofNote();
  }

  NoteLog.Id id() {
    return id;
  }

  /// Somebody wants to know what they lack, and to hear of what is written from then on.
  void sync(
      ConnectionId connection, MemberId by, byte[] stateVector, NoteAnswer<SyncAnswer> answer) {
    submit(new NoteTask.Sync(connection, by, stateVector, answer));
  }

  /// Somebody wrote something. They hear whether it was new when it is kept.
  void write(ConnectionId connection, MemberId by, byte[] update, NoteAnswer<Boolean> answer) {
    if (!participants.mayWrite(connection)) {
      answer.refused(removed ? Notes.UNKNOWN : NoteRefusals.SYNC_FIRST);
      rest();
    } else if (!waitingBytes.take(update.length)) {
      answer.refused(NoteRefusals.BUSY);
    } else {
      submit(new NoteTask.Write(connection, by, update, givingBack(update.length, answer)));
    }
  }

  /// Whoever is answered has nothing waiting any more.
  private NoteAnswer<Boolean> givingBack(int bytes, NoteAnswer<Boolean> answer) {
    return new NoteAnswer<>() {
      @Override
      public void done(Boolean value) {
        waitingBytes.giveBack(bytes);
        answer.done(value);
      }

      @Override
      public void refused(Refusal refusal) {
        waitingBytes.giveBack(bytes);
        answer.refused(refusal);
      }
    };
  }

  /// The whole note as one update.
  void look(NoteAnswer<byte[]> answer) {
    submit(new NoteTask.Look(answer));
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
          case NoteTask.Sync sync -> sync.connection().equals(connection) && cancel(sync);
          case NoteTask.Write write ->
              held && write.connection().equals(connection) && cancel(write);
          case NoteTask.Look _ -> false;
        });
    if (syncing != null && syncing.connection().equals(connection)) {
      syncing = null;
    }
    means.receivers().leave(id, connection);
    participants
        .remove(connection)
        .ifPresent(caret ->
            means.receivers().awareness(id, connection, caret.by(), caret.update().gone().write()));
    tellMembers();
    rest();
  }

  private static boolean cancel(NoteTask task) {
    task.answer().refused(NoteRefusals.SYNC_FIRST);
    return true;
  }

  private void tellMembers() {
    List<MemberId> now = participants.members();
    if (!now.equals(members)) {
      members = now;
      means.receivers().members(id, now);
    }
  }

  /// Who is in the note, each once, in order of coming.
  List<MemberId> members() {
    return members;
  }

  /// The note was removed: what waits is refused, and nobody hears of it any more.
  void remove() {
    removed = true;
    refuseWaiting(Notes.UNKNOWN);
    forget();
    means.receivers().close(id);
    participants.clear();
    tellMembers();
  }

  private void submit(NoteTask task) {
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
    if (!kept.isOpen()) {
      busy = true;
      kept.open(this::opened);
      return;
    }
    switch (waiting.element()) {
      case NoteTask.Sync sync -> {
        waiting.remove();
        syncing = sync;
        work(content -> content.diff(sync.stateVector()), sync, diff -> synced(sync, diff));
      }
      case NoteTask.Look look -> {
        waiting.remove();
        work(NoteContent::merged, look, look.answer()::done);
      }
      case NoteTask.Write _ -> write(batch());
    }
  }

  private void rest() {
    if (!busy && waiting.isEmpty() && participants.isEmpty() && kept.isIdle()) {
      forget();
      unused.accept(this);
    }
  }

  private void forget() {
    kept.letGo();
    means.memory().forget(this);
  }

  /// Lets go of what is in memory, unless it is used at this moment. From any thread.
  void letGo() {
    loop.later(() -> {
      if (!busy) {
        forget();
      }
    });
  }

  private void used() {
    if (kept.isOpen()) {
      means.memory().use(this, kept.bytes());
    }
  }

  private void opened(Optional<Refusal> refusal) {
    busy = false;
    if (removed) {
      forget();
    }
    refusal.ifPresent(this::refuseWaiting);
    used();
    next();
  }

  private void refuseWaiting(Refusal refusal) {
    for (NoteTask task = waiting.poll(); task != null; task = waiting.poll()) {
      refuse(task, refusal);
    }
  }

  private void refuse(NoteTask task, Refusal refusal) {
    if (task instanceof NoteTask.Write write) {
      participants.hold(write.connection());
    }
    task.answer().refused(refusal);
  }

  private <T> void work(Function<NoteContent, T> work, NoteTask task, Consumer<T> done) {
    busy = true;
    kept.work(
        work,
        result -> {
          busy = false;
          switch (result) {
            case Result.Done<T>(T value) -> done.accept(value);
            case Result.Failed<T>(InvalidUpdateException _) ->
                task.answer().refused(NoteRefusals.INVALID_STATE_VECTOR);
            case Result.Failed<T>(RuntimeException failure) -> {
              LOG.error("a note failed room={} note={}", id.stream(), id.note(), failure);
              task.answer().refused(NoteRefusals.BUSY);
            }
          }
          used();
          next();
        });
  }

  private void synced(NoteTask.Sync sync, SyncAnswer answer) {
    if (removed) {
      sync.answer().refused(Notes.UNKNOWN);
      return;
    }
    if (syncing == null) { // left meanwhile, and is to hear nothing of the note
      sync.answer().refused(NoteRefusals.SYNC_FIRST);
      return;
    }
    syncing = null;
    participants.add(sync.connection(), sync.by());
    means.receivers().join(id, sync.connection());
    sync.answer().done(answer);
    tellMembers();
    for (Participants.Caret caret : participants.carets()) {
      if (!caret.connection().equals(sync.connection())) {
        means.receivers().awarenessTo(sync.connection(), id, caret.by(), caret.update().write());
      }
    }
  }

  /// The updates that are next, but for those of who has to ask first.
  private List<NoteTask.Write> batch() {
    var batch = new ArrayList<NoteTask.Write>();
    while (batch.size() < BATCH && waiting.peek() instanceof NoteTask.Write write) {
      waiting.remove();
      if (participants.isHeld(write.connection())) {
        write.answer().refused(NoteRefusals.SYNC_FIRST);
      } else {
        batch.add(write);
      }
    }
    return batch;
  }

  private void write(List<NoteTask.Write> batch) {
    if (batch.isEmpty()) {
      next();
      return;
    }
    busy = true;
    kept.work(
        content -> verdicts(content, batch),
        result -> {
          switch (result) {
            case Result.Done<List<Verdict>>(List<Verdict> verdicts) -> judged(batch, verdicts);
            case Result.Failed<List<Verdict>>(RuntimeException failure) -> {
              LOG.error("a note failed room={} note={}", id.stream(), id.note(), failure);
              lose(batch, NoteRefusals.BUSY);
            }
          }
        });
  }

  /// After one of a connection's updates was refused no later one of it is looked at.
  private static List<Verdict> verdicts(NoteContent content, List<NoteTask.Write> writes) {
    var held = new HashSet<ConnectionId>();
    var verdicts = new ArrayList<Verdict>();
    for (NoteTask.Write write : writes) {
      Verdict verdict =
          held.contains(write.connection()) ? Verdict.HOLE : content.take(write.update());
      if (verdict != Verdict.TAKEN && verdict != Verdict.KNOWN) {
        held.add(write.connection());
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private void judged(List<NoteTask.Write> writes, List<Verdict> verdicts) {
    var taken = new ArrayList<NoteTask.Write>();
    var known = new ArrayList<NoteTask.Write>();
    for (int i = 0; i < writes.size(); i++) {
      NoteTask.Write write = writes.get(i);
      switch (verdicts.get(i)) {
        case TAKEN -> taken.add(write);
        case KNOWN -> known.add(write);
        case HOLE -> refuse(write, NoteRefusals.SYNC_FIRST);
        case INVALID -> refuse(write, NoteRefusals.INVALID);
        case FULL -> refuse(write, NoteRefusals.FULL);
      }
    }
    if (taken.isEmpty()) {
      stored(taken, known);
    } else {
      kept.append(
          taken.stream().map(NoteTask.Write::update).toList(),
          result -> appended(taken, known, result));
    }
  }

  private void appended(
      List<NoteTask.Write> taken, List<NoteTask.Write> known, AppendResult result) {
    switch (result) {
      case AppendResult.Appended _ -> stored(taken, known);
      case AppendResult.NotAppended(Cause cause, _) -> {
        Refusal refusal = cause == Cause.BUSY ? NoteRefusals.BUSY : NoteRefusals.UNAVAILABLE;
        taken.addAll(known);
        lose(taken, removed ? Notes.UNKNOWN : refusal);
      }
    }
  }

  /// What was judged is not kept, so memory knows more than the disk: it is read again.
  private void lose(List<NoteTask.Write> writes, Refusal refusal) {
    busy = false;
    forget();
    writes.forEach(write -> refuse(write, refusal));
    next();
  }

  private void stored(List<NoteTask.Write> taken, List<NoteTask.Write> known) {
    busy = false;
    for (NoteTask.Write write : taken) {
      write.answer().done(true);
      if (!removed) {
        means.receivers().update(id, write.connection(), write.by(), write.update());
      }
    }
    known.forEach(write -> write.answer().done(false));
    used();
    if (kept.isLong() && !removed) {
      busy = true;
      kept.compact(
          () -> {
            busy = false;
            used();
            next();
          },
          this::rest);
    } else {
      next();
    }
  }
}
