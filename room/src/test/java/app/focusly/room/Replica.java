package app.focusly.room;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The room as one client knows it that follows the protocol's page: whole state at the join, then
/// `member-updated`, `user-connected` and `user-disconnected`.
final class Replica {
  private final Map<MemberId, Member> members = new LinkedHashMap<>();
  private final Set<UserId> users = new HashSet<>();

  Replica(Snapshot snapshot) {
    snapshot.members().forEach(this::memberUpdated);
    members().stream().flatMap(Replica::userIds).forEach(users::add);
  }

  void memberUpdated(Member member) {
    if (member.connections().isEmpty()) {
      members.remove(member.memberId());
    } else {
      members.put(member.memberId(), member);
    }
  }

  void userConnected(UserId userId) {
    users.add(userId);
  }

  void userDisconnected(UserId userId) {
    users.remove(userId);
    for (Member member : members()) {
      var rest =
          member.connections().stream().filter(each -> !each.userId().equals(userId)).toList();
      memberUpdated(
          new Member(
              member.memberId(),
              member.name(),
              member.role(),
              member.joinedAt(),
              member.status(),
              member.handRaisedAt(),
              rest));
    }
  }

  List<Member> members() {
    return List.copyOf(members.values());
  }

  Set<UserId> users() {
    return users;
  }

  static Stream<UserId> userIds(Member member) {
    return member.connections().stream().map(Member.Connection::userId);
  }
}
