package app.focusly.server.note;

import app.focusly.room.MemberId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one Yjs client says of itself in a note, such as where its caret is; null when it is gone.
///
/// On the wire it is the awareness update of y-protocols: how many clients, and of each its id, a
/// clock and its state as JSON. Numbers have seven bits a byte, the low ones first.
record AwarenessUpdate(long client, long clock, JsonNode state) {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");

  /// The largest number that JavaScript counts with.
  static final long MOST = (1L << 53) - 1;

  /// Reads what a client sent, if it is one, and of exactly one client.
  static Optional<AwarenessUpdate> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (number(in) != 1) {
      return Optional.empty();
    }
    long client = number(in);
    long clock = number(in);
    if (client < 0 || clock < 0 || number(in) != in.remaining()) {
      return Optional.empty();
    }
    byte[] text = new byte[in.remaining()];
    in.get(text);
    return state(text).map(state -> new AwarenessUpdate(client, clock, state));
  }

  private static Optional<JsonNode> state(byte[] text) {
    try {
      return Optional.of(JSON.readTree(new String(text, StandardCharsets.UTF_8)))
          .filter(state -> state.isObject() || state.isNull());
    } catch (JsonProcessingException expected) { // whatever a client sends
      return Optional.empty();
    }
  }

  /// The next number, or -1 when there is none.
  private static long number(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; shift < 56 && in.hasRemaining(); shift += 7) {
      byte next = in.get();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number <= MOST ? number : -1;
      }
    }
    return -1;
  }

  /// What of it the others hear, with the user by the name that the server knows. Their editors use
  /// no more of it, and fail at what does not fit.
  AwarenessUpdate by(MemberId memberId, String name) {
    if (!state.isObject()) {
      return this;
    }
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    ObjectNode user = known.putObject("user").put("name", name).put("memberId", memberId.value());
    String color = state.path("user").path("color").asText();
    if (COLOR.matcher(color).matches()) {
      user.put("color", color);
    }
    known.set("cursor", NoteCursor.known(state.path("cursor")));
    return new AwarenessUpdate(client, clock, known);
  }

  /// That this client is gone.
  AwarenessUpdate gone() {
    return new AwarenessUpdate(client, Math.min(clock + 1, MOST), NullNode.instance);
  }

  byte[] write() {
    byte[] text = state.toString().getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(text.length + 20);
    write(out, 1);
    write(out, client);
    write(out, clock);
    write(out, text.length);
    out.writeBytes(text);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, long number) {
    long rest = number;
    while (rest > 0x7F) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
