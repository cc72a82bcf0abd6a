package app.focusly.engineio;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Everything that can happen to a session.
sealed interface SessionInput {
  record Poll() implements SessionInput {}

  /// The connection of a poll breaks: of the latest, or of one before.
  record AbortPoll(boolean latest) implements SessionInput {}

  record Post(String body) implements SessionInput {}

  record PostFailed() implements SessionInput {}

  /// A text frame on whichever WebSocket there is.
  record Text(String frame) implements SessionInput {}

  record Binary() implements SessionInput {}

  /// The session's own WebSocket, or else the probing one, closes.
  record SocketClosed() implements SessionInput {}

  record Probe() implements SessionInput {}

  record Send(Packet packet) implements SessionInput {}

  record Busy(long waitingBytes) implements SessionInput {}

  record Close(CloseReason reason) implements SessionInput {}

  /// Time passes, and the owner ticks if something is due.
  record Wait(int millis) implements SessionInput {}

  /// The turn ends, and the owner flushes if it was asked to.
  record EndTurn() implements SessionInput {}

  static Arbitrary<SessionInput> any() {
    Arbitrary<String> frames = PacketArbitraries.frames();
    return Arbitraries.oneOf(
        Arbitraries.of(
            new Poll(),
            new Poll(),
            new AbortPoll(true),
            new AbortPoll(false),
            new PostFailed(),
            new Binary(),
            new SocketClosed(),
            new Probe(),
            new EndTurn(),
            new EndTurn()),
        Arbitraries.of("4a", "3", "4a\u001e4b", "6", "bAQ==").map(Post::new),
        Arbitraries.of("2probe", "2probe", "5", "5", "4a", "3").map(Text::new),
        frames.map(Post::new),
        frames.map(Text::new),
        PacketArbitraries.packets().map(Send::new),
        Arbitraries.longs().between(0, 300).map(Busy::new),
        Arbitraries.of(CloseReason.class).map(Close::new),
        Arbitraries.integers().between(0, 200).map(Wait::new));
  }
}
