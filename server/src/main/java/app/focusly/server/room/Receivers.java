package app.focusly.server.room;

import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.LeaveReason;
import app.focusly.room.RoomId;
import app.focusly.room.RoomJson;
import app.focusly.room.UserId;
import app.focusly.socketio.Broadcast;
import app.focusly.socketio.Namespace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/// Sends to sockets what rooms have to say to more than the one who asked. Used from every loop.
final class Receivers {
  private final Namespace namespace;

  Receivers(Namespace namespace) {
    this.namespace = namespace;
  }

  /// The Socket.IO room of everyone in a room.
  static String everyone(RoomId room) {
    return "room:" + room.value();
  }

  /// The Socket.IO room of those in a room who follow what lasts: all but plain clients.
  static String followers(RoomId room) {
    return "events:" + room.value();
  }

  /// Tells whom it concerns.
  ///
  /// @throws IllegalArgumentException when it is the answer to somebody's command
  void tell(RoomId room, Effect effect) {
    switch (effect) {
      case Effect.UserConnected connected ->
          broadcast(room, "user-connected", text(connected.userId()), connected.except());
      case Effect.UserDisconnected gone ->
          broadcast(room, "user-disconnected", text(gone.userId()), gone.except());
      case Effect.MemberUpdated updated ->
          broadcast(room, "member-updated", RoomJson.member(updated.member()), updated.except());
      case Effect.HandLowered lowered ->
          lowered
              .to()
              .forEach(to -> namespace.to(to.value()).emit("notice", RoomJson.handLowered()));
      case Effect.Typed typed ->
          namespace
              .to(followers(room))
              .except(typed.except().stream().map(ConnectionId::value).toArray(String[]::new))
              .skipBusy()
              .emit("typing", RoomJson.typed(typed));
      case Effect.VideoAsked asked ->
          asked.to().forEach(to -> tell(to, "receive-video", RoomJson.videoAsked(asked)));
      case Effect.Happened happened ->
          happened
              .events()
              .forEach(
                  event -> namespace.to(followers(room)).emit("room-event", RoomJson.event(event)));
      case Effect.OwnHappened(var to, var events) ->
          events.forEach(event -> {
            JsonNode argument = RoomJson.event(event);
            to.forEach(connection -> send(connection, "my-event", argument));
          });
      case Effect.MemberWaiting(var to, var waiting) -> {
        JsonNode argument = RoomJson.waiting(waiting);
        to.forEach(connection -> send(connection, "member-waiting", argument));
      }
      case Effect.MemberWaitingGone(var to, var memberId) -> {
        JsonNode argument = RoomJson.waitingGone(memberId);
        to.forEach(connection -> send(connection, "member-waiting-gone", argument));
      }
      case Effect.Notice notice -> {
        JsonNode argument = RoomJson.notice(notice);
        notice.to().forEach(connection -> send(connection, "notice", argument));
      }
      case Effect.Left(ConnectionId connection, LeaveReason reason)
          when reason == LeaveReason.REMOVED ->
          namespace.to(connection.value()).leave(everyone(room), followers(room));
      case Effect.ChatRead read ->
          read.to().forEach(to -> tell(to, "chat-read", RoomJson.chatRead(read)));
      case Effect.Empty _ -> {}
      case Effect.Joined _,
          Effect.Entered _,
          Effect.Left _,
          Effect.Accepted _,
          Effect.Changed _,
          Effect.Shown _,
          Effect.NoteUsed _,
          Effect.Searching _,
          Effect.CaughtUp _,
          Effect.Refused _ ->
          throw new IllegalArgumentException("an answer");
    }
  }

  private static JsonNode text(UserId userId) {
    return TextNode.valueOf(userId.value());
  }

  private void broadcast(
      RoomId room, String event, JsonNode argument, @Nullable ConnectionId except) {
    Broadcast receivers = namespace.to(everyone(room));
    (except == null ? receivers : receivers.except(except.value())).emit(event, argument);
  }

  private void send(ConnectionId to, String event, JsonNode argument) {
    namespace.to(to.value()).emit(event, argument);
  }

  private void tell(ConnectionId to, String event, JsonNode argument) {
    namespace.to(to.value()).skipBusy().emit(event, argument);
  }
}
