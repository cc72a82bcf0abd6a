package app.focusly.server.note;

import app.focusly.room.note.NoteLog;
import app.focusly.yjs.Document;
import app.focusly.yjs.TextRun;
import app.focusly.yjs.Updates;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Somebody who types into a document of their own text: each word an update as yjs writes it.
final class Typing {
  private final int client;
  private int clock;

  /// @param client below 128, so that it is one byte
  Typing(int client) {
    this.client = client;
  }

  /// The next word, at the end of the text.
  byte[] type(String word) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {1, 1, (byte) client});
    number(out, clock);
    if (clock == 0) {
      out.writeBytes(new byte[] {4, 1, 1, 't'}); // the first of the text called t
    } else {
      out.writeBytes(new byte[] {(byte) 0x84, (byte) client}); // behind the letter before
      number(out, clock - 1);
    }
    byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
    number(out, letters.length);
    out.writeBytes(letters);
    out.write(0); // nothing deleted
    clock += letters.length;
    return out.toByteArray();
  }

  /// Deletes all that was typed.
  byte[] deleteAll() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 1, (byte) client, 1, 0});
    number(out, clock);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7F) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /// The text of an update.
  static String text(byte[] update) {
    var text = new StringBuilder();
    for (TextRun run : Document.of(update).text("t").runs()) {
      if (run instanceof TextRun.Letters letters) {
        text.append(letters.text());
      }
    }
    return text.toString();
  }

  static String text(NoteLog.Stored stored) {
    return stored.updates().isEmpty() ? "" : text(Updates.merge(List.copyOf(stored.updates())));
  }
}
