package app.focusly.testkit;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.Redaction;
import app.focusly.room.journal.StreamId;
import app.focusly.room.journal.StreamSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A journal that lasts as long as the object. It answers before the call returns.
public final class MemoryJournal implements Journal {
  private static final class Stream {
    final List<JournalEvent> events = new ArrayList<>();
    final TreeMap<Long, StreamSnapshot> snapshots = new TreeMap<>();
  }

  private final String epoch;
  private final Map<StreamId, Stream> streams = new HashMap<>();

  public MemoryJournal(String epoch) {
    this.epoch = epoch;
  }

  @Override
  public void append(Append append, Consumer<AppendResult> answer) {
    answer.accept(write(append));
  }

  private synchronized AppendResult write(Append append) {
    Stream stream = stream(append.stream());
    if (stream.events.size() != append.after()) {
      return new AppendResult.NotAppended(Cause.CONFLICT, "the stream has moved on");
    }
    stream.events.addAll(append.events());
    for (Redaction redaction : append.redactions()) {
      stream.events.replaceAll(redaction::apply);
      if (redaction.voidsSnapshots()) {
        stream.snapshots.tailMap(redaction.from()).clear();
      }
    }
    if (append.snapshot() != null) {
      stream.snapshots.put(append.last(), append.snapshot());
    }
    return new AppendResult.Appended();
  }

  @Override
  public void open(StreamId id, Consumer<Read<Opening>> answer) {
    Opening opening;
    synchronized (this) {
      Stream stream = stream(id);
      var newest = stream.snapshots.lastEntry();
      opening = new Opening(epoch, stream.events.size(), newest == null ? null : newest.getValue());
    }
    answer.accept(new Read.Found<>(opening));
  }

  @Override
  public void read(StreamId id, long after, Consumer<Read<Page>> answer) {
    answer.accept(new Read.Found<>(page(id, after)));
  }

  private synchronized Page page(StreamId id, long after) {
    var events = new ArrayList<JournalEvent>();
    long bytes = 0;
    for (JournalEvent event : stream(id).events) {
      if (event.seq() > after) {
        bytes += event.bytes();
        if (events.size() == Page.MAX_EVENTS || (!events.isEmpty() && bytes > Page.MAX_BYTES)) {
          return new Page(events, true);
        }
        events.add(event);
      }
    }
    return new Page(events, false);
  }

  @Override
  public void readBack(StreamId id, Past past, Consumer<Read<Page>> answer) {
    answer.accept(new Read.Found<>(page(id, past)));
  }

  private synchronized Page page(StreamId id, Past past) {
    var events = new ArrayDeque<JournalEvent>();
    long bytes = 0;
    for (JournalEvent event : stream(id).events.reversed()) {
      boolean among = past.after() < event.seq() && event.seq() < past.before();
      if (among && event.type().equals(past.type())) {
        bytes += event.bytes();
        if (events.size() == past.limit() || (!events.isEmpty() && bytes > Page.MAX_BYTES)) {
          return new Page(List.copyOf(events), true);
        }
        events.addFirst(event);
      }
    }
    return new Page(List.copyOf(events), false);
  }

  private Stream stream(StreamId id) {
    return streams.computeIfAbsent(id, absent -> new Stream());
  }
}
