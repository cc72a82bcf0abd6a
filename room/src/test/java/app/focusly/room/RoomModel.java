package app.focusly.room;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.media.MediaState;
import app.focusly.room.member.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A room, what is expected of it, and every client in it. What is expected is kept by simpler
/// means than the room's: one entry for each connection, in order of arrival.
final class RoomModel {
  private record Present(MemberId memberId, UserId userId, boolean guest) {
    /// Whatever shares this shares one publisher's place.
    List<Object> place() {
      return guest ? List.of(userId) : List.of(userId, memberId);
    }
  }

  private final RoomLimits limits;
  private final Room room;
  private final Map<ConnectionId, Present> present = new LinkedHashMap<>();
  private final Set<List<Object>> places = new LinkedHashSet<>();
  private final Map<ConnectionId, Replica> replicas = new HashMap<>();
  private Instant now = RoomDriver.START;

  RoomModel(RoomLimits limits) {
    this.limits = limits;
    room = new Room(RoomDriver.ROOM, limits);
  }

  int memberCount() {
    return room.memberCount();
  }

  void handle(Command.Live command) {
    boolean repeat = isRepeat(command);
    Set<UserId> usersBefore = users();
    var effects = new ArrayList<Effect>();
    room.handle(command, now, effects::add);
    now = now.plusSeconds(1);

    expectAnswer(command, effects);
    effects.forEach(effect -> apply(effect, command));
    if (repeat) {
      assertThat(effects).hasSize(1);
    }
    expectUsers(usersBefore, effects);
    expectMembers();
    expectPublishers();
    expectReplicas();
    assertThat(effects.contains(new Effect.Empty())).isEqualTo(present.isEmpty());
  }

  private boolean isRepeat(Command.Live command) {
    Present before = present.get(command.connection());
    return before != null
        && command instanceof Command.Join join
        && join.request().userId().equals(before.userId());
  }

  /// Whoever waits is answered once; who moved within the room is answered by the join.
  private void expectAnswer(Command.Live command, List<Effect> effects) {
    boolean waits = !(command instanceof Command.Leave leave) || leave.reason() == LeaveReason.LEFT;
    assertThat(effects.stream().filter(RoomModel::isAnswer)).hasSize(waits ? 1 : 0);
  }

  private static boolean isAnswer(Effect effect) {
    return switch (effect) {
      case Effect.Joined _, Effect.Accepted _, Effect.Refused _ -> true;
      case Effect.Left left -> left.reason() == LeaveReason.LEFT;
      case Effect.UserConnected _, Effect.UserDisconnected _, Effect.MemberUpdated _ -> false;
      case Effect.HandLowered _, Effect.Typed _, Effect.VideoAsked _, Effect.Empty _ -> false;
      case Effect.Entered _,
          Effect.Changed _,
          Effect.CaughtUp _,
          Effect.Shown _,
          Effect.NoteUsed _,
          Effect.Searching _,
          Effect.ChatRead _,
          Effect.Happened _,
          Effect.OwnHappened _ ->
          throw new AssertionError("nothing of this lasts");
      case Effect.MemberWaiting _, Effect.MemberWaitingGone _, Effect.Notice _ ->
          throw new AssertionError("nobody moderates");
    };
  }

  private void apply(Effect effect, Command.Live command) {
    switch (effect) {
      case Effect.Joined joined -> {
        replicas.put(joined.connection(), new Replica(joined.snapshot()));
        if (!joined.repeat()) {
          Present arrival = arrival((Command.Join) command);
          present.put(joined.connection(), arrival);
          places.add(arrival.place());
        }
      }
      case Effect.Left left -> {
        replicas.remove(left.connection());
        assertThat(present.remove(left.connection())).isNotNull();
        places.retainAll(present.values().stream().map(Present::place).toList());
      }
      case Effect.UserConnected connected ->
          others(connected.except()).forEach(replica -> replica.userConnected(connected.userId()));
      case Effect.UserDisconnected disconnected ->
          others(disconnected.except())
              .forEach(replica -> replica.userDisconnected(disconnected.userId()));
      case Effect.MemberUpdated updated ->
          others(updated.except()).forEach(replica -> replica.memberUpdated(updated.member()));
      case Effect.HandLowered lowered -> assertThat(present.keySet()).containsAll(lowered.to());
      case Effect.Typed typed -> assertThat(typed.except()).contains(command.connection());
      case Effect.VideoAsked asked ->
          assertThat(asked.to()).isNotEmpty().doesNotContain(command.connection());
      case Effect.Accepted _, Effect.Refused _, Effect.Empty _ -> {}
      case Effect.Entered _,
          Effect.Changed _,
          Effect.CaughtUp _,
          Effect.Shown _,
          Effect.NoteUsed _,
          Effect.Searching _,
          Effect.ChatRead _,
          Effect.Happened _,
          Effect.OwnHappened _ ->
          throw new AssertionError("nothing of this lasts");
      case Effect.MemberWaiting _, Effect.MemberWaitingGone _, Effect.Notice _ ->
          throw new AssertionError("nobody moderates");
    }
  }

  private static Present arrival(Command.Join join) {
    return new Present(
        join.identity().memberId(), join.request().userId(), join.identity().role() == Role.GUEST);
  }

  private List<Replica> others(@Nullable ConnectionId except) {
    return replicas.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(except))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Set<UserId> users() {
    return present.values().stream().map(Present::userId).collect(toSet());
  }

  /// `user-disconnected` exactly when the last connection with the user id has gone.
  private void expectUsers(Set<UserId> before, List<Effect> effects) {
    var gone = new HashSet<>(before);
    gone.removeAll(users());
    assertThat(
            effects.stream()
                .filter(Effect.UserDisconnected.class::isInstance)
                .map(effect -> ((Effect.UserDisconnected) effect).userId()))
        .containsExactlyInAnyOrderElementsOf(gone);
  }

  private void expectMembers() {
    var expected = new LinkedHashMap<MemberId, List<UserId>>();
    present
        .values()
        .forEach(each ->
            expected.computeIfAbsent(each.memberId(), _ -> new ArrayList<>()).add(each.userId()));
    assertThat(room.members().size()).isLessThanOrEqualTo(limits.members());
    assertThat(room.members())
        .extracting(Member::memberId)
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    for (Member member : room.members()) {
      assertThat(Replica.userIds(member)).isEqualTo(expected.get(member.memberId()));
      assertThat(member.connections().size()).isLessThanOrEqualTo(limits.connectionsPerMember());
    }
  }

  /// The places that were taken first publish, each by its newest connection and no other.
  private void expectPublishers() {
    var publishing = places.stream().limit(limits.videoPublishers()).collect(toSet());
    var newest = new HashMap<List<Object>, ConnectionId>();
    present.forEach((connection, each) -> newest.put(each.place(), connection));
    var expected = new HashMap<MemberId, List<Boolean>>();
    present.forEach((connection, each) ->
        expected
            .computeIfAbsent(each.memberId(), _ -> new ArrayList<>())
            .add(publishing.contains(each.place()) && connection.equals(newest.get(each.place()))));
    for (Member member : room.members()) {
      assertThat(member.connections())
          .extracting(Member.Connection::publisher)
          .isEqualTo(expected.get(member.memberId()));
    }
  }

  /// A client knows its own media without being told; all else it knows from the room.
  private void expectReplicas() {
    assertThat(replicas.keySet()).isEqualTo(present.keySet());
    present.forEach((connection, self) -> {
      Replica replica = Objects.requireNonNull(replicas.get(connection));
      assertThat(withoutOwnMedia(replica.members(), self))
          .isEqualTo(withoutOwnMedia(room.members(), self));
      assertThat(replica.users()).isEqualTo(users());
    });
  }

  private static List<Member> withoutOwnMedia(List<Member> members, Present self) {
    return members.stream()
        .map(member ->
            member.memberId().equals(self.memberId())
                ? withoutMedia(member, self.userId())
                : member)
        .toList();
  }

  private static Member withoutMedia(Member member, UserId userId) {
    var connections =
        member.connections().stream()
            .map(each ->
                each.userId().equals(userId)
                    ? new Member.Connection(
                        each.userId(),
                        each.protocol(),
                        each.joinedAt(),
                        each.publisher(),
                        MediaState.OFF)
                    : each)
            .toList();
    return new Member(
        member.memberId(),
        member.name(),
        member.role(),
        member.joinedAt(),
        member.status(),
        member.handRaisedAt(),
        connections);
  }
}
