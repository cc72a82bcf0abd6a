package app.focusly.server.note;

import app.focusly.room.Refusal;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Read;
import app.focusly.room.note.NoteLog;
import app.focusly.server.note.NoteWorkers.Result;
import app.focusly.server.websocket.Loop;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A note on the disk, and in memory as long as somebody needs it. Confined to the room's loop,
/// where all answers come; its owner asks for one thing at a time.
final class KeptNote {
  private static final Logger LOG = LoggerFactory.getLogger(KeptNote.class);

  /// Beyond so many updates, or bytes of them, what is kept is written anew as one.
  static final int LOG_UPDATES = 200;

  static final int LOG_BYTES = 256 * 1024;

  private final NoteLog.Id id;
  private final Loop loop;
  private final OpenNotes.Means means;
  private @Nullable NoteContent content;
  private boolean compacting;
  private long last; // the newest update that is kept
  private int logUpdates; // since it was written anew
  private long logBytes;

  KeptNote(NoteLog.Id id, Loop loop, OpenNotes.Means means) {
    this.id = id;
    this.loop = loop;
    this.means = means;
  }

  /// Whether it is in memory.
  boolean isOpen() {
    return content != null;
  }

  /// Whether nothing is under way but what the owner asked for.
  boolean isIdle() {
    return !compacting;
  }

  /// How much memory it takes.
  int bytes() {
    return content == null ? 0 : content.bytes();
  }

  /// Reads it.
  ///
  /// @param to hears why it could not be, or nothing
  void open(Consumer<Optional<Refusal>> to) {
    means.log().read(id, read -> loop.run(() -> found(read, to)));
  }

  private void found(Read<NoteLog.Stored> read, Consumer<Optional<Refusal>> to) {
    switch (read) {
      case Read.Unavailable<NoteLog.Stored> _ -> to.accept(Optional.of(NoteRefusals.UNAVAILABLE));
      case Read.Found<NoteLog.Stored>(NoteLog.Stored stored) ->
          means
              .workers()
              .run(
                  loop,
                  () -> NoteContent.of(stored, means.limits().bytes()),
                  result -> to.accept(opened(stored, result)));
    }
  }

  private Optional<Refusal> opened(NoteLog.Stored stored, Result<NoteContent> result) {
    return switch (result) {
      case Result.Done<NoteContent>(NoteContent found) -> {
        content = found;
        last = stored.last();
        logUpdates = stored.updates().size();
        logBytes = stored.updates().stream().skip(1).mapToLong(update -> update.length).sum();
        yield Optional.empty();
      }
      case Result.Failed<NoteContent>(UnreadableNoteException failure) -> {
        LOG.error(
            "what is kept of a note cannot be read room={} note={} cause={}",
            id.stream(),
            id.note(),
            failure.getMessage());
        yield Optional.of(NoteRefusals.UNREADABLE);
      }
      case Result.Failed<NoteContent> _ -> Optional.of(NoteRefusals.BUSY);
    };
  }

  /// Does something with what is in memory, beside the loop.
  ///
  /// @throws IllegalStateException when it is not
  <T> void work(Function<NoteContent, T> work, Consumer<Result<T>> to) {
    NoteContent current = content;
    if (current == null) {
      throw new IllegalStateException("not in memory");
    }
    means.workers().run(loop, () -> work.apply(current), to);
  }

  /// Keeps updates that what is in memory has taken.
  void append(List<byte[]> updates, Consumer<AppendResult> to) {
    means.log().append(id, last, updates, result -> loop.run(() -> appended(updates, result, to)));
  }

  private void appended(List<byte[]> updates, AppendResult result, Consumer<AppendResult> to) {
    switch (result) {
      case AppendResult.Appended _ -> {
        last += updates.size();
        logUpdates += updates.size();
        logBytes += updates.stream().mapToLong(update -> update.length).sum();
      }
      case AppendResult.NotAppended(_, String detail) ->
          LOG.warn(
              "a note could not be stored room={} note={}: {}", id.stream(), id.note(), detail);
    }
    to.accept(result);
  }

  /// Whether the log has grown so long that it is to be [written anew][#compact].
  boolean isLong() {
    return content != null && !compacting && (logUpdates > LOG_UPDATES || logBytes > LOG_BYTES);
  }

  /// Writes what is kept anew, as one update. Appends go on meanwhile. When it fails, it is tried
  /// again after as many updates.
  ///
  /// @param merged is told when what is in memory may be used again
  /// @param done is told when all is done
  void compact(Runnable merged, Runnable done) {
    compacting = true;
    long upTo = last;
    int updates = logUpdates;
    long bytes = logBytes;
    work(
        NoteContent::merged,
        result -> {
          if (result instanceof Result.Done<byte[]>(byte[] all)) {
            means
                .log()
                .compact(
                    id,
                    upTo,
                    all,
                    end ->
                        loop.run(() -> {
                          compacted(end, updates, bytes);
                          done.run();
                        }));
          } else {
            compacting = false;
          }
          merged.run();
        });
  }

  private void compacted(AppendResult end, int updates, long bytes) {
    compacting = false;
    if (end instanceof AppendResult.NotAppended(_, String detail)) {
      LOG.warn("a note stays as long as it is room={} note={}: {}", id.stream(), id.note(), detail);
    }
    logUpdates = Math.max(0, logUpdates - updates);
    logBytes = Math.max(0, logBytes - bytes);
  }

  /// Lets go of what is in memory.
  void letGo() {
    content = null;
  }
}
