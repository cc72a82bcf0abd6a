package app.focusly.server.engine;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.EngineError;
import app.focusly.engineio.EngineOptions;
import app.focusly.engineio.EnginePort;
import app.focusly.engineio.EngineSession;
import app.focusly.engineio.FrameSink;
import app.focusly.engineio.Packet;
import app.focusly.engineio.PollFormat;
import app.focusly.engineio.PollReply;
import app.focusly.engineio.Refusal;
import app.focusly.engineio.TextSink;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.WebSocketConnection;
import app.focusly.server.websocket.WebSocketListener;
import app.focusly.socketio.EngineLink;
import app.focusly.socketio.Handshake;
import io.netty.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One Engine.IO session on its home loop: the loop that its first request came to. Requests and
/// frames that arrive on another loop are carried over to it.
final class ServerSession implements EnginePort, EngineLink {
  private static final PollFormat PLAIN = new PollFormat.Plain();

  private final Loop loop;
  private final PollFormat format;
  private final SessionPlace place;
  private final Consumer<ServerSession> finished;
  private final EngineSession engine;
  private final SessionHandler handler;
  private final AtomicBoolean posting = new AtomicBoolean();
  private long timerMillis = Long.MAX_VALUE;
  private @Nullable Future<?> timer;

  /// Begins a session; called on its loop.
  ///
  /// @param place what it takes up
  /// @param start makes the protocol's side of it
  /// @param finished hears that its id means nothing any more
  private ServerSession(
      Loop loop,
      PollFormat format,
      Handshake handshake,
      EngineApplication application,
      SessionPlace place,
      Function<EnginePort, EngineSession> start,
      Consumer<ServerSession> finished) {
    this.loop = loop;
    this.format = format;
    this.place = place;
    this.finished = finished;
    this.handler = application.open(handshake, this, loop);
    this.engine = start.apply(this);
    place.opened(!engine.onPolling());
    reschedule();
  }

  static ServerSession polling(
      String id,
      EngineOptions options,
      Loop loop,
      PollFormat format,
      Handshake handshake,
      EngineApplication application,
      SessionPlace place,
      Consumer<ServerSession> finished) {
    return new ServerSession(
        loop,
        format,
        handshake,
        application,
        place,
        port -> EngineSession.polling(id, options, port, loop.nowMillis()),
        finished);
  }

  /// @param textAlone whether the client takes no binary frames
  static ServerSession webSocket(
      String id,
      EngineOptions options,
      WebSocketConnection connection,
      boolean textAlone,
      Handshake handshake,
      EngineApplication application,
      SessionPlace place,
      Consumer<ServerSession> finished) {
    Loop loop = connection.loop();
    FrameSink sink = sink(connection, textAlone);
    return new ServerSession(
        loop,
        PLAIN,
        handshake,
        application,
        place,
        port -> EngineSession.webSocket(id, options, port, sink, loop.nowMillis()),
        finished);
  }

  private static FrameSink sink(WebSocketConnection connection, boolean textAlone) {
    return textAlone ? new TextSink(connection) : connection;
  }

  String id() {
    return engine.id();
  }

  /// How its payloads travel over long-polling.
  PollFormat format() {
    return format;
  }

  /// Hands a poll to the session.
  void poll(PollReply reply) {
    turn(() -> engine.poll(reply, loop.nowMillis()));
  }

  /// The connection of a poll broke.
  void pollAborted(PollReply reply) {
    turn(() -> engine.pollAborted(reply));
  }

  /// Claims the right to send a body; a session takes one at a time.
  boolean beginPost() {
    return posting.compareAndSet(false, true);
  }

  /// Hands a body to the session.
  ///
  /// @param answer hears null when it was taken, else the refusal; on the session's loop
  void post(String body, Consumer<@Nullable Refusal> answer) {
    turn(() -> {
      format
          .unwrap(body)
          .ifPresentOrElse(payload -> take(payload, answer), () -> posted(null, answer));
    });
  }

  private void take(String payload, Consumer<@Nullable Refusal> answer) {
    var slices = new PostSlices(payload, place.pace(loop.nowMillis()).messagesATurn());
    if (place.takes(slices.packets())) {
      feed(slices, answer);
    } else {
      posted(new Refusal.MalformedBody(), answer);
      engine.postFailed();
    }
  }

  /// Hands a body over piece by piece, at the client's pace. Until the last is taken the client is
  /// not answered, and so sends no other.
  private void feed(PostSlices slices, Consumer<@Nullable Refusal> answer) {
    String slice = slices.next();
    Refusal refusal = engine.post(slice, loop.nowMillis());
    if (refusal != null) {
      posted(refusal, answer);
      return;
    }
    long now = loop.nowMillis();
    long wait = place.pace(now).received(slices.taken(), slice.length(), now);
    Runnable rest = () -> turn(() -> feedOn(slices, answer));
    if (wait > 0) {
      loop.at(Math.min(now + wait, place.pace(now).floodingAtMillis()), rest);
    } else if (slices.hasNext()) {
      loop.nextTurn(rest);
    } else {
      posted(null, answer);
    }
  }

  private void feedOn(PostSlices slices, Consumer<@Nullable Refusal> answer) {
    if (engine.open() && place.pace(loop.nowMillis()).flooding(loop.nowMillis())) {
      posted(new Refusal.Limited(EngineError.RATE_LIMITED, 0), answer);
      engine.close(CloseReason.RATE_LIMITED);
    } else if (slices.hasNext()) {
      feed(slices, answer);
    } else {
      posted(null, answer);
    }
  }

  private void posted(@Nullable Refusal refusal, Consumer<@Nullable Refusal> answer) {
    posting.set(false);
    answer.accept(refusal);
  }

  /// A body is not there, and the session goes on.
  void endPost() {
    posting.set(false);
  }

  /// A body broke off, was unreadable or came beside another.
  void postFailed() {
    turn(() -> {
      posting.set(false);
      engine.postFailed();
    });
  }

  /// What arrives on the session's own WebSocket.
  WebSocketListener frames() {
    return new WebSocketListener() {
      @Override
      public void text(String message) {
        turn(() -> engine.text(message, loop.nowMillis()));
      }

      @Override
      public void binary(byte[] message) {
        turn(() -> engine.binary(message));
      }

      @Override
      public void closed(CloseReason reason) {
        turn(() -> engine.webSocketClosed(reason));
      }
    };
  }

  /// What arrives on a WebSocket that wants to become the session's own.
  ///
  /// @param textAlone whether the client takes no binary frames
  WebSocketListener probe(WebSocketConnection connection, boolean textAlone) {
    FrameSink sink = sink(connection, textAlone);
    place.upgradeBegan();
    turn(() -> {
      if (!engine.probe(sink, loop.nowMillis())) {
        sink.close();
      }
    });
    return new Probe(sink);
  }

  private final class Probe implements WebSocketListener {
    private final FrameSink sink;

    Probe(FrameSink sink) {
      this.sink = sink;
    }

    @Override
    public void text(String message) {
      turn(() -> {
        if (engine.owns(sink)) {
          engine.text(message, loop.nowMillis());
        } else {
          engine.probeText(sink, message, loop.nowMillis());
          if (engine.owns(sink)) {
            place.upgraded();
          }
        }
      });
    }

    @Override
    public void binary(byte[] message) {
      turn(() -> {
        if (engine.owns(sink)) {
          engine.binary(message);
        } else {
          engine.probeClosed(sink);
        }
      });
    }

    @Override
    public void closed(CloseReason reason) {
      turn(() -> {
        if (engine.owns(sink)) {
          engine.webSocketClosed(reason);
        } else {
          place.upgradeEnded();
          engine.probeClosed(sink);
        }
      });
    }
  }

  /// Ends the session because the server stops.
  void shutDown() {
    turn(handler::shutDown);
  }

  /// Runs one step on the home loop and arms the timer for what it made due.
  private void turn(Runnable step) {
    loop.run(() -> {
      step.run();
      if (!place.hasJoined() && handler.joined()) {
        place.joined();
      }
      reschedule();
    });
  }

  private void reschedule() {
    long deadline = Math.min(engine.deadlineMillis(), handler.deadlineMillis());
    if (deadline == Long.MAX_VALUE && !engine.open()) {
      cancelTimer();
    } else if (deadline < timerMillis) {
      cancelTimer();
      timerMillis = deadline;
      timer = loop.at(deadline, this::tick);
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    timerMillis = Long.MAX_VALUE;
  }

  /// The timer may be early, when what it was armed for has moved: a pong moves the next ping.
  private void tick() {
    timer = null;
    timerMillis = Long.MAX_VALUE;
    long now = loop.nowMillis();
    if (now >= engine.deadlineMillis()) {
      engine.tick(now);
    }
    if (now >= handler.deadlineMillis()) {
      handler.tick(now);
    }
    reschedule();
  }

  @Override
  public void message(Packet.Text message) {
    handler.text(message.data(), loop.nowMillis());
  }

  @Override
  public void message(Packet.Binary message) {
    handler.binary(message.data(), loop.nowMillis());
  }

  @Override
  public void flushWanted() {
    loop.atEndOfTurn(engine::flush);
  }

  @Override
  public void closed(CloseReason reason) {
    place.closed(reason);
    handler.closed(reason);
    loop.later(this::reschedule); // what ended it may have been sent on account of another session
  }

  @Override
  public void finished() {
    place.left();
    finished.accept(this);
  }

  @Override
  public void send(Packet message) {
    engine.send(message);
  }

  @Override
  public void execute(Runnable task) {
    turn(task);
  }

  @Override
  public boolean writable() {
    return engine.writable();
  }

  @Override
  public void close(CloseReason reason) {
    // Stock clients take in a poll's messages after its packets: with the close behind it, a
    // DISCONNECT of Socket.IO would come too late to keep them from connecting again.
    engine.flush();
    engine.close(reason);
  }
}
