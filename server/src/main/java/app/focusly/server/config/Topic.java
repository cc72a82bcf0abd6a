package app.focusly.server.config;

import java.util.List;

/// What options are about, for the page that lists them. Every option is in one topic.
public enum Topic {
  SERVER(
      "The server",
      Option.PORT,
      Option.HOST,
      Option.DATA,
      Option.TLS_CERT,
      Option.TLS_KEY,
      Option.ORIGINS,
      Option.TRUSTED_PROXIES,
      Option.COMPRESSION_THRESHOLD,
      Option.SHUTDOWN_GRACE),
  OPERATION("Log and metrics", Option.LOG_FORMAT, Option.LOG_LEVEL, Option.METRICS),
  ROOMS(
      "Rooms",
      Option.ROOM_MEMBERS,
      Option.MEMBER_CONNECTIONS,
      Option.VIDEO_PUBLISHERS,
      Option.ROOM_OWNERS,
      Option.ROOM_BANS,
      Option.ROOM_WAITING,
      Option.TIMER_PRESETS,
      Option.CHAT_MESSAGE,
      Option.CHAT_REACTION_KINDS,
      Option.CHAT_REACTIONS,
      Option.GOAL_TEXT,
      Option.STANDUP_ANSWER,
      Option.TASKS,
      Option.TASK_TITLE,
      Option.NOTES,
      Option.NOTE_BYTES,
      Option.MAX_ROOMS,
      Option.MEMBER_ROOMS,
      Option.RETENTION,
      Option.COMMANDS_UNDER_WAY),
  MEDIA("STUN and TURN", Option.STUN, Option.TURN_URLS, Option.TURN_SECRET, Option.TURN_LIFETIME),
  REALTIME(
      "Engine.IO and Socket.IO",
      Option.PING_INTERVAL,
      Option.PING_TIMEOUT,
      Option.UPGRADE_TIMEOUT,
      Option.TRANSPORTS,
      Option.ALLOW_UPGRADES,
      Option.SESSION_COOKIE,
      Option.CONNECT_TIMEOUT,
      Option.CLIENT_NAMESPACES,
      Option.PENDING_ACKS,
      Option.UNDECIDED_EVENTS,
      Option.POLL_CLOSE_TIMEOUT,
      Option.CLOSE_TIMEOUT,
      Option.MAX_PAYLOAD,
      Option.POST_PACKETS,
      Option.MAX_SESSIONS,
      Option.MAX_WAITING_PACKETS,
      Option.MAX_WAITING_BYTES,
      Option.VOLATILE_BYTES),
  HTTP(
      "HTTP connections",
      Option.MAX_CONNECTIONS,
      Option.BACKLOG,
      Option.IDLE_TIMEOUT,
      Option.HEADER_TIMEOUT,
      Option.BODY_TIMEOUT,
      Option.MAX_LINE,
      Option.MAX_HEADERS,
      Option.SEND_BUFFER),
  CONNECTION(
      "What one connection may send",
      Option.MESSAGES,
      Option.MESSAGE_UNIT,
      Option.MESSAGES_A_TURN,
      Option.FLOOD_TIME,
      Option.REQUESTS,
      Option.REQUESTS_A_TURN),
  ADDRESS(
      "What one address may use",
      Option.ADDRESS_CONNECTIONS,
      Option.ADDRESS_CONNECTS,
      Option.ADDRESS_SESSIONS,
      Option.ADDRESS_UNJOINED,
      Option.ADDRESS_HANDSHAKES,
      Option.ADDRESS_REQUESTS,
      Option.ADDRESS_REST,
      Option.ADDRESS_MESSAGES,
      Option.ADDRESS_ROOMS,
      Option.MAX_ADDRESSES),
  PEERJS(
      "PeerJS",
      Option.PEERJS_KEY,
      Option.PEERJS_PATH,
      Option.PEERJS_EXPIRE_TIMEOUT,
      Option.PEERJS_ALIVE_TIMEOUT,
      Option.PEERJS_CONCURRENT_LIMIT,
      Option.PEERJS_ALLOW_DISCOVERY,
      Option.PEERJS_CLEANUP_INTERVAL,
      Option.PEERJS_ID_HOLD,
      Option.PEERJS_ADDRESS_LIMIT,
      Option.PEERJS_MAX_WAITING_BYTES,
      Option.PEERJS_MAX_MESSAGE,
      Option.PEERJS_MAX_ID,
      Option.PEERJS_MAX_TOKEN,
      Option.PEERJS_QUEUES,
      Option.PEERJS_QUEUE_MESSAGES,
      Option.PEERJS_QUEUE_BYTES,
      Option.PEERJS_SENDER_MESSAGES,
      Option.PEERJS_SENDER_BYTES,
      Option.PEERJS_ALL_MESSAGES,
      Option.PEERJS_ALL_BYTES);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a list of `List.of` never changes
  private final List<Option> options;

  Topic(String title, Option... options) {
    this.title = title;
    this.options = List.of(options);
  }

  /// Its heading.
  public String title() {
    return title;
  }

  /// Its options, in the order in which one would look for them.
  public List<Option> options() {
    return options;
  }
}
