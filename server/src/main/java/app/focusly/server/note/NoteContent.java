package app.focusly.server.note;

import app.focusly.room.note.NoteLog;
import app.focusly.yjs.InvalidUpdateException;
import app.focusly.yjs.UpdateSummary;
import app.focusly.yjs.Updates;
import java.util.ArrayList;
import java.util.List;

/// What is written in a note, in memory: a document without a hole. Its methods may take long, as a
/// note may be large. Used by one thread at a time.
final class NoteContent {

  /// What becomes of an update.
  enum Verdict {
    /// It has something new, and is in the document now.
    TAKEN,
    /// The document has all of it.
    KNOWN,
    /// It rests on something that the document has not got.
    HOLE,
    /// It is no update.
    INVALID,
    /// The document would be too large.
    FULL
  }

  /// A document this near to its limit is as good as full: hardly a word fits.
  static final int ALMOST = 64;

  private static final byte[] EMPTY = {0, 0};

  private final int limit;
  private byte[] merged;
  private final List<byte[]> newer = new ArrayList<>(); // what is not in the merged update
  private int newerBytes;
  private UpdateSummary summary;

  private NoteContent(int limit, byte[] merged, UpdateSummary summary) {
    this.limit = limit;
    this.merged = merged;
    this.summary = summary;
  }

  /// Reads what is kept.
  ///
  /// @param limit the most bytes that it may have
  /// @throws UnreadableNoteException when it is no document, or one with a hole
  static NoteContent of(NoteLog.Stored stored, int limit) {
    if (stored.updates().isEmpty()) {
      return new NoteContent(limit, EMPTY, UpdateSummary.EMPTY);
    }
    try {
      byte[] merged = Updates.merge(stored.updates());
      UpdateSummary summary = Updates.summary(merged);
      if (summary.restsOn(UpdateSummary.EMPTY)) {
        return new NoteContent(limit, merged, summary);
      }
    } catch (InvalidUpdateException damaged) {
      throw new UnreadableNoteException(damaged);
    }
    throw new UnreadableNoteException(null);
  }

  /// Takes an update, if it can be taken.
  Verdict take(byte[] update) {
    UpdateSummary news;
    try {
      news = Updates.summary(update);
    } catch (InvalidUpdateException expected) { // whatever a client sends
      return Verdict.INVALID;
    }
    if (!news.restsOn(summary)) {
      return Verdict.HOLE;
    }
    if (news.isWithin(summary)) {
      return Verdict.KNOWN;
    }
    newer.add(update);
    newerBytes += update.length;
    if (bytes() > limit && !fits()) {
      return Verdict.FULL;
    }
    summary = summary.after(news);
    return Verdict.TAKEN;
  }

  /// Whether the document with its newest update is small enough once it is merged. What only makes
  /// it smaller is always taken. Otherwise the update is out of it again.
  private boolean fits() {
    byte[] update = newer.removeLast();
    newerBytes -= update.length;
    squeeze();
    byte[] all = squeezed(List.of(merged, update));
    boolean fits = all.length <= limit || all.length <= merged.length;
    if (fits) {
      merged = all;
    }
    return fits;
  }

  /// What somebody with this state vector has not got.
  ///
  /// @throws InvalidUpdateException when it is no state vector
  SyncAnswer diff(byte[] stateVector) {
    squeeze();
    return new SyncAnswer(
        Updates.diff(merged, stateVector), summary.state().encode(), merged.length, isFull());
  }

  private boolean isFull() {
    return merged.length > limit - ALMOST;
  }

  /// All of it as one update, without what was deleted.
  byte[] merged() {
    squeeze();
    return merged;
  }

  /// How much memory it takes, nearly.
  int bytes() {
    return merged.length + newerBytes;
  }

  private void squeeze() {
    if (!newer.isEmpty()) {
      newer.addFirst(merged);
      merged = squeezed(newer);
      newer.clear();
      newerBytes = 0;
    }
  }

  private static byte[] squeezed(List<byte[]> updates) {
    byte[] all = Updates.merge(updates);
    try {
      return Updates.withoutDeletedContent(all);
    } catch (InvalidUpdateException madeToBeSlow) { // it stays as it is
      return all;
    }
  }
}
