package app.focusly.room;

import app.focusly.room.access.Waiting;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.MemberName;
import app.focusly.room.note.NoteTitle;
import app.focusly.room.presence.Typing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a room wants done, in this order. Those to one connection answer its command; those with an
/// `except` go to everyone in the room but the connection whose command caused them, which knows by
/// its answer.
public sealed interface Effect {

  /// The connection is in the room: put it among the room's receivers and answer its join.
  ///
  /// @param repeat whether it was in already, so that nothing else happened
  record Joined(ConnectionId connection, Snapshot snapshot, boolean repeat) implements Effect {}

  /// The connection is in the room, which is there for good: as [Joined], and with what lasts.
  ///
  /// @param lasting a [state][Answer.State] or what the connection [missed][Answer.Missed]
  /// @param waiting who waits to be let in, if the connection's member is to know
  record Entered(Joined joined, Answer lasting, List<Waiting> waiting) implements Effect {
    public Entered {
      waiting = List.copyOf(waiting);
    }
  }

  /// The change was made, or had been made before: answer it.
  ///
  /// @param seq the number of its first event
  record Changed(ConnectionId connection, long seq, boolean repeat) implements Effect {}

  /// What happened after the event that the connection named, or the state: answer it.
  record CaughtUp(ConnectionId connection, Answer lasting) implements Effect {}

  /// The connection asked to be shown something, and this is it: answer it.
  record Shown(ConnectionId connection, ObjectNode answer) implements Effect {}

  /// The connection may use the note: do with it what was asked, and answer.
  ///
  /// @param name that the member goes by; null when they gave none
  record NoteUsed(
      ConnectionId connection, long noteId, MemberId memberId, @Nullable MemberName name)
      implements Effect {}

  /// The connection may search the room, which has these notes: do so, and answer.
  record Searching(Command.Search search, List<NoteTitle> notes) implements Effect {
    public Searching {
      notes = List.copyOf(notes);
    }
  }

  /// A member has read up to an event: `chat-read` to the member's other connections.
  record ChatRead(List<ConnectionId> to, long seq) implements Effect {
    public ChatRead {
      to = List.copyOf(to);
    }
  }

  /// These things happened, in this order: `room-event`, to all who speak protocol 1.
  record Happened(List<Recorded> events) implements Effect {
    public Happened {
      events = List.copyOf(events);
    }
  }

  /// These things happened to what is one member's own: `my-event`, to that member's connections.
  record OwnHappened(List<ConnectionId> to, List<Recorded> events) implements Effect {
    public OwnHappened {
      to = List.copyOf(to);
      events = List.copyOf(events);
    }
  }

  /// Somebody begins to wait to be let in, or goes by another name now: `member-waiting`.
  record MemberWaiting(List<ConnectionId> to, Waiting waiting) implements Effect {
    public MemberWaiting {
      to = List.copyOf(to);
    }
  }

  /// Somebody waits no more: `member-waiting-gone`.
  record MemberWaitingGone(List<ConnectionId> to, MemberId memberId) implements Effect {
    public MemberWaitingGone {
      to = List.copyOf(to);
    }
  }

  /// Something that concerns these connections alone: `notice`.
  ///
  /// @param code for programs
  /// @param message for people who write clients
  /// @param by whose doing it was; null when that is not told
  record Notice(List<ConnectionId> to, String code, String message, @Nullable MemberId by)
      implements Effect {
    public Notice {
      to = List.copyOf(to);
    }
  }

  /// The connection is not in the room any more: take it from the room's receivers and, only when
  /// it [asked to leave][LeaveReason#LEFT], answer it.
  record Left(ConnectionId connection, LeaveReason reason) implements Effect {}

  /// The command was carried out: answer it.
  record Accepted(ConnectionId connection) implements Effect {}

  /// The command was not carried out: answer it.
  record Refused(ConnectionId connection, Refusal refusal) implements Effect {}

  /// A connection with this user id came: `user-connected`.
  record UserConnected(UserId userId, ConnectionId except) implements Effect {}

  /// The last connection with this user id has gone: `user-disconnected`.
  record UserDisconnected(UserId userId, ConnectionId except) implements Effect {}

  /// A member is now as stated: `member-updated`.
  ///
  /// @param except null when everyone is to hear of it, as nobody knows it by an answer
  record MemberUpdated(Member member, @Nullable ConnectionId except) implements Effect {}

  /// These connections have their hand down now: `notice`.
  record HandLowered(List<ConnectionId> to) implements Effect {
    public HandLowered {
      to = List.copyOf(to);
    }
  }

  /// A member types, or does not any more: `typing`, to all who speak protocol 1. It may be dropped
  /// when a receiver is slow.
  ///
  /// @param except the member's own connections
  record Typed(MemberId memberId, Typing typing, List<ConnectionId> except) implements Effect {
    public Typed {
      except = List.copyOf(except);
    }
  }

  /// Someone wants to see these connections, or does not any more: `receive-video`. It may be
  /// dropped when a receiver is slow.
  record VideoAsked(List<ConnectionId> to, UserId from, boolean on) implements Effect {
    public VideoAsked {
      to = List.copyOf(to);
    }
  }

  /// Nobody is in the room, and it holds nothing: it may be forgotten. Always the last effect.
  record Empty() implements Effect {}
}
