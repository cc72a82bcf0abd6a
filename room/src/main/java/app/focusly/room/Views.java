package app.focusly.room;

import app.focusly.room.media.Stage;
import app.focusly.room.member.Attendee;
import app.focusly.room.member.Presence;
import app.focusly.room.member.Roster;
import app.focusly.room.presence.Statuses;
import java.util.List;
import java.util.Set;

/// Puts together what the features know of a member. Confined to the room's owner.
final class Views {
  private final RoomId id;
  private final RoomLimits limits;
  private final Roster roster;
  private final Stage stage;
  private final Statuses statuses;

  Views(RoomId id, RoomLimits limits, Roster roster, Stage stage, Statuses statuses) {
    this.id = id;
    this.limits = limits;
    this.roster = roster;
    this.stage = stage;
    this.statuses = statuses;
  }

  Snapshot snapshot(Attendee attendee) {
    var identity = roster.presence(attendee.memberId()).identity();
    var you = new Snapshot.You(identity.memberId(), attendee.userId(), identity.role());
    return new Snapshot(id, you, members(), limits);
  }

  List<Member> members() {
    var publishing = stage.publishing();
    return roster.presences().stream().map(presence -> member(presence, publishing)).toList();
  }

  Member member(Presence presence) {
    return member(presence, stage.publishing());
  }

  private Member member(Presence presence, Set<ConnectionId> publishing) {
    List<ConnectionId> connections =
        presence.attendees().stream().map(Attendee::connection).toList();
    return new Member(
        presence.identity().memberId(),
        presence.name(),
        presence.identity().role(),
        presence.joinedAt(),
        statuses.of(connections),
        stage.handRaisedAt(connections).orElse(null),
        presence.attendees().stream().map(attendee -> connection(attendee, publishing)).toList());
  }

  private Member.Connection connection(Attendee attendee, Set<ConnectionId> publishing) {
    return new Member.Connection(
        attendee.userId(),
        attendee.protocol(),
        attendee.joinedAt(),
        publishing.contains(attendee.connection()),
        stage.media(attendee.connection()));
  }
}
