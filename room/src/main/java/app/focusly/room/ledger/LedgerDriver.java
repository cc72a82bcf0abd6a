package app.focusly.room.ledger;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Read;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Connects a ledger to a journal: gives it what the ledger wants of it, and brings the answers
/// back to the ledger's owner.
///
/// It is used by the ledger's owner alone, and may be called back while it hands out outputs.
///
/// @param <W> who waits
public final class LedgerDriver<W> {
  private final Ledger<W> ledger;
  private final Journal journal;
  private final Consumer<Runnable> owner;
  private final Supplier<Instant> now;
  private final Consumer<Output<W>> out;
  private final ArrayDeque<Input<W>> inputs = new ArrayDeque<>();
  private boolean running;

  /// @param owner runs a task on the owner's thread, now or later, and in order
  /// @param now tells the time
  /// @param out takes what is not for the journal
  public LedgerDriver(
      Ledger<W> ledger,
      Journal journal,
      Consumer<Runnable> owner,
      Supplier<Instant> now,
      Consumer<Output<W>> out) {
    this.ledger = ledger;
    this.journal = journal;
    this.owner = owner;
    this.now = now;
    this.out = out;
  }

  /// Tells the ledger something.
  public void tell(Input<W> input) {
    inputs.add(input);
    if (running) {
      return;
    }
    running = true;
    RuntimeException first = null;
    try {
      while (!inputs.isEmpty()) {
        first = firstOf(first, handle(inputs.removeFirst()));
      }
    } finally {
      running = false;
    }
    if (first != null) {
      throw first;
    }
  }

  /// An input that fails keeps none behind it from being handled, nor an output that fails any
  /// other from being carried out.
  private @Nullable RuntimeException handle(Input<W> input) {
    RuntimeException first = null;
    var outputs = new ArrayDeque<Output<W>>();
    try {
      ledger.handle(input, now.get(), outputs::add);
    } catch (RuntimeException failure) { // a fault of ours
      first = failure;
    }
    for (Output<W> output : outputs) {
      try {
        carryOut(output);
      } catch (RuntimeException failure) { // the owner's
        first = firstOf(first, failure);
      }
    }
    return first;
  }

  private static @Nullable RuntimeException firstOf(
      @Nullable RuntimeException first, @Nullable RuntimeException later) {
    return first == null ? later : first;
  }

  /// Whether the ledger may be forgotten.
  public boolean isIdle() {
    return inputs.isEmpty() && ledger.isIdle();
  }

  /// See [Ledger#feature].
  public <F> Optional<F> feature(Class<F> type) {
    return ledger.feature(type);
  }

  /// See [Ledger#lastEventAt].
  public Optional<Instant> lastEventAt() {
    return ledger.lastEventAt();
  }

  /// See [Ledger#wakesAt].
  public Optional<Instant> wakesAt() {
    return ledger.wakesAt();
  }

  private void carryOut(Output<W> output) {
    switch (output) {
      case Output.Append<W>(var append) -> {
        Consumer<AppendResult> to = result -> back(new Input.Appended<>(result));
        ask(
            () -> journal.append(append, to),
            detail -> to.accept(new AppendResult.NotAppended(Cause.FAILED, detail)));
      }
      case Output.Open<W>(var stream) -> {
        Consumer<Read<Opening>> to = result -> back(new Input.Opened<>(result));
        ask(() -> journal.open(stream, to), detail -> to.accept(new Read.Unavailable<>(detail)));
      }
      case Output.Read<W>(long ticket, var stream, long after) -> {
        Consumer<Read<Page>> to = result -> back(new Input.PageRead<>(ticket, result));
        ask(
            () -> journal.read(stream, after, to),
            detail -> to.accept(new Read.Unavailable<>(detail)));
      }
      case Output.ReadBack<W>(long ticket, var stream, var past) -> {
        Consumer<Read<Page>> to = result -> back(new Input.BackRead<>(ticket, result));
        ask(
            () -> journal.readBack(stream, past, to),
            detail -> to.accept(new Read.Unavailable<>(detail)));
      }
      case Output.Answered<W> other -> out.accept(other);
      case Output.Published<W> other -> out.accept(other);
      case Output.Released<W> other -> out.accept(other);
      case Output.Lost<W> other -> out.accept(other);
      case Output.WakeAt<W> other -> out.accept(other);
      case Output.Trouble<W> other -> out.accept(other);
    }
  }

  /// Asks the journal something. One that fails at the question will not answer it, so the ledger
  /// is told that it could not be done.
  private static void ask(Runnable question, Consumer<String> failed) {
    try {
      question.run();
    } catch (RuntimeException failure) {
      failed.accept(failure.toString());
    }
  }

  private void back(Input<W> input) {
    owner.accept(() -> tell(input));
  }
}
