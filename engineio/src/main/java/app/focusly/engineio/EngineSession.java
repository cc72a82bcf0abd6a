package app.focusly.engineio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One Engine.IO session: what a client and the server say to each other under one `sid`, first
/// over HTTP long-polling or WebSocket, perhaps moving from the one to the other.
///
/// Confined to one thread. Times are milliseconds of one monotonic clock. The owner calls [#tick]
/// no earlier than [#deadlineMillis], after each call that may have changed it, and [#flush] when
/// [EnginePort#flushWanted] asked for it.
public final class EngineSession {
  private static final long NEVER = Long.MAX_VALUE;

  private static final Refusal HAS_MOVED =
      new Refusal.TransportMismatch(Transport.POLLING, Transport.WEBSOCKET);
  private static final Packet CLOSE = new Packet.Close();
  private static final Packet NOOP = new Packet.Noop();
  private static final Packet PING = new Packet.Ping("");

  private enum State {
    OPEN,
    /// Closed, but a polling client has not fetched the end yet.
    ENDING,
    FINISHED
  }

  private final String id;
  private final EngineOptions options;
  private final EnginePort port;
  private final Heartbeat heartbeat;
  private final EndTime endTime;

  private State state = State.OPEN;
  private @Nullable FrameSink webSocket;
  private @Nullable PollReply poll;
  private @Nullable Probe probe;
  private boolean flushing;

  /// Packets for a polling client that has no poll open; null on WebSocket, where none wait here.
  private @Nullable Outbox outbox;

  private EngineSession(String id, EngineOptions options, EnginePort port, long nowMillis) {
    this.id = id;
    this.options = options;
    this.port = port;
    this.heartbeat = new Heartbeat(options, nowMillis);
    this.endTime = new EndTime(options, nowMillis);
  }

  /// A session over HTTP long-polling; its handshake waits for the first [#poll].
  public static EngineSession polling(
      String id, EngineOptions options, EnginePort port, long nowMillis) {
    var session = new EngineSession(id, options, port, nowMillis);
    OpenPackets.of(id, Transport.POLLING, options).forEach(session::send);
    return session;
  }

  /// A session over WebSocket; its handshake is sent at once.
  public static EngineSession webSocket(
      String id, EngineOptions options, EnginePort port, FrameSink sink, long nowMillis) {
    var session = new EngineSession(id, options, port, nowMillis);
    session.webSocket = sink;
    OpenPackets.of(id, Transport.WEBSOCKET, options).forEach(session::send);
    return session;
  }

  /// The secret that names this session in the client's requests.
  public String id() {
    return id;
  }

  /// Whether messages still come and go.
  public boolean open() {
    return state == State.OPEN;
  }

  /// Whether the session is, or still is, on HTTP long-polling.
  public boolean onPolling() {
    return webSocket == null;
  }

  /// Whether a packet sent now would leave at once.
  public boolean writable() {
    return webSocket == null ? poll != null && !flushing : webSocket.writable();
  }

  /// Sends a packet, or drops it when the session is over. A client for which too much waits is
  /// closed with [CloseReason#SLOW_CONSUMER].
  public void send(Packet packet) {
    if (state != State.OPEN) {
      return;
    }
    if (webSocket == null) {
      enqueue(packet);
      return;
    }
    webSocket.send(packet);
    if (webSocket.waitingBytes() > options.maxWaitingBytes()) {
      close(CloseReason.SLOW_CONSUMER);
    }
  }

  private void enqueue(Packet packet) {
    if (!waiting().add(packet)) {
      close(CloseReason.SLOW_CONSUMER);
    } else if (poll != null && !flushing) {
      flushing = true;
      port.flushWanted();
    }
  }

  private Outbox waiting() {
    if (outbox == null) {
      outbox = new Outbox(options);
    }
    return outbox;
  }

  /// Answers the open poll with everything that waits.
  public void flush() {
    flushing = false;
    if (poll != null && !waiting().isEmpty()) {
      PollReply reply = poll;
      poll = null;
      reply.payload(waiting().take());
    }
  }

  /// A GET came. It is answered when there is something to say. A second one beside it breaks the
  /// protocol and ends the session.
  public void poll(PollReply reply, long nowMillis) {
    tick(nowMillis); // it may be faster than the timer of the end that is due
    if (state == State.ENDING) {
      reply.payload(waiting().take());
      finish();
    } else if (state == State.FINISHED) {
      reply.refuse(new Refusal.UnknownSession(id));
    } else if (webSocket != null) {
      reply.refuse(HAS_MOVED);
    } else if (poll != null) {
      reply.refuse(new Refusal.Overlap());
      fail(CloseReason.TRANSPORT_ERROR);
    } else {
      poll = reply;
      flush();
      if (poll != null && probe != null) {
        probe.polled(nowMillis);
      }
    }
  }

  /// The connection of the open poll broke before it was answered.
  @SuppressWarnings("ReferenceEquality") // which of two requests broke, not what it would say
  public void pollAborted(PollReply reply) {
    if (poll == reply) {
      poll = null;
      end(CloseReason.TRANSPORT_ERROR);
    }
  }

  /// The body of a POST came.
  ///
  /// @return null when it was taken, else how to refuse it
  public @Nullable Refusal post(String body, long nowMillis) {
    if (state != State.OPEN) {
      return new Refusal.UnknownSession(id);
    }
    if (webSocket != null) {
      return HAS_MOVED;
    }
    List<Packet> packets;
    try {
      packets = PayloadCodec.decode(body);
    } catch (MalformedPacketException expected) { // whatever a client sends
      fail(CloseReason.PARSE_ERROR);
      return new Refusal.MalformedBody();
    }
    for (Packet packet : packets) {
      if (state != State.OPEN) {
        break;
      }
      if (packet instanceof Packet.Close) {
        closedByClient(nowMillis);
      } else {
        received(packet, nowMillis);
      }
    }
    return null;
  }

  /// The client's open poll is ended with a noop. The poll may still be on its way: it goes by
  /// another connection than the close did, which may have overtaken it.
  private void closedByClient(long nowMillis) {
    boolean polled = poll != null;
    answerWithNoop();
    if (polled) {
      end(CloseReason.TRANSPORT_CLOSE);
      return;
    }
    probeFailed();
    state = State.ENDING;
    waiting().clear();
    waiting().addLast(NOOP);
    endTime.beginForPoll(nowMillis);
    port.closed(CloseReason.TRANSPORT_CLOSE);
  }

  /// A body could not be taken: broken off, beside another, not UTF-8. One that is too large is
  /// only refused: its client knows what it lost.
  public void postFailed() {
    if (webSocket == null) {
      fail(CloseReason.TRANSPORT_ERROR);
    }
  }

  /// A text frame came on the session's own WebSocket.
  public void text(String frame, long nowMillis) {
    if (state != State.OPEN) {
      return;
    }
    Packet packet;
    try {
      packet = PacketCodec.decodeText(frame);
    } catch (MalformedPacketException expected) { // whatever a client sends
      fail(CloseReason.PARSE_ERROR);
      return;
    }
    if (packet instanceof Packet.Close) {
      close(CloseReason.TRANSPORT_CLOSE);
    } else {
      received(packet, nowMillis);
    }
  }

  /// A binary frame came on the session's own WebSocket.
  public void binary(byte[] frame) {
    if (state == State.OPEN) {
      port.message(new Packet.Binary(frame));
    }
  }

  private void received(Packet packet, long nowMillis) {
    if (state != State.OPEN) {
      return;
    }
    switch (packet) {
      case Packet.Text text -> port.message(text);
      case Packet.Binary binary -> port.message(binary);
      case Packet.Pong _ -> heartbeat.pong(nowMillis);
      // In protocol 4 the server pings.
      case Packet.Ping _ -> fail(CloseReason.TRANSPORT_ERROR);
      // The reference ignores these outside their place; Base64 is read as Binary.
      case Packet.Open _, Packet.Close _, Packet.Upgrade _, Packet.Noop _, Packet.Base64 _ -> {}
    }
  }

  /// The session's own WebSocket closed or broke.
  public void webSocketClosed(CloseReason reason) {
    if (webSocket != null) {
      end(reason);
    }
  }

  /// A WebSocket wants to take over this polling session.
  ///
  /// @return whether it may try; when not, the caller closes it
  public boolean probe(FrameSink sink, long nowMillis) {
    if (state != State.OPEN
        || webSocket != null
        || probe != null
        || !options.upgradesToWebSocket()) {
      return false;
    }
    probe = new Probe(sink, nowMillis + options.upgradeTimeout().toMillis());
    return true;
  }

  /// Whether this is the WebSocket that the session is on.
  @SuppressWarnings("ReferenceEquality") // which of two connections, not what they are like
  public boolean owns(FrameSink sink) {
    return webSocket == sink;
  }

  /// A text frame came on a probing WebSocket: first `2probe`, then `5`, which moves the session.
  /// Anything else ends the probe, and the session stays on long-polling.
  public void probeText(FrameSink sink, String frame, long nowMillis) {
    Probe current = probe;
    if (current == null || !current.isOn(sink)) {
      return;
    }
    if (frame.equals("2probe") && !current.answered()) {
      current.answer(nowMillis);
      tick(nowMillis);
    } else if (frame.equals("5") && current.answered()) {
      upgrade(sink);
    } else {
      probeFailed();
    }
  }

  /// A probing WebSocket closed, or sent what a probe does not.
  public void probeClosed(FrameSink sink) {
    if (probe != null && probe.isOn(sink)) {
      probeFailed();
    }
  }

  /// A client moves when its last poll was answered. One that is open now was asked for after the
  /// move, by another connection, and has overtaken it.
  private void upgrade(FrameSink sink) {
    probe = null;
    webSocket = sink;
    PollReply overtaking = poll;
    poll = null;
    if (overtaking != null) {
      overtaking.refuse(HAS_MOVED);
    }
    Outbox rest = waiting();
    outbox = null;
    rest.take(sink::send);
  }

  private void probeFailed() {
    Probe failed = probe;
    probe = null;
    if (failed != null) {
      failed.close();
    }
  }

  private void answerWithNoop() {
    if (poll != null) {
      flush();
    }
    if (poll != null) {
      PollReply reply = poll;
      poll = null;
      reply.payload(PacketCodec.encodeText(NOOP));
    }
  }

  /// Ends the session and tells the client: by closing its WebSocket, or by a close packet that its
  /// open or next poll fetches.
  public void close(CloseReason reason) {
    if (state != State.OPEN) {
      return;
    }
    if (webSocket != null) {
      end(reason);
      return;
    }
    probeFailed();
    state = State.ENDING;
    waiting().addLast(CLOSE);
    if (poll != null) {
      flush();
      port.closed(reason);
      finish();
    } else {
      port.closed(reason);
      endTime.begin();
    }
  }

  /// Ends the session of a client that broke the rules. An open poll hears of it; to the next one
  /// the session is unknown, as the protocol's test suite wants it.
  private void fail(CloseReason reason) {
    if (poll != null) {
      close(reason);
    } else {
      end(reason);
    }
  }

  /// Ends the session without a word to fetch.
  private void end(CloseReason reason) {
    if (state != State.OPEN) {
      return;
    }
    probeFailed();
    state = State.ENDING;
    if (webSocket != null) {
      webSocket.close(reason);
    }
    port.closed(reason);
    finish();
  }

  private void finish() {
    state = State.FINISHED;
    outbox = null;
    poll = null;
    port.finished();
  }

  /// When [#tick] has something to do, in milliseconds; [Long#MAX_VALUE] when the session is over.
  public long deadlineMillis() {
    if (state == State.FINISHED) {
      return NEVER;
    }
    if (state == State.ENDING) {
      return endTime.deadlineMillis();
    }
    long beat = heartbeat.deadlineMillis();
    return probe == null ? beat : Math.min(beat, probe.deadlineMillis());
  }

  /// Does what is due: pings, gives up on a client without a pong, keeps an upgrade going.
  public void tick(long nowMillis) {
    if (state == State.OPEN) {
      tickOpen(nowMillis); // may end it, by a ping too many for what waits
    }
    if (state == State.ENDING && endTime.over(nowMillis)) {
      finish();
    }
  }

  private void tickOpen(long nowMillis) {
    if (heartbeat.missed(nowMillis)) {
      fail(CloseReason.PING_TIMEOUT); // a client that does not answer fetches no end either
      return;
    }
    if (heartbeat.pingDue(nowMillis)) {
      send(PING);
    }
    if (probe != null && probe.expired(nowMillis)) {
      probeFailed();
    }
    if (probe != null && probe.noopDue(nowMillis)) {
      answerWithNoop();
    }
  }
}
