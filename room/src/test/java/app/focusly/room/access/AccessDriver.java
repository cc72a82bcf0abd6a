package app.focusly.room.access;

import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Access on its own, told in few words. What happens is followed at once, and after each event a
/// snapshot of it comes to the same.
final class AccessDriver {
  static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  final List<Recorded> events = new ArrayList<>();
  private final AccessLimits limits;
  private Access access;
  private Instant now = START;

  AccessDriver(AccessLimits limits) {
    this.limits = limits;
    access = new Access(limits);
  }

  /// A room that `ann` made.
  static AccessDriver made(Template template) {
    var room = new AccessDriver(new AccessLimits(2, 2, 2));
    room.execute("ann", new AccessCommand.Create(template, null, new MemberId("ann")));
    room.come("ann");
    return room;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void come(String memberId) {
    come(memberId, Role.MEMBER);
  }

  void come(String memberId, Role role) {
    ObjectNode body = json().put("memberId", memberId).put("role", role.text());
    record(memberId, Draft.of("member-joined", body.put("name", memberId + "'s name")));
  }

  void go(String memberId) {
    record(memberId, Draft.of("member-left", json().put("memberId", memberId)));
  }

  /// The types of what happens, or the code of the refusal.
  String execute(String actor, AccessCommand command) {
    return execute(actor, Role.MEMBER, command);
  }

  String execute(String actor, Role known, AccessCommand command) {
    var act = new Act(actor, actor, access.role(actor, known), now, events.size() + 1L);
    Optional<Refusal> obstacle = access.obstacle(command, act);
    if (obstacle.isPresent()) {
      return obstacle.get().code().text();
    }
    return switch (access.decide(command, act)) {
      case Decision.Refused(Refusal refusal) -> refusal.code().text();
      case Decision.Shows(var answer) -> answer.toString();
      case Decision.Happens(List<Draft> drafts) -> {
        drafts.forEach(draft -> record(actor, draft));
        yield drafts.stream().map(Draft::type).collect(Collectors.joining(" "));
      }
    };
  }

  /// The body of the last event.
  String last() {
    return events.getLast().body().toString();
  }

  /// What a member hears who wants to come in.
  String knock(String memberId) {
    return switch (access.entrance(new MemberIdentity(new MemberId(memberId), Role.MEMBER), now)) {
      case Entrance.Open _ -> "open";
      case Entrance.Waiting _ -> "waiting";
      case Entrance.Closed(Refusal refusal) -> refusal.code().text();
    };
  }

  Role role(String memberId) {
    return access.role(memberId, Role.MEMBER);
  }

  ObjectNode view() {
    return access.view();
  }

  static Waiting waiting(String memberId, @Nullable String name) {
    return new Waiting(new MemberId(memberId), name == null ? null : new MemberName(name), START);
  }

  private void record(String actor, Draft draft) {
    long seq = events.size() + 1L;
    var event = new JournalEvent(seq, now, actor, draft.type(), 1, draft.body().toString(), null);
    var recorded = new Recorded(event, draft.body());
    events.add(recorded);
    access.apply(recorded);
    var restored = new Access(limits);
    restored.restore(access.snapshot());
    if (!restored.snapshot().toString().equals(access.snapshot().toString())) {
      throw new AssertionError(restored.snapshot() + " was " + access.snapshot());
    }
    access = restored;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
