package app.focusly.server.room;

import app.focusly.room.MemberId;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomId;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.AccessEvents;
import app.focusly.room.access.AccessRefusals;
import app.focusly.room.journal.Journal;
import app.focusly.room.ledger.Answer;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import app.focusly.server.config.RoomConfig;
import app.focusly.server.http.Origins;
import app.focusly.server.metrics.CommandCounts;
import app.focusly.server.security.Guests;
import app.focusly.server.security.IceServers;
import app.focusly.server.security.OwnerKeys;
import app.focusly.server.websocket.Loops;
import app.focusly.socketio.Handshake;
import app.focusly.socketio.Namespace;
import app.focusly.socketio.Socket;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The product's namespace: gives each socket its place, and each room its receivers. Used from
/// every loop.
public final class RoomEvents {
  private final Namespace namespace;
  private final Loops loops;
  private final Receivers receivers;
  private final Rooms rooms;
  private final Guests guests;
  private final OwnerKeys ownerKeys;
  private final Origins origins;
  private final IceServers iceServers;
  private final Supplier<String> memberIds;
  private final InstantSource clock;
  private final int commandsUnderWay;
  private final CommandCounts counts;

  /// @param journal keeps what lasts
  /// @param commandsUnderWay commands of one socket that may be unanswered
  /// @param memberIds makes ids for members who are known by their connection alone
  /// @param counts of what is asked
  public RoomEvents(
      Namespace namespace,
      Loops loops,
      RoomConfig config,
      Journal journal,
      int commandsUnderWay,
      Guests guests,
      OwnerKeys ownerKeys,
      Origins origins,
      IceServers iceServers,
      Supplier<String> memberIds,
      CommandCounts counts,
      InstantSource clock) {
    this.namespace = namespace;
    this.loops = loops;
    this.receivers = new Receivers(namespace);
    this.rooms = new Rooms(loops, config, journal, receivers::tell, clock);
    this.guests = guests;
    this.ownerKeys = ownerKeys;
    this.origins = origins;
    this.iceServers = iceServers;
    this.memberIds = memberIds;
    this.clock = clock;
    this.commandsUnderWay = commandsUnderWay;
    this.counts = counts;
  }

  /// Begins to serve the namespace.
  public void start() {
    namespace.onConnection(socket -> new RoomSocket(this, socket, loops.current()).listen());
  }

  /// Tells everyone that the server stops.
  public void announceShutdown() {
    namespace
        .everyone()
        .emit(
            "notice",
            JsonNodeFactory.instance
                .objectNode()
                .put("code", "server-going-down")
                .put("message", "The server stops; clients come back by themselves."));
  }

  /// Makes a room that has not been used.
  ///
  /// @param to takes the answer on the room's loop: that it is stored, or a refusal
  public void create(RoomId room, AccessCommand.Create create, Consumer<Answer> to) {
    rooms.ask(
        room,
        service -> service.create(create, to),
        refusal -> to.accept(new Answer.Refused(refusal)));
  }

  /// What a room is like.
  ///
  /// @param to takes the answer on the room's loop: its state, or a refusal
  public void look(RoomId room, Consumer<Answer> to) {
    rooms.ask(room, service -> service.look(to), refusal -> to.accept(new Answer.Refused(refusal)));
  }

  /// How many members are in a room now.
  public int memberCount(RoomId room) {
    return rooms.memberCount(room);
  }

  /// How many members are in all rooms.
  public int memberCount() {
    return rooms.memberCount();
  }

  /// How many rooms have members.
  public int roomCount() {
    return rooms.size();
  }

  /// Who a socket's user is: the guest of a cookie that counts, else the connection alone.
  MemberIdentity identify(Socket socket) {
    Handshake handshake = socket.handshake();
    return handshake
        .header("cookie")
        .filter(_ -> origins.cookieCounts(handshake.header("origin"), handshake.header("host")))
        .flatMap(guests::of)
        .map(guest -> new MemberIdentity(new MemberId(guest), Role.MEMBER))
        .orElseGet(() -> new MemberIdentity(new MemberId(memberIds.get()), Role.GUEST));
  }

  /// Who a socket's user is in a room: an owner, if they show its key.
  ///
  /// @param arguments of the join
  Parsed<MemberIdentity> identify(MemberIdentity known, RoomId room, List<JsonNode> arguments) {
    return switch (AccessEvents.ownerKey(arguments)) {
      case Parsed.Invalid<Optional<String>>(Refusal refusal) -> new Parsed.Invalid<>(refusal);
      case Parsed.Valid<Optional<String>>(Optional<String> key) -> {
        if (key.isEmpty()) {
          yield new Parsed.Valid<>(known);
        }
        if (!ownerKeys.fits(room, key.get())) {
          yield new Parsed.Invalid<>(AccessRefusals.INVALID_OWNER_KEY);
        }
        yield known.role() == Role.GUEST
            ? new Parsed.Invalid<>(AccessRefusals.GUESTS_OWN_NOTHING)
            : new Parsed.Valid<>(new MemberIdentity(known.memberId(), Role.OWNER));
      }
    };
  }

  Receivers receivers() {
    return receivers;
  }

  Rooms rooms() {
    return rooms;
  }

  IceServers iceServers() {
    return iceServers;
  }

  CommandCounts counts() {
    return counts;
  }

  int commandsUnderWay() {
    return commandsUnderWay;
  }

  InstantSource clock() {
    return clock;
  }
}
