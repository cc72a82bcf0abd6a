package app.focusly.server.room;

import app.focusly.room.Effect;
import app.focusly.room.MemberId;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RoomId;
import app.focusly.room.RoomService;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.AccessEvents;
import app.focusly.room.access.AccessRefusals;
import app.focusly.room.journal.Journal;
import app.focusly.room.journal.Read;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import app.focusly.room.note.NoteLog;
import app.focusly.server.config.RoomConfig;
import app.focusly.server.http.Origins;
import app.focusly.server.metrics.CommandCounts;
import app.focusly.server.note.NoteMembers;
import app.focusly.server.note.NoteWorkers;
import app.focusly.server.note.OpenNotes;
import app.focusly.server.note.RoomSearch;
import app.focusly.server.note.SessionNotes;
import app.focusly.server.note.Transfers;
import app.focusly.server.security.Guests;
import app.focusly.server.security.IceServers;
import app.focusly.server.security.OwnerKeys;
import app.focusly.server.websocket.Loops;
import app.focusly.socketio.Handshake;
import app.focusly.socketio.Namespace;
import app.focusly.socketio.Socket;
import app.focusly.store.Kept;
import app.focusly.store.SessionDirectory;
import app.focusly.store.SessionDirectory.Unkept;
import app.focusly.store.StreamDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
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
  private final OpenNotes notes;
  private final RoomSearch search;
  private final SessionDirectory sessions;
  private final SessionNotes sessionNotes;
  private final Transfers transfers = new Transfers();
  private final Rooms rooms;
  private final StreamDirectory directory;
  private final Erasures erasures;
  private final Guests guests;
  private final OwnerKeys ownerKeys;
  private final Origins origins;
  private final IceServers iceServers;
  private final Supplier<String> memberIds;
  private final InstantSource clock;
  private final int commandsUnderWay;
  private final CommandCounts counts;

  /// @param journal keeps what lasts
  /// @param directory of its streams
  /// @param noteLog keeps what is written in notes
  /// @param noteWorkers do what takes long
  /// @param sessions on whose record notes are put
  /// @param commandsUnderWay commands of one socket that may be unanswered
  /// @param memberIds makes ids for members who are known by their connection alone
  /// @param counts of what is asked
  /// @param aliveBefore when the server before this one was last known to run
  public RoomEvents(
      Namespace namespace,
      Loops loops,
      RoomConfig config,
      Journal journal,
      StreamDirectory directory,
      NoteLog noteLog,
      NoteWorkers noteWorkers,
      SessionDirectory sessions,
      int commandsUnderWay,
      Guests guests,
      OwnerKeys ownerKeys,
      Origins origins,
      IceServers iceServers,
      Supplier<String> memberIds,
      CommandCounts counts,
      InstantSource clock,
      Instant aliveBefore) {
    this.namespace = namespace;
    this.loops = loops;
    this.receivers = new Receivers(namespace);
    this.notes =
        new OpenNotes(
            namespace,
            Receivers::followers,
            loops,
            noteLog,
            noteWorkers,
            config.features().notes());
    this.search = new RoomSearch(loops, journal, notes, noteWorkers);
    this.sessions = sessions;
    this.sessionNotes = new SessionNotes(noteLog, noteWorkers, sessions);
    this.rooms = new Rooms(loops, config, journal, this::carryOut, clock, aliveBefore);
    this.directory = directory;
    this.erasures = new Erasures(rooms, directory);
    this.guests = guests;
    this.ownerKeys = ownerKeys;
    this.origins = origins;
    this.iceServers = iceServers;
    this.memberIds = memberIds;
    this.clock = clock;
    this.commandsUnderWay = commandsUnderWay;
    this.counts = counts;
  }

  /// What a room has to say to more than the one who asked, on the room's loop.
  private void carryOut(RoomId room, Effect effect) {
    notes.follow(room, effect);
    receivers.tell(room, effect);
    if (effect instanceof Effect.Happened(List<Recorded> events)) {
      events.stream()
          .filter(event -> event.type().equals("session-ended"))
          .forEach(event -> keepNotes(room, event.body().path("session").longValue()));
    }
  }

  private void keepNotes(RoomId room, long session) {
    rooms.inMemory(room).ifPresent(service -> keepNotes(service, room, session));
  }

  private void keepNotes(RoomService service, RoomId room, long session) {
    if (service.notes().isArray()) { // the room could be read
      sessionNotes.keep(loops.owner(room), room, session, service.notes());
    }
  }

  /// Goes on keeping the notes of sessions whose end was the last that a server wrote down, or
  /// whose notes it could not write down.
  ///
  /// @param done is run when it has begun with each, on any thread
  public void goOnKeepingNotes(Runnable done) {
    sessions.unkept(answer -> {
      switch (answer) {
        case Read.Found<List<Unkept>>(List<Unkept> unkept) ->
            goOnKeepingNotes(unkept.iterator(), done);
        case Read.Unavailable<List<Unkept>> _ -> done.run(); // the journal has told why
      }
    });
  }

  private void goOnKeepingNotes(Iterator<Unkept> rest, Runnable done) {
    if (!rest.hasNext()) {
      done.run();
      return;
    }
    Unkept next = rest.next();
    rooms.ask(
        next.room(),
        service ->
            service.tend(() -> {
              keepNotes(service, next.room(), next.session());
              goOnKeepingNotes(rest, done);
            }),
        _ -> goOnKeepingNotes(rest, done));
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

  /// Looks after a room that nobody opens.
  ///
  /// @param done is run when it has been read, or could not be, on the room's loop
  public void tend(RoomId room, Runnable done) {
    rooms.ask(room, service -> service.tend(done), _ -> done.run());
  }

  /// What is kept of a member.
  ///
  /// @param to takes the answer on any thread
  public void kept(MemberId memberId, Consumer<Read<Kept>> to) {
    directory.kept(memberId, to);
  }

  /// Goes on forgetting members who could not be forgotten everywhere.
  ///
  /// @param done is run when it has been tried, on any thread
  public void goOnErasing(Runnable done) {
    erasures.goOn(done);
  }

  /// Forgets a member for good, in every room. What cannot be done now is done later.
  ///
  /// @param to takes the refusal, or nothing when all is done, on any thread
  public void erase(MemberId memberId, Consumer<Optional<Refusal>> to) {
    erasures.erase(memberId, to);
  }

  /// Forgets for good what was said and done in a session that is over.
  ///
  /// @param by an owner of the room
  /// @param session the number of the event that started it
  /// @param through the event that ended it
  /// @param edits later events that edited messages of it
  /// @param to takes the refusal, or nothing when all is done, on any thread
  public void forgetSession(
      MemberId by,
      RoomId room,
      long session,
      long through,
      List<Long> edits,
      Consumer<Optional<Refusal>> to) {
    Consumer<Answer> end =
        answer ->
            to.accept(
                answer instanceof Answer.Refused(Refusal refusal)
                    ? Optional.of(refusal)
                    : Optional.empty());
    rooms.ask(
        room,
        service -> service.forgetSession(by, session, through, edits, end),
        refusal -> to.accept(Optional.of(refusal)));
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
        .orElseGet(this::stranger);
  }

  private MemberIdentity stranger() {
    return new MemberIdentity(new MemberId(memberIds.get()), Role.GUEST);
  }

  /// Who a socket's user is in a room: an owner, if they show its key.
  ///
  /// @param arguments of the join
  Parsed<MemberIdentity> identify(MemberIdentity seen, RoomId room, List<JsonNode> arguments) {
    MemberIdentity known = erasures.has(seen.memberId()) ? stranger() : seen;
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

  /// Who is in which of a room's notes.
  ///
  /// @param to takes it on the room's loop
  void membersOfNotes(RoomId room, Consumer<List<NoteMembers>> to) {
    loops.owner(room).run(() -> to.accept(notes.members(room)));
  }

  OpenNotes notes() {
    return notes;
  }

  RoomSearch search() {
    return search;
  }

  /// What is on its way in parts.
  Transfers transfers() {
    return transfers;
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
