package app.focusly.peerjs;

/// A broker, a time that tests move, and peers that connect with the key and a token of their own.
final class Stage {

  static final String OPEN = "{\"type\":\"OPEN\"}";

  final PeerOptions options;
  final PeerBroker broker;
  long nowMillis = 1_000_000;

  Stage() {
    this(new OptionsBuilder());
  }

  Stage(OptionsBuilder options) {
    this.options = options.build();
    this.broker = new PeerBroker(this.options);
  }

  /// Connects a peer whose `OPEN` has been read already.
  RecordingConnection join(String id) {
    return join(id, "token of " + id);
  }

  RecordingConnection join(String id, String token) {
    RecordingConnection connection = new RecordingConnection();
    Admission admission = connect(id, token, connection);
    if (!admission.isAdmitted()) {
      throw new AssertionError(id + " was not admitted: " + admission);
    }
    if (!connection.takeFrames().getFirst().equals(OPEN)) {
      throw new AssertionError(id + " did not get OPEN first");
    }
    return connection;
  }

  Admission connect(String id, String token, RecordingConnection connection) {
    return broker.connect(new Handshake(id, token, options.key()), connection, nowMillis);
  }

  Outcome receive(RecordingConnection from, String text) {
    return broker.receive(from, text, nowMillis);
  }

  Outcome send(RecordingConnection from, String type, String destination) {
    return receive(from, message(type, destination));
  }

  Sweep tickAfter(long millis) {
    nowMillis += millis;
    return broker.tick(nowMillis);
  }

  static String message(String type, String destination) {
    return "{\"type\":\"" + type + "\",\"dst\":\"" + destination + "\"}";
  }

  /// What `message(type, destination)` is when it arrives.
  static String arriving(String type, String source, String destination) {
    return "{\"type\":\"" + type + "\",\"dst\":\"" + destination + "\",\"src\":\"" + source + "\"}";
  }

  static String expire(String missing, String sender) {
    return "{\"type\":\"EXPIRE\",\"src\":\"" + missing + "\",\"dst\":\"" + sender + "\"}";
  }

  static String leave(String gone, String sender) {
    return "{\"type\":\"LEAVE\",\"src\":\"" + gone + "\",\"dst\":\"" + sender + "\"}";
  }
}
