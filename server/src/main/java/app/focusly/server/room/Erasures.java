package app.focusly.server.room;

import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomId;
import app.focusly.room.journal.Read;
import app.focusly.room.journal.StreamId;
import app.focusly.room.ledger.Answer;
import app.focusly.store.StreamDirectory;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;

/// Forgets members for good, room after room. Used from every thread.
final class Erasures {
  /// The most members who are remembered as forgotten. Their connections have gone long before.
  private static final int REMEMBERED = 10_000;

  private static final Refusal UNAVAILABLE =
      Refusal.of(
          RefusalCode.STORAGE_UNAVAILABLE, "The server cannot do this now. Try again, please.");

  private final Rooms rooms;
  private final StreamDirectory directory;
  private final SequencedSet<MemberId> forgotten = new LinkedHashSet<>();

  Erasures(Rooms rooms, StreamDirectory directory) {
    this.rooms = rooms;
    this.directory = directory;
  }

  /// Forgets a member in every room that knows them. That it is wanted is stored first: what could
  /// not be done is done [later][#goOn].
  ///
  /// @param to takes the refusal, or nothing when all is done, on any thread
  void erase(MemberId memberId, Consumer<Optional<Refusal>> to) {
    directory
        .beginErasure(memberId)
        .whenComplete((_, failure) -> {
          if (failure == null) {
            eraseNow(memberId, to);
          } else {
            to.accept(Optional.of(UNAVAILABLE));
          }
        });
  }

  /// Goes on with what is wanted and not done, one member after the other.
  ///
  /// @param done is run when it has been tried, on any thread
  void goOn(Runnable done) {
    directory.erasures(answer -> {
      switch (answer) {
        case Read.Found<List<MemberId>>(List<MemberId> members) -> goOn(members.iterator(), done);
        case Read.Unavailable<List<MemberId>> _ -> done.run(); // the journal has told why
      }
    });
  }

  private void goOn(Iterator<MemberId> rest, Runnable done) {
    if (rest.hasNext()) {
      eraseNow(rest.next(), _ -> goOn(rest, done)); // who cannot be now keeps no other waiting
    } else {
      done.run();
    }
  }

  private void eraseNow(MemberId memberId, Consumer<Optional<Refusal>> to) {
    remember(memberId);
    Consumer<Optional<Refusal>> end =
        refusal -> {
          if (refusal.isPresent()) {
            to.accept(refusal);
          } else {
            ended(memberId, to);
          }
        };
    // Where they are now first: their coming may not be in the journal yet.
    rooms.where(
        memberId, here -> next(memberId, here.iterator(), () -> page(memberId, "", end), end));
  }

  /// When that cannot be stored, it is done once more, and finds nothing.
  private void ended(MemberId memberId, Consumer<Optional<Refusal>> to) {
    directory.endErasure(memberId).whenComplete((_, _) -> to.accept(Optional.empty()));
  }

  /// Whether a member was forgotten while a connection of theirs was open: it is somebody else
  /// then.
  synchronized boolean has(MemberId memberId) {
    return forgotten.contains(memberId);
  }

  private synchronized void remember(MemberId memberId) {
    forgotten.addLast(memberId);
    if (forgotten.size() > REMEMBERED) {
      forgotten.removeFirst();
    }
  }

  private void page(MemberId memberId, String after, Consumer<Optional<Refusal>> to) {
    directory.of(
        memberId,
        after,
        answer -> {
          switch (answer) {
            case Read.Found<List<StreamId>>(List<StreamId> streams) -> page(memberId, streams, to);
            case Read.Unavailable<List<StreamId>> _ -> to.accept(Optional.of(UNAVAILABLE));
          }
        });
  }

  private void page(MemberId memberId, List<StreamId> streams, Consumer<Optional<Refusal>> to) {
    Iterator<RoomId> known = streams.stream().flatMap(stream -> stream.room().stream()).iterator();
    Runnable done =
        streams.size() == StreamDirectory.PAGE
            ? () -> page(memberId, streams.getLast().value(), to)
            : () -> to.accept(Optional.empty());
    next(memberId, known, done, to);
  }

  private void next(
      MemberId memberId, Iterator<RoomId> rest, Runnable done, Consumer<Optional<Refusal>> to) {
    if (rest.hasNext()) {
      forget(memberId, rest.next(), () -> next(memberId, rest, done, to), to);
    } else {
      done.run();
    }
  }

  private void forget(
      MemberId memberId, RoomId room, Runnable next, Consumer<Optional<Refusal>> to) {
    rooms.ask(
        room,
        service ->
            service.forget(
                memberId,
                answer -> {
                  if (answer instanceof Answer.Refused(Refusal refusal)) {
                    to.accept(Optional.of(refusal));
                  } else {
                    next.run();
                  }
                }),
        refusal -> to.accept(Optional.of(refusal)));
  }
}
