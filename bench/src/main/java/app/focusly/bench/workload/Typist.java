package app.focusly.bench.workload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Somebody who types a text of their own in a note, letter by letter: each is a Yjs update (format
/// 1) as yjs writes it, which rests on the one before.
final class Typist {
  private static final String TEXT = "the quick brown fox jumps over the lazy dog ";

  private static final int OF_THE_ROOT = 1;
  private static final int NAMED_BY_ITS_ID = 0;
  private static final int STRING = 4;
  private static final int TYPE = 7;
  private static final int XML_TEXT = 6;
  private static final int WITH_ORIGIN = 0x80;

  private final int client;
  private int clock;

  /// @param client the Yjs client id, positive
  Typist(int client) {
    this.client = client;
  }

  /// The next update: first the text without a letter in it, at the end of the note, then its
  /// letters.
  byte[] next() {
    var out = new ByteArrayOutputStream();
    number(out, 1); // of one client
    number(out, 1); // one struct
    number(out, client);
    number(out, clock);
    switch (clock) {
      case 0 -> {
        number(out, TYPE);
        number(out, OF_THE_ROOT);
        string(out, "default");
        number(out, XML_TEXT);
      }
      case 1 -> {
        number(out, STRING);
        number(out, NAMED_BY_ITS_ID);
        number(out, client);
        number(out, 0);
        letter(out);
      }
      default -> {
        out.write(STRING | WITH_ORIGIN); // a byte, not a number
        number(out, client);
        number(out, clock - 1);
        letter(out);
      }
    }
    number(out, 0); // nothing deleted
    clock++;
    return out.toByteArray();
  }

  private void letter(ByteArrayOutputStream out) {
    int at = clock % TEXT.length();
    string(out, TEXT.substring(at, at + 1));
  }

  private static void string(ByteArrayOutputStream out, String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    number(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7F) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
