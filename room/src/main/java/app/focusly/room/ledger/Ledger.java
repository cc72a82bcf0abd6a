package app.focusly.room.ledger;

import app.focusly.room.journal.AppendResult;
import app.focusly.room.journal.Opening;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The lasting part of one stream: carries out commands at once in memory, and lets nobody hear of
/// it until the journal has it.
///
/// Whatever a command leads to is **held** behind the mark of its last event and released when the
/// journal has come there. When an append fails, memory is dropped, all who wait are answered, the
/// stream is read again, and only one command at a time is tried until an append succeeds.
///
/// It has one owner, on one thread at a time: [inputs][Input] go in with a time, [outputs][Output]
/// come out. Whoever takes the outputs must not call back. [LedgerDriver] connects it to a journal.
///
/// @param <W> who waits, as the owner names them
public final class Ledger<W> {

  private enum Phase {
    /// Nothing is in memory. An ask loads it, once it may be tried again.
    CLOSED,
    /// The stream is being read; asks wait.
    LOADING,
    /// Asks are served.
    OPEN,
    /// A feature failed on an event while an append was under way, after which the stream is read
    /// again; asks are refused.
    DRAINING
  }

  private static final long LOADING_TICKET = 0;

  private final StreamId stream;
  private final FeatureTable table;
  private final LedgerLimits limits;
  private final Recovery recovery;
  private final Books<W> books;
  private final Commands<W> commands;

  private Phase phase = Phase.CLOSED;
  private boolean followed; // it has been open, so somebody may follow it
  private Loader loader;
  private final ArrayDeque<Input.Ask<W>> waiting = new ArrayDeque<>();
  private final Alarm alarm = new Alarm();

  public Ledger(StreamId stream, FeatureTable table, LedgerLimits limits) {
    this.stream = stream;
    this.table = table;
    this.limits = limits;
    recovery = new Recovery(limits.retry());
    books = new Books<>(stream, table, limits);
    commands = new Commands<>(stream, books, recovery, limits.reads());
    loader = new Loader(table, OptionalLong.empty());
  }

  /// Takes an input and says what is to be done.
  public void handle(Input<W> input, Instant now, Consumer<Output<W>> out) {
    switch (input) {
      case Input.Ask<W> ask -> ask(ask, now, out);
      case Input.Wake<W>() -> wake(now, out);
      case Input.Settle<W>() -> settle(out);
      case Input.Appended<W>(AppendResult result) -> appended(result, now, out);
      case Input.Opened<W>(Read<Opening> result) -> opened(result, now, out);
      case Input.PageRead<W>(long ticket, Read<Page> result) -> read(ticket, result, now, out);
      case Input.BackRead<W>(long ticket, Read<Page> result) -> {
        commands.found(ticket, result);
        serveLookedUp(now, out);
      }
    }
    announce(out);
  }

  /// Whether nobody waits and nothing is under way, so that the owner may forget this ledger.
  public boolean isIdle() {
    return phase != Phase.LOADING && books.isIdle() && commands.isIdle();
  }

  /// The feature of this class as it is in memory, for its owner to look at and not to change; it
  /// may be ahead of the journal. Empty while nothing is in memory.
  public <F> Optional<F> feature(Class<F> type) {
    return phase == Phase.OPEN ? books.feature(type) : Optional.empty();
  }

  /// When the last event in memory happened.
  public Optional<Instant> lastEventAt() {
    return phase == Phase.OPEN ? Optional.of(books.lastEventAt()) : Optional.empty();
  }

  /// The next time at which something happens by itself, as far as is in memory.
  public Optional<Instant> wakesAt() {
    return phase == Phase.OPEN ? wakesAt(_ -> {}) : Optional.empty();
  }

  private Optional<Instant> wakesAt(Consumer<Output<W>> out) {
    try {
      return books.wakesAt();
    } catch (RuntimeException failure) { // who waits for something else is answered all the same
      trouble("a feature could not tell when it wakes: " + failure, out);
      return Optional.empty();
    }
  }

  private void ask(Input.Ask<W> ask, Instant now, Consumer<Output<W>> out) {
    switch (phase) {
      case CLOSED -> {
        if (recovery.isWaiting(now)) {
          Refusals.refuse(ask, Refusals.UNAVAILABLE, out);
        } else {
          waiting.add(ask);
          load(out);
        }
      }
      case LOADING -> await(ask, out);
      case OPEN -> serve(ask, now, out);
      case DRAINING -> Refusals.refuse(ask, Refusals.UNAVAILABLE, out);
    }
  }

  private void await(Input.Ask<W> ask, Consumer<Output<W>> out) {
    if (waiting.size() >= limits.waiting()) {
      Refusals.refuse(ask, Refusals.BUSY, out);
    } else {
      waiting.add(ask);
    }
  }

  private void serve(Input.Ask<W> ask, Instant now, Consumer<Output<W>> out) {
    if (books.isHoldingAll()) {
      Refusals.refuse(ask, Refusals.BUSY, out);
      return;
    }
    switch (ask) {
      case Input.Execute<W> execute -> {
        try {
          commands.execute(execute, now, out);
        } catch (PoisonedException failure) {
          startOver(failure, out);
        }
      }
      case Input.View<W> view -> show(view, () -> books.view(view.waiter()), out);
      case Input.Resume<W> resume -> show(resume, () -> books.resume(resume), out);
      case Input.Hold<W>(W item) -> books.hold(item);
    }
    books.release(out);
  }

  private void show(Input.Ask<W> ask, Runnable showing, Consumer<Output<W>> out) {
    try {
      showing.run();
    } catch (RuntimeException failure) { // nothing has changed by it
      trouble("a feature could not show its state: " + failure, out);
      Refusals.refuse(ask, Refusals.INTERNAL, out);
    }
  }

  private void serveLookedUp(Instant now, Consumer<Output<W>> out) {
    try {
      while (phase == Phase.OPEN && commands.executeNext(now, out)) {}
    } catch (PoisonedException failure) {
      startOver(failure, out);
    }
    if (phase == Phase.OPEN) {
      books.release(out);
    }
  }

  private void wake(Instant now, Consumer<Output<W>> out) {
    alarm.rang();
    if (phase == Phase.CLOSED && followed && !recovery.isWaiting(now)) {
      load(out);
    } else if (phase == Phase.OPEN
        && recovery.mayTry(now, books.isAppending())
        && !books.isFull()) {
      try {
        if (books.wake(now)) {
          trouble("a feature wakes without end", out);
          alarm.silence(now.plus(limits.retry()));
        }
        books.flush(out);
      } catch (PoisonedException failure) {
        alarm.silence(now.plus(limits.retry()));
        startOver(failure, out);
      }
    }
  }

  private void settle(Consumer<Output<W>> out) {
    if (phase == Phase.OPEN && !recovery.isSuspect()) {
      books.wantSnapshot();
      books.flush(out);
    }
  }

  private void appended(AppendResult result, Instant now, Consumer<Output<W>> out) {
    if (!books.isAppending()) {
      throw new IllegalStateException("nothing was appended");
    }
    switch (result) {
      case AppendResult.Appended() -> {
        recovery.appended();
        books.appended(out);
        if (phase == Phase.DRAINING) {
          load(out);
        } else {
          books.flush(out);
        }
      }
      case AppendResult.NotAppended(AppendResult.Cause cause, String detail) -> {
        trouble("an append failed: " + cause + ", " + detail, out);
        recovery.appendFailed(now);
        boolean busy = cause == AppendResult.Cause.BUSY;
        books.appendFailed(busy ? Refusals.BUSY : Refusals.UNAVAILABLE, out);
        load(out);
      }
    }
  }

  private void startOver(PoisonedException failure, Consumer<Output<W>> out) {
    trouble("a feature could not follow an event: " + failure.getCause(), out);
    books.giveUpPending(Refusals.UNAVAILABLE, out);
    if (books.isAppending()) {
      phase = Phase.DRAINING;
    } else {
      load(out);
    }
  }

  private void load(Consumer<Output<W>> out) {
    phase = Phase.LOADING;
    for (Input.Execute<W> execute : commands.takeAll()) { // what was read may be of no use any more
      await(execute, out);
    }
    loader = new Loader(table, followed ? OptionalLong.of(books.durable()) : OptionalLong.empty());
    out.accept(new Output.Open<>(stream));
  }

  private void opened(Read<Opening> result, Instant now, Consumer<Output<W>> out) {
    switch (result) {
      case Read.Found<Opening>(Opening opening) -> {
        loader.opened(opening, report -> trouble(report, out));
        readOn(now, out);
      }
      case Read.Unavailable<Opening>(String detail) -> loadingFailed(detail, now, out);
    }
  }

  private void read(long ticket, Read<Page> result, Instant now, Consumer<Output<W>> out) {
    if (ticket != LOADING_TICKET) {
      books.pageRead(ticket, result, out);
      return;
    }
    switch (result) {
      case Read.Found<Page>(Page page) -> {
        try {
          loader.page(page);
        } catch (RuntimeException failure) { // an event of a newer program, for example
          loadingFailed(failure.toString(), now, out);
          return;
        }
        readOn(now, out);
      }
      case Read.Unavailable<Page>(String detail) -> loadingFailed(detail, now, out);
    }
  }

  private void readOn(Instant now, Consumer<Output<W>> out) {
    if (!loader.isDone()) {
      out.accept(new Output.Read<>(LOADING_TICKET, stream, loader.position()));
      return;
    }
    phase = Phase.OPEN;
    followed = true;
    books.load(loader, out);
    while (phase == Phase.OPEN && !waiting.isEmpty()) {
      serve(waiting.removeFirst(), now, out);
    }
  }

  private void loadingFailed(String detail, Instant now, Consumer<Output<W>> out) {
    trouble("it could not be read: " + detail, out);
    phase = Phase.CLOSED;
    recovery.readFailed(now);
    while (!waiting.isEmpty()) {
      Refusals.refuse(waiting.removeFirst(), Refusals.UNAVAILABLE, out);
    }
  }

  private void announce(Consumer<Output<W>> out) {
    if (phase == Phase.CLOSED && followed) {
      alarm.set(recovery.retryAt(), out);
    } else if (phase == Phase.OPEN
        && !(recovery.isSuspect() && books.isAppending())
        && !books.isFull()) {
      wakesAt(out).map(recovery::notBeforeRetry).ifPresent(time -> alarm.set(time, out));
    }
  }

  private void trouble(String report, Consumer<Output<W>> out) {
    out.accept(Output.trouble(stream, report));
  }
}
