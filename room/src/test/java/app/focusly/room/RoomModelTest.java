package app.focusly.room;

import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import app.focusly.room.presence.LowerHand;
import app.focusly.room.presence.Status;
import app.focusly.room.presence.Typing;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/// Any commands of twelve connections, after each of which the room and all clients agree.
class RoomModelTest {
  private static final RoomLimits LIMITS = new RoomLimits(5, 3, 3);
  private static final int CONNECTIONS = 12;

  @Property(tries = 500)
  void roomKeepsItsPromises(@ForAll("commands") List<Command.Live> commands) {
    var model = new RoomModel(LIMITS);
    commands.forEach(model::handle);
    Statistics.label("members at the end").collect(model.memberCount());
  }

  @Provide
  Arbitrary<List<Command.Live>> commands() {
    return Arbitraries.frequencyOf(
            Tuple.of(5, joins()),
            Tuple.of(2, leaves()),
            Tuple.of(2, media()),
            Tuple.of(1, asks()),
            Tuple.of(3, signals()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static Arbitrary<Command.Live> joins() {
    return Combinators.combine(
            connections(),
            userIds(),
            Arbitraries.of(0, 1),
            mediaStates(),
            Arbitraries.of(Status.class))
        .as((connection, userId, protocol, media, status) ->
            new Command.Join(
                id(connection),
                identity(connection),
                new JoinRequest(
                    RoomDriver.ROOM, userId, protocol, null, null, media, status, null)));
  }

  private static Arbitrary<Command.Live> leaves() {
    return Combinators.combine(connections(), Arbitraries.of(LeaveReason.class))
        .as((connection, reason) -> new Command.Leave(id(connection), reason));
  }

  private static Arbitrary<Command.Live> media() {
    return Combinators.combine(connections(), mediaStates())
        .as((connection, media) -> new Command.SetMedia(id(connection), media));
  }

  private static Arbitrary<Command.Live> asks() {
    return Combinators.combine(connections(), userIds(), Arbitraries.of(true, false))
        .as((connection, userId, on) ->
            new Command.AskVideo(id(connection), new ReceiveVideo(userId, on)));
  }

  private static Arbitrary<Command.Live> signals() {
    return connections()
        .flatMap(connection ->
            Arbitraries.oneOf(
                Arbitraries.of(Status.class)
                    .map(status -> new Command.SetStatus(id(connection), status)),
                Arbitraries.of("m0", "m1", "c9")
                    .map(member -> new LowerHand(new MemberId(member)))
                    .map(lower -> new Command.LowerHands(id(connection), lower)),
                Arbitraries.of(true, false)
                    .map(on -> new Typing(Typing.Place.CHAT, null, on))
                    .map(typing -> new Command.Type(id(connection), typing))));
  }

  private static Arbitrary<Integer> connections() {
    return Arbitraries.integers().between(0, CONNECTIONS - 1);
  }

  /// Fewer than connections, so that reloads and namesakes are frequent.
  private static Arbitrary<UserId> userIds() {
    return Arbitraries.integers().between(1, 6).map(number -> new UserId("u" + number));
  }

  private static Arbitrary<MediaState> mediaStates() {
    return Arbitraries.of(
        MediaState.OFF, MediaState.PLAIN, new MediaState(false, false, true, true));
  }

  /// Two members have four connections each, one more than they may use, and one of them owns the
  /// room; four are guests.
  private static MemberIdentity identity(int connection) {
    return connection < 8
        ? new MemberIdentity(
            new MemberId("m" + connection % 2), connection % 2 == 0 ? Role.OWNER : Role.MEMBER)
        : MemberIdentity.guest(id(connection));
  }

  private static ConnectionId id(int connection) {
    return new ConnectionId("c" + connection);
  }
}
