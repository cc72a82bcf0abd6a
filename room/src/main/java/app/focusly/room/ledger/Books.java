package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.ledger.HeldQueue.Held;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a ledger has in memory: the state, ahead of the journal, and all that is held until the
/// journal has come as far. Confined to the ledger's owner.
///
/// @param <W> who waits
final class Books<W> {
  private final StreamId stream;
  private final FeatureTable table;
  private final LedgerLimits limits;

  private String epoch = "";
  private Fold fold;
  private Batch pending = new Batch();
  private Batch inFlight = new Batch();
  private boolean appending;
  private long durable; // the mark: all up to here is in the journal and has been published
  private Tail tail;
  private final Snapshots snapshots;
  private final HeldQueue<W> held = new HeldQueue<>();
  private final CatchUps<W> catchUps;

  Books(StreamId stream, FeatureTable table, LedgerLimits limits) {
    this.stream = stream;
    this.table = table;
    this.limits = limits;
    fold = new Fold(table);
    tail = new Tail(table, limits.tailBytes());
    snapshots = new Snapshots(limits.snapshotEvery());
    catchUps = new CatchUps<>(table, limits.reads());
  }

  /// Takes over what was read from the journal; what followers have not heard of is published.
  void load(Loader loader, Consumer<Output<W>> out) {
    epoch = loader.epoch();
    fold = loader.fold();
    durable = fold.seq();
    snapshots.loaded(loader.snapshotSeq());
    tail = new Tail(table, limits.tailBytes());
    tail.add(loader.unpublished(), List.of());
    if (!loader.unpublished().isEmpty()) {
      out.accept(new Output.Published<>(loader.unpublished()));
    }
  }

  boolean isAppending() {
    return appending;
  }

  boolean isIdle() {
    return !appending && held.isEmpty() && catchUps.isEmpty();
  }

  /// Whether it can take one more ask.
  boolean isHoldingAll() {
    return held.size() >= limits.held();
  }

  /// Whether so much waits for the journal that no command can be taken.
  boolean isFull() {
    return pending.bytes() >= limits.pendingBytes() || pending.size() >= Batch.MAX_EVENTS;
  }

  long durable() {
    return durable;
  }

  Optional<Instant> wakesAt() {
    return fold.wakesAt();
  }

  Instant lastEventAt() {
    return fold.at();
  }

  <F> Optional<F> feature(Class<F> type) {
    return fold.feature(type);
  }

  /// The first answer to a command of this id, if it is remembered.
  Optional<Answer> earlierAnswer(@Nullable CommandId commandId) {
    OptionalLong seq = fold.answer(commandId);
    return seq.isPresent() ? Optional.of(new Answer.Done(seq.getAsLong(), true)) : Optional.empty();
  }

  /// What must be looked up before a command can be decided upon.
  Optional<Past> wanted(Input.Execute<W> execute) {
    return fold.wanted(execute.command());
  }

  /// The command with what was looked up, unless too much has happened since the journal was there.
  Optional<Input.Execute<W>> with(Input.Execute<W> execute, Page page, long asOf) {
    return fold.seq() - asOf > LedgerLimits.LOOK_UP_LAG
        ? Optional.empty()
        : Optional.of(
            new Input.Execute<>(
                execute.waiter(),
                execute.actor(),
                execute.commandId(),
                fold.with(execute.command(), page)));
  }

  /// Asks a feature for its decision, which changes nothing.
  Decision decide(Input.Execute<W> execute, Instant now) {
    return fold.decide(execute.command(), execute.actor(), now);
  }

  /// Lets what was decided happen.
  void happen(Input.Execute<W> execute, List<Draft> drafts, Instant now) throws PoisonedException {
    List<Recorded> happened = happen(drafts, execute.actor(), execute.commandId(), now);
    long seq = happened.isEmpty() ? fold.seq() : happened.getFirst().seq();
    reply(execute.waiter(), new Answer.Done(seq, false));
  }

  /// Lets happen what happens by itself at this time, in the order of its times.
  ///
  /// @return whether something should have happened that did not
  boolean wake(Instant now) throws PoisonedException {
    try {
      for (int turns = fold.wakerCount(); turns > 0 && isDue(now); turns--) {
        happen(fold.wake(now), Actor.SYSTEM, null, now);
      }
      return isDue(now);
    } catch (RuntimeException failure) {
      throw new PoisonedException(failure);
    }
  }

  private boolean isDue(Instant now) {
    return wakesAt().filter(time -> !time.isAfter(now)).isPresent();
  }

  private List<Recorded> happen(
      List<Draft> drafts, Actor actor, @Nullable CommandId commandId, Instant now)
      throws PoisonedException {
    List<Recorded> happened;
    try {
      happened = fold.happen(drafts, actor, commandId, now, pending);
    } catch (RuntimeException failure) {
      throw new PoisonedException(failure);
    }
    if (!happened.isEmpty()) {
      hold(new HeldQueue.Publication<>(happened));
    }
    return happened;
  }

  void reply(W waiter, Answer answer) {
    hold(new HeldQueue.Reply<>(waiter, answer));
  }

  void view(W waiter) {
    reply(waiter, new Answer.State(epoch, fold.seq(), fold.view()));
  }

  void resume(Input.Resume<W> resume) {
    long since = resume.since();
    boolean known = resume.epoch().equals(epoch) && since >= 0 && since <= durable;
    if (known && fold.seq() - since <= limits.resumable()) {
      hold(new HeldQueue.Resumption<>(resume.waiter(), since));
    } else {
      view(resume.waiter());
    }
  }

  void hold(W item) {
    hold(new HeldQueue.Item<>(item));
  }

  private void hold(Held<W> effect) {
    held.add(fold.seq(), effect);
  }

  void wantSnapshot() {
    snapshots.want();
  }

  /// Appends all that is pending, and a snapshot when it is time for one: as nothing has happened
  /// since, memory is exactly what these events come to.
  void flush(Consumer<Output<W>> out) {
    if (appending || (pending.isEmpty() && !snapshots.isDue(fold.seq()))) {
      return;
    }
    var snapshot = snapshots.take(fold, report -> out.accept(Output.trouble(stream, report)));
    Instant due = due(out).orElse(null);
    if (pending.isEmpty() && snapshot == null) {
      return;
    }
    inFlight = pending;
    pending = new Batch();
    appending = true;
    out.accept(new Output.Append<>(inFlight.append(stream, durable, snapshot, due)));
  }

  /// When somebody has to look after the stream: at the next start, if a feature cannot tell.
  private Optional<Instant> due(Consumer<Output<W>> out) {
    try {
      return fold.due();
    } catch (RuntimeException failure) { // what happened is to be stored all the same
      out.accept(Output.trouble(stream, "a feature could not tell when it is due: " + failure));
      return Optional.of(Instant.EPOCH);
    }
  }

  void appended(Consumer<Output<W>> out) {
    appending = false;
    durable += inFlight.size();
    snapshots.appended(durable, inFlight.redactions());
    tail.add(inFlight.events(), inFlight.redactions());
    release(out);
  }

  void appendFailed(Refusal refusal, Consumer<Output<W>> out) {
    appending = false;
    pending = new Batch();
    lose(durable, refusal, out);
  }

  /// Gives up what has not been given to the journal.
  void giveUpPending(Refusal refusal, Consumer<Output<W>> out) {
    pending = new Batch();
    lose(appending ? durable + inFlight.size() : durable, refusal, out);
  }

  void release(Consumer<Output<W>> out) {
    for (Held<W> released : held.release(durable)) {
      switch (released) {
        case HeldQueue.Publication<W>(List<Recorded> events) ->
            out.accept(new Output.Published<>(events));
        case HeldQueue.Reply<W>(W waiter, Answer answer) ->
            out.accept(new Output.Answered<>(waiter, answer));
        case HeldQueue.Resumption<W>(W waiter, long since) -> catchUp(waiter, since, out);
        case HeldQueue.Item<W>(W item) -> out.accept(new Output.Released<>(item));
      }
    }
  }

  private void lose(long mark, Refusal refusal, Consumer<Output<W>> out) {
    var answer = new Answer.Refused(refusal);
    for (Held<W> lost : held.lose(mark)) {
      switch (lost) {
        case HeldQueue.Publication<W> unheard -> {}
        case HeldQueue.Reply<W> reply -> out.accept(new Output.Answered<>(reply.waiter(), answer));
        case HeldQueue.Resumption<W> resumption ->
            out.accept(new Output.Answered<>(resumption.waiter(), answer));
        case HeldQueue.Item<W>(W item) -> out.accept(new Output.Lost<>(item, refusal));
      }
    }
  }

  private void catchUp(W waiter, long since, Consumer<Output<W>> out) {
    if (tail.covers(since, durable)) {
      out.accept(
          new Output.Answered<>(
              waiter, new Answer.Missed(epoch, durable, tail.after(since), false)));
    } else if (catchUps.isFull()) {
      out.accept(new Output.Answered<>(waiter, new Answer.Refused(Refusals.BUSY)));
    } else {
      out.accept(new Output.Read<>(catchUps.add(waiter), stream, since));
    }
  }

  /// Answers whoever waits for this page.
  void pageRead(long ticket, Read<Page> result, Consumer<Output<W>> out) {
    W waiter = catchUps.remove(ticket);
    out.accept(new Output.Answered<>(waiter, missed(result, out)));
  }

  private Answer missed(Read<Page> result, Consumer<Output<W>> out) {
    String detail;
    switch (result) {
      case Read.Found<Page>(Page page) -> {
        try {
          return catchUps.missed(page, epoch, durable);
        } catch (UnreadableEventException unreadable) { // as when loading
          detail = unreadable.toString();
        }
      }
      case Read.Unavailable<Page>(String why) -> detail = why;
    }
    out.accept(Output.trouble(stream, "a page could not be read: " + detail));
    return new Answer.Refused(Refusals.UNAVAILABLE);
  }
}
