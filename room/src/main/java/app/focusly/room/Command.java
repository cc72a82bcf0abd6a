package app.focusly.room;

import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;

/// What a room is told to do. The connection is the one that the server received it from, never one
/// that a payload named.
public sealed interface Command {

  /// Whose command it is.
  ConnectionId connection();

  /// The connection wants to be in the room.
  ///
  /// @param identity who it is, by the server's own judgement
  record Join(ConnectionId connection, MemberIdentity identity, JoinRequest request)
      implements Command {}

  /// The connection goes, or has gone.
  record Leave(ConnectionId connection, LeaveReason reason) implements Command {}

  /// The connection says what it sends.
  record SetMedia(ConnectionId connection, MediaState media) implements Command {}

  /// The connection asks another one for its camera, or not to send it any more.
  record AskVideo(ConnectionId connection, ReceiveVideo request) implements Command {}
}
