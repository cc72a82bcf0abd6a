package app.focusly.testkit;

import app.focusly.room.journal.Append;
import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.AppendResult.NotAppended;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// A journal that fails where it is told to.
public final class FailingJournal implements Journal {

  /// What goes wrong with a call.
  public enum Fault {
    NONE,
    /// The answer is a failure, and nothing was written.
    BEFORE_WRITE,
    /// The answer is the same failure, though it was written. Nobody can tell these two apart.
    AFTER_WRITE,
    /// Too much waits.
    BUSY,
    /// The call itself fails, which a journal must not do; nothing was written.
    THROWN
  }

  private final Journal journal;
  private final IntFunction<Fault> faults;
  private int calls;

  /// @param faults what goes wrong with the first call, numbered 0, and so on; for a read any fault
  ///   makes it fail
  public FailingJournal(Journal journal, IntFunction<Fault> faults) {
    this.journal = journal;
    this.faults = faults;
  }

  /// How many calls there were.
  public int calls() {
    return calls;
  }

  @Override
  public void append(Append append, Consumer<AppendResult> answer) {
    var failure = new NotAppended(Cause.FAILED, "told to fail");
    switch (faults.apply(calls++)) {
      case NONE -> journal.append(append, answer);
      case BEFORE_WRITE -> answer.accept(failure);
      case AFTER_WRITE -> journal.append(append, written -> answer.accept(failure));
      case BUSY -> answer.accept(new NotAppended(Cause.BUSY, "told to be busy"));
      case THROWN -> throw told();
    }
  }

  @Override
  public void open(StreamId stream, Consumer<Read<Opening>> answer) {
    if (isServed()) {
      journal.open(stream, answer);
    } else {
      answer.accept(new Read.Unavailable<>("told to fail"));
    }
  }

  @Override
  public void read(StreamId stream, long after, Consumer<Read<Page>> answer) {
    if (isServed()) {
      journal.read(stream, after, answer);
    } else {
      answer.accept(new Read.Unavailable<>("told to fail"));
    }
  }

  @Override
  public void readBack(StreamId stream, Past past, Consumer<Read<Page>> answer) {
    if (isServed()) {
      journal.readBack(stream, past, answer);
    } else {
      answer.accept(new Read.Unavailable<>("told to fail"));
    }
  }

  private boolean isServed() {
    Fault fault = faults.apply(calls++);
    if (fault == Fault.THROWN) {
      throw told();
    }
    return fault == Fault.NONE;
  }

  private static IllegalStateException told() {
    return new IllegalStateException("told to throw");
  }
}
