package app.focusly.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A session, and an owner that keeps the rules of use whatever happens; checks after each input
/// that the session keeps its promises. That nothing is said twice or after the end, the recorders
/// check themselves.
final class RandomSession {
  private static final int INTERVAL = 300;
  private static final int TIMEOUT = 200;
  private static final int CLOSE_TIMEOUT = 400;
  private static final EngineOptions OPTIONS =
      new EngineOptions(
          Duration.ofMillis(INTERVAL),
          Duration.ofMillis(TIMEOUT),
          100,
          Duration.ofMillis(250),
          Duration.ofMillis(CLOSE_TIMEOUT),
          10,
          250,
          Set.of(Transport.values()),
          true,
          Optional.empty());

  private final RecordingPort port = new RecordingPort();
  private final List<RecordingPoll> polls = new ArrayList<>();
  private final Set<RecordingPoll> aborted = new HashSet<>();
  private RecordingSink sink = new RecordingSink();
  private final EngineSession session;
  private long now;

  RandomSession(boolean webSocket) {
    session =
        webSocket
            ? EngineSession.webSocket("sid", OPTIONS, port, sink, now)
            : EngineSession.polling("sid", OPTIONS, port, now);
  }

  /// What the application does when a message comes; it may end the session.
  void onMessage(SessionInput reaction) {
    port.onMessage =
        () -> {
          switch (reaction) {
            case SessionInput.Send send -> session.send(send.packet());
            case SessionInput.Close close -> session.close(close.reason());
            default -> {}
          }
        };
  }

  void apply(SessionInput input) {
    boolean wasOver = port.finished > 0;
    int messages = port.messages.size();
    happen(input);
    assertPromises();
    if (wasOver) {
      assertThat(port.messages).hasSize(messages);
    }
  }

  private void happen(SessionInput input) {
    switch (input) {
      case SessionInput.Poll _ -> {
        polls.add(new RecordingPoll());
        session.poll(polls.getLast(), now);
      }
      case SessionInput.AbortPoll abort -> abort(abort.latest());
      case SessionInput.Post post -> session.post(post.body(), now);
      case SessionInput.PostFailed _ -> session.postFailed();
      case SessionInput.Text text -> {
        if (session.onPolling()) {
          session.probeText(sink, text.frame(), now);
        } else {
          session.text(text.frame(), now);
        }
      }
      case SessionInput.Binary _ -> {
        if (!session.onPolling()) {
          session.binary(new byte[] {1});
        }
      }
      case SessionInput.SocketClosed _ -> {
        if (session.onPolling()) {
          session.probeClosed(sink);
        } else {
          session.webSocketClosed(CloseReason.TRANSPORT_CLOSE);
        }
      }
      case SessionInput.Probe _ -> {
        var probe = new RecordingSink();
        if (session.probe(probe, now)) {
          sink = probe;
        }
      }
      case SessionInput.Send send -> session.send(send.packet());
      case SessionInput.Busy busy -> sink.waitingBytes = busy.waitingBytes();
      case SessionInput.Close close -> session.close(close.reason());
      case SessionInput.Wait wait -> {
        now += wait.millis();
        tickIfDue();
      }
      case SessionInput.EndTurn _ -> endTurn();
    }
  }

  private void abort(boolean latest) {
    if (!polls.isEmpty()) {
      RecordingPoll poll = latest ? polls.getLast() : polls.getFirst();
      if (!poll.answered()) {
        aborted.add(poll);
      }
      session.pollAborted(poll);
    }
  }

  private void tickIfDue() {
    if (session.deadlineMillis() <= now) {
      session.tick(now);
      assertThat(session.deadlineMillis()).as("deadline after a tick").isGreaterThan(now);
    }
  }

  private void endTurn() {
    if (port.flushWanted) {
      port.flushWanted = false;
      session.flush();
    }
    tickIfDue();
  }

  private void assertPromises() {
    assertThat(session.open()).isEqualTo(port.closed.isEmpty());
    assertThat(polls.stream().filter(poll -> !poll.answered() && !aborted.contains(poll)).count())
        .as("polls that wait")
        .isLessThanOrEqualTo(port.finished == 0 && session.onPolling() ? 1 : 0);
    long deadline = session.deadlineMillis();
    if (session.open()) {
      assertThat(deadline).isLessThanOrEqualTo(now + Math.max(INTERVAL, TIMEOUT));
    } else if (port.finished > 0) {
      assertThat(deadline).isEqualTo(Long.MAX_VALUE);
    } else {
      assertThat(deadline).isLessThanOrEqualTo(now + CLOSE_TIMEOUT);
    }
  }

  /// When nobody does anything any more the session ends by itself, and nobody waits.
  void endByItself() {
    for (int step = 0; step < 20 && port.finished == 0; step++) {
      now = Math.max(now, session.deadlineMillis());
      endTurn();
    }
    assertThat(port.closed).hasSize(1);
    assertThat(port.finished).isOne();
    assertThat(polls).allMatch(poll -> poll.answered() || aborted.contains(poll));
    assertPromises();
  }
}
