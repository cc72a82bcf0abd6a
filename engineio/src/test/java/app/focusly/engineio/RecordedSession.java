package app.focusly.engineio;

/// A session whose every word is written down, with an owner that flushes at the end of each turn.
/// The handshake has been fetched, so a test starts with nothing waiting.
final class RecordedSession {
  static final EngineOptions OPTIONS = EngineOptions.defaults();
  static final long PING_INTERVAL = OPTIONS.pingInterval().toMillis();
  static final long PING_TIMEOUT = OPTIONS.pingTimeout().toMillis();

  final RecordingPort port;
  final RecordingSink sink;
  final EngineSession session;

  private RecordedSession(RecordingPort port, RecordingSink sink, EngineSession session) {
    this.port = port;
    this.sink = sink;
    this.session = session;
  }

  /// On long-polling since time 0, and no poll open.
  static RecordedSession polling() {
    return polling(OPTIONS);
  }

  static RecordedSession polling(EngineOptions options) {
    var port = new RecordingPort();
    var recorded =
        new RecordedSession(
            port, new RecordingSink(), EngineSession.polling("sid", options, port, 0));
    recorded.poll(0);
    return recorded;
  }

  /// On WebSocket since time 0.
  static RecordedSession webSocket() {
    return webSocket(OPTIONS);
  }

  static RecordedSession webSocket(EngineOptions options) {
    var port = new RecordingPort();
    var sink = new RecordingSink();
    var recorded =
        new RecordedSession(port, sink, EngineSession.webSocket("sid", options, port, sink, 0));
    sink.frames.clear();
    return recorded;
  }

  /// On long-polling, with a WebSocket that has sent its probe at time 0 and got its answer.
  static RecordedSession probing() {
    RecordedSession recorded = polling();
    recorded.session.probe(recorded.sink, 0);
    recorded.probeText("2probe", 0);
    recorded.sink.frames.clear();
    return recorded;
  }

  /// Moved from long-polling to WebSocket at time 0.
  static RecordedSession upgraded() {
    RecordedSession recorded = probing();
    recorded.probeText("5", 0);
    return recorded;
  }

  RecordingPoll poll(long nowMillis) {
    var reply = new RecordingPoll();
    session.poll(reply, nowMillis);
    endTurn();
    return reply;
  }

  /// What the server sends in one turn.
  void send(String... messages) {
    for (String message : messages) {
      session.send(new Packet.Text(message));
    }
    endTurn();
  }

  void probeText(String frame, long nowMillis) {
    session.probeText(sink, frame, nowMillis);
    endTurn();
  }

  void tick(long nowMillis) {
    session.tick(nowMillis);
    endTurn();
  }

  void endTurn() {
    if (port.flushWanted) {
      port.flushWanted = false;
      session.flush();
    }
  }
}
