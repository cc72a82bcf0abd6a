package app.focusly.server.config;

import java.time.Duration;

/// What one connection, one address and all of them together may use.
///
/// @param connections TCP connections at once
/// @param addresses addresses that are told apart
/// @param perAddress of each address
/// @param messages of each connection: WebSocket frames, or packets that are posted
/// @param messageUnit bytes of a message that count as one more
/// @param messagesATurn of one connection that are handled before others have a turn
/// @param requests HTTP requests of each connection
/// @param requestsATurn of one connection that are served before others have a turn
/// @param floodTime how long a connection may stay over its rate before it is closed
/// @param postPackets packets in one POST
/// @param commandsUnderWay commands of one socket that a room has not answered yet
/// @param peerWaitingBytes bytes waiting for a PeerJS peer that does not read
/// @param memberRooms rooms that one member makes
public record LimitConfig(
    int connections,
    int addresses,
    PerAddress perAddress,
    Rate messages,
    int messageUnit,
    int messagesATurn,
    Rate requests,
    int requestsATurn,
    Duration floodTime,
    int postPackets,
    int commandsUnderWay,
    int peerWaitingBytes,
    Rate memberRooms) {

  private static final int MANY = 100_000_000;

  /// What the clients of one address may use together.
  ///
  /// @param connections TCP connections at once
  /// @param connects new TCP connections
  /// @param sessions Engine.IO sessions at once
  /// @param unjoined sessions that have joined no namespace yet
  /// @param handshakes new sessions and PeerJS sockets
  /// @param requests HTTP requests of any kind
  /// @param rest requests of the REST and PeerJS routes
  /// @param messages of all its connections
  /// @param rooms that they make
  public record PerAddress(
      int connections,
      Rate connects,
      int sessions,
      int unjoined,
      Rate handshakes,
      Rate requests,
      Rate rest,
      Rate messages,
      Rate rooms) {}

  /// No limits, for servers that are measured.
  public static LimitConfig unlimited() {
    int any = Integer.MAX_VALUE;
    Rate free = Rate.UNLIMITED;
    return new LimitConfig(
        any,
        1,
        new PerAddress(any, free, any, any, free, free, free, free, free),
        free,
        any,
        64,
        free,
        64,
        Duration.ofDays(1),
        any,
        any,
        any,
        free);
  }

  /// Reads it; what is wrong is noted in the settings.
  public static LimitConfig read(Settings settings) {
    return new LimitConfig(
        settings.limit(Option.MAX_CONNECTIONS, MANY),
        settings.number(Option.MAX_ADDRESSES, 1, 10_000_000),
        new PerAddress(
            settings.limit(Option.ADDRESS_CONNECTIONS, MANY),
            settings.rate(Option.ADDRESS_CONNECTS),
            settings.limit(Option.ADDRESS_SESSIONS, MANY),
            settings.limit(Option.ADDRESS_UNJOINED, MANY),
            settings.rate(Option.ADDRESS_HANDSHAKES),
            settings.rate(Option.ADDRESS_REQUESTS),
            settings.rate(Option.ADDRESS_REST),
            settings.rate(Option.ADDRESS_MESSAGES),
            settings.rate(Option.ADDRESS_ROOMS)),
        settings.rate(Option.MESSAGES),
        settings.number(Option.MESSAGE_UNIT, 1_024, MANY),
        settings.number(Option.MESSAGES_A_TURN, 1, 10_000),
        settings.rate(Option.REQUESTS),
        settings.number(Option.REQUESTS_A_TURN, 1, 10_000),
        settings.duration(Option.FLOOD_TIME, Duration.ofMillis(100), Duration.ofHours(1)),
        settings.number(Option.POST_PACKETS, 1, 10_000),
        settings.number(Option.COMMANDS_UNDER_WAY, 1, 10_000),
        settings.number(Option.PEERJS_MAX_WAITING_BYTES, 1_000, 1_000_000_000),
        settings.rate(Option.MEMBER_ROOMS));
  }
}
