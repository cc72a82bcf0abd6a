package app.focusly.peerjs;

import java.util.Collection;
import java.util.OptionalLong;

/// A PeerServer without its server: brings peers together by relaying their messages.
///
/// Confined to one thread: whoever owns a broker makes every call, and answers to [PeerConnection]
/// calls may come from inside them. Times are milliseconds of any clock that does not run
/// backwards, the same one for all calls.
///
/// The rule of use: `connect` first, then `receive` or `touched` for whatever the socket brings,
/// `disconnected` or `lost` once at its end, and `tick` at [#nextDeadlineMillis] or at any regular
/// interval.
public final class PeerBroker {

  private final PeerOptions options;
  private final Realm realm = new Realm();
  private final HeldIds held;
  private final WaitingMessages waiting;
  private long nextSweepAtMillis = Long.MIN_VALUE;

  public PeerBroker(PeerOptions options) {
    this.options = options;
    this.held = new HeldIds(options.idHold(), options.concurrentLimit());
    this.waiting = new WaitingMessages(options.queues());
  }

  /// Admits a socket that has just been opened, or sends it the reason and closes it.
  public Admission connect(Handshake handshake, PeerConnection connection, long nowMillis) {
    Admission admission = judge(handshake, connection, nowMillis);
    if (admission.isAdmitted()) {
      admit(new Peer(handshake, connection, nowMillis), admission, nowMillis);
    } else {
      connection.send(admission.frame()); // Whether it arrives or not, the socket is closed.
      connection.close();
    }
    return admission;
  }

  private Admission judge(Handshake handshake, PeerConnection connection, long nowMillis) {
    if (!handshake.isComplete()) {
      return Admission.INCOMPLETE;
    }
    if (!handshake.key().equals(options.key())) {
      return Admission.WRONG_KEY;
    }
    if (handshake.id().length() > options.maxIdLength()
        || handshake.token().length() > options.maxTokenLength()) {
      return Admission.TOO_LONG;
    }
    Peer holder = realm.holder(handshake.id());
    if (holder != null) {
      return holder.token().matches(handshake.token()) ? Admission.RESUMED : Admission.ID_TAKEN;
    }
    if (held.isKeptFrom(handshake.id(), handshake.token(), nowMillis)) {
      return Admission.ID_TAKEN;
    }
    if (realm.holderCount() >= options.concurrentLimit()) {
      return Admission.FULL;
    }
    return hasPlace(connection.address()) ? Admission.OPENED : Admission.ADDRESS_FULL;
  }

  private boolean hasPlace(String address) {
    return options.addressLimit() == 0 || realm.socketsAt(address) < options.addressLimit();
  }

  private void admit(Peer peer, Admission admission, long nowMillis) {
    Peer before = realm.admit(peer);
    held.release(peer.id());
    if (deliver(peer, admission.frame(), nowMillis)) {
      waiting.drain(peer.id(), frame -> deliver(peer, frame, nowMillis));
    }
    if (before != null) {
      before.connection().close();
    }
  }

  /// Handles a message. The text of a binary frame is its bytes read as UTF-8.
  public Outcome receive(PeerConnection connection, String text, long nowMillis) {
    Peer sender = realm.touch(connection, nowMillis);
    if (sender == null || !realm.isHolder(sender)) {
      return Outcome.UNREGISTERED;
    }
    if (!Utf8.fits(text, options.maxMessageBytes())) {
      return Outcome.TOO_LARGE;
    }
    return EnvelopeReader.read(text)
        .map(message -> handle(sender, message, nowMillis))
        .orElse(Outcome.MALFORMED);
  }

  /// The protocol's table of types.
  private Outcome handle(Peer sender, Envelope message, long nowMillis) {
    return switch (message.type()) {
      case HEARTBEAT -> Outcome.HEARTBEAT;
      case OFFER, ANSWER, CANDIDATE, EXPIRE -> forward(sender, message, nowMillis);
      case LEAVE ->
          message.destination() instanceof Destination.None
              ? leave(sender)
              : forward(sender, message, nowMillis);
      case OPEN, ERROR, ID_TAKEN, INVALID_KEY, OTHER -> Outcome.OTHER_TYPE;
    };
  }

  private Outcome forward(Peer sender, Envelope message, long nowMillis) {
    if (!(message.destination() instanceof Destination.Named(String id))
        || id.length() > options.maxIdLength()) {
      return Outcome.NO_DESTINATION;
    }
    Peer receiver = realm.holder(id);
    if (receiver != null) {
      return relay(sender, receiver, message, nowMillis);
    }
    return message.type().mayWait() ? queue(sender, id, message, nowMillis) : Outcome.DROPPED;
  }

  private Outcome queue(Peer sender, String id, Envelope message, long nowMillis) {
    if (waiting.add(id, sender.id(), message.sentBy(sender), nowMillis)) {
      return Outcome.QUEUED;
    }
    deliver(sender, Frames.expire(id, sender.id()), nowMillis);
    return Outcome.QUEUE_FULL;
  }

  private Outcome relay(Peer sender, Peer receiver, Envelope message, long nowMillis) {
    if (deliver(receiver, message.sentBy(sender), nowMillis)) {
      return Outcome.RELAYED;
    }
    deliver(sender, Frames.leave(receiver.id(), sender.id()), nowMillis);
    return Outcome.DESTINATION_LOST;
  }

  /// Frees the id and leaves the socket open. Such sockets count for no limit of peers, so there
  /// may be no more of them than of peers.
  private Outcome leave(Peer peer) {
    realm.release(peer);
    if (realm.idleCount() > options.concurrentLimit()) {
      realm.forget(peer.connection());
      peer.connection().close();
    }
    return Outcome.LEFT;
  }

  /// Notes that a socket has shown any sign of life, such as a pong.
  public void touched(PeerConnection connection, long nowMillis) {
    realm.touch(connection, nowMillis);
  }

  /// Frees the id of a socket that its client has closed, unless another socket has taken it over.
  public void disconnected(PeerConnection connection) {
    realm.forget(connection);
  }

  /// As [#disconnected], for a socket that ended without a word: its client may be about to come
  /// back, so that the id is held for it.
  public void lost(PeerConnection connection, long nowMillis) {
    Peer peer = realm.forget(connection);
    if (peer != null) {
      held.hold(peer, nowMillis);
    }
  }

  /// Closes silent sockets and gives up queues that have waited too long; each sender hears so once
  /// for each destination. Does nothing before [#nextDeadlineMillis].
  public Sweep tick(long nowMillis) {
    OptionalLong deadline = nextDeadlineMillis();
    if (deadline.isEmpty() || nowMillis < deadline.getAsLong()) {
      return Sweep.NOTHING;
    }
    nextSweepAtMillis = nowMillis + options.cleanupInterval().toMillis();
    return new Sweep(closeSilent(nowMillis), expire(nowMillis));
  }

  private int closeSilent(long nowMillis) {
    int closed = 0;
    Peer peer = realm.mostSilent();
    while (peer != null && silentAtMillis(peer) <= nowMillis) {
      close(peer, nowMillis);
      closed++;
      peer = realm.mostSilent();
    }
    return closed;
  }

  private int expire(long nowMillis) {
    var unanswered = waiting.removeCreatedUntil(nowMillis - options.expireTimeout().toMillis());
    for (WaitingMessages.Unanswered pair : unanswered) {
      Peer sender = realm.holder(pair.sender());
      if (sender != null) {
        deliver(sender, Frames.expire(pair.destination(), pair.sender()), nowMillis);
      }
    }
    return unanswered.size();
  }

  /// When the next `tick` is due, if ever. Any input may bring this forward or put it off.
  public OptionalLong nextDeadlineMillis() {
    long due = Long.MAX_VALUE;
    OptionalLong oldest = waiting.oldestCreatedAtMillis();
    if (oldest.isPresent()) {
      due = oldest.getAsLong() + options.expireTimeout().toMillis();
    }
    Peer mostSilent = realm.mostSilent();
    if (mostSilent != null) {
      due = Math.min(due, silentAtMillis(mostSilent));
    }
    return due == Long.MAX_VALUE
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(due, nextSweepAtMillis));
  }

  private long silentAtMillis(Peer peer) {
    return peer.seenAtMillis() + options.aliveTimeout().toMillis();
  }

  /// Sends a frame; a socket that does not take it is closed and forgotten.
  private boolean deliver(Peer peer, String frame, long nowMillis) {
    if (peer.connection().send(frame)) {
      return true;
    }
    close(peer, nowMillis);
    return false;
  }

  private void close(Peer peer, long nowMillis) {
    lost(peer.connection(), nowMillis); // First, so that its end is no news.
    peer.connection().close();
  }

  public boolean isConnected(String id) {
    return realm.holder(id) != null;
  }

  /// Whether the id is connected or held, so that it is none for a newcomer.
  boolean isTaken(String id) {
    return isConnected(id) || held.contains(id);
  }

  /// A view of the ids that are connected, in no order.
  public Collection<String> connectedIds() {
    return realm.ids();
  }

  /// Messages that wait for absent peers.
  public int waitingMessages() {
    return waiting.messages();
  }

  /// Bytes, of UTF-8, that wait for absent peers.
  public long waitingBytes() {
    return waiting.bytes();
  }
}
