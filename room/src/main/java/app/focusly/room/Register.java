package app.focusly.room;

import app.focusly.room.history.Attendance;
import app.focusly.room.history.AttendanceCommand;
import app.focusly.room.ledger.Actor;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.Presence;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sees to it that the journal knows who is in the room: what it has is compared with who is here,
/// and what is missing is written down. Confined to the room's owner.
///
/// While all goes well only those are looked at who came or went. All are when the journal may have
/// something else than was thought: its state was read anew, or something could not be written.
final class Register {
  /// How long those who were here before the server started are given to come back.
  static final Duration GRACE = Duration.ofMinutes(2);

  private final Room room;
  private final Supplier<Optional<Attendance>> attendance;
  private final BiConsumer<Actor, AttendanceCommand> ledger;
  private final Duration retry;

  /// When to try once more to write down who is here; null when it has been.
  private @Nullable Instant againAt;

  /// Members who were here when the server stopped, until they are here again or time is up.
  private final Set<String> expected = new HashSet<>();

  private @Nullable Instant expectedUntil;
  private Instant lastSeen = Instant.EPOCH;

  /// The state that all who are here were compared with; null when all have to be.
  private @Nullable Attendance compared;

  /// Members of whom the journal has something new: it may be against what is so by now.
  private final Set<MemberId> told = new LinkedHashSet<>();

  /// Whether it is written down who comes and goes. A room that only plain clients use leaves no
  /// trace.
  private boolean used;

  /// @param attendance as it is in memory, if it is
  /// @param ledger carries out what is to be written down
  /// @param retry the time from a failure to the next attempt
  Register(
      Room room,
      Supplier<Optional<Attendance>> attendance,
      BiConsumer<Actor, AttendanceCommand> ledger,
      Duration retry) {
    this.room = room;
    this.attendance = attendance;
    this.ledger = ledger;
    this.retry = retry;
  }

  /// From now on it is written down who comes and goes.
  void open() {
    used = true;
  }

  /// The room was read for the first time. After a restart of the server its clients come back by
  /// themselves, most within seconds. After a longer outage they do as well, but were away.
  ///
  /// @param seen a time at which those who were here before still were
  void begin(Instant seen, Instant now) {
    Optional<Attendance> known = attendance.get();
    if (known.isEmpty() || known.get().present().isEmpty()) {
      return;
    }
    if (now.isAfter(seen.plus(GRACE))) {
      ledger.accept(Actor.SYSTEM, new AttendanceCommand.Interrupted(seen));
    } else {
      expected.addAll(known.get().present());
      lastSeen = seen;
      expectedUntil = now.plus(GRACE);
    }
  }

  /// Follows what has happened, and is in the journal.
  void follow(List<Recorded> events) {
    for (Recorded event : events) {
      JsonNode memberId = event.body().path("memberId");
      if (Attendance.WHO.contains(event.type()) && memberId.isTextual()) {
        told.add(new MemberId(memberId.asText()));
      }
    }
  }

  /// Writes down who came and who went, as far as it has not been; what fails is made up for later.
  void record(Instant now) {
    var changed = new LinkedHashSet<>(room.takeChanged());
    changed.addAll(told);
    told.clear();
    Attendance known = attendance.get().orElse(null);
    if (!used || known == null) {
      compared = null;
    } else if (known == compared) {
      changed.forEach(memberId -> record(memberId, known, now));
    } else {
      compared = known;
      Set<String> gone = new LinkedHashSet<>(known.present());
      for (Presence presence : List.copyOf(room.presences())) {
        gone.remove(presence.identity().memberId().value());
        record(presence.identity().memberId(), known, now);
      }
      gone.forEach(id -> record(new MemberId(id), known, now));
    }
  }

  private void record(MemberId memberId, Attendance known, Instant now) {
    String id = memberId.value();
    Presence presence = room.presence(memberId).orElse(null);
    if (presence == null) {
      if (known.present().contains(id)) {
        recordGone(id, now);
      }
      return;
    }
    expected.remove(id);
    if (!known.present().contains(id)) {
      ledger.accept(
          actor(presence),
          new AttendanceCommand.Came(
              memberId, presence.name(), presence.identity().role(), presence.timeZone()));
    }
  }

  private void recordGone(String id, Instant now) {
    var memberId = new MemberId(id);
    var actor = new Actor(id, "", Role.GUEST);
    if (!expected.contains(id)) {
      ledger.accept(actor, new AttendanceCommand.Went(memberId));
    } else if (expectedUntil == null || !now.isBefore(expectedUntil)) {
      ledger.accept(actor, new AttendanceCommand.Missing(memberId, lastSeen));
    }
  }

  /// A member is not waited for any more.
  void forget(MemberId memberId, Instant now) {
    expected.remove(memberId.value());
    compared = null;
    record(now);
  }

  /// Something could not be written down.
  void failed(Instant now) {
    againAt = now.plus(retry);
    compared = null;
  }

  /// Does what is to be done by now.
  void wake(Instant now) {
    if (againAt != null && !now.isBefore(againAt)) {
      againAt = null;
    }
    if (expectedUntil != null && !now.isBefore(expectedUntil)) {
      compared = null; // whoever has not come back
    }
    record(now);
    if (expectedUntil != null && !now.isBefore(expectedUntil)) {
      expectedUntil = null;
    }
  }

  /// When to [wake][#wake] it, if at all.
  Optional<Instant> wakesAt() {
    return Stream.of(expectedUntil, againAt).filter(Objects::nonNull).min(Instant::compareTo);
  }

  /// Whether all is written down, and nobody is waited for.
  boolean isIdle() {
    return againAt == null && expectedUntil == null;
  }

  /// Whose doing something of a member's is.
  static Actor actor(Presence presence) {
    var name = presence.name();
    return new Actor(
        presence.identity().memberId().value(),
        name == null ? "" : name.value(),
        presence.identity().role());
  }
}
