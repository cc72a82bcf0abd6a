package app.focusly.room;

/// Why an event was refused. The list is the wire's, so some codes are given by the server alone.
public enum RefusalCode {
  /// A field is missing or of the wrong type; the path says which.
  INVALID_PAYLOAD("invalid-payload"),
  /// The room id is not 1 to 64 letters, digits, `-` and `_`.
  INVALID_ROOM_ID("invalid-room-id"),
  /// The user id is empty, longer than 128, or has control characters.
  INVALID_USER_ID("invalid-user-id"),
  /// The name is longer than 64 characters.
  NAME_TOO_LONG("name-too-long"),
  /// As many members are present as the room takes.
  ROOM_FULL("room-full"),
  /// The member has as many connections in this room as one may have.
  TOO_MANY_CONNECTIONS("too-many-connections"),
  /// The connection is in no room.
  NOT_JOINED("not-joined"),
  /// The client asked for a protocol that this server does not speak.
  UNSUPPORTED_PROTOCOL("unsupported-protocol"),
  /// No other connection in this room has that user id.
  UNKNOWN_USER("unknown-user"),
  /// The sender's role, or a setting of the room, does not allow it.
  NOT_PERMITTED("not-permitted"),
  /// The member was banned from the room.
  BANNED("banned"),
  /// Nobody new is let in.
  ROOM_LOCKED("room-locked"),
  /// An owner has been asked to let the member in.
  WAITING_FOR_ADMISSION("waiting-for-admission"),
  /// The owner key is not this room's.
  INVALID_OWNER_KEY("invalid-owner-key"),
  /// There is no such member, or not where the event needs them.
  UNKNOWN_MEMBER("unknown-member"),
  /// As many are banned as the room keeps.
  TOO_MANY_BANS("too-many-bans"),
  /// As many wait to be let in as may.
  TOO_MANY_WAITING("too-many-waiting"),
  /// The room has as many owners as it may.
  TOO_MANY_OWNERS("too-many-owners"),
  /// A chat message is longer than it may be.
  MESSAGE_TOO_LONG("message-too-long"),
  /// There is no such chat message, or no longer.
  UNKNOWN_MESSAGE("unknown-message"),
  /// The chat message is somebody else's.
  NOT_YOUR_MESSAGE("not-your-message"),
  /// The chat message has as many reactions as it may.
  TOO_MANY_REACTIONS("too-many-reactions"),
  /// The reaction is no single emoji.
  INVALID_EMOJI("invalid-emoji"),
  /// No phase of the timer is under way.
  TIMER_NOT_RUNNING("timer-not-running"),
  /// A phase of the timer is under way.
  TIMER_RUNNING("timer-running"),
  /// The timer is not paused.
  TIMER_NOT_PAUSED("timer-not-paused"),
  /// There is no preset of that name.
  UNKNOWN_PRESET("unknown-preset"),
  /// The room has as many presets as it may.
  TOO_MANY_PRESETS("too-many-presets"),
  /// The member has no open goal.
  NO_GOAL("no-goal"),
  /// No round of the stand-up is under way.
  NO_STANDUP("no-standup"),
  /// A round of the stand-up is under way.
  STANDUP_RUNNING("standup-running"),
  /// There is no such task, or no longer.
  UNKNOWN_TASK("unknown-task"),
  /// The board would have more tasks than it may.
  TOO_MANY_TASKS("too-many-tasks"),
  /// There is no such note, or no longer.
  UNKNOWN_NOTE("unknown-note"),
  /// The room has as many notes as it may.
  TOO_MANY_NOTES("too-many-notes"),
  /// What should be written in a note is no update of a Yjs document.
  INVALID_UPDATE("invalid-update"),
  /// The note would be larger than it may be.
  NOTE_FULL("note-full"),
  /// The client has to ask what is in the note before it may write in it.
  SYNC_FIRST("sync-first"),
  /// What is kept of the note cannot be read.
  NOTE_UNREADABLE("note-unreadable"),
  /// The server has no event of that name.
  UNKNOWN_EVENT("unknown-event"),
  /// Too many events in too short a time.
  RATE_LIMITED("rate-limited"),
  /// The server is about to stop.
  SERVER_GOING_DOWN("server-going-down"),
  /// The server could not store what happened, or does not know whether it did.
  STORAGE_UNAVAILABLE("storage-unavailable"),
  /// Too much waits to be stored; nothing happened.
  STORAGE_BUSY("storage-busy"),
  /// The server's own fault.
  INTERNAL_ERROR("internal-error");

  private final String text;

  RefusalCode(String text) {
    this.text = text;
  }

  /// The code as it goes over the wire.
  public String text() {
    return text;
  }
}
