package app.focusly.server.config;

import java.util.Locale;
import java.util.Optional;

/// Everything that can be set: its key in `focusly.properties`, its default, and what it is for.
/// The environment knows each by its key in capitals with `_` between the words, such as
/// `FOCUSLY_TLS_CERT` for `focusly.tls.cert`.
public enum Option {
  PORT("port", "3000", "port to listen on; 0 takes a free one"),
  HOST("focusly.host", "0.0.0.0", "address to listen on"),
  DATA("focusly.data", "./data", "folder for everything that is kept"),
  TLS_CERT("focusly.tls.cert", "", "PEM file with the certificate chain; turns HTTPS on"),
  TLS_KEY("focusly.tls.key", "", "PEM file with the certificate's private key"),
  ORIGINS("focusly.origins", "*", "origins of other front ends, comma separated; * for any"),
  TRUSTED_PROXIES(
      "focusly.trusted-proxies", "", "addresses or networks of proxies whose X-Forwarded-* count"),
  COMPRESSION_THRESHOLD(
      "focusly.compression-threshold",
      "1024",
      "smallest HTTP answer in bytes that is compressed; 0 compresses none"),
  STUN("focusly.stun", "", "STUN URLs for the clients, comma separated"),
  TURN_URLS("focusly.turn-urls", "", "TURN URLs for the clients, comma separated"),
  TURN_SECRET("focusly.turn-secret", "", "secret shared with the TURN server (TURN REST scheme)"),
  TURN_LIFETIME("focusly.turn-lifetime", "6h", "how long TURN credentials are good for"),
  LOG_FORMAT("focusly.log-format", "text", "text, or json: one object a line"),
  LOG_LEVEL("focusly.log-level", "info", "error, warn, info, debug or trace"),
  PING_INTERVAL("focusly.ping-interval", "25s", "Engine.IO: time from a pong to the next ping"),
  PING_TIMEOUT("focusly.ping-timeout", "20s", "Engine.IO: how long a pong may take"),
  UPGRADE_TIMEOUT("focusly.upgrade-timeout", "10s", "Engine.IO: how long an upgrade may take"),
  TRANSPORTS(
      "focusly.transports",
      "polling,websocket",
      "Engine.IO: how clients may come, comma separated"),
  ALLOW_UPGRADES(
      "focusly.allow-upgrades", "true", "Engine.IO: whether polling clients may move to WebSocket"),
  SESSION_COOKIE(
      "focusly.session-cookie",
      "",
      "Engine.IO: name of a cookie with the session's id, such as io, for a load balancer"),
  MAX_PAYLOAD("focusly.max-payload", "1000000", "Engine.IO: largest message or body in bytes"),
  CONNECT_TIMEOUT("focusly.connect-timeout", "45s", "Socket.IO: time to join a namespace"),
  CLIENT_NAMESPACES(
      "focusly.client-namespaces", "100", "Socket.IO: namespaces that one client may be in"),
  PENDING_ACKS(
      "focusly.pending-acks", "1000", "Socket.IO: acknowledgements that one socket may owe"),
  UNDECIDED_EVENTS(
      "focusly.undecided-events",
      "1000",
      "Socket.IO: events of one socket that wait for an embedder's checks"),
  MAX_SESSIONS("focusly.max-sessions", "50000", "Engine.IO: sessions at once"),
  MAX_WAITING_PACKETS(
      "focusly.max-waiting-packets", "10000", "Engine.IO: packets waiting for one polling client"),
  MAX_WAITING_BYTES(
      "focusly.max-waiting-bytes", "4194304", "Engine.IO: bytes waiting for one slow client"),
  ROOM_MEMBERS("focusly.room-members", "100", "members a room"),
  MEMBER_CONNECTIONS("focusly.member-connections", "5", "connections a member: tabs, devices"),
  VIDEO_PUBLISHERS("focusly.video-publishers", "8", "connections of a room that send video"),
  ROOM_OWNERS("focusly.room-owners", "10", "owners a room"),
  ROOM_BANS("focusly.room-bans", "200", "members that are banned from a room at once"),
  ROOM_WAITING("focusly.room-waiting", "50", "members that wait to be let into a room"),
  TIMER_PRESETS("focusly.timer-presets", "20", "presets that a room's timer keeps"),
  CHAT_MESSAGE("focusly.chat-message", "4000", "characters of a chat message"),
  CHAT_REACTION_KINDS("focusly.chat-reaction-kinds", "20", "different emojis on one chat message"),
  CHAT_REACTIONS("focusly.chat-reactions", "200", "reactions on one chat message, of all members"),
  GOAL_TEXT("focusly.goal-text", "280", "characters of a member's goal"),
  STANDUP_ANSWER(
      "focusly.standup-answer", "1000", "characters of an answer to a question of the stand-up"),
  TASKS("focusly.tasks", "500", "tasks on the board of a room"),
  TASK_TITLE("focusly.task-title", "200", "characters of a task's title"),
  NOTES("focusly.notes", "20", "notes in a room"),
  NOTE_BYTES("focusly.note-bytes", "2097152", "bytes that a note takes, as it is kept"),
  MAX_ROOMS("focusly.max-rooms", "10000", "rooms at once"),
  RETENTION(
      "focusly.retention",
      "off",
      "days after which chat, goals, visits and sessions are forgotten; off keeps them"),
  SHUTDOWN_GRACE("focusly.shutdown-grace", "2s", "time to tell the clients before the end"),
  POLL_CLOSE_TIMEOUT(
      "focusly.poll-close-timeout", "30s", "Engine.IO: how long a closed session waits for a poll"),
  POST_PACKETS("focusly.post-packets", "10000", "Engine.IO: packets in one POST"),
  CLOSE_TIMEOUT(
      "focusly.close-timeout", "5s", "how long a WebSocket may take to close before it is cut"),
  IDLE_TIMEOUT(
      "focusly.idle-timeout",
      "3m",
      "HTTP: time without a byte; longer than ping interval and timeout together"),
  HEADER_TIMEOUT("focusly.header-timeout", "20s", "HTTP: how long a request's headers may take"),
  BODY_TIMEOUT("focusly.body-timeout", "60s", "HTTP: how long a request's body may take"),
  MAX_LINE("focusly.max-line", "8192", "HTTP: longest request line, and so URL, in bytes"),
  MAX_HEADERS("focusly.max-headers", "16384", "HTTP: largest headers of a request in bytes"),
  SEND_BUFFER(
      "focusly.send-buffer",
      "0",
      "HTTP: bytes that the system may hold for one connection; 0 leaves it to the system"),
  VOLATILE_BYTES(
      "focusly.volatile-bytes",
      "65536",
      "bytes waiting for one WebSocket from which on volatile messages are dropped"),
  BACKLOG(
      "focusly.backlog",
      "4096",
      "HTTP: new connections that the system keeps until they are taken"),
  MESSAGES(
      "focusly.messages",
      "200/2000",
      "messages from one connection: WebSocket frames, posted packets"),
  MESSAGE_UNIT(
      "focusly.message-unit", "16384", "bytes of a message that count as one more message"),
  MESSAGES_A_TURN(
      "focusly.messages-a-turn",
      "32",
      "messages of one connection that are handled before others have a turn"),
  REQUESTS(
      "focusly.requests", "200/2000", "HTTP requests of one connection that is no trusted proxy's"),
  REQUESTS_A_TURN(
      "focusly.requests-a-turn",
      "8",
      "HTTP requests of one connection that are served before others have a turn"),
  FLOOD_TIME(
      "focusly.flood-time", "10s", "how long a connection may stay over its rate of messages"),
  COMMANDS_UNDER_WAY(
      "focusly.commands-under-way", "64", "commands of one socket that its room has not answered"),
  MAX_CONNECTIONS("focusly.max-connections", "100000", "TCP connections at once"),
  MAX_ADDRESSES(
      "focusly.max-addresses", "100000", "addresses told apart; those beyond count as one"),
  ADDRESS_CONNECTIONS(
      "focusly.address-connections", "5000", "TCP connections of one address at once"),
  ADDRESS_CONNECTS("focusly.address-connects", "500/2000", "new TCP connections of one address"),
  ADDRESS_SESSIONS("focusly.address-sessions", "2000", "Engine.IO sessions of one address at once"),
  ADDRESS_UNJOINED(
      "focusly.address-unjoined", "1000", "sessions of one address that joined no namespace yet"),
  ADDRESS_HANDSHAKES(
      "focusly.address-handshakes",
      "200/4000",
      "sessions and PeerJS sockets opened by one address"),
  ADDRESS_REQUESTS("focusly.address-requests", "5000/20000", "HTTP requests of one address"),
  ADDRESS_REST("focusly.address-rest", "200/4000", "REST and PeerJS HTTP requests of one address"),
  ADDRESS_MESSAGES(
      "focusly.address-messages", "20000/100000", "messages of all connections of one address"),
  ADDRESS_ROOMS("focusly.address-rooms", "5/1000", "rooms made by one address"),
  MEMBER_ROOMS("focusly.member-rooms", "1/50", "rooms made by one member"),
  METRICS(
      "focusly.metrics", "127.0.0.0/8,::1", "addresses or networks that may read /metrics, or off"),
  PEERJS_MAX_WAITING_BYTES(
      "focusly.peerjs.max-waiting-bytes", "4194304", "PeerJS: bytes waiting for one slow peer"),
  PEERJS_KEY("focusly.peerjs.key", "peerjs", "PeerJS: the key that clients name", "key"),
  PEERJS_PATH(
      "focusly.peerjs.path", "/", "PeerJS: a path to serve it at besides / and /peerjs", "path"),
  PEERJS_EXPIRE_TIMEOUT(
      "focusly.peerjs.expire-timeout",
      "5s",
      "PeerJS: how long a message waits for an absent peer",
      "expire_timeout"),
  PEERJS_ALIVE_TIMEOUT(
      "focusly.peerjs.alive-timeout",
      "60s",
      "PeerJS: how long a silent peer is believed in",
      "alive_timeout"),
  PEERJS_CONCURRENT_LIMIT(
      "focusly.peerjs.concurrent-limit", "5000", "PeerJS: peers at once", "concurrent_limit"),
  PEERJS_ALLOW_DISCOVERY(
      "focusly.peerjs.allow-discovery",
      "false",
      "PeerJS: whether /peers lists who is there",
      "allow_discovery"),
  PEERJS_CLEANUP_INTERVAL(
      "focusly.peerjs.cleanup-interval",
      "1s",
      "PeerJS: least time between two looks for what has expired",
      "cleanup_out_msgs"),
  PEERJS_ID_HOLD(
      "focusly.peerjs.id-hold", "0", "PeerJS: how long a lost peer's id is kept for its token"),
  PEERJS_ADDRESS_LIMIT(
      "focusly.peerjs.address-limit", "0", "PeerJS: peers at once from one address; 0 for any"),
  PEERJS_MAX_MESSAGE("focusly.peerjs.max-message", "131072", "PeerJS: largest message in bytes"),
  PEERJS_MAX_ID("focusly.peerjs.max-id", "128", "PeerJS: longest id of a peer"),
  PEERJS_MAX_TOKEN("focusly.peerjs.max-token", "1024", "PeerJS: longest token of a peer"),
  PEERJS_QUEUES("focusly.peerjs.queues", "2000", "PeerJS: absent peers for whom messages wait"),
  PEERJS_QUEUE_MESSAGES(
      "focusly.peerjs.queue-messages", "256", "PeerJS: messages waiting for one absent peer"),
  PEERJS_QUEUE_BYTES(
      "focusly.peerjs.queue-bytes", "1048576", "PeerJS: bytes waiting for one absent peer"),
  PEERJS_SENDER_MESSAGES(
      "focusly.peerjs.sender-messages", "256", "PeerJS: messages waiting from one peer"),
  PEERJS_SENDER_BYTES(
      "focusly.peerjs.sender-bytes", "524288", "PeerJS: bytes waiting from one peer"),
  PEERJS_ALL_MESSAGES(
      "focusly.peerjs.all-messages", "20000", "PeerJS: messages waiting for all absent peers"),
  PEERJS_ALL_BYTES(
      "focusly.peerjs.all-bytes", "33554432", "PeerJS: bytes waiting for all absent peers");

  private final String key;
  private final String defaultValue;
  private final String meaning;
  private final String alias;

  Option(String key, String defaultValue, String meaning) {
    this(key, defaultValue, meaning, "");
  }

  /// @param oldName PeerServer's name, which works behind `peerjs.` in the file too
  Option(String key, String defaultValue, String meaning, String oldName) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
    this.alias = oldName.isEmpty() ? "" : "peerjs." + oldName;
  }

  /// The key in a properties file.
  public String key() {
    return key;
  }

  /// Another key that means the same.
  public Optional<String> alias() {
    return alias.isEmpty() ? Optional.empty() : Optional.of(alias);
  }

  /// The name in the environment.
  public String environment() {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /// The value when nothing is set; empty means none.
  public String defaultValue() {
    return defaultValue;
  }

  /// What it is for, in a few words.
  public String meaning() {
    return meaning;
  }
}
