package app.focusly.engineio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What happens to a session, a line each: a letter and what goes with it. The first line is the
/// transport (`w` for WebSocket), the second what the application does on each message.
final class SessionScript {

  /// No more happens in one session; what is longer finds nothing else.
  private static final int MAX_LINES = 200;

  private final List<String> lines;

  SessionScript(byte[] script) {
    lines = new String(script, StandardCharsets.UTF_8).lines().limit(MAX_LINES).toList();
  }

  boolean webSocket() {
    return !lines.isEmpty() && lines.getFirst().startsWith("w");
  }

  SessionInput reaction() {
    return lines.size() < 2 ? new SessionInput.EndTurn() : read(lines.get(1));
  }

  List<SessionInput> inputs() {
    return lines.stream().skip(2).map(SessionScript::read).toList();
  }

  private static SessionInput read(String line) {
    String rest = line.isEmpty() ? "" : line.substring(1);
    return switch (line.isEmpty() ? '.' : line.charAt(0)) {
      case 'g' -> new SessionInput.Poll();
      case 'a' -> new SessionInput.AbortPoll(rest.isEmpty());
      case 'p' -> new SessionInput.Post(rest);
      case 'f' -> new SessionInput.PostFailed();
      case 't' -> new SessionInput.Text(rest);
      case 'b' -> new SessionInput.Binary();
      case 'x' -> new SessionInput.SocketClosed();
      case 'u' -> new SessionInput.Probe();
      case 's' -> new SessionInput.Send(new Packet.Text(withoutSeparator(rest)));
      case 'S' -> new SessionInput.Send(new Packet.Binary(rest.getBytes(StandardCharsets.UTF_8)));
      case 'y' -> new SessionInput.Busy(number(rest));
      case 'c' -> new SessionInput.Close(reason(rest));
      case '+' -> new SessionInput.Wait(number(rest));
      default -> new SessionInput.EndTurn();
    };
  }

  /// JSON, which is what the layer above sends, has no separator in it.
  private static String withoutSeparator(String text) {
    return text.replace("\u001e", "");
  }

  /// The reason in the words that listeners know.
  private static CloseReason reason(String text) {
    return Stream.of(CloseReason.values())
        .filter(reason -> reason.text().equals(text))
        .findFirst()
        .orElse(CloseReason.FORCED_CLOSE);
  }

  /// The number that up to three digits make.
  private static int number(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits, 0, Math.min(3, digits.length()), 10);
  }
}
