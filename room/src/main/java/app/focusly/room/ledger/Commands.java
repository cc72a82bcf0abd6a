package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries out commands while the books are open: lets them in, looks up what they need of the
/// past, and keeps the order of each actor's. Confined to the ledger's owner.
///
/// @param <W> who waits
final class Commands<W> {
  private final StreamId stream;
  private final Books<W> books;
  private final Recovery recovery;
  private final LookUps<W> lookUps;

  Commands(StreamId stream, Books<W> books, Recovery recovery, int reads) {
    this.stream = stream;
    this.books = books;
    this.recovery = recovery;
    lookUps = new LookUps<>(reads);
  }

  /// Whether none waits.
  boolean isIdle() {
    return lookUps.isEmpty();
  }

  /// Takes all that wait, as what was read for them may be of no use any more.
  List<Input.Execute<W>> takeAll() {
    return lookUps.takeAll();
  }

  /// Carries one out, or has looked up what it needs first.
  ///
  /// @throws PoisonedException when nobody knows what is in memory; who waits has been answered
  void execute(Input.Execute<W> execute, Instant now, Consumer<Output<W>> out)
      throws PoisonedException {
    if (!isAdmitted(execute, now, out)) {
      return;
    }
    Optional<Past> past = wanted(execute, out);
    if (past.isEmpty() && !lookUps.has(execute.actor())) {
      decide(execute, now, out);
    } else if (lookUps.isFull()) {
      Refusals.refuse(execute, Refusals.BUSY, out);
    } else if (past.isEmpty()) {
      lookUps.add(execute);
    } else {
      out.accept(new Output.ReadBack<>(lookUps.add(execute, books.durable()), stream, past.get()));
    }
  }

  /// Takes what was looked up.
  void found(long ticket, Read<Page> result) {
    lookUps.found(ticket, result);
  }

  /// Carries out the first one that waits, if it need not wait any more.
  ///
  /// @return whether there was one
  /// @throws PoisonedException as for [#execute]
  boolean executeNext(Instant now, Consumer<Output<W>> out) throws PoisonedException {
    Optional<LookUps.Entry<W>> next = lookUps.next();
    if (next.isEmpty()) {
      return false;
    }
    lookedUp(next.get(), now, out);
    return true;
  }

  /// Whether a command may be decided upon; otherwise who waits has been answered.
  private boolean isAdmitted(Input.Execute<W> execute, Instant now, Consumer<Output<W>> out) {
    Optional<Answer> earlier = books.earlierAnswer(execute.commandId());
    boolean changes = !(execute.command() instanceof Question);
    if (earlier.isPresent()) {
      books.reply(execute.waiter(), earlier.get());
    } else if (changes && !recovery.mayTry(now, books.isAppending())) {
      Refusals.refuse(execute, Refusals.UNAVAILABLE, out);
    } else if ((changes && books.isFull()) || books.isHoldingAll()) {
      Refusals.refuse(execute, Refusals.BUSY, out);
    } else {
      return true;
    }
    return false;
  }

  private Optional<Past> wanted(Input.Execute<W> execute, Consumer<Output<W>> out) {
    try {
      return books.wanted(execute);
    } catch (RuntimeException failure) { // it will fail at the decision, or find nothing
      out.accept(Output.trouble(stream, "a feature could not tell what to look up: " + failure));
      return Optional.empty();
    }
  }

  private void lookedUp(LookUps.Entry<W> entry, Instant now, Consumer<Output<W>> out)
      throws PoisonedException {
    Input.Execute<W> execute = entry.execute();
    if (!isAdmitted(execute, now, out)) {
      return;
    }
    switch (entry.result()) {
      case null -> {
        Optional<Past> past = wanted(execute, out); // it may have left memory meanwhile
        if (past.isEmpty()) {
          decide(execute, now, out);
        } else {
          long ticket = lookUps.addFirst(execute, books.durable());
          out.accept(new Output.ReadBack<>(ticket, stream, past.get()));
        }
      }
      case Read.Found<Page>(Page page) -> decideWith(entry, page, now, out);
      case Read.Unavailable<Page>(String detail) -> {
        out.accept(Output.trouble(stream, "the past could not be read: " + detail));
        Refusals.refuse(execute, Refusals.UNAVAILABLE, out);
      }
    }
  }

  private void decideWith(LookUps.Entry<W> entry, Page page, Instant now, Consumer<Output<W>> out)
      throws PoisonedException {
    Optional<Input.Execute<W>> execute;
    try {
      execute = books.with(entry.execute(), page, entry.asOf());
    } catch (RuntimeException failure) { // an event of a newer program, for example
      out.accept(Output.trouble(stream, "the past could not be used: " + failure));
      Refusals.refuse(entry.execute(), Refusals.INTERNAL, out);
      return;
    }
    if (execute.isPresent()) {
      decide(execute.get(), now, out);
    } else {
      Refusals.refuse(entry.execute(), Refusals.BUSY, out);
    }
  }

  private void decide(Input.Execute<W> execute, Instant now, Consumer<Output<W>> out)
      throws PoisonedException {
    Decision decision;
    try {
      decision = books.decide(execute, now);
    } catch (RuntimeException failure) { // nothing has changed by it
      out.accept(Output.trouble(stream, "a feature could not decide: " + failure));
      Refusals.refuse(execute, Refusals.INTERNAL, out);
      return;
    }
    switch (decision) {
      case Decision.Refused(Refusal refusal) ->
          books.reply(execute.waiter(), new Answer.Refused(refusal));
      case Decision.Shows(ObjectNode answer) ->
          books.reply(execute.waiter(), new Answer.Shown(answer));
      case Decision.Happens(List<Draft> drafts) -> happen(execute, drafts, now, out);
    }
  }

  private void happen(
      Input.Execute<W> execute, List<Draft> drafts, Instant now, Consumer<Output<W>> out)
      throws PoisonedException {
    try {
      books.happen(execute, drafts, now);
    } catch (PoisonedException failure) {
      Refusals.refuse(execute, Refusals.INTERNAL, out);
      throw failure;
    }
    books.flush(out);
  }
}
