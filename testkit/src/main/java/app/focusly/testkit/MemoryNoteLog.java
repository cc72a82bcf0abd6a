package app.focusly.testkit;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.Read;
import app.focusly.room.note.NoteLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is written in notes, as long as the object lasts. It answers before the call returns, and
/// fails where a test tells it to.
public final class MemoryNoteLog implements NoteLog {
  private static final class Kept {
    private long last;
    private final List<byte[]> updates = new ArrayList<>();
    private long upTo;
    private byte @Nullable [] merged;
  }

  private final Map<Id, Kept> notes = new HashMap<>();
  private boolean failing;

  /// A note was made.
  public synchronized void add(Id note) {
    notes.putIfAbsent(note, new Kept());
  }

  /// A note was removed.
  public synchronized void remove(Id note) {
    notes.remove(note);
  }

  /// Whether nothing can be kept from now on.
  public synchronized void fail(boolean failing) {
    this.failing = failing;
  }

  @Override
  public void append(Id note, long after, List<byte[]> updates, Consumer<AppendResult> answer) {
    answer.accept(write(note, after, updates));
  }

  private synchronized AppendResult write(Id note, long after, List<byte[]> updates) {
    Kept kept = notes.get(note);
    if (failing) {
      return new AppendResult.NotAppended(Cause.FAILED, "told to fail");
    }
    if (kept == null || kept.last != after) {
      return new AppendResult.NotAppended(Cause.CONFLICT, "there is no such note");
    }
    kept.updates.addAll(updates);
    kept.last += updates.size();
    return new AppendResult.Appended();
  }

  @Override
  public void read(Id note, Consumer<Read<Stored>> answer) {
    answer.accept(new Read.Found<>(stored(note)));
  }

  private synchronized Stored stored(Id note) {
    Kept kept = notes.getOrDefault(note, new Kept());
    var updates = new ArrayList<byte[]>();
    if (kept.merged != null) {
      updates.add(kept.merged);
    }
    updates.addAll(kept.updates);
    return new Stored(kept.last, updates);
  }

  @Override
  public void compact(Id note, long upTo, byte[] update, Consumer<AppendResult> answer) {
    answer.accept(replace(note, upTo, update));
  }

  private synchronized AppendResult replace(Id note, long upTo, byte[] update) {
    Kept kept = notes.get(note);
    if (failing) {
      return new AppendResult.NotAppended(Cause.FAILED, "told to fail");
    }
    if (kept == null || kept.last < upTo) {
      return new AppendResult.NotAppended(Cause.CONFLICT, "there is no such note");
    }
    kept.updates.subList(0, Math.toIntExact(upTo - kept.upTo)).clear();
    kept.upTo = upTo;
    kept.merged = update;
    return new AppendResult.Appended();
  }
}
