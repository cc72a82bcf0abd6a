package app.focusly.server.metrics;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.EngineError;
import app.focusly.server.config.Option;
import app.focusly.server.limit.LimitHits;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/// What happens in the server, counted where it happens. Used from every thread. What is as
/// frequent as messages is counted by each loop alone instead.
public final class Counts implements LimitHits {
  /// HTTP and WebSocket connections that are open.
  public final LongAdder connections = new LongAdder();

  /// Sessions on HTTP long-polling.
  public final LongAdder pollingSessions = new LongAdder();

  /// Sessions on WebSocket.
  public final LongAdder webSocketSessions = new LongAdder();

  /// Sessions that began on HTTP long-polling.
  public final LongAdder pollingHandshakes = new LongAdder();

  /// Sessions that began on WebSocket.
  public final LongAdder webSocketHandshakes = new LongAdder();

  /// Polls that wait for an answer.
  public final LongAdder openPolls = new LongAdder();

  /// WebSockets that want to take over a polling session.
  public final LongAdder upgrades = new LongAdder();

  /// Packets that were posted.
  public final LongAdder postedPackets = new LongAdder();

  /// Polls that were answered with packets.
  public final LongAdder answeredPolls = new LongAdder();

  /// What clients asked of rooms.
  public final CommandCounts commands = new CommandCounts();

  /// The options that are limits which somebody can meet.
  private static final Set<Option> LIMITS =
      EnumSet.of(
          Option.MAX_CONNECTIONS,
          Option.MAX_ADDRESSES,
          Option.MAX_SESSIONS,
          Option.MAX_WAITING_BYTES,
          Option.MESSAGES,
          Option.REQUESTS,
          Option.POST_PACKETS,
          Option.HEADER_TIMEOUT,
          Option.BODY_TIMEOUT,
          Option.ADDRESS_CONNECTIONS,
          Option.ADDRESS_CONNECTS,
          Option.ADDRESS_SESSIONS,
          Option.ADDRESS_UNJOINED,
          Option.ADDRESS_HANDSHAKES,
          Option.ADDRESS_REQUESTS,
          Option.ADDRESS_REST,
          Option.ADDRESS_ROOMS,
          Option.MEMBER_ROOMS,
          Option.PEERJS_MAX_WAITING_BYTES);

  private final Tally<EngineError> refusals =
      new Tally<>(EngineError.class, EnumSet.allOf(EngineError.class));
  private final Tally<CloseReason> closes =
      new Tally<>(CloseReason.class, EnumSet.allOf(CloseReason.class));
  private final Tally<Option> hits = new Tally<>(Option.class, LIMITS);

  /// An Engine.IO request was refused.
  public void refused(EngineError error) {
    refusals.count(error);
  }

  /// A session ended.
  public void closed(CloseReason reason) {
    closes.count(reason);
  }

  /// The limits that are counted.
  static Set<Option> limits() {
    return Collections.unmodifiableSet(LIMITS);
  }

  @Override
  public void hit(Option limit) {
    hits.count(limit);
  }

  long refusals(EngineError error) {
    return refusals.sum(error);
  }

  /// How many sessions ended for this reason.
  public long closes(CloseReason reason) {
    return closes.sum(reason);
  }

  /// How often this limit was met.
  public long hits(Option limit) {
    return hits.sum(limit);
  }
}
