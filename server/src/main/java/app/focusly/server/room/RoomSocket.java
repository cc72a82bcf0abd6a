package app.focusly.server.room;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.LeaveReason;
import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomId;
import app.focusly.room.RoomJson;
import app.focusly.room.RoutedCommand;
import app.focusly.room.Snapshot;
import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.note.NoteRequest;
import app.focusly.room.presence.LowerHand;
import app.focusly.room.presence.Status;
import app.focusly.room.presence.Typing;
import app.focusly.server.metrics.CommandCounts;
import app.focusly.server.note.NoteMembers;
import app.focusly.server.websocket.Loop;
import app.focusly.socketio.Ack;
import app.focusly.socketio.Socket;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket and the room that it is in. Confined to the socket's loop; what a room answers comes
/// back to it there.
final class RoomSocket {
  private static final Refusal UNKNOWN_EVENT =
      Refusal.of(RefusalCode.UNKNOWN_EVENT, "There is no event of that name.");

  private static final Refusal FAILED =
      Refusal.of(RefusalCode.INTERNAL_ERROR, "The server made a mistake.");

  private static final Logger LOG = LoggerFactory.getLogger(RoomSocket.class);

  private static final long NO_JOIN = -1;

  private final RoomEvents events;
  private final Socket socket;
  private final Loop loop;
  private final ConnectionId connection;
  private final MemberIdentity identity;
  private @Nullable RoomId current;

  private final NoteRequests notes;

  /// How many joins there were. Rooms answer in any order, so what an older join comes to must not
  /// touch the room that a newer one has chosen.
  private long joins;

  /// Over its limit the client hears `rate-limited`. A page sends one command at a time, and a
  /// burst of some dozens is answered within a turn of the room's loop.
  private int underWay;

  RoomSocket(RoomEvents events, Socket socket, Loop loop) {
    this.events = events;
    this.socket = socket;
    this.loop = loop;
    this.connection = new ConnectionId(socket.id());
    this.identity = events.identify(socket);
    this.notes = new NoteRequests(events, connection, loop, this::useNote);
  }

  /// One listener for all events: a table for each socket would be the most that an idle one keeps.
  void listen() {
    socket.onAny(this::received).onDisconnect(_ -> dropped());
  }

  private void received(List<JsonNode> event, Ack awaited) {
    List<JsonNode> arguments = event.subList(1, event.size());
    String type = event.getFirst().asText();
    var asker = new Asker(type, awaited, socket, events.counts());
    var unknown = new Asker(CommandCounts.UNKNOWN, awaited, socket, events.counts());
    attempt(() -> received(type, arguments, awaited, asker), unknown); // names of ours are counted
  }

  private void received(String type, List<JsonNode> arguments, Ack awaited, Asker asker) {
    switch (type) {
      case "join-room" -> join(arguments, asker);
      case "leave-room" -> leave(asker);
      case "media-state" -> mediaState(arguments, asker);
      case "receive-video" -> receiveVideo(arguments, asker);
      case "presence" ->
          toRoom(Status.parse(arguments), it -> new Command.SetStatus(connection, it), asker);
      case "hand-lower" ->
          toRoom(LowerHand.parse(arguments), it -> new Command.LowerHands(connection, it), asker);
      case "typing" ->
          toRoom(Typing.parse(arguments), it -> new Command.Type(connection, it), asker);
      case "catch-up" -> catchUp(arguments, asker);
      case "chat-read" -> readChat(arguments, asker);
      case "my-tasks" -> toRoom(new Command.ShowOwn(connection), asker);
      case "room-search" -> search(arguments, asker);
      case "note-members" -> noteMembers(asker);
      case "clock" -> clock(asker);
      default -> {
        if (NoteRequest.isOne(type)) {
          notes.received(type, arguments, asker);
        } else {
          change(type, arguments, awaited);
        }
      }
    }
  }

  /// The events of the journalled features.
  private void change(String type, List<JsonNode> arguments, Ack awaited) {
    Optional<Parsed<Command.Change>> change =
        events.rooms().features().change(type, connection, arguments);
    String counted = change.isPresent() ? type : CommandCounts.UNKNOWN;
    var asker = new Asker(counted, awaited, socket, events.counts());
    switch (change.orElse(new Parsed.Invalid<>(UNKNOWN_EVENT))) {
      case Parsed.Invalid<Command.Change> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<Command.Change> valid -> toRoom(valid.value(), asker);
    }
  }

  private void catchUp(List<JsonNode> arguments, Asker asker) {
    switch (Command.CatchUp.parse(connection, arguments)) {
      case Parsed.Invalid<Command.CatchUp> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<Command.CatchUp> valid -> toRoom(valid.value(), asker);
    }
  }

  private void readChat(List<JsonNode> arguments, Asker asker) {
    switch (Command.ReadChat.parse(connection, arguments)) {
      case Parsed.Invalid<Command.ReadChat> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<Command.ReadChat> valid -> toRoom(valid.value(), asker);
    }
  }

  private void search(List<JsonNode> arguments, Asker asker) {
    switch (Command.Search.parse(connection, arguments)) {
      case Parsed.Invalid<Command.Search> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<Command.Search> valid -> toRoom(valid.value(), asker);
    }
  }

  private void join(List<JsonNode> arguments, Asker asker) {
    switch (JoinRequest.parse(arguments, socket.id())) {
      case Parsed.Invalid<JoinRequest> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<JoinRequest>(JoinRequest request) -> {
        switch (events.identify(identity, request.roomId(), arguments)) {
          case Parsed.Invalid<MemberIdentity> invalid -> asker.refuse(invalid.refusal());
          case Parsed.Valid<MemberIdentity>(MemberIdentity identified) ->
              join(new Command.Join(connection, identified, request), asker);
        }
      }
    }
  }

  private void join(Command.Join join, Asker asker) {
    RoomId before = current;
    if (busy(asker)) {
      return;
    }
    current = join.request().roomId();
    joins++;
    boolean again = current.equals(before); // who is there already stays, whatever the answer
    var reply = new Reply(asker, again ? NO_JOIN : joins);
    RoutedCommand.forJoin(before, join).forEach(command -> dispatch(command, reply));
  }

  private void leave(Asker asker) {
    if (toRoom(new Command.Leave(connection, LeaveReason.LEFT), asker)) {
      current = null;
    }
  }

  private void mediaState(List<JsonNode> arguments, Asker asker) {
    switch (MediaState.parse(arguments)) {
      case Parsed.Invalid<MediaState> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<MediaState> valid ->
          toRoom(new Command.SetMedia(connection, valid.value()), asker);
    }
  }

  private void receiveVideo(List<JsonNode> arguments, Asker asker) {
    switch (ReceiveVideo.parse(arguments)) {
      case Parsed.Invalid<ReceiveVideo> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<ReceiveVideo> valid ->
          toRoom(new Command.AskVideo(connection, valid.value()), asker);
    }
  }

  private <T> void toRoom(Parsed<T> parsed, Function<T, Command> command, Asker asker) {
    switch (parsed) {
      case Parsed.Invalid<T> invalid -> asker.refuse(invalid.refusal());
      case Parsed.Valid<T> valid -> toRoom(command.apply(valid.value()), asker);
    }
  }

  private void clock(Asker asker) {
    asker.answer(RoomJson.accepted().put("serverTime", events.clock().instant().toEpochMilli()));
  }

  private void dropped() {
    RoomId room = current;
    current = null;
    notes.close();
    if (room != null) {
      dispatch(
          new RoutedCommand(room, new Command.Leave(connection, LeaveReason.DROPPED)),
          new Reply(null, NO_JOIN));
    }
  }

  /// Does something for a client, who hears when it fails.
  private static void attempt(Runnable work, Asker asker) {
    try {
      work.run();
    } catch (RuntimeException failure) { // our own fault
      LOG.error("an event failed type={}", asker.type(), failure);
      asker.refuse(FAILED);
    }
  }

  /// Sends a command to the room that the socket is in.
  ///
  /// @return whether it is on its way; otherwise the client has been told why not
  private boolean toRoom(Command command, Asker asker) {
    RoomId room = current;
    if (room == null) {
      asker.refuse(Refusal.of(RefusalCode.NOT_JOINED, "Join a room first."));
      return false;
    }
    if (busy(asker)) {
      return false;
    }
    dispatch(new RoutedCommand(room, command), new Reply(asker, NO_JOIN));
    return true;
  }

  /// Does something with a note, on the room's loop, if the sender may.
  private void useNote(long noteId, Asker asker, NoteRequests.Use use) {
    RoomId room = current;
    if (room == null) {
      asker.refuse(Refusal.of(RefusalCode.NOT_JOINED, "Join a room first."));
    } else if (!busy(asker)) {
      var command = new Command.UseNote(connection, noteId);
      dispatch(new RoutedCommand(room, command), new Reply(asker, NO_JOIN, use));
    }
  }

  private void noteMembers(Asker asker) {
    RoomId room = current;
    if (room == null || !socket.rooms().contains(Receivers.followers(room))) {
      asker.refuse(Refusal.of(RefusalCode.NOT_JOINED, "Join a room first."));
    } else if (!busy(asker)) {
      var reply = new Reply(asker, NO_JOIN);
      events.membersOfNotes(
          room,
          notes -> {
            ObjectNode answer = RoomJson.accepted();
            answer.putArray("notes").addAll(notes.stream().map(NoteMembers::json).toList());
            reply.answer(to -> to.answer(answer));
          });
    }
  }

  private boolean busy(Asker asker) {
    if (underWay >= events.commandsUnderWay()) {
      asker.refuse(
          Refusal.of(
              RefusalCode.RATE_LIMITED, "Too many commands are under way; wait for answers."));
      return true;
    }
    underWay++;
    return false;
  }

  /// What one command's sender awaits: an answer, once.
  private final class Reply implements NoteRequests.Reply {
    private final @Nullable Asker asker;
    private final long join;
    private final NoteRequests.@Nullable Use use;
    private boolean answered;

    /// @param asker null when the client is gone
    /// @param join which join it answers, or [#NO_JOIN]
    Reply(@Nullable Asker asker, long join) {
      this(asker, join, null);
    }

    /// @param use what is to be done with a note, if that is allowed
    Reply(@Nullable Asker asker, long join, NoteRequests.@Nullable Use use) {
      this.asker = asker;
      this.join = join;
      this.use = use;
    }

    /// Says that nothing was done. After a refused join the connection is in no room, unless it has
    /// joined anew, was in that room before, or waits at its door.
    @Override
    public void refused(Refusal refusal) {
      answer(to -> {
        if (joins == join && refusal.code() != RefusalCode.WAITING_FOR_ADMISSION) {
          current = null;
        }
        to.refuse(refusal);
      });
    }

    /// Answers on the socket's loop, unless it has been.
    @Override
    public void answer(Consumer<Asker> answer) {
      loop.run(() -> {
        if (!answered && asker != null) {
          answered = true;
          underWay--;
          attempt(() -> answer.accept(asker), asker);
        }
      });
    }
  }

  private void dispatch(RoutedCommand routed, Reply reply) {
    events
        .rooms()
        .handle(
            routed,
            new Rooms.Outcome() {
              @Override
              public void effect(Effect effect) {
                carryOut(routed, effect, reply);
              }

              @Override
              public void refused(RefusalCode code, String message) {
                reply.refused(Refusal.of(code, message));
              }
            });
  }

  /// On the room's loop.
  private void carryOut(RoutedCommand routed, Effect effect, Reply reply) {
    switch (effect) {
      case Effect.Entered entered -> reply.answer(asker -> entered(routed, entered, asker));
      case Effect.Left left -> {
        events.notes().follow(routed.roomId(), left);
        left(routed.roomId(), left.reason(), reply);
      }
      case Effect.Accepted _ -> reply.answer(asker -> asker.answer(RoomJson.accepted()));
      case Effect.Changed changed -> reply.answer(asker -> changed(changed, asker));
      case Effect.Shown shown -> reply.answer(asker -> asker.answer(RoomJson.shown(shown)));
      case Effect.CaughtUp caughtUp ->
          reply.answer(asker -> asker.answer(RoomJson.caughtUp(caughtUp)));
      case Effect.Searching searching ->
          events
              .search()
              .start(routed.roomId(), searching, NoteRequests.answering(reply, Asker::answer));
      case Effect.NoteUsed used -> {
        if (reply.use != null) {
          reply.use.with(routed.roomId(), used, reply);
        }
      }
      case Effect.Refused refused -> reply.refused(refused.refusal());
      default -> events.receivers().tell(routed.roomId(), effect);
    }
  }

  private void entered(RoutedCommand routed, Effect.Entered entered, Asker asker) {
    boolean plain =
        routed.command() instanceof Command.Join join
            && join.request().protocol() == JoinRequest.PLAIN_PROTOCOL;
    socket.join(Receivers.everyone(routed.roomId()));
    if (!plain) {
      socket.join(Receivers.followers(routed.roomId()));
    }
    Snapshot.You you = entered.joined().snapshot().you();
    ObjectNode answer = RoomJson.entered(entered);
    events.rooms().features().addLimits(answer.withObjectProperty("limits"));
    answer.put("serverTime", events.clock().instant().toEpochMilli());
    events.iceServers().addTo(answer, you.memberId().value(), events.clock().instant());
    asker.answer(answer);
  }

  private static void changed(Effect.Changed changed, Asker asker) {
    ObjectNode answer = RoomJson.changed(changed);
    if (changed.repeat()) {
      asker.answerAgain(answer);
    } else {
      asker.answer(answer);
    }
  }

  private void left(RoomId room, LeaveReason reason, Reply reply) {
    loop.run(() -> {
      socket.leave(Receivers.everyone(room));
      socket.leave(Receivers.followers(room));
    });
    if (reason == LeaveReason.LEFT) {
      reply.answer(asker -> asker.answer(RoomJson.accepted()));
    }
  }
}
