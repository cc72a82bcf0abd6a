package app.focusly.socketio;

import app.focusly.engineio.Packet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Messages as fuzz targets write them: joined by the record separator, bytes after a `b`.
final class MessageScript {
  private static final String SEPARATOR = "\u001e";

  private MessageScript() {}

  static List<Packet> read(byte[] script) {
    return Stream.of(new String(script, StandardCharsets.UTF_8).split(SEPARATOR, -1))
        .map(MessageScript::message)
        .toList();
  }

  static byte[] write(List<Packet> messages) {
    return messages.stream()
        .map(MessageScript::text)
        .collect(Collectors.joining(SEPARATOR))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Packet message(String text) {
    return text.startsWith("b")
        ? new Packet.Binary(text.substring(1).getBytes(StandardCharsets.UTF_8))
        : new Packet.Text(text);
  }

  private static String text(Packet message) {
    return switch (message) {
      case Packet.Text text -> text.data();
      case Packet.Binary binary -> "b" + Base64.getEncoder().encodeToString(binary.data());
      default -> throw new IllegalArgumentException("no message: " + message);
    };
  }
}
